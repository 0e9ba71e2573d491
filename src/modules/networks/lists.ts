import { sql, type Read } from '~/platform/db/index.ts';
import { findSheet, listSheets, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';
import { listRoles, type RoleShown } from './queries.ts';
import type { Scale } from './rules.ts';

export type NetworkItem = SheetSummary & { scale: Scale; roles: RoleShown[] };

export async function listNetworks(db: Read, reader: Reader): Promise<NetworkItem[]> {
  const [sheets, scales, roles] = await Promise.all([
    listSheets(db, reader, 'network'),
    db.selectFrom('networks').select(['sheet_id', 'scale']).execute(),
    listRoles(db, reader),
  ]);
  const scaleOf = new Map(scales.map((row) => [row.sheet_id, row.scale as Scale]));
  const rolesOf = Map.groupBy(roles, (role) => role.networkId);
  return sheets.map((sheet) => ({ ...sheet, scale: scaleOf.get(sheet.id)!, roles: rolesOf.get(sheet.id) ?? [] }));
}

export interface ListingDocument {
  documentId: string;
  title: string;
  networks: { id: string; title: string; slug: string; standing: 'main' | 'thematic' | 'named' }[];
}

export interface AuthorityNetworks {
  authority: SheetSummary;
  networks: (NetworkItem & { standing: 'main' | 'thematic' | 'named' | 'other' })[];
  /** The documents that give a list, each with what it lists. */
  documents: ListingDocument[];
}

/** The networks of one authority: those its documents list, and those in which it holds a role all the same. */
export async function findAuthorityNetworks(db: Read, reader: Reader, slug: string): Promise<AuthorityNetworks | undefined> {
  const authority = await findSheet(db, reader, 'territory', slug);
  if (!authority || 'movedTo' in authority) return undefined;
  const [all, listings, own] = await Promise.all([listNetworks(db, reader), listListings(db, authority.id), listRoles(db, reader, { authorityId: authority.id })]);
  const held = new Map(own.map((role) => [role.id, role]));
  const standings = Map.groupBy(listings, (row) => row.network_id);
  const networks = all
    .map((network) => ({ ...network, roles: network.roles.filter((role) => held.has(role.id)), standing: strongest(standings.get(network.id)) }))
    .filter((network) => network.roles.length > 0 || network.standing !== 'other')
    .toSorted((a, b) => lineOf(standings.get(a.id)) - lineOf(standings.get(b.id)));
  const title = new Map(all.map((network) => [network.id, network]));
  // What an authority says of one network here is no list.
  const lists = listings.filter((row) => row.nature !== 'contribution');
  const documents = [...Map.groupBy(lists, (row) => row.document_id)].map(([documentId, rows]) => ({
    documentId,
    title: rows[0]!.title,
    networks: rows.flatMap((row) => {
      const network = title.get(row.network_id);
      return network ? [{ id: network.id, title: network.title, slug: network.slug, standing: row.standing as 'main' }] : [];
    }),
  }));
  return { authority, networks, documents };
}

/** What the authority says here comes before what its documents said. */
function strongest(rows: { standing: string; nature: string }[] | undefined): 'main' | 'thematic' | 'named' | 'other' {
  const declared = rows?.filter((row) => row.nature === 'contribution');
  const said = new Set((declared?.length ? declared : rows)?.map((row) => row.standing));
  return said.has('main') ? 'main' : said.has('thematic') ? 'thematic' : said.has('named') ? 'named' : 'other';
}

/** In the order of the document: its first networks are its first. */
function lineOf(rows: { locator: string | null }[] | undefined): number {
  return Number(/\d+/.exec(rows?.[0]?.locator ?? '')?.[0] ?? Infinity);
}

function listListings(db: Read, authorityId: string) {
  return db
    .selectFrom('network_listings')
    .innerJoin('documents', 'documents.id', 'network_listings.document_id')
    .select(['network_id', 'standing', 'locator', 'document_id', 'documents.title', 'nature'])
    .where('authority_id', '=', authorityId)
    .orderBy(sql`documents.published nulls last`)
    .execute();
}

/** Authorities whose documents list networks: each has its own reading of the page. */
export async function listListingAuthorities(db: Read, reader: Reader): Promise<{ title: string; slug: string }[]> {
  return db
    .selectFrom('sheets')
    .select(['title', 'slug'])
    .where('id', 'in', (eb) => eb.selectFrom('network_listings').select('authority_id'))
    .where(visibleTo(reader))
    .orderBy('title')
    .execute();
}
