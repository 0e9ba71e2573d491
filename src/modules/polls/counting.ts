import type { Ballot, Method, PollOption, Result, ResultLine, Rule } from './types.ts';

interface Counted {
  method: Method;
  rule: Rule | null;
  options: readonly PollOption[];
  electors: number;
}

/** Counts what was voted. The rule of each method is a sentence of the messages (`rule.<name>`), shown with each result. */
export function buildResult({ method, rule, options, electors }: Counted, ballots: readonly Ballot[]): Result {
  const base = { electors, voted: ballots.length, others: countOthers(ballots) };
  if (method === 'dates') return { ...base, ...orderDates(options, ballots) };
  if (rule === 'runoff') return { ...base, ...runOff(options, ballots) };
  const score = rule === 'borda' ? (rank: number) => options.length - rank : () => 1;
  return { ...base, ...order(options.map(({ id, label }) => ({ id, label, n: sum(ballots, (ballot) => (ballot.choices[id] ? score(ballot.choices[id]) : 0)) })), base.others) };
}

const sum = (ballots: readonly Ballot[], of: (ballot: Ballot) => number) => ballots.reduce((total, ballot) => total + of(ballot), 0);

/** A free answer that more people gave than any option comes first too: it has no id, its words stand for it. */
function order(lines: ResultLine[], others: Result['others']): Pick<Result, 'lines' | 'first'> {
  lines.sort((a, b) => b.n - a.n);
  const most = Math.max(0, ...lines.map(({ n }) => n), ...others.map(({ n }) => n));
  const first = [...lines.filter(({ n }) => n === most).map(({ id }) => id), ...others.filter(({ n }) => n === most).map(({ text }) => text)];
  return { lines, first: most === 0 ? [] : first };
}

/** The most « yes », then the fewest « no ». */
function orderDates(options: readonly PollOption[], ballots: readonly Ballot[]): Pick<Result, 'lines' | 'first'> {
  const count = (id: string, value: number) => ballots.filter((ballot) => (ballot.choices[id] ?? 0) === value).length;
  const lines = options.map(({ id, label }) => ({ id, label, n: count(id, 2), ifNeedBe: count(id, 1), no: count(id, 0) }));
  const compare = (a: (typeof lines)[number], b: (typeof lines)[number]) => b.n - a.n || a.no - b.no;
  lines.sort(compare);
  const best = lines[0];
  return { lines, first: best && ballots.length > 0 && best.n + best.ifNeedBe > 0 ? lines.filter((line) => compare(line, best) === 0).map(({ id }) => id) : [] };
}

/** Each ballot counts for its best option that is still there; the last ones leave, all those that are equal together, until one has more than half. */
function runOff(options: readonly PollOption[], ballots: readonly Ballot[]): Pick<Result, 'lines' | 'first' | 'rounds'> {
  let standing = options.map(({ id }) => id);
  const rounds: NonNullable<Result['rounds']> = [];
  const last = new Map<string, { n: number; round: number }>();
  for (;;) {
    const counts = Object.fromEntries(standing.map((id) => [id, ballots.filter((ballot) => bestOf(ballot, standing) === id).length]));
    const votes = Object.values(counts);
    const most = Math.max(0, ...votes);
    const least = Math.min(...votes);
    for (const id of standing) last.set(id, { n: counts[id]!, round: rounds.length });
    // All equal, or a majority: nobody else leaves.
    const isOver = most === least || most * 2 > votes.reduce((a, b) => a + b, 0);
    const out = isOver ? [] : standing.filter((id) => counts[id] === least);
    rounds.push({ counts, out });
    if (isOver) {
      const lines = options.map(({ id, label }) => ({ id, label, n: last.get(id)!.n })).sort((a, b) => last.get(b.id)!.round - last.get(a.id)!.round || b.n - a.n);
      return { lines, rounds, first: most === 0 ? [] : standing.filter((id) => counts[id] === most) };
    }
    standing = standing.filter((id) => !out.includes(id));
  }
}

function bestOf({ choices }: Ballot, standing: readonly string[]): string | undefined {
  return standing.filter((id) => choices[id]).sort((a, b) => choices[a]! - choices[b]!)[0];
}

/** « Agora » and « agora » are one answer, said as it was first. */
function countOthers(ballots: readonly Ballot[]): Result['others'] {
  const found = new Map<string, { text: string; n: number }>();
  for (const { other } of ballots) {
    if (!other) continue;
    const key = other.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
    const known = found.get(key);
    if (known) known.n += 1;
    else found.set(key, { text: other, n: 1 });
  }
  return [...found.values()].sort((a, b) => b.n - a.n || a.text.localeCompare(b.text, 'fr'));
}
