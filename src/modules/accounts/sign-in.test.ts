import { beforeAll, expect, test } from 'vitest';
import { sql, type Db } from '~/platform/db/index.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { createAccount, grantMandate } from './index.ts';
import { instance } from '~/platform/events/index.ts';

let app: OpenedApp;
let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
  app = await openApp({ db });
});

let n = 0;
const newMail = () => `personne.${(n += 1)}@ville-exemple.fr`;
const mailsTo = (mail: string) => db.selectFrom('mails').selectAll().where('recipient', '=', mail).orderBy('created_at').execute();
const accountsOf = (mail: string) => db.selectFrom('accounts').selectAll().where(sql`lower(mail)`, '=', mail.toLowerCase()).execute();

/** The path that the last mail leads to. */
async function linkIn(mail: string): Promise<string> {
  const [, path] = /^http:\/\/jumelles\.test(\S+)$/m.exec((await mailsTo(mail)).at(-1)!.text)!;
  return path!;
}

async function askLink(visitor: Visitor, mail: string, fields: Record<string, string> = {}): Promise<string> {
  const answer = await visitor.post('/connexion', { courriel: mail, ...fields });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/connexion/envoye']);
  return linkIn(mail);
}

async function signInBy(mail: string, fields: Record<string, string> = {}): Promise<Visitor> {
  const visitor = app.visit();
  await visitor.get(await askLink(visitor, mail, fields));
  return visitor;
}

const isIn = async (visitor: Visitor) => (await visitor.get('/compte')).status === 200;

