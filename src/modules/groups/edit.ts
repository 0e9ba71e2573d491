import { changeSheetState, patchSheet, updateLinks, type ActSpec, type Choice, type EditSpec } from '~/sheets/index.ts';
import type { Read } from '~/platform/db/index.ts';

/** What a group is, who chairs it by function, who is in it. What it says of its needs and aims stays as its minutes wrote it. */
export const edit: EditSpec = {
  fields: [
    { name: 'titre', type: 'text', required: true, max: 200 },
    { name: 'but', type: 'textarea', max: 1500, sourced: true },
    { name: 'presidence', type: 'select', choices: listChairs, sourced: true },
    { name: 'themes', type: 'themes', several: true },
    { name: 'membres', type: 'sheets', of: ['territory', 'organisation'], several: true },
    { name: 'note', type: 'textarea', max: 1500 },
  ],
  async read(db, sheetId) {
    const [row, members] = await Promise.all([
      db.selectFrom('sheets').innerJoin('working_groups', 'working_groups.sheet_id', 'sheets.id').select(['title', 'summary', 'themes', 'note', 'chair_function_id']).where('sheets.id', '=', sheetId).executeTakeFirstOrThrow(),
      db.selectFrom('sheet_links').innerJoin('sheets', 'sheets.id', 'to_id').select('to_id').where('from_id', '=', sheetId).where('role', '=', 'member').where('kind', 'in', ['territory', 'organisation']).orderBy('position').execute(),
    ]);
    return { titre: [row.title], but: one(row.summary), presidence: one(row.chair_function_id), themes: row.themes, membres: members.map((link) => link.to_id), note: one(row.note) };
  },
  async write(tx, _actor, sheetId, input, changed) {
    if (changed.has('membres')) await updateLinks(tx, sheetId, 'member', input.list('membres'), ['territory', 'organisation']);
    await tx.updateTable('working_groups').set({ note: input.text('note'), chair_function_id: input.text('presidence') }).where('sheet_id', '=', sheetId).execute();
    await patchSheet(tx, sheetId, {
      ...(changed.has('titre') ? { title: input.text('titre')! } : {}),
      ...(changed.has('but') ? { summary: input.text('but') } : {}),
      ...(changed.has('themes') ? { themes: input.list('themes') } : {}),
    });
    return null;
  },
};

/** A group that meets no more is closed, not erased. */
const stateAct: ActSpec = {
  name: 'etat',
  fields: [
    { name: 'etat', type: 'radio', required: true, choices: ['active', 'closed'] },
    { name: 'depuis', type: 'date' },
    { name: 'raison', type: 'textarea', required: true, max: 1000 },
  ],
  async run(tx, actor, sheetId, input) {
    const { state } = await tx.selectFrom('sheets').select('state').where('id', '=', sheetId).forUpdate().executeTakeFirstOrThrow();
    if (state === input.text('etat')) return { refused: 'state.same', field: 'etat' };
    await changeSheetState(tx, actor, sheetId, { state: input.text('etat')!, at: input.date('depuis') ?? undefined, reason: input.text('raison')! });
    return null;
  },
};

export const acts: readonly ActSpec[] = [stateAct];

const one = (text: string | null) => (text ? [text] : []);

/** Functions of elected officials and of those who lead, never names. */
async function listChairs(db: Read): Promise<Choice[]> {
  const rows = await db.selectFrom('people_named').select(['function_id', 'function', 'body']).where('standing', 'in', ['elected', 'ambassador', 'association']).orderBy('function').orderBy('body').execute();
  return rows.map((row) => [row.function_id!, row.body && !row.function!.includes(row.body) ? `${row.function}, ${row.body}` : row.function!] as const);
}
