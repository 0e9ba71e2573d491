import type { ActSpec, Choice } from '~/sheets/index.ts';
import type { Read } from '~/platform/db/index.ts';
import { earliestDay } from '~/platform/dates/partial.ts';
import { formatPartialDate, type Lang } from '~/platform/i18n/index.ts';
import { toDate } from '~/sheets/index.ts';
import { addMilestone, removeMilestone } from '../milestones.ts';
import type { MilestoneInput } from '../types.ts';
import { atField } from './refused.ts';

/** R036: what happened between the two and has no sheet of its own. */
export const addMilestoneAct: ActSpec = {
  name: 'etape',
  fields: [
    { name: 'genre_etape', type: 'radio', required: true, choices: ['visit', 'project', 'renewal', 'other'] },
    { name: 'titre', type: 'text', required: true, max: 200, sourced: true },
    { name: 'quand', type: 'date' },
    { name: 'annonce', type: 'checkbox' },
    { name: 'detail', type: 'textarea', max: 1000 },
  ],
  async run(tx, actor, sheetId, input, { today }) {
    const at = input.date('quand') ?? undefined;
    const planned = input.checked('annonce');
    if (!planned && at && earliestDay(at) > today) return atField({ refused: 'milestone.future' });
    await addMilestone(tx, actor, sheetId, {
      kind: input.text('genre_etape') as MilestoneInput['kind'], title: input.text('titre')!, detail: input.text('detail') ?? undefined, planned, at, source: input.source('titre'),
    });
    return null;
  },
};

export const removeMilestoneAct: ActSpec = {
  name: 'etape-retrait',
  fields: [
    { name: 'etape', type: 'select', required: true, choices: listChoices },
    { name: 'raison', type: 'textarea', required: true, max: 500 },
  ],
  has: async (db, sheetId) => (await listRows(db, sheetId)).length > 0,
  async run(tx, actor, sheetId, input) {
    await removeMilestone(tx, actor, sheetId, input.text('etape')!, input.text('raison')!);
    return null;
  },
};

function listRows(db: Read, sheetId: string) {
  return db.selectFrom('partnership_milestones').select(['id', 'title', 'at', 'at_precision']).where('sheet_id', '=', sheetId).orderBy('position').execute();
}

async function listChoices(db: Read, sheetId: string | null, lang: Lang): Promise<Choice[]> {
  const rows = await listRows(db, sheetId!);
  return rows.map((row) => {
    const at = toDate(row.at, row.at_precision);
    return [row.id, at ? `${row.title} (${formatPartialDate(lang, at)})` : row.title] as const;
  });
}