test('an unknown address gets a link that opens a citizen account, asks its name, and leads where the person was going', async () => {
  const [visitor, mail] = [app.visit(), newMail()];
  const link = await askLink(visitor, mail, { suite: '/territoires/lima' });
  expect(wordsOf(await (await visitor.get('/connexion/envoye')).text())).toContain(mail);
  const opened = await visitor.get(link);
  expect(opened.headers.get('location')).toBe('/connexion/bienvenue?suite=%2Fterritoires%2Flima');
  const welcome = await (await visitor.get('/connexion/bienvenue?suite=%2Fterritoires%2Flima')).text();
  expect(welcome).toContain(`value="Personne ${n}"`);
  const refused = await visitor.post('/connexion/bienvenue', { nom: '', fonction: 'Habitante', langue: 'en', suite: '/territoires/lima' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('value="Habitante"');
  const done = await visitor.post('/connexion/bienvenue', { nom: 'Ana', fonction: 'Habitante', langue: 'en', suite: '/territoires/lima' });
  expect(done.headers.get('location')).toBe('/territoires/lima');
  const [account] = await accountsOf(mail);
  expect(account).toMatchObject({ name: 'Ana', title: 'Habitante', lang: 'en' });
  expect(account!.mail_proved_at).not.toBeNull();
  expect(await (await visitor.get('/territoires/lima')).text()).toContain('Ana');
});

test('the mail is short text in the language of the page, with nothing that tracks', async () => {
  const visitor = app.visit();
  for (const [path, words] of [['/en/connexion', 'Open this link to sign in'], ['/es/connexion', 'Abra este enlace'], ['/connexion', 'Ouvrez ce lien']] as const) {
    const mail = newMail();
    await visitor.post(path, { courriel: mail });
    const [sent] = await mailsTo(mail);
    expect(sent!.text).toContain(words);
    expect([sent!.html, sent!.kind, sent!.text.match(/https?:/g)!.length]).toEqual([null, 'sign-in', 1]);
    expect(sent!.text.length).toBeLessThan(500);
  }
});

test('a link works once: the second time, and in another form of it, nobody comes in', async () => {
  const [visitor, mail] = [app.visit(), newMail()];
  const link = await askLink(visitor, mail);
  await visitor.get(link);
  expect(await isIn(visitor)).toBe(true);
  const other = app.visit();
  for (const answer of [await other.get(link), await other.post(link), await visitor.post(link)]) expect(answer.headers.get('location')).toBe('/connexion');
  expect(await isIn(other)).toBe(false);
  expect(await (await other.get('/connexion')).text()).toContain('Ce lien ne vaut plus');
});

test('a link used twice at the same instant opens one session and one account', async () => {
  const [visitor, mail] = [app.visit(), newMail()];
  const link = await askLink(visitor, mail);
  const elsewhere = Array.from({ length: 6 }, () => app.visit());
  await Promise.all(elsewhere.map((one) => one.post(link)));
  const inside = await Promise.all(elsewhere.map(isIn));
  expect(inside.filter(Boolean)).toHaveLength(1);
  expect(await accountsOf(mail)).toHaveLength(1);
});

test('a program that opens what a mail holds uses nothing; a person elsewhere presses a button, and sees whose address it is', async () => {
  const mail = newMail();
  const link = await askLink(app.visit(), mail);
  const phone = app.visit();
  for (let times = 0; times < 3; times++) {
    const page = await phone.get(link);
    expect([page.status, page.headers.getSetCookie()]).toEqual([200, []]);
    expect(wordsOf(await page.text())).toContain(mail);
  }
  expect(await accountsOf(mail)).toEqual([]);
  await phone.post(link);
  expect(await isIn(phone)).toBe(true);
});

test('a link is over after twenty minutes', async () => {
  const [visitor, mail] = [app.visit(), newMail()];
  const link = await askLink(visitor, mail);
  const { rows } = await sql<{ minutes: number }>`select extract(epoch from expires_at - created_at)::int / 60 as minutes from sign_in_links where mail = ${mail}`.execute(db);
  expect(rows[0]!.minutes).toBe(20);
  await db.updateTable('sign_in_links').set({ expires_at: sql`now() - interval '1 second'` }).where('mail', '=', mail).execute();
  expect((await visitor.get(link)).headers.get('location')).toBe('/connexion');
  expect((await visitor.post(link)).headers.get('location')).toBe('/connexion');
  expect(await accountsOf(mail)).toEqual([]);
});

test('the database holds no token: neither a link nor a session can be made from it', async () => {
  const visitor = await signInBy(newMail());
  const { rows } = await sql<{ all: string }>`select string_agg(t::text, ' ') as all from (select row_to_json(s)::text as t from sessions s union all select row_to_json(l)::text from sign_in_links l) x`.execute(db);
  expect(rows[0]!.all).not.toContain(visitor.cookies.get('session'));
  expect(rows[0]!.all).not.toContain(visitor.cookies.get('connexion'));
});

test('nothing tells whether an account exists: same answer, same mail, same statements', async () => {
  const known = newMail();
  await db.transaction().execute((tx) => createAccount(tx, { mail: known, name: 'Connue' }));
  const answers = [];
  for (const mail of [known, known.toUpperCase(), newMail()]) {
    const visitor = app.visit();
    const response = await visitor.post('/connexion', { courriel: mail });
    const [sent] = await mailsTo(mail);
    const page = await (await visitor.get('/connexion/envoye')).text();
    const anonymised = (text: string) => text.replaceAll(mail, 'X').replace(/lien\/\S+/g, 'lien/T');
    answers.push([response.status, response.headers.get('location'), [...visitor.cookies.keys()].sort(), anonymised(page), anonymised(sent!.text), sent!.subject, sent!.account_id]);
  }
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test('an address that cannot be one is asked again, with what was typed; nothing is sent', async () => {
  const before = await db.selectFrom('mails').select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  for (const typed of ['', 'ana', 'ana@', 'ana@ville', 'ana@ville.fr, b@c.fr', 'ana@ville.fr\nBcc: x@y.fr', '"a b"@ville.fr', `${'a'.repeat(300)}@ville.fr`]) {
    const refused = await app.visit().post('/connexion', { courriel: typed, suite: '/reseaux' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('name="suite" value="/reseaux"');
  }
  expect(await db.selectFrom('mails').select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).toEqual(before);
});

test('too many links to one address are refused in a sentence, after a restart and on another node too; another person is not held', async () => {
  const mail = newMail();
  const statuses = [];
  for (let times = 0; times < 6; times++) statuses.push((await app.visit().post('/connexion', { courriel: mail })).status);
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
  expect(await mailsTo(mail)).toHaveLength(5);
  const restarted = await openApp({ db });
  const refused = await restarted.visit().post('/connexion', { courriel: mail.toUpperCase() });
  expect(refused.status).toBe(429);
  expect(wordsOf(await refused.text())).toContain('Trop de demandes en peu de temps. Réessayez dans 20 minutes.');
  expect((await restarted.visit().post('/connexion', { courriel: newMail() })).status).toBe(303);
  const { rows } = await sql<{ text: string }>`select string_agg(row_to_json(a)::text, ' ') as text from attempts a`.execute(db);
  expect(rows[0]!.text).not.toContain('personne');
});

test('a network is counted by what our own proxy heard, never by what the client wrote', async () => {
  const node = await openApp({ db, settings: { publicUrl: null, instanceName: 'Jumelles', demo: true, trustedProxies: 1 } });
  const ask = (forged: string, real: string) => node.visit().post('/connexion', { courriel: newMail() }, { headers: { 'x-forwarded-for': `${forged}, ${real}` } });
  let refused = 0;
  for (let times = 0; times < 63; times++) if ((await ask(`10.0.0.${times}`, '2001:db8:1:2::9')).status === 429) refused += 1;
  expect(refused).toBe(3);
  expect((await ask('10.0.0.1', '2001:db8:1:2:ffff::1')).status).toBe(429);
  expect((await ask('10.0.0.1', '2001:db8:1:3::1')).status).toBe(303);
});

test('session fixation: signing in never keeps a token that was there before, and closes what it opened', async () => {
  const mail = newMail();
  const attacker = await signInBy(newMail());
  const planted = attacker.cookies.get('session')!;
  const victim = app.visit();
  victim.cookies.set('session', planted);
  await victim.get(await askLink(victim, mail));
  const own = victim.cookies.get('session')!;
  expect(own).not.toBe(planted);
  expect(await isIn(victim)).toBe(true);
  expect(await isIn(attacker)).toBe(false);
  const madeUp = app.visit();
  madeUp.cookies.set('session', 'A'.repeat(43));
  const other = newMail();
  await madeUp.get(await askLink(madeUp, other));
  expect(madeUp.cookies.get('session')).not.toBe('A'.repeat(43));
});

test('the session cookie is out of reach of scripts and of other sites, and held to this host under https', async () => {
  const secure = await openApp({ db, settings: { publicUrl: 'https://jumelles.exemple.fr', instanceName: 'Jumelles', demo: true } });
  const mail = newMail();
  const origin = { headers: { origin: 'https://jumelles.exemple.fr' } };
  await secure.visit().post('/connexion', { courriel: mail }, origin);
  const path = new URL(/https:\S+/.exec((await mailsTo(mail))[0]!.text)![0]).pathname;
  const answer = await secure.visit().post(path, {}, origin);
  const cookie = answer.headers.getSetCookie().find((line) => line.includes('session='));
  expect(cookie).toMatch(/^__Host-session=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/i);
});

test('a session lives thirty days after its last use, and no longer', async () => {
  const mail = newMail();
  const visitor = await signInBy(mail);
  const [account] = await accountsOf(mail);
  const set = (expires: string, seen: string) => db.updateTable('sessions').set({ expires_at: sql`now() + ${expires}::interval`, seen_at: sql`now() - ${seen}::interval` }).where('account_id', '=', account!.id).execute();
  await set('1 day', '29 days');
  expect(await isIn(visitor)).toBe(true);
  const { rows } = await sql<{ days: number }>`select round(extract(epoch from expires_at - now()) / 86400)::int as days from sessions where account_id = ${account!.id}`.execute(db);
  expect(rows[0]!.days).toBe(30);
  await set('-1 second', '30 days');
  expect(await isIn(visitor)).toBe(false);
});

test('one sees one’s devices, signs one out, then all of them; never those of somebody else', async () => {
  const mail = newMail();
  const [computer, phone, stranger] = [app.visit(), app.visit(), await signInBy(newMail())];
  const agent = (text: string) => ({ headers: { 'user-agent': text } });
  await computer.get(await askLink(computer, mail), agent('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'));
  await phone.get(await askLink(phone, mail), agent('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'));
  const page = await (await computer.get('/compte')).text();
  expect(wordsOf(page)).toContain('Firefox sur Linux celui-ci');
  expect(wordsOf(page)).toContain('Safari sur iPhone');
  const [account] = await accountsOf(mail);
  const session = await db.selectFrom('sessions').select('id').where('account_id', '=', account!.id).where('device', '=', 'Safari/iPhone').executeTakeFirstOrThrow();
  await stranger.post(`/compte/appareils/${session.id}/cloture`);
  expect(await isIn(phone)).toBe(true);
  await computer.post(`/compte/appareils/${session.id}/cloture`);
  expect([await isIn(phone), await isIn(computer)]).toEqual([false, true]);
  const again = app.visit();
  await again.get(await askLink(again, mail));
  await again.post('/compte/appareils/cloture');
  expect([await isIn(again), await isIn(computer), await isIn(stranger)]).toEqual([false, false, true]);
});

test('signing out ends the session itself, not only its cookie', async () => {
  const visitor = await signInBy(newMail());
  const kept = visitor.cookies.get('session')!;
  expect((await visitor.post('/deconnexion')).headers.get('location')).toBe('/');
  expect(visitor.cookies.has('session')).toBe(false);
  visitor.cookies.set('session', kept);
  expect(await isIn(visitor)).toBe(false);
});

test('after signing in one goes nowhere but here, however another place is spelled', async () => {
  const elsewhere = ['//mal.example', '/\\mal.example', 'https://mal.example', '/%2f/mal.example', '/%2F%2Fmal.example', '/%5cmal.example', '/%255cmal.example', '/\t/mal.example', '/%09/mal.example', '/.//mal.example', '/%2e//mal.example', 'javascript:alert(1)', '///mal.example', '/connexion', '/en/deconnexion', ''];
  for (const suite of elsewhere) {
    const page = await (await app.visit().get(`/connexion?suite=${encodeURIComponent(suite)}`)).text();
    expect([suite, page.includes('name="suite"')]).toEqual([suite, false]);
  }
  const visitor = app.visit();
  const mail = newMail();
  await db.transaction().execute((tx) => createAccount(tx, { mail, name: 'Connue' }));
  const link = await askLink(visitor, mail, { suite: '//mal.example' });
  expect((await visitor.get(link)).headers.get('location')).toBe('/mon-espace');
  expect((await visitor.get('/connexion?suite=/%5cmal.example')).headers.get('location')).toBe('/mon-espace');
  expect((await visitor.get('/connexion?suite=/recherche%3Fq%3Da%252Fb')).headers.get('location')).toBe('/recherche?q=a%2Fb');
});

test('R014 who acts for two authorities is asked for which, right after signing in, and may change on any page', async () => {
  const mail = newMail();
  const bodies = await db.selectFrom('sheets').select(['id', 'slug', 'title']).where('kind', '=', 'territory').where('slug', 'in', ['bordeaux', 'bordeaux-metropole']).orderBy('slug').execute();
  expect(bodies).toHaveLength(2);
  const ids: string[] = [];
  await db.transaction().execute(async (tx) => {
    const accountId = await createAccount(tx, { mail, name: 'Chargée de mission' });
    for (const { id } of bodies) ids.push(await grantMandate(tx, instance, { accountId, role: 'agent', bodyId: id, service: 'Direction mutualisée' }));
  });
  const visitor = app.visit();
  const opened = await visitor.get(await askLink(visitor, mail, { suite: '/territoires/lima' }));
  expect(opened.headers.get('location')).toBe('/compte/mandats?suite=%2Fterritoires%2Flima');
  const page = wordsOf(await (await visitor.get(opened.headers.get('location')!)).text());
  for (const { title } of bodies) expect(page).toContain(title);
  expect(page).toContain('Direction mutualisée');
  for (const [index, { title }] of bodies.entries()) {
    expect((await visitor.post('/compte/mandats', { mandat: ids[index]!, suite: '/territoires/lima' })).headers.get('location')).toBe('/territoires/lima');
    const header = (await (await visitor.get('/territoires/lima')).text()).split('<main')[0]!;
    expect(header).toContain(`pour ${title}`);
    expect(header).toContain('href="/compte/mandats"');
  }
  const elsewhere = await signInBy(newMail());
  expect((await elsewhere.post('/compte/mandats', { mandat: ids[0]! })).status).toBe(422);
  expect((await visitor.post('/compte/mandats', { mandat: "x' or 1=1" })).status).toBe(422);
});

test('a link is written for the public address, whatever host the request names', async () => {
  const published = await openApp({ db, settings: { publicUrl: 'https://jumelles.exemple.fr', instanceName: 'Jumelles', demo: true } });
  const mail = newMail();
  const forged = new Request('http://mal.example/connexion', { method: 'POST', body: new URLSearchParams({ courriel: mail }), headers: { host: 'mal.example', 'x-forwarded-host': 'mal.example', origin: 'https://jumelles.exemple.fr' } });
  expect((await published.app.fetch(forged)).status).toBe(303);
  const [sent] = await mailsTo(mail);
  expect(sent!.text).toContain('https://jumelles.exemple.fr/connexion/lien/');
  expect(sent!.text).not.toContain('mal.example');
});

test('another site cannot have somebody sign in, sign out, nor change their account', async () => {
  const visitor = await signInBy(newMail());
  const link = await askLink(app.visit(), newMail());
  for (const path of ['/connexion', link, '/deconnexion', '/compte', '/compte/adresse', '/compte/mandats', '/compte/appareils/cloture', '/connexion/cle']) {
    expect([path, (await visitor.post(path, {}, { headers: { origin: 'https://mal.example', 'sec-fetch-site': 'cross-site' } })).status]).toEqual([path, 403]);
  }
  expect(await isIn(visitor)).toBe(true);
});
