import { Writable } from 'node:stream';
import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { createAccount, findReader, grantMandate, openSession } from '~/modules/accounts/index.ts';
import { instance } from '~/platform/events/index.ts';
import { findRight, sheetHref, updateSheet } from '~/sheets/index.ts';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { expireFeedback } from './personal.ts';

const logged: string[] = [];
let app: OpenedApp;
let clock = testNow;
let aimf: string;
beforeAll(async () => {
  const log = pino({ level: 'debug' }, new Writable({ write: (part, _, next) => (logged.push(String(part)), next()) }));
  app = await openApp({ db: await freshDatabase(), clock: () => clock, settings: { publicUrl: null, instanceName: 'Jumelles', demo: true, trustedProxies: 1 }, log });
  aimf = (await app.db.selectFrom('sheets').select('id').where('kind', '=', 'network').where('slug', '=', 'aimf').executeTakeFirstOrThrow()).id;
}, 120_000);

const latest = () => app.db.selectFrom('feedback').selectAll().where('text', 'not like', 'Le sel, %').orderBy('id', 'desc').executeTakeFirstOrThrow();
const count = async () => (await app.db.selectFrom('feedback').select('id').execute()).length;

/** Opens the form, waits as somebody who types, and sends it. */
async function write(visitor: Visitor, page: string, fields: Record<string, string>, { typing = 30_000, from = '203.0.113.1' } = {}) {
  const form = await (await visitor.get(`/avis?page=${encodeURIComponent(page)}`)).text();
  clock += typing;
  return visitor.post('/avis', { page, marque: /name="marque" value="([^"]+)"/.exec(form)![1]!, nature: 'remarque', message: 'Bonjour.', reponse: 'non', adresse: '', site: '', ...fields }, { headers: { 'x-forwarded-for': from } });
}

/** Somebody who works for AIMF, signed in. */
async function becomeAgent(bodyId: string, mail: string): Promise<Visitor> {
  const visitor = app.visit();
  const token = await app.db.transaction().execute(async (tx) => {
    const accountId = await createAccount(tx, { mail, name: 'Camille Exemple', title: 'Chargée de mission' });
    await grantMandate(tx, instance, { accountId, role: 'agent', bodyId });
    return openSession(tx, accountId, 'Essai');
  });
  visitor.cookies.set('session', token);
  return visitor;
}

const word = 'xylographique';

test('R190 every public page carries the link to write about it, and the form names the page, in three languages', async () => {
  for (const page of ['/', '/reseaux', '/reseaux/aimf', '/partenariats/bordeaux-lima', '/recherche?q=lima', '/observatoire', '/a-confirmer', '/vie-privee', '/agenda']) {
    expect(await (await app.request(page)).text(), page).toContain(`href="/avis?page=${encodeURIComponent(page.split('?')[0]!)}"`);
  }
  for (const [prefix, question] of [['', 'Souhaitez-vous obtenir une réponse\u00a0?'], ['/en', 'Would you like a reply?'], ['/es', '¿Desea recibir una respuesta?']] as const) {
    const form = await (await app.request(`${prefix}/avis?page=/reseaux/aimf`)).text();
    expect(form).toContain(question);
    expect(form).toContain(`href="${prefix}/reseaux/aimf"`);
  }
});

