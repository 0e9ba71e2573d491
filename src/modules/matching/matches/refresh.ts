import { sql, type Db, type Read, type Tx } from '~/platform/db/index.ts';
import type { Queue, Subscriber, WorkContext } from '~/platform/jobs/index.ts';
import { createField, listAffected, listBest, type Best, type End, type Field } from './compare.ts';
import { listGroups } from './group-rules.ts';
import { listHidden, listPartnerCountries, listProfiles, updateProfiles } from './profiles.ts';
import { keptPairs } from '../weights.ts';

export interface Refreshed {
  /** Members that were compared with all the others. */
  compared: number;
  of: number;
}

const batch = 2000;

/** Soon after something changed: those only. */
export const refresh: Queue = { name: 'matching.refresh', cron: '*/20 * * * *', work: (_data, context) => refreshChanged(context) };
/** Each Sunday night, all: a year that turns, a mandate that ends, change members without an event. */
export const refreshWhole: Queue = { name: 'matching.whole', cron: '40 2 * * 0', work: async (_data, { db, now }) => void (await refreshAll(db, dayOf(now()))) };

const dayOf = (now: number) => Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();

async function refreshChanged({ db, now }: WorkContext): Promise<void> {
  const first = await db.selectFrom('match_profiles').select('body_id').limit(1).executeTakeFirst();
  await (first ? refreshSome(db, dayOf(now())) : refreshAll(db, dayOf(now())));
}

/** Every member with every other. One at a time, on any number of nodes. */
export async function refreshAll(db: Db, today: string): Promise<Refreshed> {
  return db.transaction().execute(async (tx) => {
    await lock(tx);
    await sql`delete from match_changes`.execute(tx);
    await updateProfiles(tx, null, today);
    const field = await readField(tx);
    await sql`delete from matches`.execute(tx);
    for (let at = 0; at < field.members.length; at += batch) await addMatches(tx, field.members.slice(at, at + batch).flatMap((member) => listBest(field, member)));
    await updateGroups(tx, field);
    return { compared: field.members.length, of: field.members.length };
  });
}

/** Those of whom something changed, and those whose list it touches: the same lists as if all had been compared again. */
export async function refreshSome(db: Db, today: string): Promise<Refreshed> {
  return db.transaction().execute(async (tx) => {
    await lock(tx);
    const { rows } = await sql<{ body_id: string }>`delete from match_changes returning body_id`.execute(tx);
    const changed = rows.map((row) => row.body_id);
    if (changed.length === 0) return { compared: 0, of: 0 };
    await updateProfiles(tx, changed, today);
    const field = await readField(tx);
    const again = new Set([...changed, ...(await listKeeping(tx, changed))]);
    for (const id of listAffected(field, changed.flatMap((id) => field.byId.get(id) ?? []), await listEnds(tx))) again.add(id);
    await sql`delete from matches where body_id = any(${[...again]}::uuid[])`.execute(tx);
    await addMatches(tx, [...again].flatMap((id) => listBest(field, field.byId.get(id) ?? noOne)));
    await updateGroups(tx, field);
    return { compared: again.size, of: field.members.length };
  });
}

// Somebody who left: no list of theirs remains, and nobody is like them.
const noOne = createField([{ id: '', partners: [], countries: [], yearThemes: [], seeks: [], offers: [], population: null, lat: null, lon: null, lessons: {} }], new Map(), []).members[0]!;

const lock = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtext('matching'))`.execute(tx);

async function readField(db: Read): Promise<Field> {
  return createField(await listProfiles(db), await listPartnerCountries(db), await listHidden(db));
}

/** Whoever has one of these in their list. */
async function listKeeping(db: Read, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ body_id: string }>`select distinct body_id from matches where other_id = any(${[...ids]}::uuid[])`.execute(db);
  return rows.map((row) => row.body_id);
}

async function listEnds(db: Read): Promise<Map<string, End>> {
  const { rows } = await sql<{ body_id: string; score: number; id: string; n: number }>`
    select distinct on (body_id) body_id, round(score::numeric, 1)::double precision as score, other_id as id, (count(*) over (partition by body_id))::integer as n from matches order by body_id, score, other_id desc`.execute(db);
  return new Map(rows.map((row) => [row.body_id, { score: row.score, id: row.id, full: row.n >= keptPairs }]));
}

async function addMatches(tx: Tx, best: readonly Best[]): Promise<void> {
  if (best.length === 0) return;
  await sql`
    insert into matches (body_id, other_id, score, reasons)
    select "bodyId", "otherId", score, reasons from jsonb_to_recordset(${JSON.stringify(best)}::jsonb) as r("bodyId" uuid, "otherId" uuid, score real, reasons jsonb)`.execute(tx);
}

async function updateGroups(tx: Tx, field: Field): Promise<void> {
  await sql`delete from match_groups`.execute(tx);
  await sql`
    insert into match_groups (key, members, score, reason)
    select key, members, score, reason from jsonb_to_recordset(${JSON.stringify(listGroups(field))}::jsonb) as r(key text, members uuid[], score real, reason jsonb)`.execute(tx);
}

/** Notes whom an event may have changed: the body itself, or those who hold the partnership or the action. */
export const noteChanges: Subscriber = async (tx, { name, sheetId }, context) => {
  if (!sheetId || !/^(territory|organisation|partnership|action|network|mandate|matching)\./.test(name)) return;
  const { rows } = await sql<{ body_id: string }>`
    insert into match_changes (body_id)
    select s.id from sheets s where s.id = ${sheetId}::uuid and s.kind in ('territory', 'organisation')
    union select l.to_id from sheet_links l where l.from_id = ${sheetId}::uuid and l.role in ('french', 'holder', 'member')
    on conflict do nothing returning body_id`.execute(tx);
  if (rows.length > 0 || name === 'matching.lesson') await context.enqueue(tx, refresh.name, {});
};
