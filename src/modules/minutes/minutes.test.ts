import { beforeAll, expect, test } from 'vitest';
import { readFormOf } from '~root/tests/support/form.ts';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { createMeeting, createSession } from '~/modules/meetings/index.ts';
import { createPerson } from '~/modules/people/index.ts';
import { newId, type Db } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { parsePartialDate } from '~/platform/dates/partial.ts';
import type { WorkContext } from '~/platform/jobs/index.ts';
import { reminders } from './follow-ups/reminders.ts';

let db: Db;
let app: OpenedApp;
let organiser: Visitor;
let taker: Visitor;
let speaker: Visitor;
let sessionId: string;
let agentRole: string;

const at = '/fiches/session/seance-essai/compte-rendu';
const page = '/seances/seance-essai';
const accountOf = (demo: string) => db.selectFrom('accounts').selectAll().where('demo', '=', demo).executeTakeFirstOrThrow();
const read = async (visitor: Pick<Visitor, 'get'>, path: string) => wordsOf(await (await visitor.get(path)).text());
const formAt = async (visitor: Visitor, path: string) => readFormOf(await (await visitor.get(path)).text()).fields;

beforeAll(async () => {
  db = await freshDatabase('world');
  app = await openApp({ db });
  [organiser, taker, speaker] = await Promise.all(['organisatrice-cuf', 'agent-toulouse', 'elue-bordeaux'].map(app.signIn)) as [Visitor, Visitor, Visitor];
  const { id: cuf } = await db.selectFrom('sheets').select('id').where('kind', '=', 'network').where('slug', '=', (await db.selectFrom('mandates').innerJoin('accounts', 'accounts.id', 'account_id').innerJoin('sheets', 'sheets.id', 'body_id').select('sheets.slug').where('demo', '=', 'organisatrice-cuf').executeTakeFirstOrThrow()).slug).executeTakeFirstOrThrow();
  await db.transaction().execute(async (tx) => {
    const elected = await createPerson(tx, instance, { firstName: 'Odile', lastName: 'Essai', functions: [{ function: 'Maire d’Essai', standing: 'elected' }] });
    const agent = await createPerson(tx, instance, { firstName: 'Paul', lastName: 'Discret', functions: [{ function: 'Chargé de mission', standing: 'agent' }] });
    const meeting = await createMeeting(tx, instance, { slug: 'rencontre-essai', title: 'Rencontre d’essai', state: { state: 'held' }, start: parsePartialDate('2026-11-10'), links: [{ role: 'organiser', to: cuf }] });
    if ('refused' in meeting) throw new Error(meeting.refused);
    const session = await createSession(tx, instance, {
      slug: 'seance-essai', title: 'Séance d’essai', meetingId: meeting.id, number: 1, shortTitle: 'Essai', state: { state: 'planned' }, start: parsePartialDate('2026-11-10'),
      roles: [{ functionId: elected.functionIds[0]!, role: 'speaker' }, { functionId: agent.functionIds[0]!, role: 'speaker' }],
    });
    sessionId = session.id;
    await tx.updateTable('accounts').set({ person_id: elected.id }).where('demo', '=', 'elue-bordeaux').execute();
  });
  agentRole = (await db.selectFrom('meeting_roles').select('id').where('sheet_id', '=', sessionId).where('position', '=', 2).executeTakeFirstOrThrow()).id;
});

async function addPart(nature: string, titre: string): Promise<string> {
  const answer = await organiser.post(`${at}/parties`, { nature, titre });
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location')!, 'http://x').pathname;
}

let part: string;

test('R168 only organisers and those whom they name write; nobody else sees that something is written', async () => {
  expect(await read(organiser, page)).toContain('Compte rendu à écrire. Vous avez pris des notes ?');
  expect((await app.request(at)).status).toBe(303);
  expect((await taker.get(at)).status).toBe(404);
  const refused = await organiser.post(`${at}/preneurs-de-notes`, { courriel: 'pas une adresse' });
  expect([refused.status, wordsOf(await refused.text()).includes('Cette adresse n’a pas la forme nom@exemple.fr.')]).toEqual([422, true]);
  const { mail, title } = await accountOf('agent-toulouse');
  const named = wordsOf(await (await organiser.submit(`${at}/preneurs-de-notes`, { courriel: mail })).text());
  expect(named).toContain('Si un compte a cette adresse');
  expect(named).toContain(title);
  expect((await taker.get(at)).status).toBe(200);
  const told = await db.selectFrom('notifications').innerJoin('events', 'events.id', 'event_id').select(['events.name', 'events.sheet_id']).where('notifications.account_id', '=', (await accountOf('agent-toulouse')).id).execute();
  expect(told).toContainEqual({ name: 'minutes.writer', sheet_id: null });
  part = await addPart('partie', 'Premiers échanges');
  expect(await read({ get: app.request }, page)).not.toContain('Premiers échanges');
});

