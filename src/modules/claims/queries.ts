import { sql, type Read } from '~/platform/db/index.ts';
import type { Lang } from '~/platform/i18n/index.ts';
import type { Reader } from '~/sheets/index.ts';
import { answeredBy } from './areas.ts';
import type { ClaimRole, ClaimState, Proof } from './rules.ts';

/** What was told of an authority that has no sheet. */
export interface Missing {
  nom: string;
  nature: string;
  pays: string;
  departement?: string;
  code?: string;
  site?: string;
  /** Communes that it joins, one a line, as typed. */
  reunit?: string;
}

export interface Claim {
  id: string;
  accountId: string;
  /** The present sheet, if its commune was merged since. */
  sheetId: string | null;
  slug: string | null;
  title: string;
  context: string | null;
  type: string | null;
  side: string | null;
  missing: Missing | null;
  areaId: string | null;
  role: ClaimRole;
  function: string;
  service: string | null;
  proof: Proof;
  word: string | null;
  state: ClaimState;
  reason: string | null;
  decidedAt: string | null;
  decidedBy: string | null;
  mandateId: string | null;
  createdAt: string;
  /** Those who keep the sheet said something since the decision. */
  objected: boolean;
}

const columns = sql`
  c.id, c.account_id as "accountId", s.id as "sheetId", s.slug, coalesce(s.title, c.missing ->> 'nom') as title, s.context, coalesce(s.type, c.missing ->> 'nature') as type,
  t.side, c.missing, c.area_id as "areaId", c.role, c.function, c.service, c.proof, c.word, c.state, c.reason, c.decided_at::text as "decidedAt", c.decided_by as "decidedBy",
  c.mandate_id as "mandateId", c.created_at::text as "createdAt",
  exists (select 1 from claim_objections o where o.claim_id = c.id and (c.decided_at is null or o.created_at > c.decided_at)) as objected`;
const tables = sql`claims c left join sheets g on g.id = c.sheet_id left join sheets s on s.id = coalesce(g.merged_into, g.id) left join territories t on t.sheet_id = s.id`;

export async function findClaim(db: Read, id: string): Promise<Claim | undefined> {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return undefined;
  const { rows } = await sql<Claim>`select ${columns} from ${tables} where c.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Who looks at a claim: who wrote it, who answers for the area, who keeps the sheet already; anybody else sees nothing. */
export type Seat = 'author' | 'reviewer' | 'keeper';

export async function findSeat(db: Read, reader: Reader, claim: Claim): Promise<Seat | undefined> {
  if (claim.accountId === reader.account?.id) return 'author';
  const { rows } = await sql<{ answers: boolean }>`select ${answeredBy(reader)} as answers from claims c where c.id = ${claim.id}::uuid`.execute(db);
  if (rows[0]?.answers) return 'reviewer';
  return keeps(reader, claim.sheetId) ? 'keeper' : undefined;
}

export function keeps({ mandates = [] }: Reader, sheetId: string | null): boolean {
  return sheetId !== null && mandates.some((one) => one.body?.id === sheetId && ['agent', 'elected', 'partner'].includes(one.role));
}

/** What waits for a reader's answer, the oldest first. */
export async function listToAnswer(db: Read, reader: Reader): Promise<Claim[]> {
  const { rows } = await sql<Claim>`
    select * from (select ${columns} from ${tables} where c.state in ('requested', 'granted') and c.account_id <> ${reader.account!.id}::uuid and ${answeredBy(reader)}) claim
    where state = 'requested' or objected order by "createdAt", id limit 200`.execute(db);
  return rows;
}

export async function listAnswered(db: Read, reader: Reader): Promise<Claim[]> {
  const { rows } = await sql<Claim>`
    select ${columns} from ${tables} where c.state in ('granted', 'refused') and ${answeredBy(reader)} order by c.decided_at desc, c.id limit 30`.execute(db);
  return rows;
}

export async function listOwn(db: Read, accountId: string): Promise<Claim[]> {
  const { rows } = await sql<Claim>`select ${columns} from ${tables} where c.account_id = ${accountId}::uuid order by c.created_at desc, c.id`.execute(db);
  return rows;
}

/** Requests on the sheets that this person keeps. */
export async function listOnKept(db: Read, reader: Reader): Promise<Claim[]> {
  const kept = (reader.mandates ?? []).flatMap((one) => (one.body && keeps(reader, one.body.id) ? [one.body.id] : []));
  if (!kept.length) return [];
  const { rows } = await sql<Claim>`
    select ${columns} from ${tables} where c.state = 'requested' and s.id = any(${kept}::uuid[]) and c.account_id <> ${reader.account!.id}::uuid
      and not exists (select 1 from claim_objections o where o.claim_id = c.id and o.account_id = ${reader.account!.id}::uuid)
    order by c.created_at, c.id`.execute(db);
  return rows;
}

export interface Person {
  id: string;
  name: string;
  mail: string;
  lang: Lang;
}

/** For those who answer, and for mail. */
export async function getPerson(db: Read, accountId: string): Promise<Person> {
  const row = await db.selectFrom('accounts').select(['id', 'name', 'mail', 'lang']).where('id', '=', accountId).executeTakeFirstOrThrow();
  return { ...row, lang: row.lang as Lang };
}

export async function listObjections(db: Read, claimId: string): Promise<{ reason: string; at: string; role: string | null }[]> {
  const { rows } = await sql<{ reason: string; at: string; role: string | null }>`
    select reason, created_at::text as at, (select title from accounts a where a.id = account_id) as role from claim_objections where claim_id = ${claimId}::uuid order by created_at`.execute(db);
  return rows;
}

export async function listNetworks(db: Read): Promise<{ id: string; title: string }[]> {
  return db.selectFrom('sheets').select(['id', 'title']).where('kind', '=', 'network').where('merged_into', 'is', null).where('visibility', '=', 'public').orderBy('title').execute();
}

/** For how many bodies somebody may act now. */
export async function countMandates(db: Read, accountId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from mandates where account_id = ${accountId}::uuid and ended_at is null and (until is null or until >= current_date)`.execute(db);
  return rows[0]!.n;
}
