import type { EditSpec } from '~/sheets/index.ts';
import { patchSheet } from '~/sheets/index.ts';
import { contactFields, readContact, writeContact } from './contacts.ts';
import { nameFields, namesOf, readNames } from './names.ts';

/** What an authority says of itself, the same in France and abroad. Codes and people come from reference data. */
export const edit: EditSpec = {
  fields: [
    { name: 'presentation', type: 'textarea', max: 600, group: 'presentation', sourced: true },
    { name: 'engagement', type: 'radio', choices: ['engaged', 'wishing', 'not_yet'], group: 'presentation' },
    { name: 'themes', type: 'themes', group: 'presentation' },
    ...contactFields,
    ...nameFields,
  ],
  async read(db, sheetId) {
    const row = await db
      .selectFrom('sheets')
      .innerJoin('territories', 'territories.sheet_id', 'sheets.id')
      .select(['summary', 'themes', 'engagement'])
      .where('sheets.id', '=', sheetId)
      .executeTakeFirstOrThrow();
    return {
      presentation: row.summary ? [row.summary] : [], engagement: row.engagement ? [row.engagement] : [], themes: row.themes,
      ...(await readContact(db, sheetId)),
      ...(await readNames(db, sheetId)),
    };
  },
  async write(tx, _actor, sheetId, input, changed) {
    const refused = await writeContact(tx, sheetId, input);
    if (refused) return refused;
    await tx.updateTable('territories').set({ engagement: input.text('engagement') }).where('sheet_id', '=', sheetId).execute();
    await patchSheet(tx, sheetId, {
      summary: input.text('presentation'),
      themes: input.list('themes'),
      names: await namesOf(tx, sheetId, input, changed),
    });
    return null;
  },
};
