import { signLink } from '~/modules/accounts/index.ts';
import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { formatDay, translator } from '~/platform/i18n/index.ts';
import { queueMail } from '~/platform/mail/queue.ts';
import { tellAccounts } from '~/sheets/index.ts';
import type { Writing } from '../access.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { addErratum } from '../publishing/notes.ts';
import type { SpeakerAccount } from './queries.ts';

export interface ReviewInput {
  /** ISO day. */
  until: string;
  speakers: readonly SpeakerAccount[];
  /** By role: addresses of those without an account, as the organisers gave them. */
  mails: ReadonlyMap<string, string>;
}

const dayMs = 86_400_000;

/** Each speaker is asked to read their own words again: by their digest, or by one signed link. Asking again asks the others only. */
export async function inviteReview(tx: Tx, actor: Actor, { sheet, at }: Writing, { until, speakers, mails }: ReviewInput, around: { origin: string; instanceName: string }): Promise<number> {
  const { numUpdatedRows } = await tx.updateTable('minutes').set({ state: 'review', review_until: until }).where('sheet_id', '=', sheet.id).where('state', '<>', 'published').executeTakeFirst();
  if (!numUpdatedRows) return 0;
  const asked = speakers.filter(({ roleId, accountId }) => accountId !== null || mails.has(roleId));
  const known = asked.length === 0 ? [] : await tx
    .insertInto('minutes_reviewers')
    .values(asked.map(({ roleId, accountId }) => ({ sheet_id: sheet.id, role_id: roleId, account_id: accountId, mail: accountId ? null : mails.get(roleId)! })))
    .onConflict((oc) => oc.doNothing())
    .returning(['role_id', 'account_id', 'mail'])
    .execute();
  const accounts = known.flatMap(({ account_id }) => account_id ?? []);
  await tellAccounts(tx, { name: 'minutes.review', sheetId: sheet.id, actor }, { accounts, path: paths.words.href(at), label: sheet.title, quiet: true });
  for (const { role_id, mail } of known) if (mail) await sendLink(tx, { roleId: role_id, mail, title: sheet.title, until }, around);
  return known.length;
}

/** In French, like the minutes: whoever spoke there was heard in French. */
async function sendLink(tx: Tx, { roleId, mail, title, until }: { roleId: string; mail: string; title: string; until: string }, { origin, instanceName }: { origin: string; instanceName: string }): Promise<void> {
  const t = translator(messages, 'fr');
  const token = await signLink(tx, 'minutes', { role: roleId }, Temporal.PlainDate.from(until).toZonedDateTime('Europe/Paris').epochMilliseconds + 30 * dayMs);
  const day = formatDay('fr', until, { dateStyle: 'long' });
  await queueMail(tx, {
    to: mail, kind: 'minutes-review', subject: t('mail.subject', { title }),
    text: [t('mail.hello'), t('mail.asked', { title, instance: instanceName }), `${t('mail.read', { day })}\n${origin}${paths.guest.href({}, { jeton: token })}`, t('mail.own'), t('mail.why')].join('\n\n'),
  });
}

/** Of one's own words: the handler knows whose they are. A newer one takes the place of the one that waited. */
export async function addCorrection(tx: Tx, actor: Actor, { sheetId, roleId, text, accountId }: { sheetId: string; roleId: string; text: string; accountId: string | null }): Promise<void> {
  await tx.deleteFrom('minutes_corrections').where('role_id', '=', roleId).where('state', '=', 'waiting').execute();
  await tx.insertInto('minutes_corrections').values({ id: newId(), sheet_id: sheetId, role_id: roleId, text, account_id: accountId }).execute();
  await recordEvent(tx, { name: 'minutes.correction', actor });
}

/** « Rien à corriger » */
export async function acceptWords(tx: Tx, actor: Actor, roleIds: readonly string[]): Promise<void> {
  await tx.updateTable('minutes_reviewers').set({ agreed_at: sql<string>`now()` }).where('role_id', 'in', [...roleIds]).where('agreed_at', 'is', null).execute();
  await recordEvent(tx, { name: 'minutes.agreed', actor });
}

/** Accepted: in a draft the words change; beside published minutes an erratum says what to read. */
export async function closeCorrection(tx: Tx, actor: Actor, writing: Writing, id: string, { accept, today }: { accept: boolean; today: string }): Promise<boolean> {
  const { sheet, at } = writing;
  const row = await tx
    .updateTable('minutes_corrections')
    .set({ state: accept ? 'accepted' : 'declined', decided_at: sql<string>`now()`, decided_by: actor.name })
    .where('id', '=', id).where('sheet_id', '=', sheet.id).where('state', '=', 'waiting')
    .returning(['role_id', 'text', 'account_id']).executeTakeFirst();
  if (!row) return false;
  if (accept && writing.state === 'published') await addErratum(tx, actor, sheet, { text: row.text, dated: today, roleId: row.role_id });
  else if (accept) await writeWords(tx, actor, sheet.id, row.role_id, row.text);
  const name = accept ? 'minutes.correction-accepted' : 'minutes.correction-declined';
  await tellAccounts(tx, { name, sheetId: sheet.id, actor }, { accounts: row.account_id ? [row.account_id] : [], path: paths.words.href(at), label: sheet.title, quiet: true });
  return true;
}

async function writeWords(tx: Tx, actor: Actor, sheetId: string, roleId: string, text: string): Promise<void> {
  const { version } = await tx.updateTable('meeting_roles').set((eb) => ({ reported: text, version: eb('version', '+', 1) })).where('id', '=', roleId).returning('version').executeTakeFirstOrThrow();
  await tx.insertInto('minutes_versions').values({ sheet_id: sheetId, unit: roleId, version, fields: JSON.stringify({ dit: text }), author: actor.name, account_id: actor.accountId ?? null }).execute();
}