test('R168 two people write the same part at once: each field is kept, and two texts in one field are shown side by side', async () => {
  const [mine, theirs] = await Promise.all([formAt(organiser, part), formAt(taker, part)]);
  expect((await organiser.post(part, { ...mine, texte: 'Le texte de l’organisatrice.' })).status).toBe(303);
  // Another field: nothing to say.
  expect((await taker.post(part, { ...theirs, points: '- Un point\n- Un autre' })).status).toBe(303);
  const late = await taker.post(part, { ...theirs, texte: 'Le texte du preneur de notes.' });
  expect(late.status).toBe(422);
  const html = await late.text();
  const words = wordsOf(html);
  expect(words).toContain('Deux personnes ont écrit en même temps');
  expect(words).toContain('Le texte enregistré (Organisatrice des rencontres) Le texte de l’organisatrice.');
  expect(words).toContain('Le vôtre Le texte du preneur de notes.');
  // Left there, it is not lost: it waits on the desk, and nobody publishes over it.
  expect(await read(organiser, at)).toContain('Un texte attend d’être réuni');
  const { fields } = readFormOf(html);
  expect(fields.texte).toEqual(['Le texte du preneur de notes.']);
  expect((await taker.post(part, { ...fields, texte: 'Le texte de l’organisatrice. Le texte du preneur de notes.' })).status).toBe(303);
  const desk = await read(organiser, at);
  expect(desk).toContain('Le texte de l’organisatrice. Le texte du preneur de notes. Un point Un autre');
  expect(desk).not.toContain('attend d’être réuni');
});

test('R168 what a script saves by itself loses nothing either, and says when two write at once', async () => {
  const [mine, theirs] = await Promise.all([formAt(organiser, `${at}/prises-de-parole`), formAt(taker, `${at}/prises-de-parole`)]);
  const quiet = { headers: { accept: 'application/json' } };
  const first = await organiser.post(`${at}/prises-de-parole`, { ...mine, [`dit-${agentRole}`]: 'Il a parlé d’eau.' }, quiet);
  expect([first.status, ((await first.json()) as { versions: Record<string, number> }).versions[agentRole]]).toEqual([200, 2]);
  expect((await taker.post(`${at}/prises-de-parole`, { ...theirs, [`dit-${agentRole}`]: 'Il a parlé de santé.' }, quiet)).status).toBe(409);
  expect(await read(taker, at)).toContain('Il a parlé d’eau.');
  // What the other wrote in another field comes back, so that the next save does not take it away.
  const [a, b] = await Promise.all([formAt(organiser, part), formAt(taker, part)]);
  await taker.post(part, { ...b, points: 'Un point' }, quiet);
  const answer = (await (await organiser.post(part, { ...a, titre: 'Premiers échanges, matin' }, quiet)).json()) as { fields: Record<string, string> };
  expect(answer.fields).toMatchObject({ titre: 'Premiers échanges, matin', points: 'Un point' });
});

test('R161 workshops in subgroups have their room, who led them by function, and their synthesis', async () => {
  const workshop = await addPart('atelier', 'Atelier eau');
  const fields = await formAt(organiser, workshop);
  const refused = await organiser.post(workshop, { ...fields, presents: 'une douzaine' });
  expect([refused.status, wordsOf(await refused.text()).includes('Écrivez un nombre entier, par exemple 12.')]).toEqual([422, true]);
  expect((await organiser.post(workshop, { ...fields, texte: 'Mutualiser les achats.', salle: 'Salle 2', anime: 'Chargée de mission eau', presents: '12' })).status).toBe(303);
});

test('R168 a follow-up has somebody who sees to it; R171 its day is checked against its weekday', async () => {
  const owner = `account:${(await accountOf('agent-toulouse')).id}`;
  const sent = { nature: 'suite', suite: 'Envoyer la liste des puits', porteur: owner, autre: '', echeance: 'mardi 20 novembre 2026' };
  const refused = await taker.post(`${at}/suites`, sent);
  expect([refused.status, wordsOf(await refused.text()).includes('Le 20 novembre 2026 est un vendredi. Corriger le jour ou la date ?')]).toEqual([422, true]);
  const nobody = await taker.post(`${at}/suites`, { ...sent, porteur: '', echeance: '' });
  expect(wordsOf(await nobody.text())).toContain('Dites qui s’en charge');
  expect((await taker.post(`${at}/suites`, { ...sent, echeance: 'vendredi 20 novembre 2026' })).status).toBe(303);
  expect((await taker.post(`${at}/suites`, { nature: 'decision', suite: 'Le groupe se réunit deux fois par an.' })).status).toBe(303);
  expect(await read(taker, at)).toContain('Suite. Qui : Agent des relations internationales. Pour le 20 novembre 2026.');
});

