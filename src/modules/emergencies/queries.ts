import type { PartialDate } from '~/platform/dates/partial.ts';
import { sql, type Read } from '~/platform/db/index.ts';
import { summaryColumns, toDate, toSummary, visibleTo, speakingRoles, type Reader, type SheetSummary } from '~/sheets/index.ts';
import type { Given } from './rules.ts';

export interface Call {
  network: string | null;
  sentAt: string;
  people: number;
  bodies: number;
  author: string;
}

export interface AnswerOf extends Given {
  body: { id: string; kind: string; slug: string; title: string; lat: number | null; lon: number | null };
  answeredOn: string;
}

export interface Emergency {
  sourceNote: string | null;
  sourceUrl: string | null;
  calls: Call[];
  answers: AnswerOf[];
}

export async function getEmergency(db: Read, id: string): Promise<Emergency> {
  const [row, calls, answers] = await Promise.all([
    db.selectFrom('emergencies').select(['source_note as sourceNote', 'source_url as sourceUrl']).where('sheet_id', '=', id).executeTakeFirstOrThrow(),
    db.selectFrom('emergency_calls').leftJoin('sheets', 'sheets.id', 'network_id').select(['title as network', sql<string>`sent_at::text`.as('sentAt'), 'people', 'bodies', 'author']).where('emergency_id', '=', id).orderBy('sent_at').execute(),
    listAnswers(db, id),
  ]);
  return { ...row, calls, answers };
}

/** One line a body, with where it is on the map. */
async function listAnswers(db: Read, id: string): Promise<AnswerOf[]> {
  const { rows } = await sql<{ id: string; kind: string; slug: string; title: string; lat: number | null; lon: number | null; partners: string | null; news: string | null; help: string[] | null; answeredOn: string }>`
    select b.id, b.kind, b.slug, b.title, p.lat, p.lon, a.partners, a.news, a.help, (a.answered_at at time zone 'Europe/Paris')::date::text as "answeredOn"
    from emergency_answers a join sheets b on b.id = a.body_id
    left join lateral (select lat, lon from sheet_places where sheet_id = b.id and lat is not null order by position limit 1) p on true
    where a.emergency_id = ${id} order by b.title limit 2000`.execute(db);
  return rows.map(({ partners, news, help, answeredOn, ...body }) => ({ partners, news, help, answeredOn, body }));
}

export async function findGiven(db: Read, id: string, bodyId: string): Promise<Given | null> {
  const row = await db.selectFrom('emergency_answers').select(['partners', 'news', 'help']).where('emergency_id', '=', id).where('body_id', '=', bodyId).executeTakeFirst();
  return row ?? null;
}

export async function listEmergencies(db: Read, reader: Reader): Promise<(SheetSummary & { answers: number })[]> {
  const rows = await db.selectFrom('sheets').select(summaryColumns)
    .select((eb) => eb.selectFrom('emergency_answers').whereRef('emergency_id', '=', 'sheets.id').select((e) => e.fn.countAll<number>().as('n')).as('answers'))
    .where('kind', '=', 'emergency').where(visibleTo(reader)).orderBy('num', 'desc').limit(100).execute();
  return rows.map((row) => ({ ...toSummary(row), answers: Number(row.answers ?? 0) }));
}

export function mayAnswer({ acting }: Reader): boolean {
  return acting?.body != null && ['territory', 'organisation'].includes(acting.body.kind) && speakingRoles.includes(acting.role);
}

export interface FromLink {
  countries: string[];
  start: PartialDate | null;
  sourceNote: string | null;
  sourceUrl: string | null;
  id: string;
  slug: string;
  title: string;
  summary: string | null;
  lang: string;
  isOpen: boolean;
  accountId: string;
  actor: string;
  role: string;
  body: { id: string; title: string };
}

/** What a link asks, as long as its account still speaks for that body. */
export async function findFromLink(db: Read, emergencyId: string, accountId: string, bodyId: string): Promise<FromLink | undefined> {
  const { rows } = await sql<Omit<FromLink, 'body' | 'start'> & { bodyId: string; bodyTitle: string; day: string | null; precision: string | null }>`
    select s.id, s.slug, s.title, s.summary, s.lang, s.state = 'alert' as "isOpen", s.countries, s.start_date as day, s.start_precision as precision, e.source_note as "sourceNote", e.source_url as "sourceUrl", a.id as "accountId", coalesce(a.title, m.role) as actor, m.role, b.id as "bodyId", b.title as "bodyTitle"
    from sheets s join emergencies e on e.sheet_id = s.id, accounts a join mandates m on m.account_id = a.id and m.ended_at is null and m.since <= current_date and (m.until is null or m.until >= current_date) join sheets b on b.id = m.body_id
    where s.id = ${emergencyId} and s.merged_into is null and a.id = ${accountId} and a.closed_at is null and b.id = ${bodyId} and m.role = any(${[...speakingRoles]}::text[]) limit 1`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const { bodyId: id, bodyTitle: title, day, precision, ...rest } = row;
  return { ...rest, start: toDate(day, precision), body: { id, title } };
}
