import type { Read } from '~/platform/db/index.ts';

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
