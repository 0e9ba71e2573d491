import { isId, sql, type Read } from '~/platform/db/index.ts';
import { toDate, visibleTo, type Reader } from '~/sheets/index.ts';
import { listListed } from './directory.ts';
import type { FunctionHeld } from './functions.ts';
import { offeredConsents, type OfferedConsent, type Standing } from './rules.ts';

/** Somebody as the directory shows them to one audience. */
export interface Card {
  id: string;
  /** Null: listed by function only. */
  name: string | null;
  functions: FunctionHeld[];
  mail: string | null;
  phone: string | null;
}

/** What members read of somebody, or what everybody does; undefined when they read nothing. Contacts are for members. */
export async function findCard(db: Read, reader: Reader, id: string, audience: 'members' | 'public'): Promise<Card | undefined> {
  if (!isId(id)) return undefined;
  const functions = (await listListed(db, reader, [id], audience)).get(id);
  if (!functions) return undefined;
  const { rows } = await sql<{ name: string | null; mail: string | null; phone: string | null }>`
    select (select max(d.name) from directory d where d.person_id = p.id and (d.is_public or ${audience === 'members'})) as name,
      case when exists (select 1 from person_consents c where c.person_id = p.id and c.field = 'mail' and c.withdrawn_at is null) then p.mail end as mail,
      case when exists (select 1 from person_consents c where c.person_id = p.id and c.field = 'phone' and c.withdrawn_at is null) then p.phone end as phone
    from people p where p.id = ${id}`.execute(db);
  const row = rows[0]!;
  return { id, functions, name: row.name, mail: audience === 'members' ? row.mail : null, phone: audience === 'members' ? row.phone : null };
}

export interface ConsentKept {
  given: boolean;
  /** The instant of the yes, or of the no; null: never asked. */
  at: string | null;
}

/** One's own record, whole. */
export interface OwnCard {
  personId: string | null;
  firstName: string;
  lastName: string;
  mail: string;
  phone: string;
  consents: Record<OfferedConsent, ConsentKept>;
  functions: FunctionHeld[];
}

export async function findPersonOf(db: Read, accountId: string): Promise<string | null> {
  const row = await db.selectFrom('accounts').select('person_id').where('id', '=', accountId).executeTakeFirst();
  return row?.person_id ?? null;
}

export async function getOwnCard(db: Read, reader: Reader): Promise<OwnCard> {
  const personId = await findPersonOf(db, reader.account!.id);
  const never = Object.fromEntries(offeredConsents.map((field) => [field, { given: false, at: null }])) as OwnCard['consents'];
  if (!personId) return { personId: null, firstName: '', lastName: '', mail: reader.account!.mail, phone: '', consents: never, functions: [] };
  const [person, consents, functions] = await Promise.all([
    db.selectFrom('people').select(['first_name', 'last_name', 'mail', 'phone']).where('id', '=', personId).executeTakeFirstOrThrow(),
    db.selectFrom('person_consents').select(['field', 'given_at', 'withdrawn_at']).where('person_id', '=', personId).execute(),
    listOwnFunctions(db, reader, personId),
  ]);
  const kept = { ...never };
  for (const { field, given_at, withdrawn_at } of consents) if (field in kept) kept[field as OfferedConsent] = { given: withdrawn_at === null, at: withdrawn_at ?? given_at };
  return { personId, firstName: person.first_name, lastName: person.last_name, mail: person.mail ?? '', phone: person.phone ?? '', consents: kept, functions };
}

async function listOwnFunctions(db: Read, reader: Reader, personId: string): Promise<FunctionHeld[]> {
  const rows = await db
    .selectFrom('person_functions as f')
    .leftJoin('sheets', (join) => join.onRef('sheets.id', '=', 'f.body_id').on(visibleTo(reader)))
    .select(['f.id', 'f.function', 'f.body', 'f.standing', 'f.is_current', 'f.since', 'f.since_precision', 'f.until', 'f.until_precision', 'f.as_of', 'f.as_of_precision', 'sheets.title'])
    .where('f.person_id', '=', personId)
    .orderBy('f.is_current', 'desc')
    .orderBy('f.position')
    .execute();
  return rows.map((row) => ({
    id: row.id, function: row.function, standing: row.standing as Standing, isCurrent: row.is_current, body: row.body ?? row.title, bodyHref: null,
    since: toDate(row.since, row.since_precision), until: toDate(row.until, row.until_precision), asOf: toDate(row.as_of, row.as_of_precision),
  }));
}
