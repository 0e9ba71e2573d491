import { formatDay, formatList, translator } from '~/platform/i18n/index.ts';
import { commonPaths, getKind, type WaitingFor } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { listKept, type KeptSheet } from './queries.ts';

/** One thing at most, however many sheets are old: the list holds the others. */
export const waiting: WaitingFor = async (db, reader, lang, today) => {
  const { sheets, stale } = await listKept(db, reader, today, { limit: 12, staleOnly: true });
  const old = sheets.filter(({ level }) => level !== 'fresh');
  const first = old[0];
  if (!first) return [];
  const t = translator(messages, lang);
  const since = first.confirmedAt ?? today;
  if (stale === 1) return [alone(first)];
  const named = old.slice(0, 2).map(({ title }) => `«\u00a0${title}\u00a0»`);
  return [{
    title: t('waiting.many', { n: stale }),
    text: stale > 2 ? t('waiting.many.more', { names: named.join(', '), n: stale - 2 }) : t('waiting.many.two', { names: formatList(lang, named) }),
    seconds: Math.min(stale * 10, 300), rank: 3, since,
    main: { label: t('waiting.many.do'), href: paths.sheets.href({}) },
  }];

  function alone(sheet: KeptSheet) {
    const at = { genre: getKind(sheet.kind).genre, slug: sheet.slug };
    return {
      title: t('waiting.one', { title: sheet.title }),
      text: sheet.confirmedAt ? t('waiting.last', { date: formatDay(lang, sheet.confirmedAt.slice(0, 10), { day: 'numeric', month: 'long', year: 'numeric' }) }) : t('waiting.never'),
      seconds: 10, rank: 3 as const, since,
      main: { label: t('gesture.confirm'), post: paths.confirm.href(at), fields: { vers: 'espace' } },
      other: { label: t('gesture.edit'), href: commonPaths.edit.href(at) },
    };
  }
};
