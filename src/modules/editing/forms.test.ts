import { beforeAll, expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { editing } from './module.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let agent: Visitor;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  agent = await app.signIn('agent-bordeaux');
});

const edit = (slug: string) => `/fiches/partenariat/${slug}/modifier`;

async function open(visitor: Visitor, address: string) {
  const response = await visitor.get(address);
  expect(response.status).toBe(200);
  return readFormOf(await response.text());
}

async function getSheet(slug: string, kind = 'partnership') {
  return app.db.selectFrom('sheets').selectAll().where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow();
}

async function lastEvent(slug: string) {
  const { id } = await getSheet(slug);
  return app.db.selectFrom('events').selectAll().where('sheet_id', '=', id).orderBy('position', 'desc').limit(1).executeTakeFirstOrThrow();
}

test('R198 a year corrected with its source is on the page, in the history and in the search, in one step', async () => {
  const form = await open(agent, edit('bordeaux-lima'));
  expect(form.fields.debut).toEqual(['1956']);
  const answer = await agent.submit(edit('bordeaux-lima'), { ...form.fields, debut: 'juin 1957', 'source.debut.titre': 'Délibération du 3 juin 1957', 'source.debut.endroit': 'p. 2' });
  expect(answer.status).toBe(200);
  const page = await answer.text();
  expect(page).toContain('C’est enregistré');
  expect(wordsOf(page)).toContain('1957');
  expect(page).toContain('Délibération du 3 juin 1957');
  const event = await lastEvent('bordeaux-lima');
  expect(event.name).toBe('partnership.updated');
  expect(event.changes).toEqual({ debut: ['1956', '1957-06'], sources: [null, ['debut']] });
  expect(event.acting_role).toBe('agent');
  const anonymous = wordsOf(await (await app.request('/partenariats/bordeaux-lima')).text());
  expect(anonymous).toContain('1957');
  const search = (await (await app.request('/observatoire.json?genre=partenariat&territoire=lima&de=1957&a=1957')).json()) as { total: number };
  expect(search.total).toBe(1);
});

test('the same source given again is the same document, and takes the place of the former one', async () => {
  const form = await open(agent, edit('bordeaux-porto'));
  const given = { 'source.debut.titre': 'Page de la ville', 'source.debut.adresse': 'https://exemple.fr/jumelages' };
  await agent.post(edit('bordeaux-porto'), { ...form.fields, debut: '1979', ...given });
  await agent.post(edit('bordeaux-porto'), { debut: '1978', ...given, 'source.debut.endroit': 'en bas' });
  const { id } = await getSheet('bordeaux-porto');
  const sources = await app.db.selectFrom('sheet_sources').innerJoin('documents', 'documents.id', 'document_id').select(['author', 'nature', 'locator']).where('sheet_id', '=', id).where('field', '=', 'debut').where('fact_id', 'is', null).execute();
  expect(sources).toEqual([{ author: 'Bordeaux', nature: 'contribution', locator: 'en bas' }]);
  expect(await app.db.selectFrom('documents').select('id').where('url', '=', 'https://exemple.fr/jumelages').execute()).toHaveLength(1);
});

test('a form that is refused comes back with what was typed, a summary and an error at each field, and nothing is written', async () => {
  const before = await getSheet('bordeaux-madrid');
  const form = await open(agent, edit('bordeaux-madrid'));
  const answer = await agent.post(edit('bordeaux-madrid'), { ...form.fields, debut: 'il y a longtemps', resume: 'Une phrase neuve', 'source.resume.adresse': 'javascript:alert(1)' });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(wordsOf(html)).toContain('2 réponses sont à reprendre');
  expect(html).toContain('href="#champ-debut"');
  expect(html).toContain('aria-invalid="true"');
  const back = readFormOf(html).fields;
  expect([back.debut, back.resume, back['source.resume.adresse']]).toEqual([['il y a longtemps'], ['Une phrase neuve'], ['javascript:alert(1)']]);
  expect((await getSheet('bordeaux-madrid')).version).toBe(before.version);
});

test('sending a form as it is writes nothing and says so', async () => {
  const before = await getSheet('bordeaux-madrid');
  const form = await open(agent, edit('bordeaux-madrid'));
  const page = await agent.submit(edit('bordeaux-madrid'), form.fields);
  expect(await page.text()).toContain('Rien n’a changé');
  expect((await getSheet('bordeaux-madrid')).version).toBe(before.version);
});

