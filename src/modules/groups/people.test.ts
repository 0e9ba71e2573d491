import { beforeAll, expect, test } from 'vitest';
import { createAccount, grantMandate, openSession } from '~/modules/accounts/index.ts';
import { sql } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { listMemberAccounts, type Role } from '~/sheets/index.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase('world') });
});

const japan = '/groupes/groupe-pays-japon';
const read = async (visitor: Visitor, path: string) => wordsOf(await (await visitor.get(path)).text());
const idOf = async (kind: string, slug: string) => (await app.db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;
const accountOf = async (demo: string) => (await app.db.selectFrom('accounts').select('id').where('demo', '=', demo).executeTakeFirstOrThrow()).id;
const membersOf = async (group: string) => (await app.db.selectFrom('sheet_links').innerJoin('sheets', 'sheets.id', 'to_id').select('slug').where('from_id', '=', await idOf('group', group)).where('role', '=', 'member').execute()).map((row) => row.slug);
const lastMail = () => app.db.selectFrom('mails').select(['recipient', 'subject', 'text']).orderBy('created_at', 'desc').limit(1).executeTakeFirstOrThrow();

/** A new account with a mandate, signed in. */
async function open(mail: string, role?: Role, body?: [kind: string, slug: string]): Promise<{ id: string; visitor: Visitor }> {
  const bodyId = body ? await idOf(...body) : null;
  const { id, token } = await app.db.transaction().execute(async (tx) => {
    const accountId = await createAccount(tx, { mail, name: `Nom de ${mail.split('@')[0]}`, title: `Fonction de ${mail.split('@')[0]}` });
    if (role) await grantMandate(tx, instance, { accountId, role, bodyId });
    return { id: accountId, token: await openSession(tx, accountId, 'Essai') };
  });
  const visitor = app.visit();
  visitor.cookies.set('session', token);
  return { id, visitor };
}

test('R176 one asks to join a country group, its chair answers, and the authority is shown as a member without the person', async () => {
  const [agent, chair] = [await app.signIn('agent-toulouse'), await app.signIn('presidente-japon')];
  expect(await read(agent, japan)).toContain('Demander à rejoindre');
  expect((await agent.get(`${japan}/personnes`)).status).toBe(404);
  expect((await agent.post(`${japan}/rejoindre`, { mot: 'Nous préparons une mission à Kyoto.' })).status).toBe(303);
  await agent.post(`${japan}/rejoindre`, { mot: 'Deux fois' });
  expect(await read(chair, '/mon-espace')).toContain('Une personne demande à rejoindre « Groupe-pays Japon »');
  const page = await (await chair.get(`${japan}/personnes`)).text();
  expect(wordsOf(page)).toContain('Nous préparons une mission à Kyoto.');
  const [, id] = /demandes\/([0-9a-f-]{36})\/acceptation/.exec(page)!;
  expect((await agent.post(`${japan}/demandes/${id}/acceptation`)).status).toBe(404);
  expect((await chair.post(`${japan}/demandes/${id}/acceptation`)).status).toBe(303);
  expect((await chair.post(`${japan}/demandes/${id}/acceptation`)).status).toBe(404);
  expect(await membersOf('groupe-pays-japon')).toContain('toulouse');
  expect(await read(agent, `${japan}/personnes`)).toContain('Agent de Toulouse');
  const shown = await (await app.request(japan)).text();
  expect(wordsOf(shown)).toContain('Toulouse');
  expect(shown).not.toContain('Agent de Toulouse');
  const { rows } = await sql<{ told: string }>`select string_agg(actor || changes::text, ' ') as told from events where name like 'room.%' or name = 'group.member'`.execute(app.db);
  expect(rows[0]!.told).not.toContain('Agent de Toulouse');
  expect(rows[0]!.told).toContain('Toulouse');
});

test('R176 a request is declined with a word that the person reads, and may be taken back', async () => {
  const chair = await app.signIn('presidente-japon');
  const { visitor } = await open('asks@lyon.test', 'agent', ['territory', 'strasbourg']);
  await visitor.post(`${japan}/rejoindre`);
  const [, id] = /demandes\/([0-9a-f-]{36})\/refus/.exec(await (await chair.get(`${japan}/personnes`)).text())!;
  await chair.post(`${japan}/demandes/${id}/refus`, { mot: 'Le groupe prépare Shizuoka, revenez en janvier.' });
  expect(await read(visitor, `${japan}/rejoindre`)).toContain('revenez en janvier');
  await visitor.post(`${japan}/rejoindre`);
  const [, again] = /demandes\/([0-9a-f-]{36})\/retrait/.exec(await (await visitor.get(`${japan}/rejoindre`)).text())!;
  expect((await visitor.post(`${japan}/demandes/${again}/retrait`)).status).toBe(303);
  expect(await read(chair, `${japan}/personnes`)).not.toContain('Nom de asks');
});

test('R154 an expert is invited by mail until a date, opens an account by the link, sees the group and nothing else, and loses it the day after', async () => {
  const chair = await app.signIn('presidente-japon');
  const refused = await chair.post(`${japan}/invitations`, { courriel: 'pas une adresse', qualite: 'invite', jusqu: '2020-01-01', mot: 'Venez parler des onsen.' });
  expect(refused.status).toBe(422);
  expect(wordsOf(await refused.text())).toContain('Ce jour est passé');
  expect((await chair.post(`${japan}/invitations`, { courriel: 'experte@universite.test', qualite: 'invite', jusqu: '2027-03-31', mot: 'Venez parler des onsen.' })).status).toBe(303);
  const mail = await lastMail();
  expect(mail).toMatchObject({ recipient: 'experte@universite.test', subject: 'Invitation dans le groupe «\u00a0Groupe-pays Japon\u00a0»' });
  expect(mail.text).toContain('31 mars 2027');
  const [link, path] = /http:\/\/[^/]+(\/invitation-groupe\/[0-9a-f-]{36})\?jeton=\S+/.exec(mail.text)!;
  const guest = app.visit();
  expect((await guest.get(path!)).status).toBe(404);
  expect(await read(guest, link.replace(/^http:\/\/[^/]+/, ''))).toContain('Venez parler des onsen.');
  const jeton = decodeURIComponent(link.split('jeton=')[1]!);
  expect((await guest.post(path!, { jeton, nom: '', fonction: '' })).status).toBe(422);
  expect((await guest.post(path!, { jeton, nom: 'Marie Experte', fonction: 'Chercheuse' })).status).toBe(303);
  expect((await guest.get(`${japan}/personnes`)).status).toBe(200);
  expect((await app.visit().post(path!, { jeton, nom: 'Autre', fonction: 'Autre' })).status).toBe(410);
  for (const closed of ['/nouveau/groupe', '/groupes/plateforme-na/personnes', `${japan}/documents/nouveau`, `${japan}/invitations`]) expect(`${closed} ${(await guest.get(closed)).status}`).toBe(`${closed} 404`);
  expect(await read(chair, `${japan}/personnes`)).toContain('31 mars 2027, dernier jour compris');
  expect(await membersOf('groupe-pays-japon')).not.toContain('universite');
  await app.db.updateTable('group_members').set({ until: sql<string>`current_date - 1` }).where('standing', '=', 'guest').execute();
  expect((await guest.get(`${japan}/personnes`)).status).toBe(404);
  expect((await app.db.selectFrom('group_invitations').select('mail').where('outcome', '=', 'accepted').execute()).every(({ mail: kept }) => kept === null)).toBe(true);
});

test('R176 the agents of several authorities are invited at once; each answers for their own', async () => {
  const host = await app.signIn('organisatrice-cuf');
  const { visitor } = await open('deux@toulouse.test', 'agent', ['territory', 'bordeaux']);
  const bordeaux = await idOf('territory', 'bordeaux');
  expect(await read(host, `${japan}/invitations`)).toContain('Bordeaux');
  expect((await host.post(`${japan}/invitations/collectivites`, { collectivites: '' })).status).toBe(422);
  // Two clicks invite once.
  const clicks = await Promise.all([1, 2].map(() => host.post(`${japan}/invitations/collectivites`, { collectivites: ['', bordeaux] })));
  expect(clicks.map(({ status }) => status).sort()).toEqual([303, 422]);
  const space = await (await visitor.get('/mon-espace')).text();
  expect(wordsOf(space)).toContain('On vous invite dans le groupe « Groupe-pays Japon »');
  const [invitation] = /\/invitation-groupe\/[0-9a-f-]{36}/.exec(space)!;
  expect((await (await app.signIn('agent-toulouse')).get(invitation)).status).toBe(404);
  expect((await visitor.post(invitation)).status).toBe(303);
  expect(await membersOf('groupe-pays-japon')).toContain('bordeaux');
  const elected = await app.signIn('elue-bordeaux');
  const [other] = /\/invitation-groupe\/[0-9a-f-]{36}/.exec(await (await elected.get('/mon-espace')).text())!;
  expect((await elected.post(`${other}/refus`)).status).toBe(303);
  expect((await elected.get(`${japan}/personnes`)).status).toBe(404);
});

test('R176 the host appoints a chair among members and ends it; a chair does not appoint; whoever leaves reads no more', async () => {
  const host = await app.signIn('organisatrice-cuf');
  const { id, visitor } = await open('preside@nantes.test', 'elected', ['territory', 'nantes']);
  expect((await host.post(`${japan}/presidence`, { compte: id })).status).toBe(404);
  await app.db.insertInto('group_members').values({ group_id: await idOf('group', 'groupe-pays-japon'), account_id: id, body_id: await idOf('territory', 'nantes') }).execute();
  expect((await (await app.signIn('presidente-japon')).post(`${japan}/presidence`, { compte: id })).status).toBe(404);
  expect((await host.post(`${japan}/presidence`, { compte: id })).status).toBe(303);
  expect(wordsOf(await (await app.request(japan)).text())).toContain('Fonction de preside, Nantes');
  const mandate = await app.db.selectFrom('mandates').select('id').where('account_id', '=', id).where('role', '=', 'chair').executeTakeFirstOrThrow();
  await app.db.updateTable('sessions').set({ mandate_id: mandate.id }).where('account_id', '=', id).execute();
  expect((await visitor.get('/fiches/groupe/groupe-pays-japon/modifier')).status).toBe(200);
  expect((await host.post(`${japan}/presidence/${mandate.id}/fin`)).status).toBe(303);
  expect((await visitor.get('/fiches/groupe/groupe-pays-japon/modifier')).status).not.toBe(200);
  expect((await visitor.post(`${japan}/depart`, { 'avec-ma-structure': '1' })).status).toBe(303);
  expect((await visitor.get(`${japan}/personnes`)).status).toBe(404);
});

test('R176 who animates ends somebody’s place, and what the person wrote stays', async () => {
  const host = await app.signIn('organisatrice-cuf');
  const toulouse = await accountOf('agent-toulouse');
  expect((await host.post(`${japan}/personnes/${toulouse}/retrait`)).status).toBe(303);
  expect((await (await app.signIn('agent-toulouse')).get(`${japan}/personnes`)).status).toBe(404);
  expect(await membersOf('groupe-pays-japon')).toContain('toulouse');
  // Acting for a member authority is not being in the group: what happens inside is not told.
  const told = await listMemberAccounts(app.db, await idOf('group', 'groupe-pays-japon'));
  expect(told.map((one) => one.id)).not.toContain(toulouse);
});

test('R176 whoever works no more for the authority they came for is in the group no more, and may come back for another', async () => {
  const chair = await app.signIn('presidente-japon');
  const { id, visitor } = await open('moves@essai.test', 'agent', ['territory', 'strasbourg']);
  const join = async () => {
    expect((await visitor.post(`${japan}/rejoindre`, { mot: '' })).status).toBe(303);
    const request = await app.db.selectFrom('group_requests').select('id').where('account_id', '=', id).where('outcome', 'is', null).executeTakeFirstOrThrow();
    expect((await chair.post(`${japan}/demandes/${request.id}/acceptation`)).status).toBe(303);
    expect((await visitor.get(`${japan}/personnes`)).status).toBe(200);
  };
  await join();
  await app.db.updateTable('mandates').set({ ended_at: sql`now()` }).where('account_id', '=', id).execute();
  expect((await visitor.get(`${japan}/personnes`)).status).toBe(404);
  expect(await read(chair, `${japan}/personnes`)).not.toContain('Nom de moves');
  await app.db.transaction().execute(async (tx) => grantMandate(tx, instance, { accountId: id, role: 'agent', bodyId: await idOf('territory', 'nancy') }));
  expect((await visitor.get(`${japan}/personnes`)).status).toBe(404);
  await join();
  expect(await read(chair, `${japan}/personnes`)).toMatch(/Nom de moves.{0,80}Nancy/);
});
