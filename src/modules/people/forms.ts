import { findPartialDate, type PartialDate } from '~/platform/dates/partial.ts';
import { readDate } from '~/platform/dates/typed.ts';
import type { Form } from '~/platform/http/form.ts';
import { hasLinks } from '~/sheets/index.ts';
import type { CardInput } from './card-commands.ts';
import { findStanding, offeredConsents, type Standing } from './rules.ts';

export type Refusals<Name extends string = string> = { name: string; code: Name }[];
export type CardRefusal = 'name.missing' | 'long' | 'mail.wrong' | 'mail.missing' | 'phone.wrong' | 'phone.missing' | 'links';
export type FunctionRefusal = 'function.missing' | 'long' | 'standing.missing' | 'standing.elected' | 'date.wrong' | 'date.order' | 'links';

/** What one typed on the card. The name is asked only of who wants it shown. */
export function readCardForm(form: Form): { input: CardInput; refused: Refusals<CardRefusal> } {
  const [firstName, lastName, mail, phone] = ['prenom', 'nom', 'courriel', 'telephone'].map((name) => form.text(name)) as [string, string, string, string];
  const agreed = offeredConsents.filter((field) => form.list('accord').includes(field));
  const refused: Refusals<CardRefusal> = [];
  for (const [name, text] of Object.entries({ prenom: firstName, nom: lastName, courriel: mail, telephone: phone })) if (text.length > 120) refused.push({ name, code: 'long' });
  // C11: what everybody reads of a person leads nowhere else.
  for (const [name, text] of Object.entries({ prenom: firstName, nom: lastName })) if (hasLinks(text)) refused.push({ name, code: 'links' });
  if (!lastName) refused.push({ name: 'nom', code: 'name.missing' });
  if (mail && !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(mail)) refused.push({ name: 'courriel', code: 'mail.wrong' });
  if (phone && !/^\+?[\d\s().-]{6,30}$/.test(phone)) refused.push({ name: 'telephone', code: 'phone.wrong' });
  if (agreed.includes('mail') && !mail) refused.push({ name: 'courriel', code: 'mail.missing' });
  if (agreed.includes('phone') && !phone) refused.push({ name: 'telephone', code: 'phone.missing' });
  return { input: { firstName, lastName, mail: mail || null, phone: phone || null, agreed }, refused };
}

export interface FunctionForm {
  function: string;
  standing?: Standing;
  body: string;
  since?: PartialDate;
  until?: PartialDate;
}

export function readFunctionForm(form: Form): { input: FunctionForm; refused: Refusals<FunctionRefusal> } {
  const refused: Refusals<FunctionRefusal> = [];
  const text = form.text('fonction');
  const body = form.text('organisme');
  if (!text) refused.push({ name: 'fonction', code: 'function.missing' });
  if (text.length > 200) refused.push({ name: 'fonction', code: 'long' });
  if (body.length > 200) refused.push({ name: 'organisme', code: 'long' });
  for (const [name, typed] of Object.entries({ fonction: text, organisme: body })) if (hasLinks(typed)) refused.push({ name, code: 'links' });
  const standing = findStanding(form.text('qualite'));
  if (!standing) refused.push({ name: 'qualite', code: 'standing.missing' });
  const since = readTyped(form.text('depuis'));
  const until = readTyped(form.text('jusqua'));
  if (since === null) refused.push({ name: 'depuis', code: 'date.wrong' });
  if (until === null) refused.push({ name: 'jusqua', code: 'date.wrong' });
  if (since && until && until.value.localeCompare(since.value.slice(0, until.value.length)) < 0) refused.push({ name: 'jusqua', code: 'date.order' });
  return { input: { function: text, body, ...(standing ? { standing } : {}), ...(since ? { since } : {}), ...(until ? { until } : {}) }, refused };
}

/** Null: something was typed, and it is no date. */
export function readTyped(text: string): PartialDate | null | undefined {
  if (!text) return undefined;
  return readDate(text) ?? null;
}

export const todayAsDate = (today: string): PartialDate => findPartialDate(today)!;
