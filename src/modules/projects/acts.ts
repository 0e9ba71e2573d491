import { formatNumber, translator } from '~/platform/i18n/index.ts';
import { goalName, listGoals } from '~/reference/index.ts';
import { actionStates, mayBecome, type ActionState } from '~/modules/strategies/index.ts';
import { recordDeclaration, type ActSpec } from '~/sheets/index.ts';
import { getMarks, readMarks } from './edit.ts';
import { markFields, readResult, resultFields } from './fields.ts';
import { addGoal, approaches, listGoalTags, removeGoal, type Approach } from './goals.ts';
import { messages } from './messages.ts';
import { changeActionState, publishAction, updateMarks } from './publish.ts';
import { addResult, listResults, removeResult } from './results.ts';
import { findUnanswered } from './rules.ts';

const publish: ActSpec = {
  name: 'publier',
  fields: markFields.map((field) => ({ ...field, required: field.type === 'radio', group: undefined })),
  has: async (db, id) => (await db.selectFrom('sheets').select('visibility').where('id', '=', id).executeTakeFirst())?.visibility === 'draft',
  async read(db, id) {
    // What a person answered while correcting the sheet; nothing otherwise.
    const marks = await getMarks(db, id);
    return { droits: marks.rights ? [marks.rights] : [], droits_note: [marks.rightsNote ?? ''], egalite: marks.gender ? [marks.gender] : [], egalite_note: [marks.genderNote ?? ''] };
  },
  async run(tx, actor, id, input) {
    const marks = readMarks(input);
    const unanswered = findUnanswered(marks);
    if (unanswered) return unanswered;
    await updateMarks(tx, id, marks);
    const done = await publishAction(tx, actor, id);
    return done === 'published' ? null : done;
  },
};

const state: ActSpec = {
  name: 'etat',
  fields: [
    {
      name: 'etat', type: 'radio', required: true,
      choices: async (db, id, lang) => {
        const { state: from } = await db.selectFrom('sheets').select('state').where('id', '=', id!).executeTakeFirstOrThrow();
        return actionStates.filter((one) => !from || mayBecome(from as ActionState, one)).map((one) => [one, translator(messages, lang)(`choice.etat.${one}`)]);
      },
    },
    { name: 'depuis', type: 'date' },
    { name: 'motif', type: 'textarea', max: 1000, sourced: true },
  ],
  async run(tx, actor, id, input) {
    const done = await changeActionState(tx, actor, id, { state: input.text('etat') as ActionState, at: input.date('depuis') ?? undefined, reason: input.text('motif') ?? undefined, source: input.source('motif') });
    return done === 'changed' ? null : { ...done, field: 'etat' };
  },
};

const goal: ActSpec = {
  name: 'odd',
  fields: [
    { name: 'odd', type: 'select', required: true, choices: async (_db, _id, lang) => listGoals().map(({ n }) => [String(n), `${n}. ${goalName(n, lang)}`]) },
    { name: 'cible', type: 'text', max: 6 },
    { name: 'justification', type: 'textarea', required: true, max: 1000 },
    { name: 'approche', type: 'radio', required: true, choices: approaches },
  ],
  async run(tx, actor, id, input) {
    const done = await addGoal(tx, actor, id, {
      goal: input.number('odd')!, target: (input.text('cible') ?? '').toLowerCase(), reason: input.text('justification') ?? '', approach: input.text('approche') as Approach,
    });
    return done === 'added' ? null : { ...done, field: done.refused === 'target-unknown' ? 'cible' : 'justification' };
  },
};

const noGoal: ActSpec = {
  name: 'retirer-odd',
  fields: [{
    name: 'odd_montre', type: 'radio', required: true,
    choices: async (db, id, lang) => (await listGoalTags(db, id!)).map((tag) => [`${tag.goal} ${tag.target}`.trim(), `${tag.target || tag.goal}. ${goalName(tag.goal, lang)}`]),
  }],
  has: async (db, id) => (await listGoalTags(db, id)).length > 0,
  async run(tx, actor, id, input) {
    const [number, target = ''] = input.text('odd_montre')!.split(' ');
    const done = await removeGoal(tx, actor, id, Number(number), target);
    return done === 'removed' ? null : { ...done, field: 'odd_montre' };
  },
};

const result: ActSpec = {
  name: 'resultat',
  fields: resultFields,
  async run(tx, actor, id, input, { today }) {
    const read = readResult(input);
    if ('refused' in read) return read;
    await addResult(tx, actor, id, { ...read, source: input.source('resultat') ?? (await recordDeclaration(tx, actor, today)) });
    return null;
  },
};

const noResult: ActSpec = {
  name: 'retirer-resultat',
  fields: [{
    name: 'resultat_montre', type: 'radio', required: true,
    choices: async (db, id, lang) => (await listResults(db, id!)).map((one) => [one.id, one.quantity === null ? one.label : `${formatNumber(lang, one.quantity)} ${one.unit ?? ''}, ${one.label}`]),
  }],
  has: async (db, id) => (await listResults(db, id)).length > 0,
  async run(tx, actor, id, input) {
    const done = await removeResult(tx, actor, id, input.text('resultat_montre')!);
    return done === 'removed' ? null : { ...done, field: 'resultat_montre' };
  },
};

export const acts: readonly ActSpec[] = [publish, state, goal, noGoal, result, noResult];