test('R168 speakers read their own words again, by their account or by a signed link, and correct no others', async () => {
  expect((await taker.post(`${at}/relecture`, { jusqua: '2026-11-30' })).status).toBe(404);
  const sent = await organiser.submit(`${at}/relecture`, { jusqua: '2026-11-30', [`courriel-${agentRole}`]: 'paul@essai.example' });
  expect(wordsOf(await sent.text())).toContain('Le compte rendu est en relecture. 2 personnes sont prévenues.');
  expect(await read(speaker, '/mon-espace')).toContain('Relire vos propos : Séance d’essai');
  const [own] = await db.selectFrom('meeting_roles').select('id').where('sheet_id', '=', sessionId).where('position', '=', 1).execute();
  expect((await speaker.post(`${at}/mes-mots`, { prise: agentRole, mots: 'Il n’a rien dit.' })).status).toBe(404);
  expect((await speaker.post(`${at}/mes-mots`, { prise: own!.id, mots: 'Merci à nos partenaires.' })).status).toBe(303);
  const { text } = await db.selectFrom('mails').select('text').where('recipient', '=', 'paul@essai.example').executeTakeFirstOrThrow();
  const link = new URL(/https?:\S+/.exec(text)![0]);
  const guest = app.visit();
  expect(await read(guest, link.pathname + link.search)).toContain('Il a parlé d’eau.');
  expect((await guest.get('/relecture?jeton=faux')).status).toBe(404);
  expect(wordsOf(await (await guest.submit(link.pathname + link.search, { mots: 'J’ai parlé d’eau potable.' })).text())).toContain('Les organisateurs ont votre correction');
});

test('R168 an organiser decides each correction, and publishes when nothing waits', async () => {
  expect(wordsOf(await (await organiser.post(`${at}/publication`)).text())).toContain('Une correction d’intervenant attend votre réponse.');
  const corrections = await db.selectFrom('minutes_corrections').select(['id', 'text']).where('sheet_id', '=', sessionId).execute();
  expect(corrections.length).toBe(2);
  for (const { id } of corrections) expect((await organiser.post(`${at}/corrections/${id}`, { geste: 'accepter' })).status).toBe(303);
  expect((await taker.post(`${at}/publication`)).status).toBe(404);
  const done = wordsOf(await (await organiser.submit(`${at}/publication`)).text());
  expect(done).toContain('Le compte rendu est publié.');
  const shown = await read({ get: app.request }, page);
  for (const one of ['Odile Essai Maire d’Essai Merci à nos partenaires.', 'Nom réservé aux membres Chargé de mission J’ai parlé d’eau potable.', 'Premiers échanges', 'Restitution des ateliers Atelier eau Lieu : Salle 2', 'Envoyer la liste des puits', 'Le groupe se réunit deux fois par an.']) expect(shown).toContain(one);
  expect(shown).not.toContain('Paul Discret');
  expect((await db.selectFrom('minutes_versions').select('id').where('sheet_id', '=', sessionId).execute()).length).toBe(0);
  expect((await db.selectFrom('minutes_reviewers').select('mail').where('sheet_id', '=', sessionId).where('mail', 'is not', null).execute()).length).toBe(0);
  expect((await db.selectFrom('sheets').select('state').where('id', '=', sessionId).executeTakeFirstOrThrow()).state).toBe('held');
});

test('R168 a follow-up is recalled once before its date and once on it, and no more when it is done', async () => {
  const { id } = await accountOf('agent-toulouse');
  const told = async () => (await db.selectFrom('notifications').innerJoin('events', 'events.id', 'event_id').select('events.name').where('notifications.account_id', '=', id).where('events.name', 'like', 'minutes.%').execute()).map(({ name }) => name).filter((name) => /follow-up|reminder/.test(name));
  expect(await told()).toEqual(['minutes.follow-up']);
  const remind = (now: number) => reminders.work({}, { db, now: () => now } as WorkContext);
  await remind(testNow);
  await remind(testNow);
  expect(await told()).toEqual(['minutes.follow-up', 'minutes.reminder-1']);
  expect(await read(taker, '/mon-espace')).toContain('Envoyer la liste des puits Pour le 20 novembre 2026. Décidé à : Séance d’essai');
  const followUp = await db.selectFrom('minutes_follow_ups').select('id').where('sheet_id', '=', sessionId).where('kind', '=', 'follow-up').executeTakeFirstOrThrow();
  expect((await speaker.post(`${at}/suites/${followUp.id}/fait`)).status).toBe(404);
  expect(wordsOf(await (await taker.submit(`${at}/suites/${followUp.id}/fait`)).text())).toContain('il n’y aura plus de rappel');
  await remind(testNow + 10 * 86_400_000);
  expect((await told()).length).toBe(2);
  expect(await read(taker, '/mon-espace')).not.toContain('Décidé à : Séance d’essai');
});

test('a follow-up of minutes that are not there is not there', async () => {
  expect((await organiser.get(`${at}/suites/${newId()}`)).status).toBe(404);
  expect((await organiser.get('/fiches/partenariat/bordeaux-lima/compte-rendu')).status).toBe(404);
});
