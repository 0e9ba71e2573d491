import { createHmac } from 'node:crypto';
import { signCodes } from '~/modules/accounts/index.ts';
import { newId, sql, type Read, type Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import type { ContactWords } from './lines.ts';
import { mostContacts, mostLists, type Basis } from './rules.ts';

/** Where it comes from, and by what right it is kept. */
export interface Origin {
  origin: string;
  basis: Basis;
  basisOn: string;
}

/** No body, no sheet: an event never says who keeps whose address. */
export async function record(tx: Tx, actor: Actor, name: string): Promise<void> {
  await recordEvent(tx, { name, actor: { ...actor, onBehalfOf: undefined } });
}

export type ListRefusal = 'name.taken' | 'lists.many';

export async function createList(tx: Tx, actor: Actor, bodyId: string, name: string): Promise<{ id: string } | { refused: ListRefusal }> {
  const { n } = await tx.selectFrom('contact_lists').select((eb) => eb.fn.countAll<number>().as('n')).where('body_id', '=', bodyId).executeTakeFirstOrThrow();
  if (n >= mostLists) return { refused: 'lists.many' };
  const row = await tx.insertInto('contact_lists').values({ id: newId(), body_id: bodyId, name, created_by: actor.name }).onConflict((oc) => oc.doNothing()).returning('id').executeTakeFirst();
  if (!row) return { refused: 'name.taken' };
  await record(tx, actor, 'contact.list');
  return row;
}

/** The list goes; its contacts stay, in their other lists or in none. */
export async function removeList(tx: Tx, actor: Actor, bodyId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('contact_lists').where('id', '=', id).where('body_id', '=', bodyId).executeTakeFirst();
  if (numDeletedRows > 0n) await record(tx, actor, 'contact.list-removed');
  return numDeletedRows > 0n;
}

/** What is kept of an address whose owner asked to be erased: enough to recognise it, not to find it. */
async function digestMails(db: Read, bodyId: string, mails: readonly string[]): Promise<Buffer[]> {
  const [key] = await signCodes(db, 'contact-refusal', [bodyId]);
  return mails.map((mail) => createHmac('sha256', key!).update(mail.toLowerCase()).digest());
}

export interface Known {
  /** Addresses in small letters. */
  known: Set<string>;
  refused: Set<string>;
}

/** Which of these addresses this body has, and which asked not to be written to. */
export async function findKnown(db: Read, bodyId: string, mails: readonly string[]): Promise<Known> {
  const lower = [...new Set(mails.map((mail) => mail.toLowerCase()))];
  if (lower.length === 0) return { known: new Set(), refused: new Set() };
  const digests = await digestMails(db, bodyId, lower);
  const [known, refused] = await Promise.all([
    sql<{ mail: string }>`select lower(mail) as mail from contact_cards where body_id = ${bodyId}::uuid and lower(mail) = any(${lower}::text[])`.execute(db),
    sql<{ digest: Buffer }>`select digest from contact_refusals where body_id = ${bodyId}::uuid and digest = any(${digests}::bytea[])`.execute(db),
  ]);
  const hex = new Set(refused.rows.map(({ digest }) => digest.toString('hex')));
  return { known: new Set(known.rows.map((row) => row.mail)), refused: new Set(lower.filter((_, index) => hex.has(digests[index]!.toString('hex')))) };
}

export interface Written {
  added: number;
  completed: number;
  refused: number;
}

/** One statement a hundred contacts: a known address is completed where it was empty, never overwritten; all join these lists. */
export async function addContacts(tx: Tx, actor: Actor, bodyId: string, contacts: readonly ContactWords[], from: Origin, listIds: readonly string[]): Promise<Written | { refused: 'contacts.many' }> {
  const { known, refused } = await findKnown(tx, bodyId, contacts.map((one) => one.mail));
  const kept = [...new Map(contacts.filter((one) => !refused.has(one.mail.toLowerCase())).map((one) => [one.mail.toLowerCase(), one])).values()];
  const { n } = await tx.selectFrom('contact_cards').select((eb) => eb.fn.countAll<number>().as('n')).where('body_id', '=', bodyId).executeTakeFirstOrThrow();
  if (n + kept.length - known.size > mostContacts) return { refused: 'contacts.many' };
  const column = (key: keyof ContactWords) => sql`${kept.map((one) => one[key])}::text[]`;
  const { rows } = await sql<{ id: string }>`
    insert into contact_cards as c (id, body_id, mail, name, function, organisation, note, origin, basis, basis_on)
    select i.id, ${bodyId}::uuid, i.mail, i.name, i.held, i.organisation, i.note, ${from.origin}, ${from.basis}, ${from.basisOn}::date
    from unnest(${kept.map(() => newId())}::uuid[], ${column('mail')}, ${column('name')}, ${column('function')}, ${column('organisation')}, ${column('note')}) as i (id, mail, name, held, organisation, note)
    on conflict (body_id, lower(mail)) do update set
      name = coalesce(nullif(c.name, ''), excluded.name), function = coalesce(nullif(c.function, ''), excluded.function),
      organisation = coalesce(nullif(c.organisation, ''), excluded.organisation), note = coalesce(nullif(c.note, ''), excluded.note), used_at = now()
    returning c.id`.execute(tx);
  await addEntries(tx, bodyId, rows.map(({ id }) => id), listIds);
  await record(tx, actor, 'contact.added');
  const completed = kept.filter((one) => known.has(one.mail.toLowerCase())).length;
  return { added: kept.length - completed, completed, refused: refused.size };
}

async function addEntries(tx: Tx, bodyId: string, contactIds: readonly string[], listIds: readonly string[]): Promise<void> {
  await sql`insert into contact_entries (list_id, contact_id) select l.id, c from contact_lists l, unnest(${[...contactIds]}::uuid[]) as c
    where l.body_id = ${bodyId}::uuid and l.id = any(${[...listIds]}::uuid[]) on conflict do nothing`.execute(tx);
}

export type ContactInput = ContactWords & Origin;

/** Other words, and exactly these lists. The address of another contact is refused. */
export async function updateContact(tx: Tx, actor: Actor, bodyId: string, id: string, input: ContactInput, listIds: readonly string[]): Promise<'done' | 'taken' | 'absent'> {
  const taken = await sql`select 1 from contact_cards where body_id = ${bodyId}::uuid and lower(mail) = lower(${input.mail}) and id <> ${id}::uuid`.execute(tx);
  if (taken.rows.length > 0) return 'taken';
  const { numUpdatedRows } = await tx.updateTable('contact_cards')
    .set({ mail: input.mail, name: input.name, function: input.function, organisation: input.organisation, note: input.note, origin: input.origin, basis: input.basis, basis_on: input.basisOn, used_at: sql`now()` })
    .where('id', '=', id).where('body_id', '=', bodyId).executeTakeFirst();
  if (numUpdatedRows === 0n) return 'absent';
  await tx.deleteFrom('contact_entries').where('contact_id', '=', id).execute();
  await addEntries(tx, bodyId, [id], listIds);
  await record(tx, actor, 'contact.updated');
  return 'done';
}

export async function removeContact(tx: Tx, actor: Actor, bodyId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('contact_cards').where('id', '=', id).where('body_id', '=', bodyId).executeTakeFirst();
  if (numDeletedRows > 0n) await record(tx, actor, 'contact.removed');
  return numDeletedRows > 0n;
}

/** At the person's own request: nothing of them stays with this body but a digest, and the answer that was counted. */
export async function eraseMail(tx: Tx, bodyId: string, mail: string): Promise<void> {
  const [digest] = await digestMails(tx, bodyId, [mail]);
  await tx.insertInto('contact_refusals').values({ body_id: bodyId, digest: digest! }).onConflict((oc) => oc.doNothing()).execute();
  await sql`delete from contact_cards where body_id = ${bodyId}::uuid and lower(mail) = lower(${mail})`.execute(tx);
  await sql`update contact_guests set mail = null, name = '', function = '', organisation = '', reminder_due = false, sent_at = coalesce(sent_at, now())
    where body_id = ${bodyId}::uuid and lower(mail) = lower(${mail})`.execute(tx);
  await recordEvent(tx, { name: 'contact.erased', actor: { name: 'contact' } });
}
