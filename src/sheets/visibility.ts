import { sql, type Expression, type SqlBool } from 'kysely';

/** Who reads. Until people sign in there is only the anonymous reader; every query is written for a reader all the same. */
export interface Reader {
  kind: 'anonymous' | 'member';
  /** Sheets of the authorities and groups that this person has a mandate in. */
  bodies: readonly string[];
}

export const anonymous: Reader = { kind: 'anonymous', bodies: [] };

/**
 * The one condition that says which sheets exist for a reader: pages, search, map, feeds and exports all use it.
 * `alias` is the name that the query gives to `sheets`.
 */
export function visibleTo(reader: Reader, alias = 'sheets'): Expression<SqlBool> {
  const s = sql.table(alias);
  const open = sql<SqlBool>`${s}.visibility = 'public' and ${s}.merged_into is null`;
  if (reader.kind === 'anonymous') return sql<SqlBool>`(${open})`;
  const bodies = sql`${sql.val([...reader.bodies])}::uuid[]`;
  return sql<SqlBool>`((${open}) or (${s}.merged_into is null and (${s}.visibility = 'members'
    or (${s}.visibility in ('group', 'authority', 'draft') and ${s}.owner_id = any(${bodies})))))`;
}
