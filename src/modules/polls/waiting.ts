import { formatDay, translator } from '~/platform/i18n/index.ts';
import type { WaitingFor } from '~/sheets/index.ts';
import { findElector } from './electorate.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { listCast, listOpen } from './queries.ts';

/** A vote waits for whoever has a voice and did not use it: few are open at once. */
export const waiting: WaitingFor = async (db, reader, lang, today) => {
  if (!reader.account) return [];
  const t = translator(messages, lang);
  const open = await listOpen(db, reader);
  const electors = await Promise.all(open.map((poll) => findElector(db, poll, reader)));
  const cast = new Set(await listCast(db, open.map(({ id }) => id), electors.flatMap((elector) => (elector ? [elector.voter] : []))));
  return open.filter(({ id }, index) => electors[index] && !cast.has(`${id} ${electors[index].voter}`)).map((poll) => ({
    title: t('waiting.title', { title: poll.title }),
    ...(poll.closesOn ? { text: t('waiting.until', { date: formatDay(lang, poll.closesOn, { day: 'numeric', month: 'long' }) }) } : {}),
    seconds: 60, rank: 2 as const, since: today,
    main: { label: t('waiting.do'), href: paths.show.href({ slug: poll.slug }) },
  }));
};
