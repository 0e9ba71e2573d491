import type { Tx } from '~/platform/db/index.ts';
import { listThemes } from '~/reference/index.ts';
import { addSources, type World } from '~/sheets/index.ts';
import { parseSeedSource } from '~/world/sources.ts';

/** Themes are reference data; that the documents speak of them is the demonstration's. */
export async function demo(tx: Tx, world: World): Promise<void> {
  const sheets = await tx.selectFrom('sheets').select(['id', 'slug']).where('kind', '=', 'theme').execute();
  const idOf = new Map(sheets.map((sheet) => [sheet.slug, sheet.id]));
  for (const theme of listThemes()) {
    const id = idOf.get(theme.slug)!;
    world.set('theme', theme.slug, id);
    await addSources(tx, id, theme.sources.map(parseSeedSource));
  }
}
