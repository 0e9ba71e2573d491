import { beforeAll, expect, test } from 'vitest';
import { createAccount, findReader, grantMandate, openSession } from '~/modules/accounts/index.ts';
import { newId } from '~/platform/db/index.ts';
import { instance, type Actor } from '~/platform/events/index.ts';
import { attempt, createSheet, findRight, hasLinks, isRefusal, patchSheet, updateSheet, type Role } from '~/sheets/index.ts';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { noteCorrection } from './hold.ts';
import { personal } from './personal.ts';

let app: OpenedApp;
let clock = testNow;
let bordeaux: string;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase(), clock: () => clock, settings: { publicUrl: null, instanceName: 'Jumelles', demo: true, trustedProxies: 1 } });
  bordeaux = await idOf('territory', 'bordeaux');
}, 120_000);

const idOf = async (kind: string, slug: string) => (await app.db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;

interface Newcomer {
  visitor: Visitor;
  actor: Actor & { accountId: string };
  mail: string;
}

let people = 0;
async function arrive(role: Role = 'agent', bodyId: string | null = bordeaux): Promise<Newcomer> {
  const mail = `nouvelle-${++people}@bordeaux.invalid`;
  const visitor = app.visit();
  return app.db.transaction().execute(async (tx) => {
    const accountId = await createAccount(tx, { mail, name: 'Dominique Exemple', title: 'Agente nouvelle' });
    await grantMandate(tx, instance, { accountId, role, bodyId });
    visitor.cookies.set('session', await openSession(tx, accountId, 'Essai'));
    return { visitor, mail, actor: { name: 'Agente nouvelle', accountId, role, ...(bodyId ? { onBehalfOf: bodyId } : {}) } };
  });
}

let sheets = 0;
const publish = (actor: Actor, more: { ownerId?: string } = {}) => {
  const n = ++sheets;
  return attempt(app.db, (tx) => createSheet(tx, actor, { kind: 'organisation', type: 'association', slug: `essai-${n}`, title: `Coopération zéphyrienne ${n}`, summary: 'Un essai.', ownerId: bordeaux, ...more }));
};
const visibilityOf = async (id: string) => (await app.db.selectFrom('sheets').select('visibility').where('id', '=', id).executeTakeFirstOrThrow()).visibility;
const pendingOf = async (sheetId: string) => (await app.db.selectFrom('publications').select('id').where('sheet_id', '=', sheetId).where('state', '=', 'pending').executeTakeFirstOrThrow()).id;
const mailsTo = (mail: string) => app.db.selectFrom('mails').select(['subject', 'text']).where('recipient', '=', mail).orderBy('created_at').execute();
const isTrusted = async ({ visitor }: Newcomer) => (await findReader(app.db, visitor.cookies.get('session')!)).account!.trusted;

test('C11 the first sheet of a new account is held: nobody else sees it, in any list, until somebody accepts it', async () => {
  const newcomer = await arrive();
  const { id } = (await publish(newcomer.actor)) as { id: string };
  expect(await visibilityOf(id)).toBe('draft');
  for (const address of ['/recherche?q=zephyrienne', '/observatoire.json?q=zephyrienne', '/nouveautes.atom', '/sitemaps/1.xml']) expect(await (await app.request(address)).text(), address).not.toContain('Coopération zéphyrienne');
  const mine = wordsOf(await (await newcomer.visitor.get('/mes-publications')).text());
  expect(mine).toContain('Coopération zéphyrienne');
  expect(mine).toContain('À relire');

  // The network that Bordeaux is a member of looks, and another network does not.
  const animator = await app.signIn('animatrice-reseau');
  const queue = await (await animator.get('/moderation')).text();
  const publication = await pendingOf(id);
  expect(queue).toContain(`/moderation/publications/${publication}`);
  expect(queue).not.toContain('Dominique Exemple');
  expect((await (await app.signIn('agent-bordeaux')).get('/moderation')).status).toBe(404);
  expect((await newcomer.visitor.get(`/moderation/publications/${publication}`)).status).toBe(404);

  expect((await animator.post(`/moderation/publications/${publication}`, {})).status).toBe(422);
  expect((await animator.post(`/moderation/publications/${publication}`, { decision: 'approve' })).status).toBe(303);
  expect(await visibilityOf(id)).toBe('public');
  expect(await isTrusted(newcomer)).toBe(true);
  const found = (await (await app.request('/observatoire.json?q=zephyrienne')).json()) as { items: { title: string }[] };
  expect(found.items.map(({ title }) => title)).toEqual(['Coopération zéphyrienne 1']);
  // What follows is no longer held.
  const next = (await publish(newcomer.actor)) as { id: string };
  expect(await visibilityOf(next.id)).toBe('public');
});

test('C11 through the form: the author is told that it waits, sees it under their publications, and nobody finds the address', async () => {
  const newcomer = await arrive();
  const fields = { nom: 'Atelier zéphyrien', nature: 'association', siege: bordeaux, presentation: 'On y apprend le vent.' };
  const answer = await newcomer.visitor.post('/nouveau/organisation', fields);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/mes-publications');
  expect(wordsOf(await (await newcomer.visitor.get('/mes-publications')).text())).toContain('elle est relue avant d’être visible de tous');
  expect((await app.request('/organisations/atelier-zephyrien')).status).toBe(404);
  const held = await idOf('organisation', 'atelier-zephyrien');
  const admin = await app.signIn('administrateur');
  const publication = await pendingOf(held);
  expect(wordsOf(await (await admin.get(`/moderation/publications/${publication}`)).text())).toContain('On y apprend le vent.');
  await admin.post(`/moderation/publications/${publication}`, { decision: 'approve' });
  expect((await app.request('/organisations/atelier-zephyrien')).status).toBe(200);
});

test('C11 a held sheet does not become public by another way: the wish is kept for the day it is accepted', async () => {
  const newcomer = await arrive();
  const { id } = (await publish(newcomer.actor)) as { id: string };
  await app.db.transaction().execute((tx) => patchSheet(tx, id, { visibility: 'members' }));
  expect(await visibilityOf(id)).toBe('draft');
  const admin = await app.signIn('administrateur');
  await admin.post(`/moderation/publications/${await pendingOf(id)}`, { decision: 'approve' });
  expect(await visibilityOf(id)).toBe('members');
});

test('refused: the author is told why, may appeal, and somebody else than whoever decided looks at it', async () => {
  const newcomer = await arrive();
  const { id } = (await publish(newcomer.actor)) as { id: string };
  const publication = await pendingOf(id);
  const animator = await app.signIn('animatrice-reseau');
  const missing = await animator.post(`/moderation/publications/${publication}`, { decision: 'refuse', motif: 'spam', raisons: '' });
  expect(missing.status).toBe(422);
  expect(await missing.text()).toMatch(/value="spam" selected/);
  await animator.post(`/moderation/publications/${publication}`, { decision: 'refuse', motif: 'spam', raisons: 'Cette fiche vend des voyages.' });
  const [notice] = await mailsTo(newcomer.mail);
  expect(notice!.text).toContain('Publicité ou contenu indésirable');
  expect(notice!.text).toContain('Cette fiche vend des voyages.');
  expect(notice!.text).toContain('/mes-publications');
  const mine = await (await newcomer.visitor.get('/mes-publications')).text();
  expect(wordsOf(mine)).toContain('Cette fiche vend des voyages.');
  const measure = /\/mes-publications\/([\da-f-]+)\/recours/.exec(mine)![1]!;

  expect((await newcomer.visitor.post(`/mes-publications/${measure}/recours`, { recours: ' ' })).status).toBe(422);
  expect((await (await arrive('agent', await idOf('territory', 'toulouse'))).visitor.post(`/mes-publications/${measure}/recours`, { recours: 'Pas moi.' })).status).toBe(404);
  expect((await newcomer.visitor.post(`/mes-publications/${measure}/recours`, { recours: 'C’est une coopération scolaire.' })).status).toBe(303);
  expect((await newcomer.visitor.post(`/mes-publications/${measure}/recours`, { recours: 'Encore.' })).status).toBe(404);

  // Not by the one who decided, even though the queue is theirs.
  expect(await (await animator.get('/moderation')).text()).not.toContain(`/moderation/recours/${measure}`);
  expect((await animator.post(`/moderation/recours/${measure}`, { decision: 'upheld', raisons: 'Non.' })).status).toBe(404);
  const admin = await app.signIn('administrateur');
  expect(await (await admin.get('/moderation')).text()).toContain(`/moderation/recours/${measure}`);
  expect((await admin.post(`/moderation/recours/${measure}`, { decision: 'overturned', raisons: '' })).status).toBe(422);
  expect((await admin.post(`/moderation/recours/${measure}`, { decision: 'overturned', raisons: 'Le projet est réel.' })).status).toBe(303);
  expect(await visibilityOf(id)).toBe('public');
  expect(await isTrusted(newcomer)).toBe(true);
  expect((await mailsTo(newcomer.mail)).at(-1)!.text).toContain('La décision est annulée.');
  const log = wordsOf(await (await animator.get('/moderation/journal')).text());
  expect(log).toContain('La décision est annulée');
  expect(log).toContain('Animatrice de SO Coopération');
});

test('a correction by a new account is shown at once and looked at afterwards', async () => {
  const newcomer = await arrive();
  const lima = await idOf('partnership', 'bordeaux-lima');
  const { version } = await app.db.selectFrom('sheets').select('version').where('id', '=', lima).executeTakeFirstOrThrow();
  await app.db.transaction().execute((tx) => updateSheet(tx, newcomer.actor, lima, version, { summary: 'Un résumé corrigé.' }));
  const event = await app.db.selectFrom('events').select(['id', 'name', 'sheet_id as sheetId', 'actor', 'account_id as accountId']).where('account_id', '=', newcomer.actor.accountId).orderBy('at', 'desc').executeTakeFirstOrThrow();
  for (let told = 0; told < 2; told++) await app.db.transaction().execute((tx) => noteCorrection(tx, event, undefined as never));
  expect(await (await app.request('/partenariats/bordeaux-lima')).text()).toContain('Un résumé corrigé.');
  const animator = await app.signIn('animatrice-reseau');
  const publication = await pendingOf(lima);
  expect(wordsOf(await (await animator.get(`/moderation/publications/${publication}`)).text())).toContain('La correction est visible.');
  await animator.post(`/moderation/publications/${publication}`, { decision: 'approve' });
  expect(await isTrusted(newcomer)).toBe(true);
});

test('nobody judges what they wrote themselves', async () => {
  const animator = await arrive('animator', await idOf('network', 'so-cooperation'));
  const { id } = (await publish(animator.actor)) as { id: string };
  const publication = await pendingOf(id);
  expect(await (await animator.visitor.get('/moderation')).text()).not.toContain(publication);
  expect((await animator.visitor.post(`/moderation/publications/${publication}`, { decision: 'approve' })).status).toBe(404);
});

test('C11 a new account creates five sheets a day, and is told so; one that is trusted goes on', async () => {
  const newcomer = await arrive();
  for (let n = 0; n < 5; n++) expect(isRefusal(await publish(newcomer.actor))).toBe(false);
  expect(await publish(newcomer.actor)).toEqual({ refused: 'too-many' });
  expect((await app.db.selectFrom('publications').select('id').where('account_id', '=', newcomer.actor.accountId).execute()).length).toBe(5);
  await app.db.updateTable('accounts').set({ trusted_at: new Date().toISOString() }).where('id', '=', newcomer.actor.accountId).execute();
  expect(isRefusal(await publish(newcomer.actor))).toBe(false);
});

test('C11 no link in a profile: neither the name, nor the function, nor the card that others read', async () => {
  const { visitor } = await arrive();
  for (const link of ['https://exemple.fr', 'www.exemple.com', 'achetez sur exemple.shop']) {
    expect(hasLinks(link), link).toBe(true);
    expect((await visitor.post('/compte', { nom: 'Dominique Exemple', fonction: link, langue: 'fr' })).status).toBe(422);
    expect((await visitor.post('/compte', { nom: link, fonction: 'Agente', langue: 'fr' })).status).toBe(422);
    expect((await visitor.post('/compte/fiche', { prenom: link, nom: 'Exemple' })).status).toBe(422);
  }
  for (const plain of ['Élue à la coopération, M. Dupont', 'Agente. Relations internationales', 'Chargée de mission Nouvelle-Aquitaine/Émilie-Romagne']) expect(hasLinks(plain), plain).toBe(false);
  expect((await visitor.post('/compte', { nom: 'Dominique Exemple', fonction: 'Agente nouvelle', langue: 'fr' })).status).toBe(303);
});

/** Reports a sheet as somebody who takes the time to write. */
async function report(fields: Record<string, string>, fiche = 'partenariat/bordeaux-lima', from = '203.0.113.5') {
  const visitor = app.visit();
  const form = await (await visitor.get(`/signaler?fiche=${fiche}`)).text();
  clock += 20_000;
  return visitor.post(`/signaler?fiche=${fiche}`, { marque: /name="marque" value="([^"]+)"/.exec(form)![1]!, reponse: 'non', ...fields }, { headers: { 'x-forwarded-for': from } });
}
const latestReport = () => app.db.selectFrom('reports').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();

test('anybody may report a sheet, with a reason and without an account; what is missing is asked again and nothing is lost', async () => {
  expect(await (await app.request('/partenariats/bordeaux-lima')).text()).toContain('href="/signaler?fiche=partenariat%2Fbordeaux-lima"');
  expect((await app.request('/signaler?fiche=partenariat/rien')).status).toBe(404);
  const missing = await report({ explication: 'Un mot blessant.', reponse: 'oui', adresse: 'faux' });
  expect(missing.status).toBe(422);
  const page = await missing.text();
  expect(wordsOf(page)).toContain('Choisissez une raison.');
  expect(page).toContain('Un mot blessant.</textarea>');
  const answer = await report({ motif: 'abuse', explication: 'Un mot blessant.', adresse: 'quelquun@example.org' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(await latestReport()).toMatchObject({ reason: 'abuse', wants_reply: false, mail: null, state: 'pending' });
});

test('a report is examined: no action with reasons, and whoever asked to know is told', async () => {
  await report({ motif: 'false', explication: 'L’année est fausse.', reponse: 'oui', adresse: 'notifiante@example.org' });
  const { id } = await latestReport();
  const animator = await app.signIn('animatrice-reseau');
  const shown = wordsOf(await (await animator.get(`/moderation/signalements/${id}`)).text());
  expect(shown).toContain('L’année est fausse.');
  expect(shown).not.toContain('notifiante@example.org');
  expect((await animator.post(`/moderation/signalements/${id}`, { decision: 'none', raisons: '' })).status).toBe(422);
  await animator.post(`/moderation/signalements/${id}`, { decision: 'none', raisons: 'Le document dit bien cette année.' });
  const mails = await mailsTo('notifiante@example.org');
  expect(mails).toHaveLength(2);
  expect(mails[1]!.text).toContain('Le document dit bien cette année.');
  expect((await animator.post(`/moderation/signalements/${id}`, { decision: 'none', raisons: 'Encore.' })).status).toBe(422);
});

test('hidden with reasons: out of sight for all, then given back when the measure is lifted; a territory is never hidden', async () => {
  const author = await arrive();
  await app.db.updateTable('accounts').set({ trusted_at: new Date().toISOString() }).where('id', '=', author.actor.accountId).execute();
  const made = (await publish(author.actor)) as { id: string; slug: string };
  const address = `/signaler?fiche=organisation/${made.slug}`;
  expect((await app.request(address)).status).toBe(200);
  await report({ motif: 'personal', explication: 'On y lit un numéro privé.' }, `organisation/${made.slug}`, '203.0.113.6');
  const { id } = await latestReport();
  const animator = await app.signIn('animatrice-reseau');
  expect(await (await animator.get(`/moderation/signalements/${id}`)).text()).not.toContain('value="suspend"');
  expect((await animator.post(`/moderation/signalements/${id}`, { decision: 'suspend', motif: 'abuse', raisons: 'x', jusquau: '2026-12-01' })).status).toBe(422);
  await animator.post(`/moderation/signalements/${id}`, { decision: 'hide', motif: 'personal', raisons: 'Un numéro privé.' });
  expect(await visibilityOf(made.id)).toBe('draft');
  expect((await app.request(address)).status).toBe(404);
  await app.db.transaction().execute((tx) => patchSheet(tx, made.id, { visibility: 'public' }));
  expect(await visibilityOf(made.id)).toBe('draft');
  expect((await mailsTo(author.mail)).at(-1)!.text).toContain('est masquée');
  const measure = /\/moderation\/mesures\/([\da-f-]+)\/levee/.exec(await (await animator.get('/moderation/journal')).text())![1]!;
  await animator.post(`/moderation/mesures/${measure}/levee`);
  expect(await visibilityOf(made.id)).toBe('public');
  expect((await app.request(address)).status).toBe(200);

  await report({ motif: 'other', explication: 'Je n’aime pas.' }, 'territoire/bordeaux', '203.0.113.7');
  const town = await latestReport();
  const admin = await app.signIn('administrateur');
  expect((await admin.post(`/moderation/signalements/${town.id}`, { decision: 'hide', motif: 'other', raisons: 'x' })).status).toBe(422);
});

test('suspended until a day: one reads, writes nothing, knows why, and writes again when the measure is lifted', async () => {
  const author = await arrive();
  await app.db.updateTable('accounts').set({ trusted_at: new Date().toISOString() }).where('id', '=', author.actor.accountId).execute();
  const made = (await publish(author.actor)) as { id: string; slug: string };
  await report({ motif: 'abuse', explication: 'Il recommence.' }, `organisation/${made.slug}`, '203.0.113.8');
  const { id } = await latestReport();
  const admin = await app.signIn('administrateur');
  for (const jusquau of ['', '2026-11-15', '2027-11-16', 'demain']) expect((await admin.post(`/moderation/signalements/${id}`, { decision: 'suspend', motif: 'abuse', raisons: 'Troisième fois.', jusquau })).status, jusquau).toBe(422);
  const until = Temporal.Now.plainDateISO().add({ days: 30 }).toString();
  expect((await admin.post(`/moderation/signalements/${id}`, { decision: 'suspend', motif: 'abuse', raisons: 'Troisième fois.', jusquau: until })).status).toBe(303);
  const reader = () => findReader(app.db, author.visitor.cookies.get('session')!);
  expect(await findRight(app.db, await reader(), made.id)).toBeNull();
  expect(await publish(author.actor)).toEqual({ refused: 'suspended' });
  expect((await author.visitor.get('/partenariats/bordeaux-lima')).status).toBe(200);
  const mine = wordsOf(await (await author.visitor.get('/mes-publications')).text());
  expect(mine).toContain('Vos contributions sont suspendues');
  expect(mine).toContain('Troisième fois.');
  const measure = await app.db.selectFrom('measures').select('id').where('account_id', '=', author.actor.accountId).executeTakeFirstOrThrow();
  expect((await (await app.signIn('animatrice-reseau')).post(`/moderation/mesures/${measure.id}/levee`)).status).toBe(404);
  await admin.post(`/moderation/mesures/${measure.id}/levee`);
  expect(await findRight(app.db, await reader(), made.id)).toBe('own');
});

test('what moderation does is in no public history with words or names, and words are erased in their time', async () => {
  const events = JSON.stringify(await app.db.selectFrom('events').selectAll().where('name', 'like', 'moderation.%').execute());
  expect(events).not.toMatch(/voyages|numéro privé|Troisième|example\.org|Dominique/);
  expect(await app.db.selectFrom('events').select('id').where('name', 'like', 'moderation.%').where('sheet_id', 'is not', null).execute()).toEqual([]);
  await app.db.transaction().execute((tx) => personal[0]!.expire!(tx, Date.now() + 800 * 86_400_000));
  expect((await app.db.selectFrom('reports').select(['text', 'mail']).execute()).every(({ text, mail }) => text === null && mail === null)).toBe(true);
  expect((await app.db.selectFrom('measures').select('reasons').execute()).every(({ reasons }) => reasons === null)).toBe(true);
});

test('an account that leaves is no longer tied to what was decided', async () => {
  const { account_id: accountId } = await app.db.selectFrom('measures').select('account_id').where('account_id', 'is not', null).executeTakeFirstOrThrow();
  expect(await personal[0]!.read!(app.db, accountId!)).toBeDefined();
  await app.db.transaction().execute((tx) => personal[0]!.leave!(tx, accountId!));
  expect(await personal[0]!.read!(app.db, accountId!)).toBeUndefined();
  expect(newId()).not.toBe(accountId);
});

test('an instance that does without moderation holds nothing back', async () => {
  const administrator = await app.signIn('administrateur');
  const { action, fields } = readFormOf(await (await administrator.get('/administration/reglages')).text());
  expect(fields.moderation).toBeDefined();
  const { moderation, ...without } = fields;
  expect((await administrator.post(action, without)).status).toBe(303);
  const { id } = (await publish((await arrive()).actor)) as { id: string };
  expect(await visibilityOf(id)).toBe('public');
  expect((await administrator.post(action, { ...without, moderation: moderation! })).status).toBe(303);
  const next = (await publish((await arrive()).actor)) as { id: string };
  expect(await visibilityOf(next.id)).toBe('draft');
});
