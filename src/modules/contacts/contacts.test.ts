import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import type { WorkContext } from '~/platform/jobs/index.ts';
import { readSettings } from '~/platform/settings.ts';
import { createMeeting } from '~/modules/meetings/index.ts';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { invitationQueue } from './invitations/mails.ts';
import { parseLines } from './lines.ts';

let app: OpenedApp;
let elected: Visitor;
let context: WorkContext;
let meetingId: string;
const from = { origine: 'Rencontre de 2025', base: 'consent', depuis: '2025-03-01' };

beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  const { id: bordeaux } = await app.db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'bordeaux').executeTakeFirstOrThrow();
  meetingId = await app.db.transaction().execute(async (tx) =>
    (await createMeeting(tx, instance, { slug: 'rencontre-des-acteurs', title: 'Rencontre annuelle des acteurs', state: { state: 'planned' }, start: { value: '2026-12-10', precision: 'day' }, links: [{ role: 'organiser', to: bordeaux }] }) as { id: string }).id);
  await app.db.insertInto('meeting_doors').values({ sheet_id: meetingId, registration: true, places: 2 }).execute();
  context = { db: app.db, log: pino({ level: 'silent' }), settings: readSettings({}), origin: 'http://jumelles.test', now: () => testNow, enqueue: async () => {} };
  elected = await app.signIn('elue-bordeaux');
});

const read = async (visitor: Visitor, path: string) => wordsOf(await (await visitor.get(path)).text());
const mailsTo = (to: string) => app.db.selectFrom('mails').select(['text', 'headers', 'subject']).where('recipient', '=', to).where('kind', '=', 'event-invitation').orderBy('id').execute();
const linkIn = (text: string, after: string) => new URL(text.replaceAll('\u00a0', ' ').split(`${after}\n`)[1]!.split('\n')[0]!);
async function createList(nom: string): Promise<string> {
  return (await elected.post('/contacts/listes', { nom })).headers.get('location')!.split('/').pop()!;
}

test('R138 contacts are pasted with a dry run that shows each line’s fate, merged by address, and private to their body', async () => {
  const list = await createList('Acteurs bordelais');
  const lignes = 'Nom;Courriel;Fonction;Organisme;Ville\nAwa Un;awa@exemple.test;Présidente;Association A;Bordeaux\n;AWA@exemple.test;;;\nBo Deux;bo@exemple.test;;Consulat;\nPas d’adresse;;;;\nMal;écrite;;;';
  const dry = await elected.post('/contacts/coller', { lignes, ...from, liste: ['', list] });
  expect(dry.status).toBe(200);
  const page = wordsOf(await dry.text());
  for (const fate of ['nouveau contact', 'même adresse qu’une ligne plus haut', 'pas d’adresse', 'adresse mal écrite', 'Colonnes laissées de côté : Ville', 'Enregistrer 2 contacts']) expect(page).toContain(fate);
  expect(await read(elected, '/contacts')).not.toContain('Awa Un');
  expect((await elected.post('/contacts/coller', { lignes, origine: '', base: '', depuis: '2030-01-01' })).status).toBe(422);
  const saved = wordsOf(await (await elected.post('/contacts/coller', { lignes, ...from, liste: list, geste: 'enregistrer' })).text());
  expect(saved).toContain('2 nouveaux contacts ; aucun complété');
  expect(saved).toContain('adresse mal écrite');
  await elected.post('/contacts/nouveau', { courriel: 'Bo@Exemple.test', nom: 'Autre nom', fonction: 'Consule', ...from, liste: list });
  expect(await read(elected, `/contacts/listes/${list}`)).toMatch(/2 contacts.*Awa Un.*Bo Deux bo@exemple\.test · Consule · Consulat/);
  const colleague = await app.signIn('agent-bordeaux');
  expect(await read(colleague, '/contacts')).toContain('Awa Un');
  for (const persona of ['agent-toulouse', 'administrateur', 'organisatrice-cuf']) {
    const other = await app.signIn(persona);
    expect([(await other.get(`/contacts/listes/${list}`)).status, persona]).toEqual([404, persona]);
    expect(await read(other, '/contacts')).not.toContain('Awa Un');
  }
});