test('R192 J10.2 « Non »: thanks, no address stored even when one comes along, no cookie', async () => {
  const visitor = app.visit();
  const answer = await write(visitor, '/reseaux/aimf', { message: `l’année est à corriger, ${word}`, adresse: 'nobody@example.org' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('set-cookie')).toBeNull();
  const thanks = wordsOf(await (await visitor.get(answer.headers.get('location')!)).text());
  expect(thanks).toContain('Il ne sera pas publié.');
  expect(thanks).toContain('aucune adresse n’est gardée');
  expect(await latest()).toMatchObject({ page: '/reseaux/aimf', sheet_id: aimf, kind: 'remark', wants_reply: false, mail: null, state: 'received' });
  expect(visitor.cookies.size).toBe(0);
});

test('R192 J10.3 « Oui » with no address or a wrong one: asked again, nothing is lost and nothing is stored', async () => {
  const before = await count();
  for (const adresse of ['', 'camille', 'camille@', 'a b@example.org', 'camille@example']) {
    const answer = await write(app.visit(), '/reseaux/aimf', { nature: 'complement', message: `Il manque une ville, ${word}.`, reponse: 'oui', adresse });
    expect(answer.status, adresse).toBe(422);
    const page = await answer.text();
    expect(wordsOf(page)).toContain(adresse ? 'Cette adresse n’a pas la forme nom@exemple.fr' : 'laissez une adresse, ou répondez « Non »');
    expect(page).toContain(`Il manque une ville, ${word}.</textarea>`);
    expect(page).toMatch(/value="complement" checked/);
    expect(page).toMatch(/value="oui" checked/);
    if (adresse) expect(page).toContain(`value="${adresse}"`);
  }
  expect(await count()).toBe(before);
});

test('R192 « Oui » with an address says what becomes of it', async () => {
  const form = wordsOf(await (await app.request('/avis?page=/reseaux/aimf')).text());
  expect(form).toContain('(non publiée)');
  expect(form).toContain('effacée 90 jours après la fin du suivi, et au plus tard 12 mois après votre envoi');
  const answer = await write(app.visit(), '/reseaux/aimf', { message: `Un chiffre a changé, ${word}.`, reponse: 'oui', adresse: 'lectrice@example.org' });
  expect(answer.headers.get('location')).toContain('reponse=oui');
  expect(await latest()).toMatchObject({ wants_reply: true, mail: 'lectrice@example.org' });
});

test('R191 J10.4 invariant 21: what was written is in no public or member answer, no event, no log', async () => {
  const addresses = [
    '/', '/reseaux/aimf', '/reseaux/aimf.json', '/reseaux/aimf.csv', `/recherche?q=${word}`, `/observatoire?q=${word}`, `/observatoire.json?q=${word}`,
    '/observatoire.json?genre=reseau', '/observatoire.csv?genre=reseau', '/observatoire.geojson?genre=reseau', '/nouveautes', '/nouveautes.atom', '/agenda.ics', '/sitemap.xml',
    '/sitemaps/1.xml', '/a-confirmer', '/fiches/reseau/aimf/historique', '/retours', '/mon-espace',
  ];
  const readers = [app.visit(), await app.signIn('citoyenne-toulouse'), await app.signIn('agent-toulouse'), await app.signIn('expert-invite')];
  for (const reader of readers) {
    for (const address of addresses) {
      const text = (await (await reader.get(address)).text()).replaceAll(`q=${word}`, '');
      if (address.includes('q=')) expect(text, address).not.toContain(`est à corriger, ${word}`);
      else expect(text, address).not.toContain(word);
      expect(text, address).not.toContain('lectrice@example.org');
    }
  }
  const found = (await (await app.request(`/observatoire.json?q=${word}`)).json()) as { items: unknown[] };
  expect(found.items).toEqual([]);
  const events = await app.db.selectFrom('events').selectAll().where('name', 'like', 'feedback.%').execute();
  expect(events.length).toBeGreaterThan(0);
  expect(events.every((event) => event.sheet_id === null && event.on_behalf_of === null)).toBe(true);
  expect(JSON.stringify(events)).not.toContain(word);
  expect(logged.length).toBeGreaterThan(10);
  expect(logged.join('')).not.toMatch(new RegExp(`${word}|lectrice@|203\\.0\\.113`));
});

test('R193 nobody but those who keep the page finds a message: others get 404, in the list and at its address', async () => {
  const { id } = await latest();
  for (const persona of ['agent-toulouse', 'elue-bordeaux', 'partenaire-lima', 'porteuse-projet', 'citoyenne-toulouse', 'expert-invite']) {
    const visitor = await app.signIn(persona);
    for (const address of [`/retours/${id}`, '/retours/1', '/retours/00000000-0000-7000-8000-000000000000']) expect((await visitor.get(address)).status, persona).toBe(404);
    for (const step of ['affectation', 'reponse', 'application', 'cloture']) expect((await visitor.post(`/retours/${id}/${step}`, { reponse: 'x' })).status, persona).toBe(404);
  }
  expect((await app.request(`/retours/${id}`)).status).toBe(303);
  const admin = await app.signIn('administrateur');
  expect(await (await admin.get('/retours')).text()).toContain(word);
});

test('R193 the list and the sheet agree on who keeps a page, whoever asks', async () => {
  const sheets = await app.db.selectFrom('sheets').select(['id', 'kind', 'slug'])
    .where((eb) => eb.or([['partnership', 'bordeaux-lima'], ['territory', 'lima'], ['territory', 'toulouse'], ['network', 'so-cooperation'], ['strategy', 'bordeaux-2020-2026'], ['event', 'raict-2023']].map(([kind, slug]) => eb.and({ kind: kind!, slug: slug! }))))
    .execute();
  expect(sheets).toHaveLength(6);
  for (const { kind, slug } of sheets) await write(app.visit(), sheetHref(kind, slug), { message: `Le sel, ${kind} ${slug}.` }, { from: `192.0.2.${slug.length}` });
  let agreed = 0;
  for (const persona of ['agent-bordeaux', 'elue-bordeaux', 'agent-toulouse', 'animatrice-reseau', 'partenaire-lima', 'porteuse-projet', 'administrateur', 'citoyenne-toulouse']) {
    const visitor = await app.signIn(persona);
    const reader = await findReader(app.db, visitor.cookies.get('session')!);
    const list = await (await visitor.get('/retours')).text();
    for (const { id, kind, slug } of sheets) {
      const right = await findRight(app.db, reader, id);
      const keeps = right !== null && right !== 'partner';
      expect(list.includes(`Le sel, ${kind} ${slug}.`), `${persona} ${slug} ${right}`).toBe(keeps);
      agreed += Number(keeps);
    }
  }
  expect(agreed).toBeGreaterThan(10);
});

test('R193 J10.5 the agent is assigned, corrects the page, answers: the message closes, and the change is in the history', async () => {
  const { id } = await latest();
  const agent = await becomeAgent(aimf, 'agent@aimf.invalid');
  expect(await (await agent.get('/retours')).text()).toContain(`/retours/${id}`);
  expect(wordsOf(await (await agent.get(`/retours/${id}`)).text())).not.toContain('Votre réponse');
  expect(wordsOf(await (await agent.submit(`/retours/${id}/affectation`)).text())).toContain('Quelqu’un s’en occupe.');
  expect(await (await agent.get('/retours?etat=miens')).text()).toContain(`/retours/${id}`);

  expect((await agent.post(`/retours/${id}/application`, { changement: '' })).status).toBe(422);
  const { version } = await app.db.selectFrom('sheets').select('version').where('id', '=', aimf).executeTakeFirstOrThrow();
  await app.db.transaction().execute((tx) => updateSheet(tx, { name: 'Chargée de mission' }, aimf, version, { summary: 'Un chiffre corrigé.' }));
  const event = await app.db.selectFrom('events').select('id').where('sheet_id', '=', aimf).orderBy('position', 'desc').executeTakeFirstOrThrow();
  const offered = await (await agent.get(`/retours/${id}`)).text();
  expect(offered).toContain(`value="${event.id}"`);
  const applied = await (await agent.submit(`/retours/${id}/application`, { changement: event.id })).text();
  expect(wordsOf(applied)).toContain('La page a été changée. Il reste à répondre.');
  expect(applied).toContain(`/fiches/reseau/aimf/historique#evenement-${event.id}`);

  expect((await agent.post(`/retours/${id}/reponse`, { reponse: '' })).status).toBe(422);
  const closed = wordsOf(await (await agent.submit(`/retours/${id}/reponse`, { reponse: 'Merci, c’est corrigé.' })).text());
  expect(closed).toContain('Le suivi de ce message est terminé.');
  expect(closed).not.toContain('lectrice@example.org');
  expect(closed).toContain('Chargée de mission');
  expect(closed).not.toContain('Camille Exemple');
  expect(await latest()).toMatchObject({ state: 'closed', mail: 'lectrice@example.org' });
  const steps = await app.db.selectFrom('feedback_steps').select(['step', 'actor']).where('feedback_id', '=', id).orderBy('id').execute();
  expect(steps.map(({ step }) => step)).toEqual(['received', 'assigned', 'applied', 'answered', 'closed']);
  const mail = await app.db.selectFrom('mails').selectAll().where('kind', '=', 'feedback-reply').executeTakeFirstOrThrow();
  expect(mail.recipient).toBe('lectrice@example.org');
  expect(mail.text).toContain('Merci, c’est corrigé.');
  expect(mail.text).not.toContain('Camille');
  // Once closed, nothing moves any more.
  expect((await agent.post(`/retours/${id}/reponse`, { reponse: 'Encore.' })).status).toBe(422);
  expect((await app.db.selectFrom('mails').select('id').where('kind', '=', 'feedback-reply').execute()).length).toBe(1);
});

test('R192 R193 no reply step when no reply is wanted: applied, the message closes', async () => {
  const { id } = await app.db.selectFrom('feedback').select('id').where('sheet_id', '=', aimf).where('wants_reply', '=', false).executeTakeFirstOrThrow();
  const admin = await app.signIn('administrateur');
  await admin.submit(`/retours/${id}/affectation`);
  const page = wordsOf(await (await admin.get(`/retours/${id}`)).text());
  expect(page).toContain('Aucune réponse n’est souhaitée');
  expect(page).not.toContain('Envoyer la réponse');
  expect((await admin.post(`/retours/${id}/reponse`, { reponse: 'Bonjour' })).status).toBe(422);
  const event = await app.db.selectFrom('events').select('id').where('sheet_id', '=', aimf).orderBy('position', 'desc').executeTakeFirstOrThrow();
  await admin.post(`/retours/${id}/application`, { changement: event.id });
  expect(await app.db.selectFrom('feedback').select('state').where('id', '=', id).executeTakeFirstOrThrow()).toEqual({ state: 'closed' });
});

test('R193 a page without sheet goes to the administration; what is off topic is closed with a reason', async () => {
  await write(app.visit(), '/vie-privee', { nature: 'suggestion', message: 'Bonjour le monde.' });
  const { id, sheet_id } = await latest();
  expect(sheet_id).toBeNull();
  const admin = await app.signIn('administrateur');
  expect((await (await app.signIn('animatrice-reseau')).get(`/retours/${id}`)).status).toBe(404);
  await admin.post(`/retours/${id}/affectation`);
  expect((await admin.post(`/retours/${id}/cloture`, { motif: '' })).status).toBe(422);
  expect((await admin.post(`/retours/${id}/application`, { precision: '' })).status).toBe(422);
  await admin.post(`/retours/${id}/cloture`, { motif: 'off-topic' });
  expect((await latest()).state).toBe('closed');
});

test('R192 J10.6 the address is erased ninety days after closing, twelve months after writing at most; the words after twenty-four', async () => {
  await write(app.visit(), '/reseaux/aimf', { message: 'Personne ne me répondra.', reponse: 'oui', adresse: 'oublie@example.org' });
  const mails = async () => (await app.db.selectFrom('feedback').select('mail').where('mail', 'is not', null).orderBy('mail').execute()).map(({ mail }) => mail);
  const after = (days: number) => app.db.transaction().execute((tx) => expireFeedback(tx, clock + days * 86_400_000));
  await after(89);
  expect(await mails()).toEqual(['lectrice@example.org', 'oublie@example.org']);
  await after(91);
  expect(await mails()).toEqual(['oublie@example.org']);
  await after(367);
  expect(await mails()).toEqual([]);
  await after(700);
  expect((await latest()).text).toBe('Personne ne me répondra.');
  await after(732);
  expect((await app.db.selectFrom('feedback').select(['text', 'answer']).execute()).every(({ text, answer }) => text === null && answer === null)).toBe(true);
});
