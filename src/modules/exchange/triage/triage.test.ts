import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let bordeaux: Visitor;
let toulouse: Visitor;
let request: string;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  [bordeaux, toulouse] = await Promise.all(['agent-bordeaux', 'agent-toulouse'].map((one) => app.signIn(one))) as [Visitor, Visitor];
});

const read = async (path: string, by: Visitor) => wordsOf(await (await by.get(path)).text());

test('R158 an authority notes what it receives: who, what, when, and nobody’s name', async () => {
  expect(await read('/demandes-recues', bordeaux)).toContain('Aucune demande notée pour l’instant.');
  const future = await bordeaux.post('/demandes-recues', { demandeur: 'Ville de Kayes', demande: 'Un jumelage.', recue: '2027-01-01' });
  expect(future.status).toBe(422);
  expect(wordsOf(await future.text())).toContain('Cette date n’est pas encore venue.');
  const noted = await bordeaux.post('/demandes-recues', { demandeur: 'Ville de Kayes', pays_demandeur: 'ML', demande: 'Un jumelage.', recue: '3 novembre 2026' });
  expect(noted.status).toBe(303);
  request = noted.headers.get('location')!;
  const page = await read(request, bordeaux);
  expect(page).toContain('Reçue le 3 novembre 2026, Mali');
  expect(page).toContain('Vous avez déjà un partenariat dans ce pays.');
});

test('R158 four questions, a decision with its reason, and a model answer that says it', async () => {
  const unexplained = await bordeaux.post(request, { decision: 'later' });
  expect(unexplained.status).toBe(422);
  expect(wordsOf(await unexplained.text())).toContain('qui demande a droit à une raison');
  expect((await bordeaux.post(request, { priorites: 'yes', moyens_dispo: 'no' })).status).toBe(303);
  expect(await read('/demandes-recues', bordeaux)).toContain('Une demande attend une décision.');
  const { fields } = readFormOf(await (await bordeaux.get(request)).text());
  expect((await bordeaux.post(request, { ...fields, decision: 'later', motif: 'le budget de 2027 est déjà engagé.' })).status).toBe(303);
  const page = await read(request, bordeaux);
  expect(page).toContain('Nous ne pouvons pas nous engager maintenant : le budget de 2027 est déjà engagé.');
  expect(page).toContain('Plus tard, décidé le 15 novembre 2026 (Agente des relations internationales).');
  expect(await read('/demandes-recues', bordeaux)).toContain('Aucune demande n’attend.');
});

test('R158 R194 what an authority receives is its own: nobody else finds it', async () => {
  expect((await toulouse.get(request)).status).toBe(404);
  expect((await toulouse.post(request, { decision: 'no', motif: 'x' })).status).toBe(404);
  expect(await read('/demandes-recues', toulouse)).not.toContain('Kayes');
  expect((await (await app.signIn('citoyenne-toulouse')).get('/demandes-recues')).status).toBe(404);
  expect((await (await app.signIn('administrateur')).get(request)).status).toBe(404);
  expect(await app.db.selectFrom('events').select('id').where('name', 'like', '%request%').execute()).toEqual([]);
});

test('R158 an answer to a listing becomes a request in one gesture, once', async () => {
  await bordeaux.post('/nouveau/annonce', { sorte: 'offre', nature: 'accueil', titre: 'Un accueil d’étudiants', texte: 'Trois places.', echeance: '2027-01-31', pour: 'public' });
  await toulouse.post('/bourse/un-accueil-d-etudiants/reponse', { message: 'Nous avons deux étudiantes.' });
  const start = /href="(\/demandes-recues\/nouvelle\?reponse=[^"]+)"/.exec(await (await bordeaux.get('/bourse/un-accueil-d-etudiants')).text())![1]!;
  expect(await read(start, toulouse)).not.toContain('Nous avons deux étudiantes.');
  const { action, fields } = readFormOf(await (await bordeaux.get(start)).text());
  expect(fields.demandeur).toEqual(['Toulouse']);
  const sent = await Promise.all([1, 2].map(() => bordeaux.post(action, fields)));
  expect(sent.map((answer) => answer.status)).toEqual([303, 303]);
  const made = sent.map((answer) => answer.headers.get('location'));
  expect(made[0]).toMatch(/^\/demandes-recues\//);
  expect(await read('/bourse/un-accueil-d-etudiants', bordeaux)).toContain('Voir dans les demandes reçues');
  expect(await read(made[0]!, bordeaux)).toContain('Ouvrir la conversation');
  expect(await app.db.selectFrom('incoming_requests').select('id').where('answer_id', 'is not', null).execute()).toHaveLength(1);
});
