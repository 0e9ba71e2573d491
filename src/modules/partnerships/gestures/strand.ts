import type { ActSpec } from '~/sheets/index.ts';
import { strands, type Strand, type StrandState } from '../strands/rules.ts';
import { changeStrand } from '../strands/commands.ts';
import { atField } from './refused.ts';

/** R028: each strand has its own state. */
export const strandAct: ActSpec = {
  name: 'volet',
  fields: [
    { name: 'volet', type: 'select', required: true, choices: strands },
    { name: 'etat_volet', type: 'radio', required: true, choices: ['open', 'slowed', 'stopped'] },
    { name: 'constat', type: 'text', max: 300, sourced: true },
    { name: 'raison', type: 'textarea', max: 1000 },
    { name: 'depuis', type: 'date' },
  ],
  read: async (_db, _sheetId, _context, query) => ({ volet: [query('volet') ?? ''].filter(Boolean) }),
  async run(tx, actor, sheetId, input) {
    const evidence = input.text('constat') ?? undefined;
    const reason = input.text('raison') ?? undefined;
    if (!evidence && !reason) return atField({ refused: 'strand.evidence' });
    const change = {
      strand: input.text('volet') as Strand, state: input.text('etat_volet') as StrandState, evidence, reason,
      at: input.date('depuis') ?? undefined, source: input.source('constat'),
    };
    return atField(await changeStrand(tx, actor, sheetId, change));
  },
};
