import { sql, type Read } from '~/platform/db/index.ts';
import { listThemes } from '~/reference/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';

/** How many public sheets carry each theme, its own and not those of its sub-themes. */
export async function countThemes(db: Read, reader: Reader): Promise<Map<string, number>> {
  const { rows } = await sql<{ slug: string; n: number }>`
    select theme as slug, count(*)::integer as n from sheets cross join unnest(themes) as theme
    where themes && ${listThemes().map((theme) => theme.slug)}::text[] and kind <> 'theme' and ${visibleTo(reader)} group by theme`.execute(db);
  return new Map(rows.map((row) => [row.slug, row.n]));
}

/** How many public sheets are tagged with each goal. */
export async function countGoals(db: Read, reader: Reader): Promise<Map<number, number>> {
  const { rows } = await sql<{ goal: number; n: number }>`
    select goal, count(*)::integer as n from sheets cross join unnest(sdgs) as goal where ${visibleTo(reader)} group by goal`.execute(db);
  return new Map(rows.map((row) => [row.goal, row.n]));
}
