import { formatDay, translator } from '~/platform/i18n/index.ts';
import { patchSheet, type ActSpec, type CreateSpec, type EditSpec, type FieldSpec, type Values } from '~/sheets/index.ts';
import { addSending, addText, closeItem, createConcern, gatherItems, publishItem, recordAnswer, updateItem } from './commands.ts';
import { messages } from './messages.ts';
import { getItem, getStage, listCarriers, listSendings, maySupport } from './queries.ts';
import { targets, ways, type State, type Target, type Way } from './rules.ts';

const titleField: FieldSpec = { name: 'titre', type: 'text', required: true, max: 200 };
const targetsField: FieldSpec = { name: 'destinataires', type: 'checkboxes', choices: targets };
const themesField: FieldSpec = { name: 'themes', type: 'themes', several: true };

export const create: CreateSpec = {
  fields: [
    titleField,
    { name: 'preoccupation', type: 'textarea', required: true, max: 3000 },
    { name: 'reseau', type: 'select', choices: async (db, _id, _lang, { reader }) => (await listCarriers(db, reader)).map(({ id, title }) => [id, title]) },
    targetsField, themesField,
  ],
  may: (reader) => maySupport(reader) || (reader.acting?.role === 'animator' && reader.acting.body !== null),
  async read(db, reader): Promise<Values> {
    const [first] = await listCarriers(db, reader);
    return { reseau: first ? [first.id] : [] };
  },
  async run(tx, actor, input, { reader, today }) {
    const bodyId = maySupport(reader) ? reader.acting!.body!.id : null;
    return createConcern(tx, actor, { title: input.text('titre')!, text: input.text('preoccupation')!, targets: input.list('destinataires') as Target[], themes: input.list('themes'), countries: [], networkId: input.text('reseau'), bodyId }, today);
  },
};

export const edit: EditSpec = {
  fields: [titleField, { name: 'resume', type: 'textarea', max: 400, rows: 3 }, { name: 'seuil', type: 'number', required: true }, targetsField, themesField, { name: 'pays', type: 'countries', several: true }],
  async read(db, id): Promise<Values> {
    const [sheet, item] = await Promise.all([db.selectFrom('sheets').select(['title', 'summary', 'themes', 'countries']).where('id', '=', id).executeTakeFirstOrThrow(), getItem(db, id)]);
    return { titre: [sheet.title], resume: sheet.summary ? [sheet.summary] : [], seuil: [String(item.threshold)], destinataires: item.targets, themes: sheet.themes, pays: sheet.countries };
  },
  async write(tx, actor, id, input) {
    const threshold = input.number('seuil')!;
    if (!Number.isInteger(threshold) || threshold < 1 || threshold > 500) return { refused: 'threshold', field: 'seuil' };
    await patchSheet(tx, id, { title: input.text('titre')!, summary: input.text('resume'), themes: input.list('themes'), countries: input.list('pays') });
    await updateItem(tx, actor, id, { threshold, targets: input.list('destinataires') as Target[] });
    return null;
  },
};

const inState = (...states: State[]): ActSpec['has'] => async (db, id) => states.includes((await getStage(db, id)).state);

const gather: ActSpec = {
  name: 'rassembler', has: inState('raised', 'supported'),
  fields: [{ name: 'autres', type: 'sheets', of: ['advocacy'], several: true, required: true }],
  async run(tx, actor, id, input) {
    const done = await gatherItems(tx, actor, id, input.list('autres'));
    return done === 'gathered' ? null : { ...done, field: 'autres' };
  },
};

const write: ActSpec = {
  name: 'rediger', has: inState('raised', 'supported', 'sent', 'answered'),
  fields: [{ name: 'texte', type: 'textarea', required: true, max: 20_000, rows: 14 }],
  read: async (db, id): Promise<Values> => {
    const { texts, concerns } = await getItem(db, id);
    return { texte: [texts[0]?.text ?? concerns.map(({ text, body }) => (body ? `${text}\n(${body.title})` : text)).join('\n\n')] };
  },
  async run(tx, actor, id, input, { today }) {
    await addText(tx, actor, id, input.text('texte')!, today);
    return null;
  },
};

const send: ActSpec = {
  name: 'envoyer',
  has: async (db, id) => {
    const { state, isWritten } = await getStage(db, id);
    return isWritten && ['supported', 'sent', 'answered'].includes(state);
  },
  fields: [
    { name: 'destinataire', type: 'radio', required: true, choices: targets },
    { name: 'service', type: 'text', max: 200 },
    { name: 'envoye', type: 'date', required: true },
    { name: 'comment', type: 'radio', required: true, choices: ways },
    { name: 'piece', type: 'url' },
  ],
  async run(tx, actor, id, input, { today }) {
    const day = input.date('envoye')!;
    if (day.precision !== 'day' || day.value > today) return { refused: 'sent-day', field: 'envoye' };
    const done = await addSending(tx, actor, id, { target: input.text('destinataire') as Target, service: input.text('service'), sentOn: day.value, how: input.text('comment') as Way, document: input.text('piece') });
    return done === 'sent' ? null : done;
  },
};

const answer: ActSpec = {
  name: 'reponse',
  has: async (db, id) => (await getStage(db, id)).isAwaited,
  fields: [
    {
      name: 'envoi', type: 'radio', required: true,
      choices: async (db, id, lang) => {
        const t = translator(messages, lang);
        return (await listSendings(db, id!)).filter(({ answeredOn }) => answeredOn === null).map((one) => [one.id, t('sending.one', { target: t(`choice.destinataire.${one.target}`), date: formatDay(lang, one.sentOn, { day: 'numeric', month: 'long', year: 'numeric' }) })] as const);
      },
    },
    { name: 'recue', type: 'date', required: true },
    { name: 'reponse', type: 'textarea', required: true, max: 10_000 },
    { name: 'piece', type: 'url' },
  ],
  async run(tx, actor, id, input, { today }) {
    const day = input.date('recue')!;
    if (day.precision !== 'day' || day.value > today) return { refused: 'sent-day', field: 'recue' };
    const done = await recordAnswer(tx, actor, id, { sendingId: input.text('envoi')!, answeredOn: day.value, text: input.text('reponse')!, document: input.text('piece') });
    return done === 'answered' ? null : { ...done, field: 'recue' };
  },
};

const publish: ActSpec = {
  name: 'publier', fields: [],
  has: async (db, id) => (await getStage(db, id)).visibility !== 'public',
  async run(tx, actor, id) {
    await publishItem(tx, actor, id);
    return null;
  },
};

const close: ActSpec = {
  name: 'clore', has: inState('raised', 'supported', 'sent', 'answered'),
  fields: [{ name: 'raison', type: 'textarea', required: true, max: 1000 }],
  async run(tx, actor, id, input) {
    await closeItem(tx, actor, id, input.text('raison')!);
    return null;
  },
};

export const acts: readonly ActSpec[] = [gather, write, send, answer, publish, close];
