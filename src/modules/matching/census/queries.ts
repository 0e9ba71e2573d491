import { sql, type Read } from '~/platform/db/index.ts';
import { memberIds } from '~/sheets/index.ts';
import { rootOf } from '../matches/encode.ts';
import { hasVoice, speaks } from '../speaking.ts';
import type { Interest } from './rules.ts';

export interface Census {
  /** Null: nobody answered for this body yet, and `interests` is what its sheets say. */
  answeredAt: string | null;
  interests: Interest[];
  /** Themes that its sheets say: « d’après vos fiches ». */
  suggested: Set<string>;
}

export async function findCensus(db: Read, bodyId: string): Promise<Census> {
  const [answer, interests, said] = await Promise.all([
    db.selectFrom('census_answers').select('answered_at').where('body_id', '=', bodyId).executeTakeFirst(),
    db.selectFrom('interests').select(['theme', 'seeks', 'offers', 'note']).where('body_id', '=', bodyId).orderBy('theme').execute(),
    listSaidThemes(db, bodyId),
  ]);
  if (answer) return { answeredAt: String(answer.answered_at), interests, suggested: new Set() };
  return { answeredAt: null, interests: said, suggested: new Set(said.map(({ theme }) => theme)) };
}

/** What a body does, it can tell others about; what its own sheet names and it does not do yet, it seeks. */
async function listSaidThemes(db: Read, bodyId: string): Promise<Interest[]> {
  const { rows } = await sql<{ theme: string; does: boolean }>`
    select unnest(w.themes) as theme, true as does from sheet_links l join sheets w on w.id = l.from_id and w.kind in ('action', 'partnership') and w.merged_into is null
    where l.to_id = ${bodyId}::uuid and l.role in ('holder', 'french')
    union select unnest(themes), false from sheets where id = ${bodyId}::uuid`.execute(db);
  const does = new Set(rows.filter((row) => row.does).map((row) => rootOf(row.theme)));
  return [...new Set(rows.map((row) => rootOf(row.theme)))].sort().map((theme) => ({ theme, seeks: !does.has(theme), offers: does.has(theme), note: null }));
}

export interface Campaign {
  id: string;
  networkId: string;
  openedAt: string;
  until: string;
  remindedAt: string | null;
}

export async function findCampaign(db: Read, networkId: string): Promise<Campaign | undefined> {
  const row = await db.selectFrom('census_campaigns').selectAll().where('network_id', '=', networkId).where('closed_at', 'is', null).executeTakeFirst();
  return row && { id: row.id, networkId: row.network_id, openedAt: String(row.opened_at), until: String(row.until), remindedAt: row.reminded_at && String(row.reminded_at) };
}

export interface Asked {
  id: string;
  kind: string;
  slug: string;
  title: string;
  /** Somebody speaks for it here: it can be asked. */
  reached: boolean;
  /** Since the campaign was opened. */
  answered: boolean;
}

/** The French authorities and organisations of a network, with who answered since. */
export async function listAsked(db: Read, networkId: string, since: string | null): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select s.id, s.kind, s.slug, s.title,
      ${hasVoice('s')} as reached,
      coalesce(c.answered_at >= ${since}::timestamptz, false) as answered
    from sheets s join sheet_links l on l.to_id = s.id and l.from_id = ${networkId}::uuid and l.role = 'member'
    left join territories t on t.sheet_id = s.id left join census_answers c on c.body_id = s.id
    where s.merged_into is null and (s.kind = 'organisation' or (s.kind = 'territory' and t.side = 'french'))
    order by s.title, s.num limit 5000`.execute(db);
  return rows;
}

export interface ThemeCount {
  theme: string;
  seeks: number;
  offers: number;
}

/** What the members of a network seek and offer, the most named first. */
export async function countInterests(db: Read, networkId: string): Promise<ThemeCount[]> {
  const { rows } = await sql<ThemeCount>`
    select theme, count(*) filter (where seeks)::integer as seeks, count(*) filter (where offers)::integer as offers
    from interests where body_id in (select to_id from sheet_links where from_id = ${networkId}::uuid and role = 'member')
    group by theme order by count(*) desc, theme`.execute(db);
  return rows;
}

export interface Waited {
  network: string;
  openedAt: string;
  until: string;
}

/** The campaign that asks this body and that nobody answered for it: the first to end. */
export async function findWaited(db: Read, bodyId: string, today: string): Promise<Waited | undefined> {
  const { rows } = await sql<Waited>`
    select n.title as network, c.opened_at::text as "openedAt", c.until::text as until
    from census_campaigns c join sheets n on n.id = c.network_id join sheet_links l on l.from_id = n.id and l.role = 'member' and l.to_id = ${bodyId}::uuid
    where c.closed_at is null and c.until >= ${today}::date
      and not exists (select 1 from census_answers a where a.body_id = ${bodyId}::uuid and a.answered_at >= c.opened_at)
    order by c.until limit 1`.execute(db);
  return rows[0];
}

/** For whom the holder of a link still speaks: its body and the function that history shows. */
export async function findSpeaking(db: Read, accountId: string, bodyId: string): Promise<{ id: string; title: string; function: string | null; role: string } | undefined> {
  const { rows } = await sql<{ id: string; title: string; function: string | null; role: string }>`
    select s.id, s.title, coalesce(a.title, m.function) as function, m.role from mandates m join accounts a on a.id = m.account_id and a.closed_at is null
    join sheets s on s.id = m.body_id and s.merged_into is null
    where m.account_id = ${accountId}::uuid and m.body_id = ${bodyId}::uuid and ${speaks} and (a.suspended_until is null or a.suspended_until < current_date)
    order by m.granted_at limit 1`.execute(db);
  return rows[0];
}

export interface Answers {
  asked: number;
  /** Since the last campaign was opened; ever, when there was none. */
  answered: number;
  campaign: { until: string; open: boolean } | null;
}

/** How many of those whom the last campaign of a network asks have answered; of the instance (null): of all members. */
export async function countAnswers(db: Read, networkId: string | null): Promise<Answers> {
  const members = networkId === null ? memberIds(null) : sql`(select to_id from sheet_links where from_id = ${networkId}::uuid and role = 'member')`;
  const { rows } = await sql<Answers>`
    with last as (select opened_at, until, closed_at from census_campaigns where network_id = ${networkId}::uuid order by opened_at desc limit 1)
    select count(*)::integer as asked, count(*) filter (where c.answered_at >= coalesce((select opened_at from last), '-infinity'))::integer as answered,
      (select json_build_object('until', until::text, 'open', closed_at is null) from last) as campaign
    from sheets s left join territories t on t.sheet_id = s.id left join census_answers c on c.body_id = s.id
    where s.id in ${members} and s.merged_into is null and (s.kind = 'organisation' or (s.kind = 'territory' and t.side = 'french'))`.execute(db);
  return rows[0]!;
}
