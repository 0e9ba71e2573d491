import data from '~root/db/demo/strategies.json';
import { findPartialDate, parsePartialDate } from '~/platform/dates/partial.ts';
import type { Tx } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import type { World } from '~/sheets/index.ts';
import { parseSeedSource } from '~/world/sources.ts';
import { createStrategy, type StrategyInput } from './commands.ts';
import { createObjective, type ObjectiveInput } from './objectives/commands.ts';
import type { Family, Part, Standing, Tier } from './rules.ts';

interface StrategySeed {
  id: string; holder: string; title: string; context: string; type: string; names?: string[]; summary: string; ambition?: string;
  start?: string; end?: string; startMeaning?: string; standing: string; adopted?: { on: string; by: string }; presentedBy?: string; effectiveFrom?: string;
  follows?: string; themes?: string[]; sources: string[];
  states: { state: string; at?: string; note?: string; source: string }[];
  items?: { part: string; text: string; detail?: string; source: string }[];
  priorities?: { family: string; rank?: number; tier?: string; label: string; rationale?: string; zones?: string[]; themes?: string[]; source: string }[];
  objectives?: ObjectiveSeed[];
}

interface ObjectiveSeed {
  number: number; title: string; short: string; summary: string; transversal?: string; commitments?: string[]; themes?: string[]; sources: string[];
}

export async function loadStrategies(tx: Tx, world: World): Promise<void> {
  for (const one of data as StrategySeed[]) {
    const sheet = await createStrategy(tx, instance, toStrategy(one, world));
    world.set('strategy', one.id, sheet.id);
    for (const objective of one.objectives ?? []) {
      const made = await createObjective(tx, instance, toObjective(objective, sheet.id));
      if ('refused' in made) throw new Error(`Objective ${one.id} ${objective.number}: ${made.refused}`);
      world.set('objective', made.slug, made.id);
    }
  }
}

function toStrategy(one: StrategySeed, world: World): StrategyInput {
  return {
    slug: one.id, type: one.type, title: one.title, context: one.context, summary: one.summary, holderId: world.id('territory', one.holder),
    names: (one.names ?? []).map((name) => ({ name, kind: 'alias' as const })), themes: one.themes ?? [], standing: one.standing as Standing,
    ambition: one.ambition ?? null, adopted: one.adopted ? { on: parsePartialDate(one.adopted.on), by: one.adopted.by } : null,
    presentedBy: one.presentedBy ?? null, effectiveFrom: findPartialDate(one.effectiveFrom) ?? null,
    follows: one.follows ? world.id('strategy', one.follows) : null,
    start: findPartialDate(one.start), startMeaning: one.startMeaning ?? null, end: findPartialDate(one.end),
    states: one.states.map((state) => ({ state: state.state, at: findPartialDate(state.at), note: state.note, source: parseSeedSource(state.source) })),
    items: (one.items ?? []).map((item) => ({ part: item.part as Part, text: item.text, detail: item.detail ?? null, source: parseSeedSource(item.source) })),
    priorities: (one.priorities ?? []).map(({ source, ...priority }) => ({ ...priority, family: priority.family as Family, tier: (priority.tier ?? null) as Tier | null, source: parseSeedSource(source) })),
    sources: one.sources.map(parseSeedSource),
  };
}

function toObjective(one: ObjectiveSeed, strategyId: string): ObjectiveInput {
  return {
    strategyId, number: one.number, title: one.title, short: one.short, summary: one.summary, themes: one.themes ?? [], commitments: one.commitments ?? [],
    transversal: (one.transversal ?? null) as ObjectiveInput['transversal'], sources: one.sources.map(parseSeedSource),
  };
}
