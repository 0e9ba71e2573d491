import { translator } from '~/platform/i18n/index.ts';
import type { Waiting, WaitingFor } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { listAppeals, listPublications, listReports } from './queries.ts';

/** One line for each pile: somebody waits behind each. */
export const waiting: WaitingFor = async (db, reader, lang) => {
  if (reader.acting?.role !== 'animator' && reader.acting?.role !== 'administrator') return [];
  const t = translator(messages, lang);
  const [publications, reports, appeals] = await Promise.all([listPublications(db, reader), listReports(db, reader), listAppeals(db, reader)]);
  const pile = (what: 'publications' | 'reports' | 'appeals', items: { id: string; at: string }[], show: typeof paths.publication | typeof paths.reportShown | typeof paths.appealShown): Waiting[] =>
    items.length === 0 ? [] : [{
      title: t(`waiting.${what}`, { n: items.length }), text: t(`waiting.${what}.text`), seconds: 60, since: items[0]!.at, rank: 1,
      main: { label: t('waiting.open'), href: items.length === 1 ? show.href({ id: items[0]!.id }) : paths.queue.href({}) },
    }];
  return [
    ...pile('appeals', appeals.map(({ id, appealedAt, at }) => ({ id, at: appealedAt ?? at })), paths.appealShown),
    ...pile('reports', reports, paths.reportShown),
    ...pile('publications', publications, paths.publication),
  ];
};
