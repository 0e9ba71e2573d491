import { findTheme } from '~/reference/index.ts';
import type { Read } from '~/platform/db/index.ts';
import { patchSheet, type EditSpec } from '~/sheets/index.ts';

/** Words that lead to a theme. Its names in three languages are reference data: they stay, and are not in the form. */
export const edit: EditSpec = {
  fields: [{ name: 'synonymes', type: 'lines', max: 3000, rights: ['administrator'] }],
  async read(db, sheetId) {
    const names = await listNames(db, sheetId);
    const kept = await listKept(db, sheetId);
    const words = names.filter((name) => !kept.includes(name));
    return { synonymes: words.length ? [words.join('\n')] : [] };
  },
  async write(tx, _actor, sheetId, input) {
    const kept = await listKept(tx, sheetId);
    const names = [...new Set([...kept, ...input.lines('synonymes').map((name) => name.slice(0, 120))])];
    await patchSheet(tx, sheetId, { names: names.map((name) => ({ name, kind: 'alias' })) });
    return null;
  },
};

async function listNames(db: Read, sheetId: string): Promise<string[]> {
  const rows = await db.selectFrom('sheet_names').select('name').where('sheet_id', '=', sheetId).where('kind', '=', 'alias').orderBy('name').execute();
  return rows.map((row) => row.name);
}

async function listKept(db: Read, sheetId: string): Promise<string[]> {
  const { slug, title } = await db.selectFrom('sheets').select(['slug', 'title']).where('id', '=', sheetId).executeTakeFirstOrThrow();
  const theme = findTheme(slug);
  return theme ? [theme.en, theme.es].filter((name) => name !== title) : [];
}
