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

type Row = (typeof data)[number];

export async function demo(tx: Tx, world: World): Promise<void> {
  for (const row of data) await load(tx, world, row);
  await programmes(tx, world);
}

async function load(tx: Tx, world: World, row: Row): Promise<void> {
  const [first, ...later] = row.states.map(readState) as [StateInput, ...StateInput[]];
  const sheet = accepted(row, await createPartnership(tx, instance, { ...read(world, row), state: first }));
  for (const state of later) accepted(row, await changePartnershipState(tx, instance, sheet.id, state));
  for (const { strand, evidence, source, at } of row.strands ?? []) {
    const change = { strand: strand as Strand, state: 'open' as const, evidence, at: findPartialDate(at), source: parseSeedSource(source) };
    accepted(row, await changeStrand(tx, instance, sheet.id, change));
  }
  for (const { kind, title, state, note, themes, source } of row.agreements ?? []) {
    const input = { kind: kind as AgreementKind, title, state: state as AgreementState, note, themes, source: parseSeedSource(source) };
    accepted(row, await addAgreement(tx, instance, sheet.id, input));
  }
  world.set('partnership', row.id, sheet.id);
}

function read(world: World, row: Row) {
  return {
    type: row.type as PartnershipType,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    french: row.french.map((id) => world.id('territory', id)),
    // A partner whom no source names has no sheet: the draft waits for its name.
    foreign: row.foreign.map((id) => world.find('territory', id)).filter((id) => id !== undefined),
    countries: (row.countries ?? []).map((id) => world.country(id)),
    visibility: row.visibility === 'draft' ? ('draft' as const) : ('public' as const),
    start: findPartialDate(row.start),
    startMeaning: row.startMeaning as StartMeaning | undefined,
    themes: row.themes,
    dimensions: row.dimensions && {
      list: row.dimensions.list as Dimension[],
      basis: row.dimensions.basis as 'collective',
      source: parseSeedSource(row.dimensions.source),
    },
    gains: (row.gains ?? []).map((gain) => ({ side: gain.side as 'here' | 'there', sentence: gain.sentence, source: parseSeedSource(gain.source) })),
    milestones: (row.milestones ?? []).map(readMilestone),
    facts: (row.facts ?? []).map(({ source, ...fact }) => ({ ...fact, sources: [parseSeedSource(source)] })),
    sources: row.sources.map(parseSeedSource),
    toConfirm: row.toConfirm,
  };
}

function readState(row: { state: string; at?: string; reason?: string; note?: string; source: string }): StateInput {
  return { ...row, state: row.state as PartnershipState, at: findPartialDate(row.at), source: parseSeedSource(row.source) };
}

function readMilestone({ kind, source, at, ...rest }: NonNullable<Row['milestones']>[number]): MilestoneInput {
  return { ...rest, kind: kind as MilestoneInput['kind'], at: findPartialDate(at), source: parseSeedSource(source) };
}

/** The documents obey the rules: a refusal here is an error of the data. */
function accepted<T>(row: Row, answer: T | Refusal): Exclude<T, Refusal> {
  if (isRefusal(answer)) throw new Error(`${row.id}: ${answer.refused}`);
  return answer as Exclude<T, Refusal>;
}
