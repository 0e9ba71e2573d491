import { buildQuery } from '~/platform/http/paths.ts';
import { toQuery } from '~/sheets/ask/index.ts';
import { paths } from './paths.ts';
import type { Agenda } from './queries.ts';

export type FeedQuestion = Pick<Agenda, 'resolved' | 'meeting'>;

/** The question as an address says it; what is asked when nothing is said is not said. */
export function questionQuery({ resolved, meeting }: FeedQuestion): string {
  return meeting ? buildQuery({ rencontre: meeting }) : toQuery(resolved.question);
}

export function feedHref(question: FeedQuestion): string {
  return paths.feed.href({}) + questionQuery(question);
}

export function monthHref(question: FeedQuestion, month: string): string {
  return paths.month.href({ month }) + questionQuery(question);
}

export function agendaHref(question: FeedQuestion): string {
  return paths.show.href({}) + questionQuery(question);
}
