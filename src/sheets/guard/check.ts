import type { Form } from '~/platform/http/form.ts';
import type { SheetAsk } from '../answer.tsx';
import { takeTurn, type Pace } from './pace.ts';
import { createStamp, findAge } from './stamp.ts';

/** Nobody reads a page, writes and sends in less. */
const leastMs = 3_000;

export type GuardRefusal = 'trap' | 'fast' | 'old' | 'often';

/** The signed hour to write in the form. */
export function openGuard(ask: SheetAsk): Promise<string> {
  return createStamp(ask.db, ask.now);
}

/**
 * Whether a form that anybody may send looks sent by a person; a refusal is told in words and loses nothing.
 * `stamp` is the one to draw again: the old one while it is good, so that somebody refused for haste only has to wait.
 * Ask it last: a post that passes is counted.
 */
export async function checkGuard(ask: SheetAsk, form: Form, action: string, paces: readonly Pace[]): Promise<{ refused: GuardRefusal | null; stamp: string }> {
  const given = form.text('marque');
  const age = await findAge(ask.db, given, ask.now);
  const stamp = age === null ? await createStamp(ask.db, ask.now) : given;
  const refused = (reason: GuardRefusal | null) => ({ refused: reason, stamp });
  if (form.text('site')) return refused('trap');
  if (age === null) return refused('old');
  if (age < leastMs) return refused('fast');
  const passes = await takeTurn(ask.primary, { action, sender: ask.client, paces, now: ask.now, today: ask.today });
  return refused(passes ? null : 'often');
}
