import data from '~root/db/demo/programmes.json';
import { instance } from '~/platform/events/index.ts';
import type { Tx } from '~/platform/db/index.ts';
import { findPartialDate } from '~/platform/dates/partial.ts';
import type { NameKind, World } from '~/sheets/index.ts';
import { parseSeedSource } from '~/world/sources.ts';
import { createProgramme } from './commands.ts';
import type { ProgrammeState, ProgrammeType } from './rules.ts';

/** Who carries and pays for a programme is an authority or an organisation: the record only gives its id. */
function party(world: World, id: string): string {
  return world.find('territory', id) ?? world.id('organisation', id);
}

export async function demo(tx: Tx, world: World): Promise<void> {
  for (const one of data) {
    const sheet = await createProgramme(tx, instance, {
      slug: one.id,
      type: one.type as ProgrammeType,
      title: one.title,
      names: (one.names ?? []).map(([name, kind]) => ({ name: name!, kind: kind as NameKind })),
      summary: one.summary,
      holders: (one.holders ?? []).map((id) => party(world, id)),
      funders: (one.funders ?? []).map((id) => party(world, id)),
      partners: (one.partners ?? []).map((id) => world.id('territory', id)),
      partnerships: (one.partnerships ?? []).map((id) => world.id('partnership', id)),
      state: one.state && { state: one.state.state as ProgrammeState, at: findPartialDate(one.state.seen) },
      themes: one.themes ?? [],
      doubt: one.doubt,
      sources: one.sources.map(parseSeedSource),
    });
    world.set('programme', one.id, sheet.id);
  }
}
