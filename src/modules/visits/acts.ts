import type { Read } from '~/platform/db/index.ts';
import { earliestDay } from '~/platform/dates/partial.ts';
import { changeSheetState, findAudience, labelOfState, listAudiences, patchSheet, readAudience, recordChange, toDate, type ActSpec, type Choice } from '~/sheets/index.ts';
import { answerRequest, cancelVisit } from './commands.ts';
import { mayCancel, mayPublish, nextStates } from './rules.ts';

const keepers = (right: string) => right !== 'partner';

/** R098: yes, or no and why. */
const answer: ActSpec = {
  name: 'repondre',
  may: keepers,
  fields: [
    { name: 'reponse', type: 'radio', required: true, choices: ['accepted', 'declined'] },
    { name: 'raison', type: 'textarea', max: 1000, rows: 3 },
  ],
  has: async (db, id) => (await find(db, id)).state === 'requested',
  run: (tx, actor, id, input) => answerRequest(tx, actor, id, input.text('reponse') as 'accepted', input.text('raison')),
};

const advance: ActSpec = {
  name: 'etat',
  may: keepers,
  fields: [
    {
      name: 'etape', type: 'radio', required: true,
      choices: async (db, id, lang) => nextStates((await find(db, id!)).state).map((state): Choice => [state, labelOfState('visit', state, lang) ?? state]),
    },
    { name: 'compte_rendu', type: 'textarea', max: 5000, rows: 6 },
  ],
  has: async (db, id) => nextStates((await find(db, id)).state).length > 0,
  read: async (db, id) => { const { state, report } = await find(db, id); return { etape: nextStates(state).slice(0, 1), compte_rendu: report ? [report] : [] }; },
  async run(tx, actor, id, input, { today }) {
    const { state, start } = await find(tx, id);
    const to = input.text('etape')!;
    if (!(nextStates(state) as string[]).includes(to)) return { refused: 'step', field: 'etape' };
    if (to === 'planned' && !start) return { refused: 'step.date', field: 'etape' };
    if (to === 'done' && start && earliestDay(start) > today) return { refused: 'step.future', field: 'etape' };
    if (to === 'reported' && !input.text('compte_rendu')) return { refused: 'report', field: 'compte_rendu' };
    if (input.text('compte_rendu')) await tx.updateTable('visits').set({ report: input.text('compte_rendu') }).where('sheet_id', '=', id).execute();
    await changeSheetState(tx, actor, id, { state: to });
    return null;
  },
};

/** R099: shown in the calendar, to whom one chooses. */
const publish: ActSpec = {
  name: 'publier',
  may: keepers,
  fields: [{ name: 'pour', type: 'radio', required: true, choices: (db, _id, lang, { reader }) => listAudiences(db, reader, lang) }],
  has: async (db, id) => mayPublish((await find(db, id)).state),
  read: async (db, id) => { const now = await findAudience(db, id); return { pour: [now === 'authority' ? 'public' : now] }; },
  async run(tx, actor, id, input, { reader }) {
    const audience = readAudience(reader, input.text('pour')!);
    if (!audience || !mayPublish((await find(tx, id)).state)) return { refused: 'audience', field: 'pour' };
    const guests = await tx.selectFrom('sheet_links').select('to_id').where('from_id', '=', id).where('role', '=', 'partner').execute();
    // Whoever comes goes on seeing it when it is for a group.
    await patchSheet(tx, id, { visibility: audience.visibility, sharedWith: [...audience.sharedWith, ...guests.map((row) => row.to_id)] });
    await recordChange(tx, actor, id, 'published');
    return null;
  },
};

const cancel: ActSpec = {
  name: 'annuler',
  may: keepers,
  fields: [{ name: 'raison', type: 'textarea', required: true, max: 1000, rows: 3 }],
  has: async (db, id) => mayCancel((await find(db, id)).state),
  run: (tx, actor, id, input) => cancelVisit(tx, actor, id, input.text('raison')!),
};

export const acts: readonly ActSpec[] = [answer, advance, publish, cancel];

async function find(db: Read, id: string) {
  const row = await db.selectFrom('sheets').innerJoin('visits', 'visits.sheet_id', 'sheets.id').select(['state', 'start_date', 'start_precision', 'report']).where('sheets.id', '=', id).executeTakeFirstOrThrow();
  return { state: row.state, start: toDate(row.start_date, row.start_precision), report: row.report };
}
