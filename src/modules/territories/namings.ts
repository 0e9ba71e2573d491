import type { Read, Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { countryName } from '~/reference/index.ts';
import type { Relation } from './relations.ts';
import { recordChange, visibleTo, type Reader, type Source } from '~/sheets/index.ts';

/** The words that an authority puts on its own pages; others keep theirs (R025). French, as its pages. */
export interface OwnNames {
  countries: ReadonlyMap<string, string>;
  /** Sheet id to name. */
  territories: ReadonlyMap<string, string>;
}

export async function listOwnNames(db: Read, ownerId: string): Promise<OwnNames> {
  const [countries, territories] = await Promise.all([
    db.selectFrom('country_namings').select(['country', 'name']).where('owner_id', '=', ownerId).execute(),
    db.selectFrom('territory_namings').select(['territory_id', 'name']).where('owner_id', '=', ownerId).execute(),
  ]);
  return { countries: new Map(countries.map((row) => [row.country, row.name])), territories: new Map(territories.map((row) => [row.territory_id, row.name])) };
}

export interface OwnNaming {
  /** ISO code, or the address of the territory. */
  country: string | null;
  territory: string | null;
  usual: string;
  name: string;
}

/** For the sheet of the authority that chose them. */
export async function listOwnNamings(db: Read, ownerId: string): Promise<OwnNaming[]> {
  const [countries, territories] = await Promise.all([
    db.selectFrom('country_namings').select(['country', 'name']).where('owner_id', '=', ownerId).orderBy('name').execute(),
    db.selectFrom('territory_namings').innerJoin('sheets', 'sheets.id', 'territory_id').select(['slug', 'title', 'name']).where('territory_namings.owner_id', '=', ownerId).orderBy('name').execute(),
  ]);
  return [
    ...countries.map((row) => ({ country: row.country, territory: null, usual: countryName(row.country, 'fr'), name: row.name })),
    ...territories.map((row) => ({ country: null, territory: row.slug, usual: row.title, name: row.name })),
  ];
}

/** Authorities that write this territory otherwise on their pages. */
export async function listTerritoryNamings(db: Read, reader: Reader, territoryId: string) {
  return db
    .selectFrom('territory_namings')
    .innerJoin('sheets', 'sheets.id', 'territory_namings.owner_id')
    .select(['sheets.title as owner', 'sheets.slug', 'territory_namings.name'])
    .where('territory_id', '=', territoryId)
    .where(visibleTo(reader))
    .orderBy('sheets.title')
    .execute();
}

/** No name: the usual one again. Tells whether anything changed. */
export async function chooseName(tx: Tx, actor: Actor, ownerId: string, of: { country: string } | { territory: string }, name: string | null, source?: Source): Promise<boolean> {
  const cited = { document_id: source?.document ?? null, locator: source?.locator ?? null };
  const names = await listOwnNames(tx, ownerId);
  const before = 'country' in of ? names.countries.get(of.country) : names.territories.get(of.territory);
  if ((before ?? null) === name && !source) return false;
  if ('country' in of) {
    await tx.deleteFrom('country_namings').where('owner_id', '=', ownerId).where('country', '=', of.country).execute();
    if (name) await tx.insertInto('country_namings').values({ owner_id: ownerId, country: of.country, name, ...cited }).execute();
  } else {
    await tx.deleteFrom('territory_namings').where('owner_id', '=', ownerId).where('territory_id', '=', of.territory).execute();
    if (name) await tx.insertInto('territory_namings').values({ owner_id: ownerId, territory_id: of.territory, name, ...cited }).execute();
  }
  const usual = 'country' in of ? countryName(of.country, 'fr') : (await tx.selectFrom('sheets').select('title').where('id', '=', of.territory).executeTakeFirstOrThrow()).title;
  await recordChange(tx, actor, ownerId, 'naming', { nom_choisi: [before ?? usual, name ?? usual] });
  return true;
}

/** The partnerships of an authority, said in its own words. */
export function nameRelations(relations: Relation[], { countries, territories }: OwnNames): Relation[] {
  if (!countries.size && !territories.size) return relations;
  return relations.map((relation) => ({
    ...relation,
    foreign: relation.foreign.map((party) => ({ ...party, title: territories.get(party.id) ?? party.title, countryNamed: countries.get(party.country ?? '') })),
  }));
}