test('without script a sheet is looked for within the form, nothing typed is lost, and only what is chosen is taken', async () => {
  const form = await open(agent, edit('bordeaux-munich'));
  const { 'chercher.avec': _, ...rest } = form.fields;
  const found = await agent.post(edit('bordeaux-munich'), { ...rest, resume: 'Déjà écrit.', 'chercher.avec': 'Toulouse', chercher: 'avec' });
  expect(found.status).toBe(200);
  const html = await found.text();
  expect(readFormOf(html).fields.resume).toEqual(['Déjà écrit.']);
  const toulouse = await getSheet('toulouse', 'territory');
  expect(html).toMatch(new RegExp(`type="checkbox"[^>]*name="avec"[^>]*value="${toulouse.id}"`));
  // Sent by Enter without looking: it is looked for, never dropped.
  const again = await agent.post(edit('bordeaux-munich'), { ...rest, 'chercher.avec': 'Toulouse' });
  expect([again.status, (await again.text()).includes(toulouse.id)]).toEqual([200, true]);
  const nothing = await agent.post(edit('bordeaux-munich'), { ...rest, 'chercher.avec': 'Zqxj', chercher: 'avec' });
  expect(wordsOf(await nothing.text())).toContain('Aucune fiche ne s’appelle « Zqxj »');
});

test('a draft is kept when a search or a refusal interrupts, is offered on coming back, and is erased when sent', async () => {
  const visitor = await app.signIn('elue-bordeaux');
  const address = edit('bordeaux-riga');
  const form = await open(visitor, address);
  await visitor.post(address, { ...form.fields, resume: 'Commencé hier.', debut: 'jamais' });
  const offered = await (await visitor.get(address)).text();
  expect(wordsOf(offered)).toContain('Vous aviez commencé ici');
  expect(readFormOf(offered).fields.resume).not.toEqual(['Commencé hier.']);
  const restored = readFormOf(await (await visitor.get(`${address}?brouillon=1`)).text()).fields;
  expect([restored.resume, restored.debut]).toEqual([['Commencé hier.'], ['jamais']]);
  expect(wordsOf(await (await agent.get(address)).text())).not.toContain('Vous aviez commencé ici');
  await visitor.post(address, { ...restored, debut: '1993' });
  expect(wordsOf(await (await visitor.get(address)).text())).not.toContain('Vous aviez commencé ici');
});

test('with script a draft is kept as one types, for oneself only and for known forms only; it can be dropped', async () => {
  const address = edit('bordeaux-ashdod');
  const kept = await agent.post('/brouillons', { formulaire: address, version: '1', resume: 'Au fil des touches.' });
  expect(kept.status).toBe(204);
  expect(wordsOf(await (await agent.get(address)).text())).toContain('Vous aviez commencé ici');
  expect((await agent.post('/brouillons', { formulaire: 'https://ailleurs.example/', resume: 'x' })).status).toBe(404);
  expect((await agent.post('/brouillons', { formulaire: address, resume: 'x' }, { headers: { origin: 'https://ailleurs.example' } })).status).toBe(403);
  expect((await app.visit().post('/brouillons', { formulaire: address, resume: 'x' })).status).toBe(303);
  await agent.post(address, { intention: 'abandonner' });
  expect(wordsOf(await (await agent.get(address)).text())).not.toContain('Vous aviez commencé ici');
});

test('two people change different fields: both changes are kept without a question', async () => {
  const elected = await app.signIn('elue-bordeaux');
  const [mine, theirs] = [await open(agent, edit('bordeaux-bilbao')), await open(elected, edit('bordeaux-bilbao'))];
  expect((await elected.post(edit('bordeaux-bilbao'), { ...theirs.fields, mediateur: 'Une association' })).status).toBe(303);
  expect((await agent.post(edit('bordeaux-bilbao'), { ...mine.fields, resume: 'Un résumé neuf.' })).status).toBe(303);
  const now = (await open(agent, edit('bordeaux-bilbao'))).fields;
  expect([now.mediateur, now.resume]).toEqual([['Une association'], ['Un résumé neuf.']]);
});

