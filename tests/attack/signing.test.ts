import { beforeAll, expect, test } from 'vitest';
import { createAccount, findReader, hashToken, readLink, signLink } from '~/modules/accounts/index.ts';
import { openDatabase, closeDatabase, sql, type Db } from '~/platform/db/index.ts';
import { freshConnection, openApp, testNow, type OpenedApp } from '~root/tests/support/index.ts';
import { createMember } from './members.ts';

let app: OpenedApp;
let db: Db;
beforeAll(async () => {
  const connection = await freshConnection();
  db = openDatabase({ ...connection, max: 8 });
  app = await openApp({ db });
  return () => closeDatabase(db);
});

async function lastLink(mail: string): Promise<string> {
  const { text } = await db.selectFrom('mails').select('text').where('recipient', '=', mail).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
  return /http:\/\/jumelles\.test(\/\S+)/.exec(text)![1]!;
}
const loosen = () => db.deleteFrom('attempts').execute();

test('session fixation: a token that somebody prepared opens nothing, and signing in gives another and ends the one before', async () => {
  await loosen();
  const visitor = app.visit();
  visitor.cookies.set('session', 'prepare-par-un-autre').set('connexion', 'aussi');
  expect((await visitor.get('/compte')).status).toBe(303);
  await visitor.post('/connexion', { courriel: 'fixee@attaque.example' });
  await visitor.get(await lastLink('fixee@attaque.example'));
  const first = visitor.cookies.get('session')!;
  expect(first).toMatch(/^[\w-]{43}$/);
  await visitor.post('/connexion', { courriel: 'fixee@attaque.example' });
  await visitor.get(await lastLink('fixee@attaque.example'));
  const second = visitor.cookies.get('session')!;
  expect(second).not.toBe(first);
  expect((await findReader(db, first)).kind).toBe('anonymous');
  expect((await findReader(db, second)).kind).toBe('account');
  // What the database keeps opens nothing by itself.
  const { token_hash } = await db.selectFrom('sessions').select('token_hash').where('token_hash', '=', hashToken(second)).executeTakeFirstOrThrow();
  for (const guess of [token_hash.toString('hex'), token_hash.toString('base64url'), token_hash.toString('base64')]) expect((await findReader(db, guess)).kind).toBe('anonymous');
  // Signed out is signed out, whoever kept the cookie.
  await visitor.post('/deconnexion');
  expect((await findReader(db, second)).kind).toBe('anonymous');
});

const elsewhere = [
  'https://mechant.example', '//mechant.example', '///mechant.example', '/\\mechant.example', '\\\\mechant.example', '/%2fmechant.example', '/%2Fmechant.example', '/%5cmechant.example', '%2f%2fmechant.example', '/%252f%252fmechant.example', '/\t/mechant.example',
  '/\n/mechant.example', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '/.//mechant.example', '/..//mechant.example', '/en/..//mechant.example', '@mechant.example', 'http:mechant.example', 'http://jumelles.test@mechant.example', '/;@mechant.example//',
  ' //mechant.example', '\u0000//mechant.example', '/\u2028/mechant.example', '/\ufeff/mechant.example', '//jumelles.test.mechant.example', '/x/..//mechant.example', '/%09/mechant.example', '/%0d%0aLocation:%20//mechant.example', '/%0d%0aset-cookie:x=y', 'mechant.example',
];

test('open redirects: wherever one may say where to go afterwards, one stays here', async () => {
  const wrong: string[] = [];
  const member = await createMember(app, { mail: 'redirigee@attaque.example', mandates: [{ role: 'agent', kind: 'territory', slug: 'bordeaux' }, { role: 'agent', kind: 'territory', slug: 'toulouse' }] });
  const mandate = (await db.selectFrom('mandates').select('id').where('account_id', '=', member.accountId).executeTakeFirstOrThrow()).id;
  const check = async (what: string, value: string, answer: Response) => {
    const { headers } = answer;
    const to = headers.get('location');
    if (to && (new URL(to, 'http://jumelles.test').origin !== 'http://jumelles.test' || /^\/[/\\]/.test(to) || /[\t\r\n]/.test(to))) wrong.push(`${what} ${JSON.stringify(value)} leads to ${to}`);
    if (headers.getSetCookie().some((line) => line.startsWith('x='))) wrong.push(`${what} ${value} sets a cookie`);
    const html = headers.get('content-type')?.includes('html') ? await answer.text() : '';
    for (const [, name, target] of html.matchAll(/\s(href|action|formaction)="([^"]*)"/g)) if (new URL(target!.replaceAll('&amp;', '&'), 'http://jumelles.test/connexion').host.includes('mechant')) wrong.push(`${what} ${JSON.stringify(value)}: ${name}=${target}`);
  };
  for (const value of elsewhere) {
    const query = new URLSearchParams({ suite: value, page: value, vers: value, fiche: value, q: value });
    for (const address of ['/connexion', '/connexion/fournisseur', '/avis', '/avis/merci', '/signaler', '/suivis']) await check(address, value, await app.request(`${address}?${query}`));
    for (const address of ['/connexion', '/compte/mandats', '/connexion/bienvenue']) await check(`signed in ${address}`, value, await member.visitor.get(`${address}?${query}`));
    await check('post mandats', value, await member.visitor.post('/compte/mandats', { mandat: mandate, suite: value }));
    await check('post bienvenue', value, await member.visitor.post('/connexion/bienvenue', { nom: 'Zoé', fonction: '', langue: 'fr', suite: value }));
    await check('post cle', value, await app.visit().post('/connexion/cle', { reponse: '{}', suite: value }));
    await check('post fraicheur', value, await member.visitor.post('/fiches/territoire/bordeaux/fraicheur', { vers: value }));
    await check('post plusieurs', value, await member.visitor.post('/mon-espace/fraicheur', { vers: value }));
    await loosen();
    const visitor = app.visit();
    await check('post connexion', value, await visitor.post('/connexion', { courriel: 'redirigee@attaque.example', suite: value }));
    await check('link', value, await visitor.get(await lastLink('redirigee@attaque.example')));
    await check('after the link', value, await visitor.post('/compte/mandats', { mandat: mandate, suite: value }));
    await member.visitor.post('/compte/mandats', { mandat: mandate });
  }
  for (const path of ['//mechant.example/compte', '/en//mechant.example', '/%2fmechant.example/', '/\\mechant.example']) await check('address', path, await app.request(new Request(`http://jumelles.test${path}`).url));
  expect(wrong).toEqual([]);
}, 180_000);

