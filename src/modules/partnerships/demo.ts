import data from '~root/db/demo/partnerships.json';
import { instance } from '~/platform/events/index.ts';
import type { Tx } from '~/platform/db/index.ts';
import { findPartialDate } from '~/platform/dates/partial.ts';
import type { World } from '~/sheets/index.ts';
import { parseSeedSource } from '~/world/sources.ts';
import { addAgreement } from './agreements/commands.ts';
import type { AgreementKind, AgreementState } from './agreements/rules.ts';
import { changePartnershipState, createPartnership } from './commands.ts';
import { demo as programmes } from './programmes/demo.ts';
import { isRefusal, type Dimension, type PartnershipState, type PartnershipType, type Refusal, type StartMeaning } from './rules.ts';
import { changeStrand } from './strands/commands.ts';
import type { Strand } from './strands/rules.ts';
import type { MilestoneInput, StateInput } from './types.ts';

interface Row {
  id: string; slug: string; title: string; type: PartnershipType; french: string[]; foreign: string[]; countries?: string[];
  visibility?: 'draft'; summary?: string; start?: string; startMeaning?: StartMeaning; themes: string[]; toConfirm?: boolean;
  states: { state: PartnershipState; at?: string; reason?: string; note?: string; source: string }[];
  dimensions?: { list: Dimension[]; basis: 'own' | 'collective'; source: string };
  gains?: { side: 'here' | 'there'; sentence: string; source: string }[];
  strands?: { strand: Strand; at?: string; evidence: string; source: string }[];
  agreements?: { kind: AgreementKind; title: string; state: AgreementState; note?: string; themes?: string[]; source: string }[];
  milestones?: { kind: MilestoneInput['kind']; title: string; planned?: boolean; at?: string; source: string }[];
  facts?: { field: string; label: string; value: string; chosen?: boolean; note?: string; source: string }[];
  sources: string[];
}

export async function demo(tx: Tx, world: World): Promise<void> {
  for (const row of data as Row[]) await load(tx, world, row);
  await programmes(tx, world);
}

async function load(tx: Tx, world: World, row: Row): Promise<void> {
  const [first, ...later] = row.states.map(readState) as [StateInput, ...StateInput[]];
  const sheet = accepted(row, await createPartnership(tx, instance, { ...read(world, row), state: first }));
  for (const state of later) accepted(row, await changePartnershipState(tx, instance, sheet.id, state));
  for (const { strand, evidence, source, at } of row.strands ?? []) {
    const change = { strand, state: 'open' as const, evidence, at: findPartialDate(at), source: parseSeedSource(source) };
    accepted(row, await changeStrand(tx, instance, sheet.id, change));
  }
  for (const { kind, title, state, note, themes, source } of row.agreements ?? []) {
    const input = { kind, title, state, note, themes, source: parseSeedSource(source) };
    accepted(row, await addAgreement(tx, instance, sheet.id, input));
  }
  world.set('partnership', row.id, sheet.id);
}

function read(world: World, row: Row) {
  return {
    type: row.type,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    french: row.french.map((id) => world.id('territory', id)),
    // A partner whom no source names has no sheet: the draft waits for its name.
    foreign: row.foreign.map((id) => world.find('territory', id)).filter((id) => id !== undefined),
    countries: (row.countries ?? []).map((id) => world.country(id)),
    visibility: row.visibility ?? ('public' as const),
    start: findPartialDate(row.start),
    startMeaning: row.startMeaning,
    themes: row.themes,
    dimensions: row.dimensions && { ...row.dimensions, source: parseSeedSource(row.dimensions.source) },
    gains: (row.gains ?? []).map((gain) => ({ ...gain, source: parseSeedSource(gain.source) })),
    milestones: (row.milestones ?? []).map(readMilestone),
    facts: (row.facts ?? []).map(({ source, ...fact }) => ({ ...fact, sources: [parseSeedSource(source)] })),
    sources: row.sources.map(parseSeedSource),
    toConfirm: row.toConfirm,
  };
}

function readState(state: Row['states'][number]): StateInput {
  return { ...state, at: findPartialDate(state.at), source: parseSeedSource(state.source) };
}

function readMilestone(one: NonNullable<Row['milestones']>[number]): MilestoneInput {
  return { ...one, at: findPartialDate(one.at), source: parseSeedSource(one.source) };
}

/** The documents obey the rules: a refusal here is an error of the data. */
function accepted<T>(row: Row, answer: T | Refusal): Exclude<T, Refusal> {
  if (isRefusal(answer)) throw new Error(`${row.id}: ${answer.refused}`);
  return answer as Exclude<T, Refusal>;
}
