import { createAccount, findAccountByMail, grantMandate, openSession, signLink } from '~/modules/accounts/index.ts';
import { newId, sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { localizePath, translator, formatPartialDate, type Lang } from '~/platform/i18n/index.ts';
import { queueMail } from '~/platform/mail/queue.ts';
import { createProposal, recordChange, recordConfirmation, type FieldSpec, type Values } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { countSent, type Invitation } from './queries.ts';
import { mostADay, mostOpen, openDays } from './rules.ts';

export interface InvitationInput {
  sheetId: string;
  title: string;
  /** The authority that invites, as the mail names it. */
  host: string;
  bodyId: string;
  function: string;
  mail: string;
  lang: Lang;
}

export interface Around {
  origin: string;
  instanceName: string;
  /** Milliseconds. */
  now: number;
}

const dayMs = 86_400_000;

/** Writes to somebody abroad, in their language, with one signed link. The event tells that the partner is invited, never whom. */
export async function invitePartner(tx: Tx, actor: Actor, input: InvitationInput, around: Around): Promise<{ id: string } | { refused: 'many' | 'same' | 'today'; field: string }> {
  await tx.selectFrom('sheets').select('id').where('id', '=', input.sheetId).forUpdate().executeTakeFirstOrThrow();
  const sent = await countSent(tx, input.sheetId, input.mail, actor.accountId ?? null);
  if (sent.same > 0) return { refused: 'same', field: 'courriel' };
  if (sent.open >= mostOpen) return { refused: 'many', field: 'courriel' };
  if (sent.today >= mostADay) return { refused: 'today', field: 'courriel' };
  const id = newId();
  const expires = around.now + openDays * dayMs;
  await tx
    .insertInto('invitations')
    .values({
      id, sheet_id: input.sheetId, body_id: input.bodyId, function: input.function, mail: input.mail, lang: input.lang,
      account_id: actor.accountId ?? null, invited_by: actor.name, expires_at: Temporal.Instant.fromEpochMilliseconds(expires).toString(),
    })
    .execute();
  const token = await signLink(tx, 'invitation', { id }, expires);
  await queueMail(tx, { to: input.mail, kind: 'invitation', ...buildMail(input, token, expires, around) });
  await recordChange(tx, actor, input.sheetId, 'invited');
  return { id };
}

function buildMail({ lang, host, title, function: who }: InvitationInput, token: string, expires: number, { origin, instanceName }: Around) {
  const t = translator(messages, lang);
  const link = `${origin}${localizePath(lang, paths.guest.href({}, { jeton: token }))}`;
  const until = formatPartialDate(lang, { value: Temporal.Instant.fromEpochMilliseconds(expires).toString().slice(0, 10), precision: 'day' });
  return { subject: t('mail.subject', { host, title }), text: t('mail.text', { host, title, who, link, until, instance: instanceName }) };
}

/** No longer wanted: its link stops answering and the address is forgotten. */
export async function withdrawInvitation(tx: Tx, actor: Actor, sheetId: string, id: string): Promise<boolean> {
  const row = await tx.updateTable('invitations').set({ revoked_at: sql`now()`, mail: null })
    .where('id', '=', id).where('sheet_id', '=', sheetId).where('revoked_at', 'is', null).where('accepted_at', 'is', null).returning('id').executeTakeFirst();
  if (row) await recordChange(tx, actor, sheetId, 'revoked');
  return row !== undefined;
}

/** Whoever holds the mail speaks by their function, for their territory. */
export function guestOf({ function: name, bodyId }: Invitation): Actor {
  return { name, onBehalfOf: bodyId, role: 'partner' };
}

export async function acceptFacts(tx: Tx, invitation: Invitation): Promise<void> {
  await recordConfirmation(tx, guestOf(invitation), invitation.sheetId, invitation.bodyId);
  await tx.updateTable('invitations').set({ confirmed_at: sql`now()` }).where('id', '=', invitation.id).execute();
}

export interface Correction {
  fields: readonly FieldSpec[];
  values: Values;
  present: Values;
  version: number;
  comment: string;
}

/** A correction is proposed to the other side, never imposed. Null when nothing differs. */
export async function addCorrection(tx: Tx, invitation: Invitation, { fields, values, present, version, comment }: Correction): Promise<string | null> {
  const id = await createProposal(tx, guestOf(invitation), { sheetId: invitation.sheetId, act: 'edit', fields, sent: { values, sources: new Map(), comment }, present, version });
  if (id) await tx.updateTable('invitations').set({ proposed_at: sql`now()` }).where('id', '=', invitation.id).execute();
  return id;
}

export interface Joining {
  name: string;
  function: string;
  /** Who is signed in already. */
  accountId?: string;
  device: string;
}

export type Joined = { session: string } | { known: true } | { signedIn: true };

/**
 * The mail proves who holds it: an account with a mandate on their territory. An account that exists keeps its own ways
 * of signing in: a link of sixty days opens no session on it.
 */
export async function acceptInvitation(tx: Tx, invitation: Invitation, { name, function: title, accountId, device }: Joining): Promise<Joined | null> {
  const row = await tx.selectFrom('invitations').select(['mail', 'accepted_at']).where('id', '=', invitation.id).forUpdate().executeTakeFirstOrThrow();
  if (!row.mail || row.accepted_at) return null;
  const known = accountId ?? (await findAccountByMail(tx, row.mail))?.id;
  const holder = known ?? (await createAccount(tx, { mail: row.mail, name, title, lang: invitation.lang }));
  await grantMandate(tx, guestOf(invitation), { accountId: holder, role: 'partner', bodyId: invitation.bodyId, function: title });
  await tx.updateTable('invitations').set({ accepted_at: sql`now()`, mail: null }).where('id', '=', invitation.id).execute();
  if (accountId) return { signedIn: true };
  return known ? { known: true } : { session: await openSession(tx, holder, device) };
}
