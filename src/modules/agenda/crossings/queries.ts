import { sql, type Read } from '~/platform/db/index.ts';
import { toDate, visibleTo, type Reader } from '~/sheets/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';

export interface Crossing {
  /** What the other does. */
  kind: string;
  slug: string;
  title: string;
  type: string | null;
  start: PartialDate | null;
  body: string;
  /** Name of the territory that both have in common, or a country's code. */
  place: string | null;
  country: string | null;
  /** One's own side. */
  mine: { kind: string; slug: string; title: string };
  id: string;
  /** Of a trip: one asked to come along, or may still ask. */
  joining: 'asked' | 'open' | null;
}

interface Row {
  id: string; kind: string; slug: string; title: string; type: string | null; start_date: string | null; start_precision: string | null; body: string;
  place: string | null; country: string | null; my_kind: string; my_slug: string; my_title: string; joining: Crossing['joining'];
}

/** How many weeks apart. Null: it answered no. Undefined: nobody asked it yet. */
export async function findWindow(db: Read, bodyId: string): Promise<number | null | undefined> {
  const row = await db.selectFrom('crossing_windows').select('weeks').where('body_id', '=', bodyId).executeTakeFirst();
  return row?.weeks;
}

/** What is still to come of it, as this reader may see it. */
export async function listCrossings(db: Read, reader: Reader, bodyId: string, today: string, limit = 50): Promise<Crossing[]> {
  const { rows } = await sql<Row>`
    select o.id, o.kind, o.slug, o.title, o.type, o.start_date, o.start_precision, b.title as body, t.title as place, c.country, m.kind as my_kind, m.slug as my_slug, m.title as my_title,
      case when exists (select 1 from visit_joins j where j.visit_id = o.id and j.body_id = ${bodyId}::uuid) then 'asked'
        when o.type = 'trip' and (select v.places from visits v where v.sheet_id = o.id) is distinct from 0 then 'open' end as joining
    from (select other_id as theirs, sheet_id as mine, other_body_id as body, territory_id, country from crossings where body_id = ${bodyId}::uuid
      union all select sheet_id, other_id, body_id, territory_id, country from crossings where other_body_id = ${bodyId}::uuid) c
    join sheets o on o.id = c.theirs and ${visibleTo(reader, 'o')} and o.state in ('planned', 'accepted', 'confirmed', 'open')
    join sheets m on m.id = c.mine and ${visibleTo(reader, 'm')} and m.state in ('planned', 'accepted', 'confirmed', 'open')
    join sheets b on b.id = c.body and ${visibleTo(reader, 'b')}
    left join sheets t on t.id = c.territory_id and ${visibleTo(reader, 't')}
    where coalesce(o.end_date, o.start_date) >= ${today.slice(0, 7)}
    order by o.start_date, o.title limit ${limit}`.execute(db);
  return rows.map((row) => ({
    id: row.id, kind: row.kind, slug: row.slug, title: row.title, type: row.type, start: toDate(row.start_date, row.start_precision), body: row.body, place: row.place, country: row.country, joining: row.joining,
    mine: { kind: row.my_kind, slug: row.my_slug, title: row.my_title },
  }));
}