test('enumeration: an address with an account and one without are answered word for word alike', async () => {
  await db.transaction().execute((tx) => createAccount(tx, { mail: 'connue@attaque.example', name: 'Connue' }));
  const read = async (mail: string) => {
    await loosen();
    const visitor = app.visit();
    const answer = await visitor.post('/connexion', { courriel: mail });
    const page = await visitor.get(answer.headers.get('location')!);
    const told = [answer.status, answer.headers.get('location'), [...answer.headers.keys()].sort().join(), page.status, (await page.text()).replaceAll(mail, 'X')];
    const { rows } = await sql<{ subject: string; kind: string; text: string; account_id: string | null }>`select subject, kind, regexp_replace(text, '/lien/\\S+', '') as text, account_id from mails where recipient = ${mail} order by created_at desc limit 1`.execute(db);
    return [...told, ...rows.map((row) => JSON.stringify(row).replaceAll(mail, 'X'))];
  };
  expect(await read('connue@attaque.example')).toEqual(await read('jamaisvu@attaque.example'));
  // Changing one's address for one that is taken says nothing either, until whoever reads that box follows the link.
  const member = await createMember(app, { mail: 'curieuse@attaque.example' });
  const change = async (mail: string) => {
    await loosen();
    const answer = await member.visitor.submit('/compte/adresse', { courriel: mail });
    return [answer.status, (await answer.text()).replaceAll(mail, 'X').replace(/<time.*?<\/time>/gs, '')];
  };
  expect(await change('connue@attaque.example')).toEqual(await change('jamaisvu@attaque.example'));
  // Inviting, reporting, giving one's opinion, adding a key: the same.
  const agent = await createMember(app, { mail: 'invitante@attaque.example', mandates: [{ role: 'agent', kind: 'territory', slug: 'bordeaux' }] });
  const invite = async (mail: string) => {
    const partenaire = (await db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'lima').executeTakeFirstOrThrow()).id;
    const answer = await agent.visitor.post('/fiches/partenariat/bordeaux-lima/invitations', { partenaire, fonction: 'Directora', courriel: mail, langue: 'es' });
    return [answer.status, answer.headers.get('location')];
  };
  expect(await invite('connue@attaque.example')).toEqual(await invite('jamaisvu@attaque.example'));
});

