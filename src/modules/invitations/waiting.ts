import { translator } from '~/platform/i18n/index.ts';
import { getKind, type WaitingFor } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { listUnconfirmed } from './queries.ts';

/** R037: the partner abroad is asked about the sheets that they share. */
export const waiting: WaitingFor = async (db, { acting }, lang) => {
  if (acting?.role !== 'partner' || !acting.body) return [];
  const t = translator(messages, lang);
  return (await listUnconfirmed(db, acting.body.id)).map((sheet) => ({
    title: t('waiting.title', { title: sheet.title }),
    text: t('waiting.text'),
    seconds: 60,
    main: { label: t('waiting.read'), href: paths.agreement.href({ genre: getKind(sheet.kind).genre, slug: sheet.slug }) },
    since: String(sheet.since),
    rank: 3 as const,
  }));
};
