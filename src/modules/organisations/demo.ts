import data from '~root/db/demo/organisations.json';
import { instance } from '~/platform/events/index.ts';
import type { Tx } from '~/platform/db/index.ts';
import type { NameKind, World } from '~/sheets/index.ts';
import { parseSeedSource } from '~/world/sources.ts';
import { createOrganisation } from './commands.ts';
import type { OrganisationType } from './rules.ts';

export async function demo(tx: Tx, world: World): Promise<void> {
  for (const one of data) {
    const sheet = await createOrganisation(tx, instance, {
      slug: one.id,
      type: one.type as OrganisationType,
      title: one.title,
      names: (one.names ?? []).map(([name, kind]) => ({ name: name!, kind: kind as NameKind })),
      summary: one.summary,
      country: one.country ? world.country(one.country) : undefined,
      note: one.note,
      sources: one.sources.map(parseSeedSource),
    });
    world.set('organisation', one.id, sheet.id);
  }
}