test('timing of sign-in: for a known and an unknown address the database is sent the same statements, in the same order', async () => {
  // Counted in statements, not in seconds: a busy machine proves nothing.
  const listen = async (mail: string) => {
    await loosen();
    const said: string[] = [];
    const spied = db.withPlugin({
      transformQuery: ({ node }) => {
        said.push(JSON.stringify(node, (_, value) => (/^(Value|PrimitiveValueList)Node$/.test((value as { kind?: string } | null)?.kind ?? '') ? '?' : value)));
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const visitor = (await openApp({ db: spied })).visit();
    said.length = 0;
    await visitor.submit('/connexion', { courriel: mail });
    return said;
  };
  const known = await listen('connue@attaque.example');
  expect(known.length).toBeGreaterThan(4);
  expect(known).toEqual(await listen('jamaisvue@attaque.example'));
});

test('scanners: a program that follows a link, with any method and without the cookie, uses nothing; a link serves once', async () => {
  await loosen();
  const visitor = app.visit();
  await visitor.post('/connexion', { courriel: 'scannee@attaque.example' });
  const link = await lastLink('scannee@attaque.example');
  for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS', 'PUT']) {
    const answer = await app.request(link, { method, headers: { 'user-agent': 'Scanner', 'x-http-method-override': 'POST' } });
    expect(answer.headers.getSetCookie().some((line) => line.startsWith('session=') && !line.startsWith('session=;'))).toBe(false);
  }
  const answers = await Promise.all(Array.from({ length: 6 }, () => app.visit().post(link)));
  const opened = answers.filter(({ headers }) => headers.getSetCookie().some((line) => /^session=[\w-]{43}/.test(line)));
  expect(opened).toHaveLength(1);
  expect(await db.selectFrom('accounts').select('id').where('mail', '=', 'scannee@attaque.example').execute()).toHaveLength(1);
  const again = await visitor.get(link);
  expect(again.headers.getSetCookie().some((line) => line.startsWith('session='))).toBe(false);
  for (const tampered of [`${link}x`, link.slice(0, -1), link.toUpperCase(), `${link}/..`, link.replace('/lien/', '/lien/%2e/')]) expect((await app.visit().post(tampered)).headers.getSetCookie().some((line) => /^session=[\w-]{43}/.test(line))).toBe(false);
});

test('links: of another purpose, of another account, tampered or over, none does what it was not made for', async () => {
  const { id: grabels } = await db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'grabels').executeTakeFirstOrThrow();
  const { id: toulouse } = await db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'toulouse').executeTakeFirstOrThrow();
  const keeper = await createMember(app, { mail: 'liens@attaque.example', mandates: [{ role: 'agent', kind: 'territory', slug: 'grabels' }] });
  const day = 86_400_000;
  const fresh = (sheet: string, account = keeper.accountId, expires: number | null = testNow + day) => signLink(db, 'freshness', { account, sheet, issued: '2026-11-14' }, expires);
  const confirmed = async (id: string) => (await db.selectFrom('sheets').select('confirmed_at').where('id', '=', id).executeTakeFirstOrThrow()).confirmed_at;
  const before = [await confirmed(grabels), await confirmed(toulouse)];
  const good = await fresh(grabels);
  const [body, mac] = good.split('.') as [string, string];
  const forged = Buffer.from(JSON.stringify([null, { account: keeper.accountId, sheet: toulouse, issued: '2026-11-14' }])).toString('base64url');
  const stop = await signLink(db, 'unsubscribe', { account: keeper.accountId, of: 'digest' }, null);
  const bad: [what: string, token: string, status: number][] = [
    ['unsubscription as freshness', stop, 404], ['another body', `${forged}.${mac}`, 404], ['no signature', `${body}.`, 404], ['no body', `.${mac}`, 404], ['three parts', `${good}.x`, 404],
    ['over', await fresh(grabels, keeper.accountId, testNow - 1), 422], ['somebody who does not keep it', await fresh(toulouse), 404], ['nobody', await fresh(grabels, '00000000-0000-7000-8000-000000000000'), 404],
    ['signature of nothing', `${body}.${Buffer.alloc(32).toString('base64url')}`, 404], ['long', `${'a'.repeat(3000)}.${mac}`, 404],
  ];
  for (const [what, token, status] of bad) expect([what, (await app.visit().post(`/fraicheur/${token}`)).status]).toEqual([what, status]);
  expect([await confirmed(grabels), await confirmed(toulouse)]).toEqual(before);
  // Read by a scanner it does nothing; pressed twice it confirms once; its mandate over, it is dead.
  await app.request(`/fraicheur/${good}`);
  expect(await confirmed(grabels)).toBe(before[0]);
  const events = async () => Number((await sql<{ n: number }>`select count(*) as n from events where sheet_id = ${grabels} and name = 'territory.confirmed'`.execute(db)).rows[0]!.n);
  const had = await events();
  await Promise.all(Array.from({ length: 5 }, () => app.visit().post(`/fraicheur/${good}`)));
  expect(await events()).toBe(had + 1);
  for (const path of ['/suivis/desabonnement/', '/invitation?jeton=']) {
    const { status } = path.endsWith('/') ? await app.visit().post(path + good) : await app.request(path + good);
    expect([path, status]).toEqual([path, 404]);
  }
  expect(await db.selectFrom('mail_choices').selectAll().where('account_id', '=', keeper.accountId).execute()).toEqual([]);
  expect(await readLink(db, 'invitation', stop, testNow)).toBeNull();
  await sql`update mandates set ended_at = now() where account_id = ${keeper.accountId}`.execute(db);
  expect((await app.visit().post(`/fraicheur/${await fresh(grabels)}`)).status).toBe(404);
  // A sign-in link is no link to change an address, nor the other way round.
  await loosen();
  const thief = await createMember(app, { mail: 'adresse@attaque.example' });
  await thief.visitor.post('/compte/adresse', { courriel: 'autre-adresse@attaque.example' });
  const token = (await lastLink('autre-adresse@attaque.example')).split('/').at(-1)!;
  expect((await app.visit().post(`/connexion/lien/${token}`)).headers.getSetCookie().some((line) => /^session=[\w-]{43}/.test(line))).toBe(false);
  await keeper.visitor.post(`/compte/adresse/${token}`);
  const mails = await db.selectFrom('accounts').select('mail').where('id', 'in', [keeper.accountId, thief.accountId]).execute();
  expect(mails.map(({ mail }) => mail).sort()).toEqual(['adresse@attaque.example', 'liens@attaque.example']);
});
