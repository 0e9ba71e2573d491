import { findAccountByMail, signLink } from '~/modules/accounts/index.ts';
import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { formatPartialDate, localizePath, translator, type Lang } from '~/platform/i18n/index.ts';
import { queueMail } from '~/platform/mail/queue.ts';
import { tellAccounts } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Group } from '../queries.ts';
import { joinGroup } from './commands.ts';
import { listInvitableBodies } from './queries.ts';

/** Days in which an invitation may be answered; mails that one account may send in a day. */
const openDays = 60;
const mostADay = 40;
const dayMs = 86_400_000;

export interface InvitationInput {
  mail: string;
  standing: 'member' | 'guest';
  /** A guest's last day, ISO. */
  until: string | null;
  word: string | null;
  lang: Lang;
}

export interface Around {
  origin: string;
  instanceName: string;
  /** Milliseconds. */
  now: number;
}

/** Writes to an address, whether somebody has an account with it or not: whoever invites does not learn which. */
export async function inviteByMail(tx: Tx, actor: Actor, group: Group, input: InvitationInput, around: Around): Promise<null | { refused: 'invited.same' | 'invited.in' | 'invited.many' }> {
  // one after the other: two clicks write one mail
  await tx.selectFrom('sheets').select('id').where('id', '=', group.id).forUpdate().execute();
  const { rows } = await sql<{ same: number; today: number }>`select
    count(*) filter (where group_id = ${group.id}::uuid and lower(mail) = lower(${input.mail}) and outcome is null and expires_at > now())::integer as same,
    count(*) filter (where inviter_id = ${actor.accountId ?? null}::uuid and created_at > now() - interval '1 day')::integer as today from group_invitations`.execute(tx);
  if (rows[0]!.same > 0) return { refused: 'invited.same' };
  if (rows[0]!.today >= mostADay) return { refused: 'invited.many' };
  if (await isIn(tx, group.id, input)) return { refused: 'invited.in' };
  const id = newId();
  const expires = around.now + openDays * dayMs;
  await tx
    .insertInto('group_invitations')
    .values({
      id, group_id: group.id, mail: input.mail, standing: input.standing, until: input.until, word: input.word, invited_by: actor.name, inviter_id: actor.accountId ?? null,
      expires_at: Temporal.Instant.fromEpochMilliseconds(expires).toString(),
    })
    .execute();
  const token = await signLink(tx, 'group-invitation', { id }, expires);
  await queueMail(tx, { to: input.mail, kind: 'group-invitation', ...buildMail(actor, group, input, around.origin + localizePath(input.lang, paths.invitation.href({ id }, { jeton: token })), around) });
  await recordEvent(tx, { name: 'room.invited', actor });
  return null;
}

/** Somebody of the group under this address: whoever leads reads the list of its people anyway. */
async function isIn(tx: Tx, groupId: string, { mail, standing }: InvitationInput): Promise<boolean> {
  const account = await findAccountByMail(tx, mail);
  if (!account) return false;
  const row = await tx.selectFrom('group_places').select('standing').where('group_id', '=', groupId).where('account_id', '=', account.id).executeTakeFirst();
  return row !== undefined && (row.standing === 'member' || standing === 'guest');
}

function buildMail(actor: Actor, group: Group, { lang, standing, until, word }: InvitationInput, link: string, { instanceName }: Around) {
  const t = translator(messages, lang);
  const values = { group: group.title, by: actor.name, instance: instanceName };
  const lines = [
    t('mail.hello'), t(`mail.invited.${standing}`, values), word ? t('mail.invited.word', { word }) : null,
    until ? t('mail.invited.until', { date: formatPartialDate(lang, { value: until, precision: 'day' }) }) : null,
    `${t('mail.invited.link')}\n${link}`, t('mail.invited.why', { ...values, days: openDays }),
  ];
  return { subject: t('mail.invited.subject', values), text: lines.filter((line) => line !== null).join('\n\n') };
}