test('R137 the yearly meeting: lists are invited once a person, answers come by personal links and are counted, a yes is a registration, one reminder goes to who is silent', async () => {
  const list = await createList('Invités');
  const second = await createList('Invités aussi');
  const lignes = ['cleo', 'dia', 'elio', 'fanny'].map((name) => `${name}@exemple.test;${name}`).join('\n');
  for (const liste of [list, second]) await elected.post('/contacts/coller', { lignes, ...from, liste, geste: 'enregistrer' });
  const form = { rencontre: meetingId, liste: [list, second], mots: 'Nous parlerons de l’eau.', avant: '2026-12-01' };
  expect((await elected.post('/contacts/invitations/nouvelle', { ...form, liste: '' })).status).toBe(422);
  const wordy = await (await elected.post('/contacts/invitations/nouvelle', { ...form, mots: 'mot '.repeat(1000) })).text();
  expect(wordy).toMatch(/href="#champ-mots">Ce texte est trop long.*<textarea id="champ-mots"/s);
  expect(wordsOf(await (await elected.post('/contacts/invitations/nouvelle', form)).text())).toContain('4 personnes recevront l’invitation à « Rencontre annuelle des acteurs »');
  expect(await mailsTo('cleo@exemple.test')).toEqual([]);
  const answer = await elected.post('/contacts/invitations/nouvelle', { ...form, geste: 'envoyer' });
  const invitation = answer.headers.get('location')!;
  await Promise.all([1, 2, 3].map(() => invitationQueue.work({}, context)));
  const [mail, ...more] = await mailsTo('cleo@exemple.test');
  expect(more).toEqual([]);
  expect(mail!.text).toContain('Nous parlerons de l’eau.');
  const again = await elected.post('/contacts/invitations/nouvelle', { ...form, geste: 'envoyer' });
  expect(wordsOf(await again.text())).toContain('Toutes ces personnes sont déjà invitées');
  const visitor = app.visit();
  const yes = linkIn(mail!.text, 'Je viens :');
  expect((await visitor.get(yes.pathname + yes.search)).status).toBe(200);
  expect(await read(elected, invitation)).toContain('Personne d’attendu pour l’instant');
  expect((await visitor.post(yes.pathname, { reponse: 'oui', personnes: '0', nom: 'Cléo' })).status).toBe(422);
  expect(wordsOf(await (await visitor.submit(yes.pathname, { reponse: 'oui', personnes: '3', nom: 'Cléo' })).text())).toContain('votre place est retenue');
  const no = linkIn((await mailsTo('dia@exemple.test'))[0]!.text, 'Je ne viendrai pas :');
  await app.visit().post(no.pathname, { reponse: 'non' });
  const page = await read(elected, invitation);
  expect(page).toContain('3 personnes attendues');
  expect(page).toMatch(/1 oui 1 non 2 sans réponse 4 invitations parties/);
  expect(await app.db.selectFrom('registrations').select(['mail', 'state']).where('meeting_id', '=', meetingId).execute()).toEqual([{ mail: 'cleo@exemple.test', state: 'registered' }]);
  await elected.post(`${invitation}/relance`);
  await elected.post(`${invitation}/relance`);
  await Promise.all([1, 2].map(() => invitationQueue.work({}, context)));
  const sent = async (name: string) => (await mailsTo(`${name}@exemple.test`)).length;
  expect(await Promise.all(['cleo', 'dia', 'elio', 'fanny'].map(sent))).toEqual([1, 1, 2, 2]);
  // The door closes: who then changes how many they are stays registered, and may still give the place back.
  await app.db.updateTable('meeting_doors').set({ closes_on: '2026-11-01' }).where('sheet_id', '=', meetingId).execute();
  expect((await visitor.post(yes.pathname, { reponse: 'oui', personnes: '2', nom: 'Cléo' })).status).toBe(303);
  await visitor.post(yes.pathname, { reponse: 'non' });
  expect((await app.db.selectFrom('registrations').select('state').where('meeting_id', '=', meetingId).executeTakeFirstOrThrow()).state).toBe('cancelled');
  expect(await read(elected, '/rencontres/rencontre-des-acteurs')).toContain('4 personnes invitées : 0 oui, 2 non, 2 sans réponse');
  expect((await (await app.signIn('agent-toulouse')).get(invitation)).status).toBe(404);
});

test('R138 the link of each mail erases a person from the lists of that body, and a list pasted again does not bring them back', async () => {
  const mail = (await mailsTo('fanny@exemple.test'))[0]!;
  const erase = linkIn(mail.text, 'Voir ce qui est gardé et l’effacer :').pathname;
  expect((mail.headers as Record<string, string>)['List-Unsubscribe']).toContain(erase);
  expect(wordsOf(await (await app.request(erase)).text())).toContain('Ne plus être dans les listes de Bordeaux');
  expect((await app.visit().post(erase, { 'List-Unsubscribe': 'One-Click' }, { headers: { origin: 'https://fournisseur.test' } })).status).toBe(200);
  const left = await sql`select 1 from contact_cards where mail = 'fanny@exemple.test' union all select 1 from contact_guests where mail = 'fanny@exemple.test'`.execute(app.db);
  expect(left.rows).toEqual([]);
  expect(wordsOf(await (await elected.post('/contacts/coller', { lignes: 'fanny@exemple.test', ...from })).text())).toContain('a demandé à ne plus être dans vos listes');
  expect((await elected.post('/contacts/nouveau', { courriel: 'fanny@exemple.test', ...from })).status).toBe(422);
  expect((await app.request(`${erase}x`)).status).toBe(404);
});

test('lines are read as people write them', () => {
  const words = (text: string) => parseLines(text).lines.map(({ words: { mail, name, function: held }, fault }) => [mail, name, held, fault ?? '']);
  expect(words('"Awa Un" <awa@a.test>\nbo@a.test')).toEqual([['awa@a.test', 'Awa Un', '', ''], ['bo@a.test', '', '', '']]);
  expect(words('Cleo ; cleo@a.test ; Maire')).toEqual([['cleo@a.test', 'Cleo', 'Maire', '']]);
  expect(words('prénom\tnom\te-mail\nAwa\tUn\tawa@a.test')).toEqual([['awa@a.test', 'Awa Un', '', '']]);
  expect(words('rien')).toEqual([['', 'rien', '', 'mail.missing']]);
});
