import { changeSheetState, patchSheet, type ActSpec, type CreateSpec, type EditSpec, type FieldSpec, type Values } from '~/sheets/index.ts';
import { createEmergency } from './commands.ts';
import { mayAnswer } from './queries.ts';

const fields: readonly FieldSpec[] = [
  { name: 'titre', type: 'text', required: true, max: 160 },
  { name: 'pays', type: 'countries', required: true },
  { name: 'faits', type: 'textarea', required: true, max: 1500 },
  { name: 'depuis', type: 'date', required: true },
  { name: 'source', type: 'text', required: true, max: 300 },
  { name: 'adresse', type: 'url' },
];

export const create: CreateSpec = {
  fields,
  may: (reader) => mayAnswer(reader) || (reader.acting?.role === 'animator' && reader.acting.body !== null),
  async run(tx, actor, input, { reader, today }) {
    const since = input.date('depuis')!;
    if (since.value > today) return { refused: 'future', field: 'depuis' };
    return createEmergency(tx, actor, { title: input.text('titre')!, what: input.text('faits')!, country: input.list('pays')[0]!, since, sourceNote: input.text('source'), sourceUrl: input.text('adresse'), ownerId: reader.acting!.body!.id });
  },
};

export const edit: EditSpec = {
  fields,
  async read(db, id): Promise<Values> {
    const row = await db.selectFrom('sheets').innerJoin('emergencies', 'sheet_id', 'sheets.id').select(['title', 'summary', 'countries', 'start_date', 'source_note', 'source_url']).where('sheets.id', '=', id).executeTakeFirstOrThrow();
    const one = (text: string | null) => (text ? [text] : []);
    return { titre: [row.title], pays: row.countries.slice(0, 1), faits: one(row.summary), depuis: one(row.start_date), source: one(row.source_note), adresse: one(row.source_url) };
  },
  async write(tx, _actor, id, input, _changed, { today }) {
    const since = input.date('depuis')!;
    if (since.value > today) return { refused: 'future', field: 'depuis' };
    await tx.updateTable('emergencies').set({ source_note: input.text('source'), source_url: input.text('adresse') }).where('sheet_id', '=', id).execute();
    await patchSheet(tx, id, { title: input.text('titre')!, summary: input.text('faits'), countries: input.list('pays'), start: since });
    return null;
  },
};

const close: ActSpec = {
  name: 'clore',
  fields: [{ name: 'raison', type: 'textarea', required: true, max: 1000 }],
  has: async (db, id) => (await db.selectFrom('sheets').select('state').where('id', '=', id).executeTakeFirst())?.state === 'alert',
  async run(tx, actor, id, input) {
    await changeSheetState(tx, actor, id, { state: 'closed', reason: input.text('raison')! });
    return null;
  },
};

export const acts: readonly ActSpec[] = [close];
