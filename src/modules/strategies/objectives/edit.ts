import { findRight, patchSheet, type CreateSpec, type EditSpec, type FieldSpec, type Input, type Values } from '~/sheets/index.ts';
import { createObjective, updateNumber } from './commands.ts';

const own: readonly FieldSpec[] = [
  { name: 'numero', type: 'number', required: true },
  { name: 'titre', type: 'text', required: true, max: 300, sourced: true },
  { name: 'court', type: 'text', required: true, max: 60 },
  { name: 'presentation', type: 'textarea', max: 1000 },
  { name: 'transversal', type: 'radio', choices: ['stated', 'implied'] },
  { name: 'engagements', type: 'lines', sourced: true },
  { name: 'themes', type: 'themes', several: true },
];

function readNumber(input: Input): number | { refused: 'number-wrong'; field: string } {
  const number = input.number('numero')!;
  return Number.isInteger(number) && number > 0 && number < 1000 ? number : { refused: 'number-wrong', field: 'numero' };
}

export const edit: EditSpec = {
  fields: own,
  async read(db, id) {
    const row = await db
      .selectFrom('objectives').innerJoin('sheets', 'sheets.id', 'sheet_id')
      .select(['number', 'title', 'short', 'summary', 'transversal', 'commitments', 'themes'])
      .where('sheet_id', '=', id).executeTakeFirstOrThrow();
    return {
      numero: [String(row.number)], titre: [row.title], court: [row.short], presentation: row.summary ? [row.summary] : [],
      transversal: row.transversal ? [row.transversal] : [], engagements: [row.commitments.join('\n')], themes: row.themes,
    };
  },
  async write(tx, _actor, id, input) {
    const number = readNumber(input);
    if (typeof number !== 'number') return number;
    const done = await updateNumber(tx, id, number);
    if (done !== 'updated') return { ...done, field: 'numero' };
    const [short, commitments] = [input.text('court')!, input.lines('engagements')];
    await tx.updateTable('objectives').set({ short, transversal: input.text('transversal'), commitments }).where('sheet_id', '=', id).execute();
    await patchSheet(tx, id, { title: input.text('titre')!, summary: input.text('presentation'), themes: input.list('themes'), body: [short, ...commitments].join(' ') });
    return null;
  },
};

/** In a strategy that one keeps: asked for from its page. */
export const create: CreateSpec = {
  fields: [{ name: 'strategie', type: 'sheets', of: ['strategy'], required: true }, ...own],
  may: ({ acting }) => acting !== undefined && ['agent', 'elected', 'animator', 'administrator'].includes(acting.role),
  async read(db, _reader, query): Promise<Values> {
    const id = query('strategie');
    if (!id || !/^[0-9a-f-]{36}$/.test(id)) return {};
    const { last } = await db.selectFrom('objectives').select((eb) => eb.fn.max('number').as('last')).where('strategy_id', '=', id).executeTakeFirstOrThrow();
    return { strategie: [id], numero: [String((last ?? 0) + 1)] };
  },
  async run(tx, actor, input, { reader }) {
    const strategyId = input.text('strategie')!;
    const right = await findRight(tx, reader, strategyId);
    if (right === null || right === 'partner') return { refused: 'not-yours', field: 'strategie' };
    const number = readNumber(input);
    if (typeof number !== 'number') return number;
    const done = await createObjective(tx, actor, {
      strategyId, number, title: input.text('titre')!, short: input.text('court')!, summary: input.text('presentation'), themes: input.list('themes'),
      transversal: input.text('transversal') as 'stated' | null, commitments: input.lines('engagements'),
      sources: ['titre', 'engagements'].flatMap((field) => input.source(field) ?? []).slice(0, 1),
    });
    return 'refused' in done ? { ...done, field: 'numero' } : done;
  },
};
