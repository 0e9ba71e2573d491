import { sql, type Read } from '~/platform/db/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { formatList, formatPartialDate, translator, type Lang } from '~/platform/i18n/index.ts';
import { toDate, visibleTo, type Reader } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { roleField } from './role-commands.ts';
import type { Role, Scale } from './rules.ts';

export interface Holder {
  title: string;
  /** Absent when the document names no authority. */
  slug: string | null;
}

export interface RoleSource {
  documentId: string;
  title: string;
  nature: string;
  published: PartialDate | null;
  locator: string | null;
}

export interface RoleShown {
  id: string;
  networkId: string;
  role: Role;
  scope: string | null;
  since: PartialDate | null;
  until: PartialDate | null;
  hostingPlace: string | null;
  note: string | null;
  holders: Holder[];
  sources: RoleSource[];
}

export interface NetworkDetail {
  scale: Scale;
  aims: string[];
  founders: string[];
  note: string | null;
  site: string | null;
  roles: RoleShown[];
  listings: { authority: string; slug: string; standing: string; documentId: string; document: string; published: PartialDate | null }[];
  met: Meeting[];
}

export async function getNetwork(db: Read, reader: Reader, id: string): Promise<NetworkDetail> {
  const [row, roles, listings, met] = await Promise.all([
    db.selectFrom('networks').select(['scale', 'aims', 'founders', 'note', 'site']).where('sheet_id', '=', id).executeTakeFirstOrThrow(),
    listRoles(db, reader, { networkId: id }),
    db
      .selectFrom('network_listings')
      .innerJoin('sheets', 'sheets.id', 'network_listings.authority_id')
      .innerJoin('documents', 'documents.id', 'network_listings.document_id')
      .select(['sheets.title as authority', 'sheets.slug', 'standing', 'documents.id as document_id', 'documents.title as document', 'published', 'published_precision'])
      .where('network_id', '=', id)
      .where(visibleTo(reader))
      .orderBy('sheets.title')
      .orderBy('standing')
      .execute(),
    listPartnersMet(db, reader, id),
  ]);
  return {
    ...row,
    scale: row.scale as Scale,
    roles,
    listings: listings.map((one) => ({ authority: one.authority, slug: one.slug, standing: one.standing, documentId: one.document_id, document: one.document, published: toDate(one.published, one.published_precision) })),
    met,
  };
}

/** Roles of one network, or those that one authority holds, each with all its holders. */
export async function listRoles(db: Read, reader: Reader, of: { networkId?: string; authorityId?: string } = {}): Promise<RoleShown[]> {
  const rows = await db
    .selectFrom('network_roles')
    .innerJoin('sheets', 'sheets.id', 'network_roles.network_id')
    .select(['network_roles.id', 'network_id', 'role', 'scope', 'since', 'since_precision', 'until', 'until_precision', 'hosting_place', 'note'])
    .$if(of.networkId !== undefined, (q) => q.where('network_id', '=', of.networkId!))
    .$if(of.authorityId !== undefined, (q) =>
      q.where('network_roles.id', 'in', (eb) => eb.selectFrom('network_role_holders').select('role_id').where('authority_id', '=', of.authorityId!)))
    .where(visibleTo(reader))
    .orderBy('network_id')
    .orderBy('position')
    .execute();
  const ids = rows.map((row) => row.id);
  const [holders, sources] = await Promise.all([listHolders(db, reader, ids), listRoleSources(db, ids)]);
  return rows.map((row) => ({
    id: row.id, networkId: row.network_id, role: row.role as Role, scope: row.scope,
    since: toDate(row.since, row.since_precision), until: toDate(row.until, row.until_precision),
    hostingPlace: row.hosting_place, note: row.note, holders: holders.get(row.id) ?? [], sources: sources.get(roleField(row.id)) ?? [],
  }));
}

async function listHolders(db: Read, reader: Reader, roleIds: string[]): Promise<Map<string, Holder[]>> {
  if (!roleIds.length) return new Map();
  const rows = await db
    .selectFrom('network_role_holders')
    .leftJoin('sheets', (join) => join.onRef('sheets.id', '=', 'network_role_holders.authority_id').on(visibleTo(reader)))
    .select(['role_id', 'label', 'title', 'slug'])
    .where('role_id', 'in', roleIds)
    .orderBy('position')
    .execute();
  const shown = rows.flatMap((row) => (row.title ?? row.label ? [{ roleId: row.role_id, title: (row.title ?? row.label)!, slug: row.slug }] : []));
  return Map.groupBy(shown, (row) => row.roleId);
}

async function listRoleSources(db: Read, roleIds: string[]): Promise<Map<string, RoleSource[]>> {
  if (!roleIds.length) return new Map();
  const rows = await db
    .selectFrom('sheet_sources')
    .innerJoin('documents', 'documents.id', 'sheet_sources.document_id')
    .select(['field', 'documents.id as document_id', 'title', 'nature', 'published', 'published_precision', 'locator'])
    .where('field', 'in', roleIds.map(roleField))
    .orderBy('position')
    .execute();
  const shown = rows.map((row) => ({ field: row.field!, documentId: row.document_id, title: row.title, nature: row.nature, published: toDate(row.published, row.published_precision), locator: row.locator }));
  return Map.groupBy(shown, (row) => row.field);
}

export interface Meeting {
  /** The member that meets a partner. */
  here: string;
  partner: string;
  /** What joins the two outside the network. */
  partnership: string;
  partnershipSlug: string;
}

/** Two members of the network that a partnership also joins: only what documents say of the members. */
export async function listPartnersMet(db: Read, reader: Reader, networkId: string): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`
    select distinct on (here.title, partner.title) here.title as here, partner.title as partner, p.title as partnership, p.slug as "partnershipSlug"
    from sheet_links mine
    join sheet_links theirs on theirs.from_id = mine.from_id and theirs.role = 'member' and theirs.to_id <> mine.to_id
    join sheets here on here.id = mine.to_id
    join sheets partner on partner.id = theirs.to_id
    join sheet_links french on french.role = 'french' and french.to_id = here.id
    join sheets p on p.id = french.from_id and p.kind = 'partnership'
    join sheet_links abroad on abroad.from_id = p.id and abroad.role = 'foreign' and abroad.to_id = partner.id
    where mine.from_id = ${networkId} and mine.role = 'member'
      and ${visibleTo(reader, 'here')} and ${visibleTo(reader, 'partner')} and ${visibleTo(reader, 'p')}
    order by here.title, partner.title, p.start_date nulls last`.execute(db);
  return rows;
}

/** « Bordeaux : membre du bureau (finances), depuis 2021 », where one chooses among roles. */
export function describeRole(role: RoleShown, lang: Lang): string {
  const t = translator(messages, lang);
  const words = role.scope ? t('role.scoped', { role: t(`role.${role.role}`), scope: role.scope }) : t(`role.${role.role}`);
  const holders = formatList(lang, role.holders.map((holder) => holder.title));
  return role.since ? t('role.choiceSince', { holders, role: words, date: formatPartialDate(lang, role.since) }) : t('role.choice', { holders, role: words });
}

/** A network that belongs to itself, or to one that belongs to it. */
export async function isLoop(db: Read, id: string, parents: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select unnest(${[...parents]}::uuid[]) as id
      union select l.to_id from above join sheet_links l on l.from_id = above.id and l.role = 'parent'
    ) select id from above where id = ${id}`.execute(db);
  return rows.length > 0;
}
