import { earliestDay, latestDay, yearOf, type PartialDate } from '~/platform/dates/partial.ts';
import type { SheetFrame, SheetSummary, SourceShown } from '~/sheets/index.ts';
import type { PartnershipDetail } from './queries.ts';
import { isRelaunch } from './rules.ts';

export type TimelineItem =
  | { what: 'start'; at: PartialDate }
  | { what: 'sheet'; at: PartialDate; sheet: SheetSummary }
  | { what: 'moment'; at: PartialDate | null; title: string; detail: string | null; planned: boolean; passed: boolean }
  | { what: 'relaunch'; at: PartialDate; source: SourceShown }
  | { what: 'gap'; from: number; to: number };

type Frame = Pick<SheetFrame, 'sheet' | 'states'>;
type Detail = Pick<PartnershipDetail, 'together' | 'milestones' | 'agreements'>;

// fewer silent years than that are no gap
const gapYears = 5;

/** Everything dated, the latest first, with the long silence before what is told; what has no date comes last. */
export function buildTimeline({ sheet, states }: Frame, { together, milestones, agreements }: Detail, today: string): TimelineItem[] {
  const dated: Extract<TimelineItem, { at: PartialDate | null }>[] = [
    ...together.filter((one) => one.start).map((one) => ({ what: 'sheet' as const, at: one.start!, sheet: one })),
    ...milestones.map((one) => ({ what: 'moment' as const, ...one, passed: one.at !== null && latestDay(one.at) < today })),
    ...agreements.flatMap((agreement) =>
      agreement.states.filter((state) => state.at).map((state) => ({ what: 'moment' as const, at: state.at, title: agreement.title, detail: null, planned: false, passed: false })),
    ),
    ...states.flatMap((state, index) => {
      const { at, source } = state;
      if (!isRelaunch(states[index - 1]?.state, state.state) || !source) return [];
      const day = at ?? source.published;
      return day ? [{ what: 'relaunch' as const, at: day, source }] : [];
    }),
  ];
  const known = dated.filter((one) => one.at !== null).sort((a, b) => earliestDay(b.at!).localeCompare(earliestDay(a.at!)));
  return [...known, ...startOf(sheet.start, known.at(-1)?.at ?? null), ...dated.filter((one) => one.at === null)];
}

function startOf(start: PartialDate | null, firstTold: PartialDate | null): TimelineItem[] {
  if (!start) return [];
  const [from, to] = [yearOf(start) + 1, firstTold ? yearOf(firstTold) - 1 : 0];
  const silence: TimelineItem[] = to - from >= gapYears ? [{ what: 'gap', from, to }] : [];
  return [...silence, { what: 'start', at: start }];
}
