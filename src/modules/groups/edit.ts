import { changeSheetState, findAudience, patchSheet, updateLinks, type ActSpec, type Choice, type EditSpec, type FieldSpec } from '~/sheets/index.ts';
import type { Read } from '~/platform/db/index.ts';
import type { Way } from './commands.ts';

export const entryFields: readonly FieldSpec[] = [
  { name: 'entree', type: 'radio', required: true, choices: ['open', 'request', 'invitation'], group: 'entree' },
  { name: 'reserve', type: 'checkboxes', choices: ['elected', 'agent'], group: 'entree' },
  { name: 'visible', type: 'radio', required: true, choices: ['public', 'members', 'group'], group: 'entree' },
];

/** What a group is, who chairs it by function, who is in it. What it says of its needs and aims stays as its minutes wrote it. */
export const edit: EditSpec = {
  fields: [
    { name: 'titre', type: 'text', required: true, max: 200 },
    { name: 'but', type: 'textarea', max: 1500, sourced: true },
    { name: 'presidence', type: 'select', choices: listChairs, sourced: true },
    { name: 'pays', type: 'countries', several: true },
    { name: 'themes', type: 'themes', several: true },
    { name: 'membres', type: 'sheets', of: ['territory', 'organisation'], several: true },
    { name: 'note', type: 'textarea', max: 1500 },
    ...entryFields,
  ],
  async read(db, sheetId) {
    const [row, members, audience] = await Promise.all([
      db.selectFrom('sheets').innerJoin('working_groups', 'working_groups.sheet_id', 'sheets.id')
        .select(['title', 'summary', 'countries', 'themes', 'note', 'chair_function_id', 'joining', 'reserved_roles']).where('sheets.id', '=', sheetId).executeTakeFirstOrThrow(),
      db.selectFrom('sheet_links').innerJoin('sheets', 'sheets.id', 'to_id').select('to_id').where('from_id', '=', sheetId).where('role', '=', 'member').where('kind', 'in', ['territory', 'organisation']).orderBy('position').execute(),
      findAudience(db, sheetId),
    ]);
    return {
      titre: [row.title], but: one(row.summary), presidence: one(row.chair_function_id), pays: row.countries, themes: row.themes, membres: members.map((link) => link.to_id), note: one(row.note),
      entree: [row.joining], reserve: row.reserved_roles, visible: [audience.startsWith('group') ? 'group' : audience],
    };
  },
  async write(tx, _actor, sheetId, input, changed) {
    if (changed.has('membres')) await updateLinks(tx, sheetId, 'member', input.list('membres'), ['territory', 'organisation']);
    await tx
      .updateTable('working_groups')
      .set({ note: input.text('note'), chair_function_id: input.text('presidence'), joining: input.text('entree') as Way, reserved_roles: input.list('reserve') })
      .where('sheet_id', '=', sheetId)
      .execute();
    await patchSheet(tx, sheetId, {
      ...(changed.has('titre') ? { title: input.text('titre')! } : {}),
      ...(changed.has('but') ? { summary: input.text('but') } : {}),
      ...(changed.has('pays') ? { countries: input.list('pays') } : {}),
      ...(changed.has('themes') ? { themes: input.list('themes') } : {}),
      ...(changed.has('visible') ? audienceOf(sheetId, input.text('visible')) : {}),
    });
    return null;
  },
};

/** For everybody, for members, or for nobody but its own people. */
export function audienceOf(groupId: string, visible: string | null) {
  return visible === 'group' ? { visibility: 'group' as const, sharedWith: [groupId] } : { visibility: visible === 'members' ? ('members' as const) : ('public' as const), sharedWith: [] };
}

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