/** Agents and elected officials of several authorities at once: those with an account are told where they read their news. */
export async function inviteBodies(tx: Tx, actor: Actor, group: Group, bodyIds: readonly string[], now: number): Promise<number> {
  // one after the other: two clicks invite once
  await tx.selectFrom('sheets').select('id').where('id', '=', group.id).forUpdate().execute();
  const bodies = bodyIds.length ? await listInvitableBodies(tx, group.id, group.hostId, bodyIds) : [];
  const people = await listInvitable(tx, group.id, bodies.map(({ id }) => id));
  const expires_at = Temporal.Instant.fromEpochMilliseconds(now + openDays * dayMs).toString();
  for (const { account, body } of people) {
    const id = newId();
    await tx.insertInto('group_invitations').values({ id, group_id: group.id, account_id: account, body_id: body, standing: 'member', invited_by: actor.name, inviter_id: actor.accountId ?? null, expires_at }).execute();
    await tellAccounts(tx, { name: 'room.invited', sheetId: group.id, actor }, { accounts: [account], path: paths.invitation.href({ id }), label: group.title, quiet: true });
  }
  return people.length;
}

/** Who speaks for these bodies and is neither in the group nor invited: once a person, for the first body that names them. */
async function listInvitable(tx: Tx, groupId: string, bodyIds: readonly string[]): Promise<{ account: string; body: string }[]> {
  const { rows } = await sql<{ account: string; body: string }>`
    select distinct on (m.account_id) m.account_id as account, m.body_id as body
    from unnest(${[...bodyIds]}::uuid[]) with ordinality as b (id, place)
    join mandates m on m.body_id = b.id and m.role in ('agent', 'elected') and m.ended_at is null and m.since <= current_date and (m.until is null or m.until >= current_date)
    join accounts a on a.id = m.account_id and a.closed_at is null
    where not exists (select 1 from group_places g where g.group_id = ${groupId}::uuid and g.account_id = m.account_id and g.standing = 'member')
      and not exists (select 1 from group_invitations i where i.group_id = ${groupId}::uuid and i.account_id = m.account_id and i.outcome is null and i.expires_at > now())
    order by m.account_id, b.place`.execute(tx);
  return rows;
}

/** Once: the address is forgotten, the person is in. False when it was answered, withdrawn, or too late. */
export async function acceptInvitation(tx: Tx, actor: Actor, id: string, accountId: string, bodyId: string | null): Promise<boolean> {
  const row = await closeInvitation(tx, id, 'accepted');
  if (!row) return false;
  await joinGroup(tx, actor, { groupId: row.group_id, accountId, bodyId: row.standing === 'guest' ? null : bodyId, standing: row.standing as 'member' | 'guest', ...(row.until ? { until: row.until } : {}) });
  await recordEvent(tx, { name: 'room.joined', actor });
  return true;
}

export async function declineInvitation(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const row = await closeInvitation(tx, id, 'declined');
  if (row) await recordEvent(tx, { name: 'room.declined', actor });
  return row !== undefined;
}

/** No longer wanted: its link stops answering and the address is forgotten. */
export async function withdrawInvitation(tx: Tx, actor: Actor, groupId: string, id: string): Promise<boolean> {
  const row = await closeInvitation(tx, id, 'withdrawn', groupId);
  if (row) await recordEvent(tx, { name: 'room.withdrawn', actor });
  return row !== undefined;
}

function closeInvitation(tx: Tx, id: string, outcome: 'accepted' | 'declined' | 'withdrawn', groupId?: string) {
  return tx
    .updateTable('group_invitations')
    .set({ outcome, answered_at: sql`now()`, mail: null, word: null })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .$if(groupId !== undefined, (query) => query.where('group_id', '=', groupId!))
    .returning(['group_id', 'standing', 'until'])
    .executeTakeFirst();
}
