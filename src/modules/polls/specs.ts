import { sql } from '~/platform/db/index.ts';
import type { ActSpec, CreateSpec, EditSpec, Values } from '~/sheets/index.ts';
import { acceptName, closePoll, createPoll, openPoll, publishPoll, updateDraft } from './commands.ts';
import { mayAsk } from './electorate.ts';
import { checkEnd, presentationField, readSettings, settings, titleField } from './fields.ts';
import { getPoll, listNameOptions } from './queries.ts';
import type { Poll } from './types.ts';

export const create: CreateSpec = {
  fields: [titleField, presentationField, ...settings],
  may: mayAsk,
  async read(db, _reader, query): Promise<Values> {
    if (query('nature') !== 'nom') return { nature: ['question'], methode: ['single'], regle: ['borda'], voix: ['body'], secret: ['open'] };
    return { nature: ['name'], methode: ['single'], regle: ['borda'], choix: await listNameOptions(db), autre: ['1'], electorat: ['instance'], voix: ['body'], secret: ['open'] };
  },
  async run(tx, actor, input, { reader, today }) {
    const read = readSettings(input, today);
    if ('refused' in read) return read;
    return createPoll(tx, actor, { ...read, summary: input.text('presentation'), ownerId: reader.acting?.body?.id ?? null });
  },
};

/** While people vote, only what explains it and its last day may change: the question and its answers no more. */
export const edit: EditSpec = {
  fields: [presentationField, { name: 'fin', type: 'date' }],
  async read(db, id) {
    const row = await db.selectFrom('sheets').innerJoin('polls', 'polls.sheet_id', 'sheets.id').select(['summary', sql<string | null>`closes_on::text`.as('end')]).where('id', '=', id).executeTakeFirstOrThrow();
    return { presentation: row.summary ? [row.summary] : [], fin: row.end ? [row.end] : [] };
  },
  async write(tx, _actor, id, input, changed, { today }) {
    if (changed.has('fin')) {
      if (!['draft', 'open'].includes((await getPoll(tx, id)).state)) return { refused: 'over', field: 'fin' };
      const wrong = checkEnd(input, today);
      if (wrong) return wrong;
      await tx.updateTable('polls').set({ closes_on: input.date('fin')?.value ?? null, reminded_on: null }).where('sheet_id', '=', id).execute();
    }
    if (changed.has('presentation')) await tx.updateTable('sheets').set({ summary: input.text('presentation') }).where('id', '=', id).execute();
    return null;
  },
};

const inState = (...states: Poll['state'][]): ActSpec['has'] => async (db, id) => states.includes((await getPoll(db, id)).state);
const keeps: ActSpec['may'] = (right) => right === 'own' || right === 'animator' || right === 'administrator';

const rewrite: ActSpec = {
  name: 'regler', may: keeps, has: inState('draft'), fields: [titleField, ...settings],
  async read(db, id): Promise<Values> {
    const poll = await getPoll(db, id);
    return {
      titre: [poll.title], nature: [poll.nature], methode: [poll.method], choix: poll.options.map(({ label }) => label), regle: poll.rule ? [poll.rule] : [], maximum: poll.most === null ? [] : [String(poll.most)],
      autre: poll.other ? ['1'] : [], electorat: [[poll.electorate, poll.roomId].filter(Boolean).join(':')], voix: [poll.voters], secret: [poll.secret ? 'secret' : 'open'], fin: poll.closesOn ? [poll.closesOn] : [],
    };
  },
  async run(tx, actor, id, input, { today }) {
    const read = readSettings(input, today);
    if ('refused' in read) return read;
    await updateDraft(tx, actor, id, read);
    return null;
  },
};

const open: ActSpec = {
  name: 'ouvrir', may: keeps, has: inState('draft'), fields: [],
  async run(tx, actor, id) {
    const done = await openPoll(tx, actor, id);
    return done === 'opened' ? null : done;
  },
};

const close: ActSpec = {
  name: 'clore', may: keeps, has: inState('open'), fields: [],
  async run(tx, actor, id) {
    const done = await closePoll(tx, actor, id);
    return done === 'closed' ? null : done;
  },
};

const publish: ActSpec = {
  name: 'publier', may: keeps, has: inState('closed'), fields: [{ name: 'conclusion', type: 'textarea', max: 1000 }],
  async run(tx, actor, id, input) {
    await publishPoll(tx, actor, id, input.text('conclusion'));
    return null;
  },
};

/** R149: the animator proposes the name that members chose, the administrator adopts it: the instance may host several networks. */
const adopt: ActSpec = {
  name: 'adopter', may: (right) => right === 'own' || right === 'administrator',
  has: async (db, id) => {
    const poll = await getPoll(db, id);
    return poll.nature === 'name' && (poll.state === 'closed' || poll.state === 'published');
  },
  fields: [{ name: 'nom', type: 'text', required: true, max: 80 }],
  decides: () => ['administrator'],
  async read(db, id): Promise<Values> {
    const { result } = await getPoll(db, id);
    const [first] = result?.first ?? [];
    return { nom: first ? [result!.lines.find((line) => line.id === first)?.label ?? first] : [] };
  },
  async run(tx, actor, id, input) {
    await acceptName(tx, actor, id, input.text('nom')!);
    return null;
  },
};

export const acts: readonly ActSpec[] = [rewrite, open, close, publish, adopt];
