import { beforeAll, expect, test } from 'vitest';
import { sql, type Db } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { findRight } from '~/sheets/index.ts';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { removeExpired } from './cleanup.ts';
import { createAccount, createToken, endMandate, findAccountByMail, findReader, grantMandate, hashToken, listAccountsOf, openSession, readLink, recordAttempt, signLink } from './index.ts';
import { personal } from './personal.ts';

let app: OpenedApp;
let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
  app = await openApp({ db });
});

const bodyOf = async (kind: string, slug: string) => (await db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;
const write = <T>(work: Parameters<ReturnType<Db['transaction']>['execute']>[0]) => db.transaction().execute(work) as Promise<T>;
let n = 0;

async function openAccount(mail = `compte.${(n += 1)}@ville.example`): Promise<{ id: string; mail: string; token: string; visitor: Visitor }> {
  const id = await write<string>((tx) => createAccount(tx, { mail, name: 'Ana Ruiz', title: 'Chargée de mission' }));
  const token = await write<string>((tx) => openSession(tx, id, 'Firefox/Linux'));
  const visitor = app.visit();
  visitor.cookies.set('session', token);
  return { id, mail, token, visitor };
}

const linkTo = async (mail: string) => /^http:\/\/jumelles\.test(\S+)$/m.exec((await db.selectFrom('mails').select('text').where('recipient', '=', mail).orderBy('created_at', 'desc').executeTakeFirstOrThrow()).text)![1]!;

test('one corrects one’s name, function and language; a refused form comes back as it was typed', async () => {
  const { id, visitor } = await openAccount();
  const refused = await visitor.post('/compte', { nom: '', fonction: 'Écrivez-moi : ana@ville.example', langue: 'es' });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('value="Écrivez-moi : ana@ville.example"');
  expect(page).toContain('href="#champ-nom"');
  expect(page).toContain('href="#champ-fonction"');
  const saved = await visitor.submit('/compte', { nom: 'Ana R.', fonction: 'Directrice', langue: 'es', mail: 'x@mal.example', trusted_at: 'now', demo: 'administrateur', id: '1' });
  expect(wordsOf(await saved.text())).toContain('C’est enregistré.');
  expect(await db.selectFrom('accounts').select(['name', 'title', 'lang', 'demo', 'trusted_at']).where('id', '=', id).executeTakeFirst()).toEqual({ name: 'Ana R.', title: 'Directrice', lang: 'es', demo: null, trusted_at: null });
});

test('a new address is confirmed from its own box by its own account, and the old one is told', async () => {
  const [mine, other] = [await openAccount(), await openAccount()];
  const mail = 'nouvelle@ville.example';
  expect((await mine.visitor.post('/compte/adresse', { courriel: 'nouvelle' })).status).toBe(422);
  await mine.visitor.post('/compte/adresse', { courriel: mail });
  const link = await linkTo(mail);
  for (const visitor of [app.visit(), other.visitor]) {
    expect(wordsOf(await (await visitor.get(link)).text())).toContain('Connectez-vous d’abord à ce compte');
    await visitor.post(link);
  }
  await app.visit().post(link.replace('/compte/adresse/', '/connexion/lien/'));
  expect(await findAccountByMail(db, mail)).toBeUndefined();
  expect(wordsOf(await (await mine.visitor.get(link)).text())).toContain('Confirmer cette adresse');
  expect(await findAccountByMail(db, mail)).toBeUndefined();
  await mine.visitor.post(link);
  expect(await findAccountByMail(db, mail.toUpperCase())).toMatchObject({ id: mine.id });
  const told = await db.selectFrom('mails').select(['subject', 'text']).where('recipient', '=', mine.mail).execute();
  expect(told).toHaveLength(1);
  expect(told[0]!.text).not.toContain(mail);
});

test('an address that opens another account is not taken, and asking for it does not tell that it does', async () => {
  const [mine, other] = [await openAccount(), await openAccount()];
  const free = 'libre@ville.example';
  const answers = [];
  for (const mail of [other.mail, free]) answers.push(wordsOf(await (await mine.visitor.submit('/compte/adresse', { courriel: mail })).text()).replaceAll(mail, 'X'));
  expect(answers[0]).toBe(answers[1]);
  const refused = await mine.visitor.submit(await linkTo(other.mail));
  expect(wordsOf(await refused.text())).toContain('Cette adresse ouvre déjà un autre compte. Rien n’a changé.');
  expect(await findAccountByMail(db, other.mail)).toMatchObject({ id: other.id });
});

test('R013 several functions in several organisations at once, and past ones stay, marked as past', async () => {
  const { id, visitor } = await openAccount();
  const [city, network] = [await bodyOf('territory', 'bordeaux'), await bodyOf('network', 'so-cooperation')];
  const [first] = await write<string[]>(async (tx) => [
    await grantMandate(tx, instance, { accountId: id, role: 'elected', bodyId: city, function: 'Adjointe au maire' }),
    await grantMandate(tx, instance, { accountId: id, role: 'animator', bodyId: network, function: 'Présidente' }),
  ]);
  const before = wordsOf(await (await visitor.get('/compte')).text());
  for (const words of ['Bordeaux', 'Adjointe au maire', 'Présidente', 'Animation du réseau']) expect(before).toContain(words);
  expect(before).not.toContain('passé :');
  await write((tx) => endMandate(tx, instance, first!));
  const after = wordsOf(await (await visitor.get('/compte')).text());
  expect(after).toContain('Adjointe au maire');
  expect(after).toMatch(/Adjointe au maire · passé : du .+ au /);
});

test('R154 an invited expert has a right until a day, none the next, and is told the date', async () => {
  const { id, token, visitor } = await openAccount();
  const group = await bodyOf('group', 'groupe-pays-japon');
  const mandateId = await write<string>((tx) => grantMandate(tx, instance, { accountId: id, role: 'expert', bodyId: group, until: '2031-03-01' }));
  expect(wordsOf(await (await visitor.get('/compte')).text())).toContain('jusqu’au 1er mars 2031');
  const lastDay = (day: string) => sql`update mandates set until = current_date + ${day}::int, since = current_date - 30 where id = ${mandateId}`.execute(db);
  await lastDay('0');
  const inside = await findReader(db, token);
  expect([inside.bodies, inside.acting?.role]).toEqual([[group], 'expert']);
  expect((await listAccountsOf(db, group, ['expert'])).map((one) => one.id)).toContain(id);
  await lastDay('-1');
  const outside = await findReader(db, token);
  expect([outside.kind, outside.bodies, outside.mandates, outside.acting]).toEqual(['account', [], [], undefined]);
  expect(await findRight(db, outside, group)).toBeNull();
  expect((await listAccountsOf(db, group, ['expert'])).map((one) => one.id)).not.toContain(id);
  expect(wordsOf(await (await visitor.get('/compte')).text())).toContain('passé :');
  expect((await visitor.post('/compte/mandats', { mandat: mandateId })).status).toBe(422);
});

test('R014 the mandate chosen stops counting the moment it ends', async () => {
  const { id, token, visitor } = await openAccount();
  const ids = await write<string[]>(async (tx) => [
    await grantMandate(tx, instance, { accountId: id, role: 'agent', bodyId: await bodyOf('territory', 'bordeaux') }),
    await grantMandate(tx, instance, { accountId: id, role: 'agent', bodyId: await bodyOf('territory', 'bordeaux-metropole') }),
    await grantMandate(tx, instance, { accountId: id, role: 'agent', bodyId: await bodyOf('territory', 'toulouse') }),
  ]);
  // A page that says « your matches » does not exist for nobody: one is asked for whom, then gets there.
  const asked = await visitor.get('/rapprochements');
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/compte/mandats?suite=%2Frapprochements']);
  await visitor.post('/compte/mandats', { mandat: ids[1]! });
  expect((await visitor.get('/rapprochements')).status).toBe(200);
  expect((await visitor.get('/mises-en-relation/00000000-0000-7000-8000-000000000000')).status).toBe(404);
  expect((await findReader(db, token)).acting?.id).toBe(ids[1]);
  await write((tx) => endMandate(tx, instance, ids[1]!));
  const reader = await findReader(db, token);
  expect([reader.acting, reader.mandates!.map((one) => one.id)]).toEqual([undefined, [ids[0], ids[2]]]);
});

test('who acts for a body is listed with their role, mandates in force only', async () => {
  const body = await bodyOf('territory', 'toulouse');
  const { id } = await openAccount();
  const before = (await listAccountsOf(db, body)).length;
  const mandateId = await write<string>((tx) => grantMandate(tx, instance, { accountId: id, role: 'elected', bodyId: body }));
  const listed = await listAccountsOf(db, body);
  expect(listed).toHaveLength(before + 1);
  expect(listed.at(-1)).toMatchObject({ id, role: 'elected', mandateId, lang: 'fr' });
  expect((await listAccountsOf(db, body, ['elected'])).map((one) => one.id)).toEqual([id]);
  expect(await listAccountsOf(db, body, [])).toEqual([]);
  await db.updateTable('accounts').set({ closed_at: sql`now()` }).where('id', '=', id).execute();
  expect(await listAccountsOf(db, body, ['elected'])).toEqual([]);
});

test('a signed link says what was signed, for its purpose, in its time, and nothing else passes for it', async () => {
  const token = await signLink(db, 'freshness', { sheet: 'abc' }, testNow + 60_000);
  expect(await readLink(db, 'freshness', token, testNow)).toEqual({ payload: { sheet: 'abc' }, expired: false });
  expect(await readLink(db, 'freshness', token, testNow + 61_000)).toEqual({ payload: { sheet: 'abc' }, expired: true });
  expect(await readLink(db, 'unsubscribe', token, testNow)).toBeNull();
  const [body, mac] = token.split('.') as [string, string];
  const other = Buffer.from(JSON.stringify([null, { sheet: 'autre' }])).toString('base64url');
  for (const forged of [`${other}.${mac}`, `${body}.`, body, '', '.', `${body}.${mac}.x`, `${body}.${mac.slice(0, -2)}`, 'a'.repeat(5000), `${body}.${Buffer.from(mac, 'base64url').subarray(1).toString('base64url')}`]) {
    expect(await readLink(db, 'freshness', forged, testNow)).toBeNull();
  }
  expect(await readLink(db, 'x', await signLink(db, 'x', {}, null), testNow + 1e13)).toEqual({ payload: {}, expired: false });
});

test('attempts made at the same instant are all counted', async () => {
  const limit = [{ name: 'test', of: 'même instant', most: 5, minutes: 10 }];
  const waits = await Promise.all(Array.from({ length: 12 }, () => recordAttempt(db, limit)));
  expect(waits.filter((wait) => wait === null)).toHaveLength(5);
  expect(waits.filter((wait) => wait === 10)).toHaveLength(7);
  await sql`update attempts set until = now() - interval '1 second'`.execute(db);
  expect(await recordAttempt(db, limit)).toBeNull();
});

test('leaving erases the address, the name, keys, devices, links and mails; the next person with this address has an account of their own', async () => {
  const { id, mail, visitor } = await openAccount();
  await visitor.post('/compte/adresse', { courriel: `autre.${mail}` });
  await app.visit().post('/connexion', { courriel: mail });
  await db.insertInto('identities').values({ id: crypto.randomUUID(), account_id: id, issuer: 'https://x.example', subject: mail }).execute();
  await db.insertInto('passkeys').values({ id: crypto.randomUUID(), account_id: id, credential_id: createToken(), public_key: hashToken('x'), counter: 0, name: 'Téléphone' }).execute();
  const exported = JSON.stringify(await Promise.all(personal.map(({ read }) => read?.(db, id))));
  for (const words of [mail, 'Ana Ruiz', 'Firefox/Linux', 'Téléphone', 'https://x.example', 'Votre lien']) expect(exported).toContain(words);
  await write(async (tx) => {
    for (const { leave } of personal.toReversed()) await leave?.(tx, id);
  });
  const tables = ['accounts', 'mandates', 'sessions', 'passkeys', 'identities', 'sign_in_links'] as const;
  for (const table of tables) {
    const { rows } = await sql<{ text: string }>`select coalesce(string_agg(t::text, ' '), '') as text from (select row_to_json(x)::text as t from ${sql.table(table)} x) y where t like ${`%${id}%`} or t like ${`%${mail}%`}`.execute(db);
    expect([table, /Ana Ruiz|compte\.\d+@|Firefox|Téléphone/.exec(rows[0]!.text)]).toEqual([table, null]);
  }
  expect(await db.selectFrom('mails').select('id').where('recipient', '=', mail).execute()).toEqual([]);
  expect((await visitor.get('/compte')).status).toBe(303);
  expect(await findAccountByMail(db, mail)).toBeUndefined();
  expect((await openAccount(mail)).id).not.toBe(id);
});

test('seven days after a mail left nobody can read what it said nor to whom; one that waits is kept', async () => {
  await db.deleteFrom('mails').execute();
  const row = (kind: string, more: object) => db.insertInto('mails').values({ id: crypto.randomUUID(), recipient: 'a@b.example', kind, subject: 's', text: 't', ...more }).execute();
  const day = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  await row('old', { sent_at: day(8), created_at: day(8) });
  await row('recent', { sent_at: day(6), created_at: day(6) });
  await row('given-up', { failed: '550', due_at: day(9), created_at: day(14) });
  await row('waiting', { due_at: day(9), created_at: day(9) });
  await row('ancient', { sent_at: day(70), created_at: day(70) });
  const expire = personal.find(({ tables }) => tables.includes('mails'))!.expire!;
  expect(await write((tx) => expire(tx, Date.now()))).toBe(4);
  const left = await db.selectFrom('mails').select(['kind', 'recipient', 'text']).orderBy('kind').execute();
  expect(left.map(({ kind, recipient, text }) => `${kind} ${recipient} ${text}`)).toEqual(['given-up  ', 'old  ', 'recent a@b.example t', 'waiting a@b.example t']);
});

test('what is over is cleared: links, challenges, attempts, sessions', async () => {
  const { id, token } = await openAccount();
  await app.visit().post('/connexion', { courriel: 'fini@ville.example' });
  await app.visit().post('/connexion/cle/question');
  const kept = async () => Promise.all((['sign_in_links', 'challenges', 'attempts', 'sessions'] as const).map(async (table) => Number((await db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n)));
  await removeExpired(db);
  const before = await kept();
  expect(Math.min(...before)).toBeGreaterThan(0);
  for (const table of ['sign_in_links', 'challenges', 'sessions']) await sql`update ${sql.table(table)} set expires_at = now() - interval '2 hours'`.execute(db);
  await sql`update attempts set until = now() - interval '1 second'`.execute(db);
  await removeExpired(db);
  expect(await kept()).toEqual([0, 0, 0, 0]);
  expect((await findReader(db, token)).kind).toBe('anonymous');
  expect(await db.selectFrom('accounts').select('id').where('id', '=', id).execute()).toHaveLength(1);
});

test('pages of one’s account are for oneself: signed out, one is asked to sign in and comes back', async () => {
  const answer = await app.request('/en/compte');
  expect(answer.headers.get('location')).toBe('/en/connexion?suite=%2Fen%2Fcompte');
  for (const path of ['/compte', '/compte/mandats', '/connexion/bienvenue', '/compte/adresse', '/compte/cles']) {
    expect((await app.visit().post(path)).headers.get('location')).toMatch(/^\/connexion\?suite=/);
  }
});

test('no page that holds a link’s address, a mail or a person is kept on the way', async () => {
  const { visitor } = await openAccount();
  for (const path of ['/compte', '/compte/mandats']) expect((await visitor.get(path)).headers.get('cache-control')).toBe('private, no-store');
  const first = await (await app.request('/connexion?suite=/reseaux')).text();
  expect(first).toContain('value="/reseaux"');
  expect(await (await app.request('/connexion?suite=/agenda')).text()).not.toContain('value="/reseaux"');
});

test('a character of the demonstration is everybody’s: nobody leaves a name, an address, a key or an identity on it, nor signs others out', async () => {
  const [one, other] = [await app.signIn('elue-bordeaux'), await app.signIn('elue-bordeaux')];
  const page = await (await one.get('/compte')).text();
  expect(wordsOf(page)).toContain('Il est à tout le monde');
  expect(page).not.toMatch(/name="(nom|courriel|reponse)"/);
  for (const path of ['/compte', '/compte/adresse', '/compte/cles', '/compte/cles/question', '/connexion/bienvenue']) {
    expect([path, (await one.post(path, { nom: 'Moi', fonction: 'x', langue: 'fr', courriel: 'moi@mal.example' })).status]).toEqual([path, 404]);
  }
  expect((await one.get('/connexion/fournisseur')).status).toBe(404);
  await one.post('/compte/appareils/cloture');
  expect([(await one.get('/compte')).status, (await other.get('/compte')).status]).toEqual([303, 200]);
  const closed = await openApp({ db, settings: { publicUrl: null, instanceName: 'Jumelles', demo: true, tryable: false } });
  const after = closed.visit();
  after.cookies.set('session', other.cookies.get('session')!);
  expect((await after.get('/compte')).status).toBe(303);
});
