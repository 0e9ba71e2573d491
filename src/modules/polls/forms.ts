import type { Form } from '~/platform/http/form.ts';
import type { Ballot, Choices, Poll } from './types.ts';

/** Names of the ballot's fields: one for all answers, or one an option. */
export const fieldOf = { choice: 'choix', other: 'autre', rank: (id: string) => `rang.${id}`, day: (id: string) => `jour.${id}`, code: 'code' };
/** The value of « autre » among the answers. */
export const otherValue = 'autre';

export type BallotError = { code: 'choose' | 'many' | 'other' | 'otherLong' | 'rank' | 'ranks'; field: string };

/** What the page shows again, with what was wrong. */
export interface RefusedBallot {
  error: { code: BallotError['code'] | 'over' | 'colleague' | 'code'; field: string };
  /** What was typed. */
  ballot: Ballot | null;
}

export interface TypedBallot {
  ballot: Ballot;
  error: BallotError | null;
}

/** What was ticked, as it is shown again when it is refused. */
export function readBallot(poll: Poll, form: Form): TypedBallot {
  if (poll.method === 'ranked') return readRanks(poll, form);
  if (poll.method === 'dates') {
    const choices = Object.fromEntries(poll.options.map(({ id }) => [id, Number(/^[012]$/.exec(form.text(fieldOf.day(id)))?.[0] ?? 0)]));
    const isEmpty = poll.options.every(({ id }) => form.text(fieldOf.day(id)) === '');
    return { ballot: { choices, other: null }, error: isEmpty ? { code: 'choose', field: fieldOf.day(poll.options[0]!.id) } : null };
  }
  const ticked = new Set(form.list(fieldOf.choice));
  const chosen = poll.options.filter(({ id }) => ticked.has(id)).map(({ id }) => id).slice(0, poll.method === 'single' ? 1 : undefined);
  const isOther = poll.other && (ticked.has(otherValue) || (form.text(fieldOf.other) !== '' && (poll.method === 'multiple' || chosen.length === 0)));
  const other = isOther ? form.text(fieldOf.other) : '';
  const ballot: Ballot = { choices: poll.method === 'single' && isOther ? {} : Object.fromEntries(chosen.map((id) => [id, 1])), other: other || null };
  return { ballot, error: findWrong(poll, ballot, isOther, other) };
}

function findWrong(poll: Poll, { choices }: Ballot, isOther: boolean, other: string): BallotError | null {
  const n = Object.keys(choices).length + Number(isOther);
  if (isOther && other === '') return { code: 'other', field: fieldOf.other };
  if (other.length > 80) return { code: 'otherLong', field: fieldOf.other };
  if (n === 0) return { code: 'choose', field: fieldOf.choice };
  return poll.most !== null && n > poll.most ? { code: 'many', field: fieldOf.choice } : null;
}

/** Ranks from 1, each once; what is not ranked comes after all the rest. A hole closes: 1, 3 are 1, 2. */
function readRanks(poll: Poll, form: Form): TypedBallot {
  const typed = poll.options.map(({ id }) => ({ id, rank: Number(form.text(fieldOf.rank(id))) })).filter(({ rank }) => Number.isInteger(rank) && rank >= 1 && rank <= poll.options.length);
  const choices: Choices = Object.fromEntries(typed.map(({ id, rank }) => [id, rank]));
  const ballot = { choices, other: null };
  if (typed.length === 0) return { ballot, error: { code: 'ranks', field: fieldOf.rank(poll.options[0]!.id) } };
  const twice = typed.find(({ rank }, index) => typed.findIndex((one) => one.rank === rank) < index);
  if (twice) return { ballot, error: { code: 'rank', field: fieldOf.rank(twice.id) } };
  const ordered = typed.sort((a, b) => a.rank - b.rank);
  return { ballot: { choices: Object.fromEntries(ordered.map(({ id }, index) => [id, index + 1])), other: null }, error: null };
}
