import { sql, type Read } from '~/platform/db/index.ts';
import type { Body } from '~/sheets/index.ts';
import { hasVoice, speaks } from '../speaking.ts';

export interface Holder extends Body {
  state: 'invited' | 'accepted' | 'declined';
}

export interface CommonProject {
  id: string;
  slug: string;
  title: string;
  summary: string | null;
  themes: string[];
  visibility: string;
  openedBy: string;
  mine: Holder['state'];
  invitedAt: string;
  /** Whoever has accepted, in the order of their yes. Those who have not, or said no, are not named to others. */
  holders: Body[];
  /** For whoever opened it: those whose answer is waited for. */
  waiting: string[];
}

const select = (me: string) => sql`
  select s.id, s.slug, s.title, s.summary, s.themes, s.visibility, owner.title as "openedBy", mine.state as mine, mine.invited_at::text as "invitedAt",
    (select coalesce(json_agg(json_build_object('id', b.id, 'kind', b.kind, 'slug', b.slug, 'title', b.title) order by c.answered_at), '[]')
     from common_projects c join sheets b on b.id = c.body_id where c.project_id = s.id and c.state = 'accepted') as holders,
    array(select b.title from common_projects c join sheets b on b.id = c.body_id where c.project_id = s.id and c.state = 'invited' and s.owner_id = ${me}::uuid order by b.title) as waiting
  from common_projects mine join sheets s on s.id = mine.project_id and s.merged_into is null join sheets owner on owner.id = s.owner_id
  where mine.body_id = ${me}::uuid`;

/** Those that this body opened, holds or is invited to hold. */
export async function listProjects(db: Read, me: string): Promise<CommonProject[]> {
  const { rows } = await sql<CommonProject>`${select(me)} and mine.state <> 'declined' order by mine.invited_at desc limit 100`.execute(db);
  return rows;
}

export async function findProject(db: Read, me: string, slug: string): Promise<CommonProject | undefined> {
  const { rows } = await sql<CommonProject>`${select(me)} and s.kind = 'action' and s.slug = ${slug}`.execute(db);
  return rows[0];
}

export interface Proposed extends Body {
  /** Why it is offered: asked for in the address, a match, a member of the group, found by its name. */
  from: 'asked' | 'match' | 'group' | 'found';
}

const most = 30;

/** Members with somebody who speaks for them: those of the address and of the group, those that one is matched with, those that a name finds. Whoever is asked for is never left out by the bound. */
export async function listProposed(db: Read, me: string, { slugs, group, words }: { slugs: readonly string[]; group?: string; words?: string }): Promise<Proposed[]> {
  const pattern = words ? `${words.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<Proposed>`
    with found as (
      select s.id, 'asked' as origin, 0 as rank from sheets s where s.slug = any(${[...slugs]}::text[]) and s.kind in ('territory', 'organisation')
      union all select g.body_id, 'group', 2 from group_places g join sheets room on room.id = g.group_id where room.slug = ${group ?? ''} and room.kind = 'group' and g.standing = 'member'
        and exists (select 1 from group_places mine where mine.group_id = g.group_id and mine.body_id = ${me}::uuid)
      union all select m.other_id, 'match', 3 from matches m where m.body_id = ${me}::uuid
      union all select n.sheet_id, 'found', 1 from sheet_names n where ${pattern}::text is not null and n.plain like plain(${pattern ?? ''})
        and n.sheet_id in (select m.body_id from mandates m where ${speaks}))
    select id, kind, slug, title, "from" from (
      select distinct on (s.id) s.id, s.kind, s.slug, s.title, f.origin as "from", f.rank from found f join sheets s on s.id = f.id and s.merged_into is null
      where s.id <> ${me}::uuid and s.visibility in ('public', 'members') and ${hasVoice('s')} order by s.id, f.rank) proposed
    order by rank, title limit ${most}`.execute(db);
  const ranks = ['found', 'asked', 'group', 'match'];
  return rows.sort((a, b) => ranks.indexOf(a.from) - ranks.indexOf(b.from) || a.title.localeCompare(b.title, 'fr'));
}
