import data from '~root/db/demo/people.json';
import { findPartialDate } from '~/platform/dates/partial.ts';
import type { Tx } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { parseSeedSource } from '~/world/sources.ts';
import type { World } from '~/sheets/index.ts';
import { createPerson } from './commands.ts';
import type { Standing } from './rules.ts';

interface Seed {
  id: string; firstName: string; lastName: string; named?: boolean; civility?: string; names?: string[]; note?: string;
  functions: { function: string; standing: string; at?: string; body?: string; past?: boolean; asOf?: string; source?: string }[];
}

/** Modules that come after find somebody's function by `findFunctions`: people are no sheets, so the world does not know them. */
export async function demo(tx: Tx, world: World): Promise<void> {
  for (const person of data.people as Seed[]) {
    await createPerson(tx, instance, {
      ...person,
      reference: person.id,
      functions: person.functions.map((one) => ({
        ...one,
        standing: one.standing as Standing,
        bodyId: one.at ? (world.find('territory', one.at) ?? world.find('organisation', one.at)) : undefined,
        asOf: findPartialDate(one.asOf),
        source: one.source ? parseSeedSource(one.source) : undefined,
      })),
    });
  }
}
