import { sql, type Tx } from '~/platform/db/index.ts';

/** Among homonyms, the one that works with others is looked for first: each link weighs as ten times more people. */
export async function weighTerritories(tx: Tx): Promise<void> {
  await sql`
    update sheets s set weight = s.weight + 3 + ln(1 + l.n)
    from (select to_id, count(*) as n from sheet_links join sheets f on f.id = from_id where f.visibility = 'public' group by to_id) l
    where l.to_id = s.id and s.kind = 'territory'`.execute(tx);
}
