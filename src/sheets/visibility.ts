import { sql, type Expression, type SqlBool } from 'kysely';
import type { Lang } from '~/platform/i18n/index.ts';

/** Where a right comes from. `project-holder`, `funder`: of an organisation; `partner`: of a territory abroad; `chair`: of a group; `expert`: invited until a date. */
export type Role = 'agent' | 'elected' | 'project-holder' | 'funder' | 'partner' | 'animator' | 'chair' | 'expert' | 'administrator';

export interface Body {
  id: string;
  kind: string;
  slug: string;
  title: string;
}

export interface Mandate {
  id: string;
  role: Role;
  /** Null: the instance itself. */
  body: Body | null;
  function: string | null;
  /** The directorate shared by several bodies. */
  service: string | null;
  /** Last day, ISO. */
  until: string | null;
}

export interface Account {
  id: string;
  mail: string;
  name: string;
  /** The function as others read it, never a name. */
  title: string | null;
  lang: Lang;
  /** A first contribution was approved. */
  trusted: boolean;
  /** Last day without writing, ISO: a measure of moderation. */
  suspended?: string;
  /** Which character of the demonstration. */
  demo: string | null;
  sessionId: string;
}

/** Who reads: every query is written for a reader. `account`: signed in without a body; `member`: with a mandate beyond an expert's. */
export interface Reader {
  kind: 'anonymous' | 'account' | 'member';
  /** Sheets of the authorities, organisations, networks and groups that this person has a mandate in. */
  bodies: readonly string[];
  /** Sheets of the groups that they are in, as a member or a guest, or that a network which they animate hosts. */
  groups?: readonly string[];
  account?: Account;
  mandates?: readonly Mandate[];
  /** For whom the person acts now: the one mandate that writing looks at. */
  acting?: Mandate;
}

export const anonymous: Reader = { kind: 'anonymous', bodies: [] };

/**
 * The one condition that says which sheets exist for a reader: pages, search, map, feeds and exports all use it.
 * `alias` is the name that the query gives to `sheets`.
 */
export function visibleTo(reader: Reader, alias = 'sheets'): Expression<SqlBool> {
  const s = sql.table(alias);
  const open = sql<SqlBool>`${s}.visibility = 'public' and ${s}.merged_into is null`;
  if (reader.kind !== 'member' && !reader.bodies.length && !reader.groups?.length) return sql<SqlBool>`(${open})`;
  if (reader.acting?.role === 'administrator') return sql<SqlBool>`(${s}.merged_into is null)`;
  const bodies = sql`${sql.val([...reader.bodies])}::uuid[]`;
  const members = sql.val(reader.kind === 'member');
  const rooms = sql`${sql.val([...reader.bodies, ...(reader.groups ?? [])])}::uuid[]`;
  return sql<SqlBool>`((${open}) or (${s}.merged_into is null and ((${members} and ${s}.visibility = 'members')
    or (${s}.visibility in ('authority', 'draft') and (${s}.owner_id = any(${bodies}) or ${s}.shared_with && ${bodies}))
    or (${s}.visibility = 'group' and (${s}.owner_id = any(${rooms}) or ${s}.shared_with && ${rooms})))))`;
}