test('two people change one field: the second sees both versions with who and when, chooses, and loses nothing', async () => {
  const elected = await app.signIn('elue-bordeaux');
  const address = edit('bordeaux-bristol');
  const [mine, theirs] = [await open(agent, address), await open(elected, address)];
  await elected.post(address, { ...theirs.fields, resume: 'La phrase de l’élue.' });
  const answer = await agent.post(address, { ...mine.fields, resume: 'La phrase de l’agente.', mediateur: 'Le consulat' });
  expect(answer.status).toBe(409);
  const html = await answer.text();
  for (const words of ['Quelqu’un a modifié cette fiche pendant que vous écriviez', 'La phrase de l’élue.', 'La phrase de l’agente.', 'Élue à la coopération, pour Bordeaux']) expect(wordsOf(html)).toContain(words);
  const form = readFormOf(html);
  // Sent without choosing: asked again.
  expect((await agent.post(address, form.fields)).status).toBe(409);
  // One goes back to the whole form: mine is in it.
  const whole = readFormOf(await (await agent.post(address, { ...form.fields, intention: 'revoir' })).text()).fields;
  expect([whole.resume, whole.mediateur]).toEqual([['La phrase de l’agente.'], ['Le consulat']]);
  expect((await agent.post(address, { ...form.fields, 'choix.resume': 'eux' })).status).toBe(303);
  const now = (await open(agent, address)).fields;
  expect([now.resume, now.mediateur]).toEqual([['La phrase de l’élue.'], ['Le consulat']]);
});

test('a program that knows only the version is told of a conflict from the history', async () => {
  const address = edit('bordeaux-cracovie');
  const { version } = await getSheet('bordeaux-cracovie');
  await agent.post(address, { resume: 'Un.' });
  const answer = await agent.post(address, { version: String(version), resume: 'Deux.' });
  expect(answer.status).toBe(409);
  expect((await agent.post(address, { version: String(version), mediateur: 'Trois.' })).status).toBe(303);
});

test('a gesture on a sheet that changed meanwhile is shown again with what changed, and goes through the second time', async () => {
  const elected = await app.signIn('elue-bordeaux');
  const address = '/fiches/partenariat/bordeaux-munich/gestes/etat';
  const form = await open(elected, address);
  await agent.post(edit('bordeaux-munich'), { resume: 'Changé entre-temps.' });
  const gesture = { ...form.fields, mouvement: 'suspension', raison: 'Délégation annulée.', contexte: 'Décidé en réunion.' };
  const answer = await elected.post(address, gesture);
  expect(answer.status).toBe(409);
  const html = await answer.text();
  expect(wordsOf(html)).toContain('Cette fiche a changé pendant que vous écriviez');
  expect(readFormOf(html).fields.raison).toEqual(['Délégation annulée.']);
  expect((await elected.post(address, readFormOf(html).fields)).status).toBe(303);
  expect((await getSheet('bordeaux-munich')).state).toBe('suspended');
});

test('a draft that nobody came back to is erased after thirty days, and leaving erases all of one’s own', async () => {
  const { id } = await app.db.selectFrom('accounts').select('id').where('demo', '=', 'agent-bordeaux').executeTakeFirstOrThrow();
  const keep = (form: string, days: number) => sql`insert into drafts (account_id, form, field_values, updated_at) values (${id}, ${form}, '{}', now() - make_interval(days => ${days}::int)) on conflict do nothing`.execute(app.db);
  await keep('/nouveau/vieux', 31);
  await keep('/nouveau/neuf', 29);
  const drafts = editing.personal!.find(({ tables }) => tables.includes('drafts'))!;
  await app.db.transaction().execute((tx) => drafts.expire!(tx, Date.now()));
  const left = (await app.db.selectFrom('drafts').select('form').where('account_id', '=', id).execute()).map(({ form }) => form);
  expect(left).toContain('/nouveau/neuf');
  expect(left).not.toContain('/nouveau/vieux');
  await app.db.transaction().execute((tx) => drafts.leave!(tx, id));
  expect(await app.db.selectFrom('drafts').select('form').where('account_id', '=', id).execute()).toEqual([]);
});

test('R194 a document brought to a draft is listed to nobody who does not see the draft', async () => {
  await app.db.updateTable('sheets').set({ visibility: 'draft' }).where('kind', '=', 'partnership').where('slug', '=', 'bordeaux-riga').execute();
  const answer = await agent.post(edit('bordeaux-riga'), { debut: '1992', 'source.debut.titre': 'Note Zqxj' });
  expect(answer.status).toBe(303);
  const { id } = await app.db.selectFrom('documents').select('id').where('title', '=', 'Note Zqxj').executeTakeFirstOrThrow();
  expect(await (await app.request('/documents')).text()).not.toContain('Zqxj');
  expect((await app.request(`/documents/${id}`)).status).toBe(404);
  expect((await agent.get(`/documents/${id}`)).status).toBe(200);
});
