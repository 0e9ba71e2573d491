import type { Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { createSheet, type NameKind, type SheetRef, type Source, type StateChange } from '~/sheets/index.ts';
import type { ProgrammeState, ProgrammeType } from './rules.ts';

export interface ProgrammeInput {
  slug: string;
  type: ProgrammeType;
  title: string;
  names?: { name: string; kind: NameKind }[];
  summary?: string;
  /** Sheets of who carries it: authorities or organisations. */
  holders?: string[];
  funders?: string[];
  /** Territories that take part. */
  partners?: string[];
  partnerships?: string[];
  state?: StateChange & { state: ProgrammeState };
  themes?: string[];
  /** What the sources leave in doubt. */
  doubt?: string;
  sources: Source[];
}

export function createProgramme(tx: Tx, actor: Actor, input: ProgrammeInput): Promise<SheetRef> {
  const { holders = [], funders = [], partners = [], partnerships = [], doubt, ...sheet } = input;
  const links = { holder: holders, funder: funders, partner: partners, partnership: partnerships };
  return createSheet(tx, actor, {
    kind: 'programme',
    ...sheet,
    links: Object.entries(links).flatMap(([role, targets]) => targets.map((to) => ({ role, to }))),
    facts: doubt ? [{ field: 'doubt', value: doubt, sources: input.sources }] : [],
  });
}
