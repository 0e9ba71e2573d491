import { isId, sql, type Read } from '~/platform/db/index.ts';
import { pageSize, type Basis } from './rules.ts';

export interface ListLine {
  id: string;
  name: string;
  contacts: number;
}

export async function listLists(db: Read, bodyId: string): Promise<ListLine[]> {
  const { rows } = await sql<ListLine>`
    select l.id, l.name, (select count(*) from contact_entries e where e.list_id = l.id) as contacts
    from contact_lists l where l.body_id = ${bodyId}::uuid order by plain(l.name)`.execute(db);
  return rows;
}

export async function findList(db: Read, bodyId: string, id: string): Promise<ListLine | undefined> {
  return isId(id) ? (await listLists(db, bodyId)).find((one) => one.id === id) : undefined;
}

export interface Contact {
  id: string;
  mail: string;
  name: string;
  function: string;
  organisation: string;
  note: string;
  origin: string;
  basis: Basis;
  basisOn: string;
  lists: string[];
}

const columns = sql`c.id, c.mail, c.name, c.function, c.organisation, c.note, c.origin, c.basis, c.basis_on as "basisOn",
  array(select list_id::text from contact_entries e where e.contact_id = c.id) as lists`;

/** In the order of names; of one list, or all. */
export async function listContacts(db: Read, bodyId: string, { listId, page = 1 }: { listId?: string; page?: number }): Promise<{ contacts: Contact[]; total: number }> {
  const where = sql`c.body_id = ${bodyId}::uuid ${listId === undefined ? sql`` : sql`and exists (select 1 from contact_entries e where e.contact_id = c.id and e.list_id = ${listId}::uuid)`}`;
  const [contacts, total] = await Promise.all([
    sql<Contact>`select ${columns} from contact_cards c where ${where} order by plain(c.name), c.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db),
    sql<{ n: number }>`select count(*) as n from contact_cards c where ${where}`.execute(db),
  ]);
  return { contacts: contacts.rows, total: total.rows[0]!.n };
}

export async function findContact(db: Read, bodyId: string, id: string): Promise<Contact | undefined> {
  if (!isId(id)) return undefined;
  return (await sql<Contact>`select ${columns} from contact_cards c where c.body_id = ${bodyId}::uuid and c.id = ${id}::uuid`.execute(db)).rows[0];
}
