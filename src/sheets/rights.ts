import { sql, type Read } from '~/platform/db/index.ts';
import type { Reader, Role } from './visibility.ts';

/**
 * What a person may do with a sheet, from the mandate that they act with:
 * `own` on their body's; `keeper` on a territory abroad that their authority works with and that nobody there keeps yet;
 * `partner` proposes on a partnership kept at the other end; `animator` and `administrator` edit, and are tagged as such.
 */
export type Right = 'own' | 'keeper' | 'partner' | 'animator' | 'administrator';

const owners: readonly Role[] = ['agent', 'elected', 'project-holder', 'funder', 'partner', 'chair'];

/** What links a body to a sheet `s`: the conditions that findRight reads for one sheet, for lists of what a body may handle. */
export function rightConditions(body: string, alias = 's') {
  const s = sql.table(alias);
  return {
    own: sql<boolean>`(${s}.id = ${body}::uuid or ${s}.owner_id = ${body}::uuid
        or exists (select 1 from sheet_links l where l.from_id = ${s}.id and l.to_id = ${body}::uuid and l.role in ('french', 'holder', 'host', 'organiser', 'funder')))`,
    partner: sql<boolean>`exists (select 1 from sheet_links l where l.from_id = ${s}.id and l.to_id = ${body}::uuid and l.role in ('foreign', 'partner'))`,
    keeper: sql<boolean>`(${s}.kind = 'territory' and not (${s}.countries @> array['FR'])
        and not exists (select 1 from mandates m where m.body_id = ${s}.id and m.role = 'partner' and m.ended_at is null and (m.until is null or m.until >= current_date))
        and exists (select 1 from sheet_links f join sheet_links o on o.from_id = f.from_id and o.role = 'french' and o.to_id = ${body}::uuid
                    where f.to_id = ${s}.id and f.role = 'foreign'))`,
    member: sql<boolean>`exists (select 1 from sheet_links l where l.from_id = ${body}::uuid and l.role = 'member' and l.to_id in (${s}.id, ${s}.owner_id))`,
    loose: sql<boolean>`(${s}.owner_id is null and ${s}.kind not in ('territory', 'network', 'theme'))`,
  };
}

/** One query. Nothing when this person can only read, or not even that: the page that asked answers 404. */
export async function findRight(db: Read, reader: Reader, sheetId: string): Promise<Right | null> {
  const { acting } = reader;
  if (!acting) return null;
  if (acting.role === 'administrator') return 'administrator';
  if (!acting.body) return null;
  const { own, partner, keeper, member, loose } = rightConditions(acting.body.id);
  const { rows } = await sql<{ own: boolean; partner: boolean; keeper: boolean; member: boolean; loose: boolean }>`
    select ${own} as own, ${partner} as partner, ${keeper} as keeper, ${member} as member, ${loose} as loose
    from sheets s where s.id = ${sheetId} and s.merged_into is null`.execute(db);
  const found = rows[0];
  if (!found) return null;
  if (acting.role === 'animator') return found.own ? 'own' : found.member || found.loose ? 'animator' : null;
  if (!owners.includes(acting.role)) return null;
  if (found.own) return 'own';
  if (found.partner) return 'partner';
  return found.keeper && acting.role !== 'project-holder' && acting.role !== 'funder' && acting.role !== 'chair' ? 'keeper' : null;
}
