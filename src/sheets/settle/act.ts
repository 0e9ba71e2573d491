import type { Read } from '~/platform/db/index.ts';
import { translator, type Lang } from '~/platform/i18n/index.ts';
import type { ActSpec, Choice } from '../edit/types.ts';
import { settleFact } from './commands.ts';
import { messages } from './messages.ts';
import { listContradictions } from './queries.ts';

/** R024: two texts disagree, somebody who knows says which one holds. For any kind of sheet: its messages spread `settleWords`. */
export const settleAct: ActSpec = {
  name: 'trancher',
  fields: [
    { name: 'valeur', type: 'radio', required: true, choices: listChoices },
    { name: 'note_tranchee', type: 'textarea', required: true, max: 1000 },
  ],
  has: async (db, sheetId) => (await listContradictions(db, sheetId)).length > 0,
  async run(tx, actor, sheetId, input) {
    const settled = await settleFact(tx, actor, sheetId, input.text('valeur')!, input.text('note_tranchee')!);
    return settled ? null : { refused: 'settle.gone', field: 'valeur' };
  },
};

/** Each value with the text that says it, so that one chooses knowing why. */
async function listChoices(db: Read, sheetId: string | null, lang: Lang): Promise<Choice[]> {
  const t = translator(messages, lang);
  return (await listContradictions(db, sheetId!)).map((one) => [
    one.id,
    t('settle.choice', { label: one.label ?? '', value: one.value, source: [one.document, one.locator].filter(Boolean).join(', '), chosen: String(one.chosen) }),
  ]);
}
