import { sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { countryName } from '~/reference/index.ts';
import { findFreeSlug, type SheetRef } from '~/sheets/index.ts';
import { createTerritory } from './commands.ts';

export interface ForeignTerritoryInput {
  title: string;
  /** ISO code. */
  country: string;
  type: string;
}

// Forms that add a partner on the way ask in short words.
const typeOf: Record<string, string> = { region: 'region_partenaire', camp: 'camp_de_refugies', autre: 'non_precise' };

/** A place abroad that has no sheet yet (R003, R004). `exists`: the sheet of that country which has this name already. */
export async function createForeignTerritory(tx: Tx, actor: Actor, { title, country, type }: ForeignTerritoryInput): Promise<SheetRef | { exists: SheetRef }> {
  const found = await findNamesake(tx, title, country);
  if (found) return { exists: found };
  const context = countryName(country, 'fr');
  return createTerritory(tx, actor, { type: typeOf[type] ?? type, slug: await findFreeSlug(tx, 'territory', title), title, side: 'foreign', country, context, names: [], sources: [] });
}

/** A province and its capital may share a name: the same name in the same country is asked about, never made twice in silence. */
async function findNamesake(tx: Tx, title: string, country: string): Promise<SheetRef | undefined> {
  const { rows } = await sql<SheetRef>`
    select s.id, s.kind, s.slug from sheets s join sheet_names n on n.sheet_id = s.id
    where s.kind = 'territory' and s.merged_into is null and s.countries @> array[${country}] and n.plain = plain(${title}) limit 1`.execute(tx);
  return rows[0];
}
