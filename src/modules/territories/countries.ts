import { sql, type Read } from '~/platform/db/index.ts';
import { listCountries, type Zone } from '~/reference/index.ts';
import { getKind, listConcerning, visibleTo, type KindGroup, type Reader } from '~/sheets/index.ts';
import { countChances, type Chances } from './chances.ts';
import { listNamings, type Naming } from './queries.ts';
import { listRelations, type Relation } from './relations.ts';
import { countByZone } from './rules.ts';

export interface Reached {
  iso: string;
  partnerships: number;
  /** Sheets of every kind that name the country. */
  sheets: number;
}

/** Countries that some public sheet names, with what links them. */
export async function listReached(db: Read, reader: Reader, among?: readonly string[]): Promise<Reached[]> {
  const apart = [...(getKind('partnership').apart ?? [])];
  // By the index on countries: nearly every sheet is a French authority's.
  const isos = (among ?? listCountries('fr').map((country) => country.iso)).filter((iso) => iso !== 'FR');
  const { rows } = await sql<Reached>`
    select iso, count(*) filter (where kind = 'partnership' and coalesce(type, '') <> all(${apart}::text[]))::integer as partnerships, count(*)::integer as sheets
    from sheets cross join unnest(countries) as iso
    where countries && ${isos}::text[] and iso = any(${isos}::text[]) and ${visibleTo(reader)}
    group by iso order by 2 desc, 3 desc`.execute(db);
  return rows;
}

export interface CountryShown {
  relations: Relation[];
  groups: KindGroup[];
  namings: Naming[];
  chances: Chances;
}

export async function getCountry(db: Read, reader: Reader, iso: string, today: string): Promise<CountryShown> {
  const [relations, groups, namings, chances] = await Promise.all([
    listRelations(db, reader, { country: iso }),
    listConcerning(db, reader, { country: iso }, { limit: 8, except: ['partnership'] }),
    listNamings(db, reader, iso),
    countChances(db, reader, iso, today),
  ]);
  return { relations, groups, namings, chances };
}

export async function getZone(db: Read, reader: Reader, zone: Zone): Promise<{ reached: Reached[]; partnerships: number }> {
  const apart = [...(getKind('partnership').apart ?? [])];
  const [reached, { rows }] = await Promise.all([
    listReached(db, reader, zone.members),
    // a partnership with two countries of the zone is one partnership
    sql<{ n: number }>`select count(*)::integer as n from sheets
      where kind = 'partnership' and countries && ${[...zone.members]}::text[] and coalesce(type, '') <> all(${apart}::text[]) and ${visibleTo(reader)}`.execute(db),
  ]);
  return { reached, partnerships: rows[0]!.n };
}

/** Partnerships of every zone: one with two countries of a zone counts once there. */
export async function countZones(db: Read, reader: Reader): Promise<Map<string, number>> {
  const apart = [...(getKind('partnership').apart ?? [])];
  const rows = await db.selectFrom('sheets').select(['countries', 'type']).where('kind', '=', 'partnership').where(visibleTo(reader)).execute();
  const counts = countByZone(rows.filter((row) => !apart.includes(row.type ?? '')).map((row) => row.countries));
  return new Map(counts.map(({ zone, partnerships }) => [zone.slug, partnerships]));
}
