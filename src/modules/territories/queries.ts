import { sql, type Read } from '~/platform/db/index.ts';
import { getKind, visibleTo, type Reader } from '~/sheets/index.ts';

/** A French authority by code or by address: what loads and imports ask. */
export async function findAuthority(db: Read, by: { insee?: string; siren?: string; slug?: string }): Promise<{ id: string; slug: string; regionId: string | null } | undefined> {
  const row = await db
    .selectFrom('territories')
    .innerJoin('sheets', 'sheets.id', 'territories.sheet_id')
    .select(['sheets.id', 'sheets.slug', 'territories.region_id'])
    .$if(by.insee !== undefined, (query) => query.where('territories.insee', '=', by.insee!))
    .$if(by.siren !== undefined, (query) => query.where('territories.siren', '=', by.siren!))
    .$if(by.slug !== undefined, (query) => query.where('sheets.kind', '=', 'territory').where('sheets.slug', '=', by.slug!))
    .executeTakeFirst();
  return row && { id: row.id, slug: row.slug, regionId: row.region_id };
}

/** The address of the territory that an INSEE code, a SIREN or a GeoNames number names: former codes lead to the successor. */
export async function findSlugByCode(db: Read, reader: Reader, code: string): Promise<string | undefined> {
  if (!/^(\d{2,3}|2[AB]|\d[\dA-Z]\d{3}|\d{5,9})$/i.test(code)) return undefined;
  const row = await db
    .selectFrom('sheet_names')
    .innerJoin('sheets', 'sheets.id', 'sheet_names.sheet_id')
    .select('sheets.slug')
    .where('sheet_names.plain', '=', code.toLowerCase())
    .where('sheet_names.kind', '=', 'code')
    .where('sheets.kind', '=', 'territory')
    .where(visibleTo(reader))
    // « 33063 » is Bordeaux before it is a commune that had this code
    .orderBy(sql`exists (select 1 from territories t where t.sheet_id = sheets.id and upper(${code}) in (t.insee, t.siren))`, 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.slug;
}

export interface Scale {
  id: string;
  slug: string;
  title: string;
  type: string | null;
  population: number | null;
  /** How many public sheets of each kind it is linked to. */
  counts: Record<string, number>;
}

export interface TerritoryDetail {
  side: 'french' | 'foreign';
  insee: string | null;
  siren: string | null;
  geonamesId: number | null;
  population: number | null;
  populationYear: string | null;
  timeZone: string | null;
  postalCodes: string[];
  basis: string | null;
  note: string | null;
  /** What it says of itself abroad. */
  engagement: 'engaged' | 'wishing' | 'not_yet' | null;
  /** From the smallest to the largest, the territory itself included. */
  scales: Scale[];
  /** Which of the others have this one as a scale above them. */
  within: 'intercommunality_id' | 'department_id' | 'region_id' | null;
  inside: Inside | null;
}

/** What a larger scale is made of. */
export interface Inside {
  departments: number;
  intercommunalities: number;
  communes: number;
}

const withinOf: Record<string, TerritoryDetail['within']> = {
  metropole: 'intercommunality_id', communaute_urbaine: 'intercommunality_id', communaute_agglomeration: 'intercommunality_id', communaute_communes: 'intercommunality_id',
  departement: 'department_id', collectivite_europeenne: 'department_id', collectivite_unique: 'department_id', region: 'region_id', collectivite_outre_mer: 'region_id',
};

export async function getTerritory(db: Read, reader: Reader, sheet: { id: string; type: string | null }): Promise<TerritoryDetail> {
  const row = await db.selectFrom('territories').selectAll().where('sheet_id', '=', sheet.id).executeTakeFirstOrThrow();
  const ids = [sheet.id, row.intercommunality_id, row.department_id, row.region_id].filter((id) => id !== null);
  const within = withinOf[sheet.type ?? ''] ?? null;
  return {
    side: row.side as TerritoryDetail['side'],
    insee: row.insee, siren: row.siren, geonamesId: row.geonames_id, population: row.population, populationYear: row.population_year,
    timeZone: row.time_zone, postalCodes: row.postal_codes, basis: row.position_basis, note: row.note, engagement: row.engagement as TerritoryDetail['engagement'],
    scales: row.side === 'french' ? await listScales(db, reader, ids) : [],
    within,
    inside: within && (await countInside(db, reader, sheet.id, within)),
  };
}

async function countInside(db: Read, reader: Reader, id: string, scale: NonNullable<TerritoryDetail['within']>): Promise<Inside> {
  const { rows } = await sql<Inside>`
    select count(*) filter (where type in ('departement', 'collectivite_europeenne'))::integer as departments,
      count(*) filter (where type in ('metropole', 'communaute_urbaine', 'communaute_agglomeration', 'communaute_communes'))::integer as intercommunalities,
      count(*) filter (where type = 'commune')::integer as communes
    from territories t join sheets on id = sheet_id where t.${sql.ref(scale)} = ${id}::uuid and ${visibleTo(reader)}`.execute(db);
  return rows[0]!;
}

async function listScales(db: Read, reader: Reader, ids: string[]): Promise<Scale[]> {
  const apart = [...(getKind('partnership').apart ?? [])];
  const { rows } = await sql<Omit<Scale, 'counts'> & { counts: Record<string, number> | null }>`
    select sheets.id, slug, title, type, population, (
      select json_object_agg(kind, n) from (
        select f.kind, count(distinct f.id)::integer as n from sheet_links l join sheets f on f.id = l.from_id
        where l.to_id = sheets.id and l.role <> 'wished' and not (f.kind = 'partnership' and f.type = any(${apart}::text[])) and ${visibleTo(reader, 'f')} group by f.kind) c) as counts
    from sheets join territories t on t.sheet_id = sheets.id
    where sheets.id = any(${ids}::uuid[]) and ${visibleTo(reader)}
    order by array_position(${ids}::uuid[], sheets.id)`.execute(db);
  return rows.map((row) => ({ ...row, counts: row.counts ?? {} }));
}

export interface Naming {
  owner: string;
  slug: string;
  country: string;
  name: string;
}

/** Authorities that write a country otherwise on their pages. */
export async function listNamings(db: Read, reader: Reader, country: string): Promise<Naming[]> {
  return db
    .selectFrom('country_namings')
    .innerJoin('sheets', 'sheets.id', 'country_namings.owner_id')
    .select(['sheets.title as owner', 'sheets.slug', 'country_namings.country', 'country_namings.name'])
    .where('country_namings.country', '=', country)
    .where(visibleTo(reader))
    .orderBy('sheets.title')
    .execute();
}

/** Which side a territory is on: what some gestures look at. */
async function findSide(db: Read, sheetId: string): Promise<{ side: string; type: string | null } | undefined> {
  return db.selectFrom('territories').innerJoin('sheets', 'sheets.id', 'territories.sheet_id').select(['side', 'type']).where('sheet_id', '=', sheetId).executeTakeFirst();
}

export const isFrench = async (db: Read, sheetId: string): Promise<boolean> => (await findSide(db, sheetId))?.side === 'french';
export const isForeign = async (db: Read, sheetId: string): Promise<boolean> => (await findSide(db, sheetId))?.side === 'foreign';
export const isCommune = async (db: Read, sheetId: string): Promise<boolean> => (await findSide(db, sheetId))?.type === 'commune';
