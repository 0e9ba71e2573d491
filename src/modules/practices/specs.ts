import { readResult, resultFields } from '~/modules/projects/index.ts';
import { formatNumber } from '~/platform/i18n/index.ts';
import { addSources, listAudiences, patchSheet, readAudience, recordDeclaration, type ActSpec, type CreateSpec, type EditSpec, type FieldSpec, type Values } from '~/sheets/index.ts';
import { addResult, createPractice, publishPractice, removeResult, updateContact, wordsOf } from './commands.ts';
import { getPractice, listResultFacts } from './queries.ts';

const titleField: FieldSpec = { name: 'titre', type: 'text', required: true, max: 200 };
const contextField: FieldSpec = { name: 'contexte', type: 'textarea', max: 4000, sourced: true };

const fields: readonly FieldSpec[] = [
  titleField,
  { name: 'resume', type: 'textarea', max: 400, rows: 2 },
  contextField,
  { name: 'etapes', type: 'lines', max: 4000 },
  { name: 'reprendre', type: 'textarea', max: 4000 },
  { name: 'echecs', type: 'textarea', max: 4000 },
  { name: 'themes', type: 'themes', several: true },
  { name: 'pays', type: 'countries', several: true },
];

const writers = new Set(['agent', 'elected', 'project-holder', 'funder', 'animator']);

export const create: CreateSpec = {
  fields: [titleField, contextField, fields.find(({ name }) => name === 'reprendre')!, fields.find(({ name }) => name === 'themes')!],
  may: ({ acting, kind }) => kind === 'member' && acting?.body != null && writers.has(acting.role),
  async run(tx, actor, input, { reader }) {
    const practice = await createPractice(tx, actor, {
      title: input.text('titre')!, summary: null, ownerId: reader.acting!.body!.id, themes: input.list('themes'), countries: [],
      context: input.text('contexte'), steps: [], reuse: input.text('reprendre'), failed: null,
    });
    const source = input.source('contexte');
    if (source) await addSources(tx, practice.id, [source], { field: 'contexte' });
    return practice;
  },
};

export const edit: EditSpec = {
  fields,
  async read(db, id): Promise<Values> {
    const row = await getPractice(db, id);
    const one = (text: string | null) => (text ? [text] : []);
    return { titre: [row.title], resume: one(row.summary), contexte: one(row.context), etapes: row.steps, reprendre: one(row.reuse), echecs: one(row.failed), themes: row.themes, pays: row.countries };
  },
  async write(tx, _actor, id, input) {
    const telling = { context: input.text('contexte'), steps: input.lines('etapes'), reuse: input.text('reprendre'), failed: input.text('echecs') };
    const { state } = await getPractice(tx, id);
    // What sharing asked for stays.
    if (state === 'shared' && !telling.context) return { refused: 'context-missing', field: 'contexte' };
    if (state === 'shared' && !telling.reuse) return { refused: 'reuse-missing', field: 'reprendre' };
    await tx.updateTable('practices').set({ ...telling, steps: [...telling.steps] }).where('sheet_id', '=', id).execute();
    await patchSheet(tx, id, { title: input.text('titre')!, summary: input.text('resume'), themes: input.list('themes'), countries: input.list('pays'), body: wordsOf(telling) });
    return null;
  },
};

const publish: ActSpec = {
  name: 'publier',
  fields: [{ name: 'pour', type: 'radio', required: true, choices: async (db, _id, lang, { reader }) => listAudiences(db, reader, lang) }],
  has: async (db, id) => (await getPractice(db, id)).state === 'draft',
  async run(tx, actor, id, input, { reader }) {
    const audience = readAudience(reader, input.text('pour')!);
    if (!audience) return { refused: 'audience', field: 'pour' };
    const done = await publishPractice(tx, actor, id, audience);
    return done === 'published' ? null : done;
  },
};

const result: ActSpec = {
  name: 'resultat',
  fields: resultFields,
  async run(tx, actor, id, input, { today }) {
    const read = readResult(input);
    if ('refused' in read) return read;
    await addResult(tx, actor, id, read, input.source('resultat') ?? (await recordDeclaration(tx, actor, today)));
    return null;
  },
};

const noResult: ActSpec = {
  name: 'retirer-resultat',
  fields: [{
    name: 'resultat_montre', type: 'radio', required: true,
    choices: async (db, id, lang) => (await listResultFacts(db, id!)).map((fact) => [fact.id, fact.label === null ? fact.value : `${formatNumber(lang, Number(fact.value))} ${fact.unit ?? ''}, ${fact.label}`]),
  }],
  has: async (db, id) => (await listResultFacts(db, id)).length > 0,
  async run(tx, actor, id, input) {
    return (await removeResult(tx, actor, id, input.text('resultat_montre')!)) ? null : { refused: 'gone', field: 'resultat_montre' };
  },
};

/** Consent is given by the person, for themselves: the mail is the account's, nobody writes somebody else's. */
const contact: ActSpec = {
  name: 'contact',
  may: (right) => right === 'own',
  fields: [{ name: 'accord', type: 'radio', required: true, choices: ['oui', 'non'] }],
  async run(tx, actor, id, input, { reader, today }) {
    const { account } = reader;
    await updateContact(tx, actor, id, input.text('accord') === 'oui' && account ? { function: actor.name, mail: account.mail } : null, today);
    return null;
  },
};

export const acts: readonly ActSpec[] = [publish, result, noResult, contact];
