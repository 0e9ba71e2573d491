import { readDate } from '~/platform/dates/typed.ts';
import type { Form } from '~/platform/http/form.ts';
import { findWrongDays, followUpKinds, most, type FollowUpKind, type WrongDay } from '../rules.ts';
import type { FollowUpInput } from './commands.ts';

export type FollowUpFault = 'followUp.missing' | 'followUp.long' | 'owner.missing' | 'short.long' | 'due.wrong' | 'due.weekday' | 'kind.missing';

export interface TypedFollowUp {
  kind: string;
  text: string;
  holder: string;
  owner: string;
  due: string;
}

/** The words of the form, French as every field name. */
const kindOf: Record<string, FollowUpKind> = { decision: 'decision', suite: 'follow-up' };
export const codeOfKind = (kind: FollowUpKind): string => Object.keys(kindOf).find((code) => kindOf[code] === kind)!;
export const kindCodes = followUpKinds.map(codeOfKind);

/** A decision may have no owner; somebody sees to a follow-up. The day may be written with its weekday, which is then checked. */
export function readFollowUp(form: Form, owners: readonly (readonly [string, string])[]): { typed: TypedFollowUp; fault?: { field: string; code: FollowUpFault; day?: WrongDay }; input: FollowUpInput } {
  const typed = { kind: form.text('nature'), text: form.text('suite'), holder: form.text('porteur'), owner: form.text('autre'), due: form.text('echeance') };
  const kind = Object.hasOwn(kindOf, typed.kind) ? kindOf[typed.kind]! : undefined;
  const [wrongDay] = findWrongDays(typed.due);
  const due = typed.due ? readDate(typed.due.replace(/^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+/i, '')) : undefined;
  const known = owners.some(([value]) => value === typed.holder) ? typed.holder : '';
  const input: FollowUpInput = {
    kind: kind ?? 'follow-up', text: typed.text, due: due?.precision === 'day' ? due.value : null, owner: known ? null : typed.owner || null,
    bodyId: known.startsWith('body:') ? known.slice(5) : null, accountId: known.startsWith('account:') ? known.slice(8) : null,
  };
  const fault = (field: string, code: FollowUpFault, day?: WrongDay) => ({ typed, input, fault: { field, code, ...(day ? { day } : {}) } });
  if (!kind) return fault('nature', 'kind.missing');
  if (!typed.text) return fault('suite', 'followUp.missing');
  if (typed.text.length > most.followUp) return fault('suite', 'followUp.long');
  if (typed.owner.length > most.short) return fault('autre', 'short.long');
  if (kind === 'follow-up' && !known && !typed.owner) return fault('porteur', 'owner.missing');
  if (wrongDay) return fault('echeance', 'due.weekday', wrongDay);
  if (typed.due && !input.due) return fault('echeance', 'due.wrong');
  return { typed, input };
}
