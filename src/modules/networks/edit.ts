import type { Read, Tx } from '~/platform/db/index.ts';
import { patchSheet, updateLinks, type EditSpec, type FieldSpec } from '~/sheets/index.ts';
import { isLoop } from './queries.ts';
import { scales, types, type Scale } from './rules.ts';

export const fields: readonly FieldSpec[] = [
  { name: 'titre', type: 'text', required: true, sourced: true, group: 'identite' },
  { name: 'sigle', type: 'text', max: 40, group: 'identite' },
  { name: 'autres_noms', type: 'lines', group: 'identite' },
  { name: 'sorte', type: 'select', required: true, choices: types, group: 'identite' },
  { name: 'echelle', type: 'select', required: true, choices: scales, group: 'identite' },
  { name: 'parent', type: 'sheets', of: ['network'], group: 'identite' },
  { name: 'mission', type: 'textarea', sourced: true, group: 'propos' },
  { name: 'buts', type: 'lines', group: 'propos' },
  { name: 'themes', type: 'themes', several: true, group: 'propos' },
  { name: 'creation', type: 'date', sourced: true, group: 'origine' },
  { name: 'fondateurs', type: 'lines', group: 'origine' },
  { name: 'site', type: 'url', group: 'origine' },
  { name: 'note', type: 'textarea', max: 2000, group: 'origine' },
];

export const edit: EditSpec = {
  fields,
  async read(db, id) {
    const [sheet, row, names, parents] = await Promise.all([
      db.selectFrom('sheets').select(['title', 'context', 'type', 'summary', 'start_date', 'themes']).where('id', '=', id).executeTakeFirstOrThrow(),
      db.selectFrom('networks').select(['scale', 'aims', 'founders', 'note', 'site']).where('sheet_id', '=', id).executeTakeFirstOrThrow(),
      listAliases(db, id),
      db.selectFrom('sheet_links').select('to_id').where('from_id', '=', id).where('role', '=', 'parent').execute(),
    ]);
    const one = (value: string | null) => (value ? [value] : []);
    return {
      titre: [sheet.title], sigle: one(sheet.context), autres_noms: [names.join('\n')], sorte: one(sheet.type), echelle: [row.scale],
      parent: parents.map((link) => link.to_id), mission: one(sheet.summary), buts: [row.aims.join('\n')], themes: sheet.themes,
      creation: one(sheet.start_date), fondateurs: [row.founders.join('\n')], site: one(row.site), note: one(row.note),
    };
  },
  async write(tx, _actor, id, input, changed) {
    const parents = input.list('parent');
    if (changed.has('parent') && (await isLoop(tx, id, parents))) return { refused: 'parent-loop', field: 'parent' };
    const founded = input.date('creation');
    const [aims, founders, note] = [input.lines('buts'), input.lines('fondateurs'), input.text('note')];
    await tx
      .updateTable('networks')
      .set({ scale: input.text('echelle') as Scale, aims, founders, note, site: input.text('site') })
      .where('sheet_id', '=', id)
      .execute();
    await updateLinks(tx, id, 'parent', parents);
    await patchSheet(tx, id, {
      title: input.text('titre')!, context: input.text('sigle'), type: input.text('sorte'), summary: input.text('mission'),
      names: await buildNames(tx, id, input.text('sigle'), input.lines('autres_noms')),
      start: founded, startMeaning: founded ? 'founded' : null, themes: input.list('themes'),
      body: [...aims, ...founders, note].filter(Boolean).join(' '),
    });
    return null;
  },
};

async function listAliases(db: Read, id: string): Promise<string[]> {
  const rows = await db.selectFrom('sheet_names').select('name').where('sheet_id', '=', id).where('kind', '=', 'alias').orderBy('name').execute();
  return rows.map((row) => row.name);
}

/** Former, native and misspelt names go on finding the network. */
async function buildNames(tx: Tx, id: string, acronym: string | null, aliases: readonly string[]) {
  const kept = await tx.selectFrom('sheet_names').select(['name', 'kind']).where('sheet_id', '=', id).where('kind', 'in', ['former', 'native', 'misspelling']).execute();
  return [
    ...(acronym ? [{ name: acronym, kind: 'acronym' as const }] : []),
    ...aliases.map((name) => ({ name, kind: 'alias' as const })),
    ...kept.map((row) => ({ name: row.name, kind: row.kind as 'former' })),
  ];
}
