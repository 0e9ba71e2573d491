import fundingData from '~root/db/demo/funding.json';
import lawData from '~root/db/demo/laws.json';
import { findPartialDate, parsePartialDate } from '~/platform/dates/partial.ts';
import type { Tx } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { parseSeedSource } from '~/world/sources.ts';
import type { World } from '~/sheets/index.ts';
import { createLaw, createScheme } from './commands.ts';
import type { Money } from './rules.ts';

/** Texts first: schemes lean on them. */
export async function demo(tx: Tx, world: World): Promise<void> {
  for (const law of lawData) {
    const { id } = await createLaw(tx, instance, {
      slug: law.id,
      type: law.type,
      title: law.title,
      summary: law.summary,
      start: findPartialDate(law.date),
      startMeaning: law.date ? 'text' : null,
      state: law.state === 'cited' ? undefined : { state: law.state },
      countries: law.country ? [world.country(law.country)] : [],
      toConfirm: law.toConfirm,
      sources: law.sources.map(parseSeedSource),
    });
    world.set('law', law.id, id);
  }
  for (const scheme of fundingData) {
    const { id } = await createScheme(tx, instance, {
      slug: scheme.id,
      type: scheme.type,
      title: scheme.title,
      summary: scheme.summary,
      state: { state: scheme.state },
      start: findPartialDate(scheme.start),
      end: findPartialDate(scheme.end),
      startMeaning: scheme.start ? 'period' : null,
      countries: scheme.countries.map((country) => world.country(country)),
      themes: scheme.themes,
      links: [
        ...scheme.funders.map((known) => ({ role: 'funder', to: findFunder(world, known as [string, string][]) })),
        ...(scheme.law ? [{ role: 'law', to: world.id('law', scheme.law) }] : []),
      ],
      toConfirm: scheme.toConfirm,
      amount: scheme.amount as Money | null,
      maxRatePercent: scheme.maxRatePercent,
      projects: scheme.projects,
      eligible: scheme.eligible,
      note: scheme.note,
      asOf: parsePartialDate(scheme.asOf),
      sources: scheme.sources.map(parseSeedSource),
    });
    world.set('funding', scheme.id, id);
  }
}

/** A funder may be known as a network and as an organisation: the first that has a sheet. */
function findFunder(world: World, known: [string, string][]): string {
  const found = known.map(([kind, id]) => world.find(kind, id)).find((id) => id !== undefined);
  return found ?? world.id(...known[0]!);
}
