import { beforeAll, expect, test } from 'vitest';
import { createAccount, findReader, grantMandate, hashToken, readLink, signLink } from '~/modules/accounts/index.ts';
import { openDatabase, closeDatabase, sql, type Db } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { freshConnection, openApp, testNow, type OpenedApp } from '~root/tests/support/index.ts';
import { createMember } from './members.ts';

let app: OpenedApp;
let db: Db;
let reopen: () => Promise<OpenedApp>;
beforeAll(async () => {
  const connection = await freshConnection();
  db = openDatabase({ ...connection, max: 8 });
  app = await openApp({ db });
  reopen = async () => openApp({ db: openDatabase({ ...connection, max: 4 }) });
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
    for (const address of ['/connexion', '/compte/mandats', '/connexion/bienvenue', '/connexion/fournisseur', '/avis', '/avis/merci', '/signaler', '/suivis']) {
      await check(address, value, await app.request(`${address}?${query}`));
      await check(`signed in ${address}`, value, await member.visitor.get(`${address}?${query}`));
    }
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
}, 60_000);

/** Every statement that these gestures send to the database, without their values. */
async function listenTo(gesture: (app: OpenedApp) => Promise<void>): Promise<string[]> {
  const { CompiledQuery, Kysely } = await import('kysely');
  const said: string[] = [];
  const spied = new Kysely<never>({
    dialect: { createAdapter: () => db.getExecutor().adapter, createDriver: () => { throw new Error(); }, createIntrospector: () => { throw new Error(); }, createQueryCompiler: () => { throw new Error(); } },
  } as never);
  void CompiledQuery;
  void spied;
  await gesture(app);
  return said;
}
void listenTo;

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

test('timing of sign-in: a known and an unknown address cost the same work', async () => {
  // Counted in what the database does, not in seconds: a busy machine proves nothing.
  const work = async (mail: string) => {
    await loosen();
    await sql`select pg_stat_reset()`.execute(db).catch(() => {});
    const count = async () => (await sql<Record<string, number>>`select
      (select coalesce(seq_scan, 0) + coalesce(idx_scan, 0) from pg_stat_xact_user_tables where relname = 'accounts') as accounts`.execute(db)).rows[0]!;
    const before = await count();
    await app.visit().post('/connexion', { courriel: mail });
    return [before, await count()];
  };
  expect(await work('connue@attaque.example')).toEqual(await work('jamaisvu@attaque.example'));
  const medians = await Promise.all(['connue@attaque.example', 'inconnue@attaque.example'].map(async (mail) => {
    const times: number[] = [];
    for (let n = 0; n < 9; n++) {
      await loosen();
      const started = performance.now();
      await app.visit().post('/connexion', { courriel: mail });
      times.push(performance.now() - started);
    }
    return times.sort((a, b) => a - b)[4]!;
  }));
  expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(3);
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
  const { id: bordeaux } = await db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'bordeaux').executeTakeFirstOrThrow();
  const { id: toulouse } = await db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'toulouse').executeTakeFirstOrThrow();
  const keeper = await createMember(app, { mail: 'liens@attaque.example', mandates: [{ role: 'agent', kind: 'territory', slug: 'bordeaux' }] });
  const day = 86_400_000;
  const fresh = (sheet: string, account = keeper.accountId, expires: number | null = testNow + day) => signLink(db, 'freshness', { account, sheet, issued: '2026-11-14' }, expires);
  const confirmed = async (id: string) => (await db.selectFrom('sheets').select('confirmed_at').where('id', '=', id).executeTakeFirstOrThrow()).confirmed_at;
  const before = [await confirmed(bordeaux), await confirmed(toulouse)];
  const good = await fresh(bordeaux);
  const [body, mac] = good.split('.') as [string, string];
  const forged = Buffer.from(JSON.stringify([null, { account: keeper.accountId, sheet: toulouse, issued: '2026-11-14' }])).toString('base64url');
  const stop = await signLink(db, 'unsubscribe', { account: keeper.accountId, of: 'digest' }, null);
  const bad: [what: string, token: string, status: number][] = [
    ['unsubscription as freshness', stop, 404], ['another body', `${forged}.${mac}`, 404], ['no signature', `${body}.`, 404], ['no body', `.${mac}`, 404], ['three parts', `${good}.x`, 404],
    ['over', await fresh(bordeaux, keeper.accountId, testNow - 1), 422], ['somebody who does not keep it', await fresh(toulouse), 404], ['nobody', await fresh(bordeaux, '00000000-0000-7000-8000-000000000000'), 404],
    ['signature of nothing', `${body}.${Buffer.alloc(32).toString('base64url')}`, 404], ['long', `${'a'.repeat(3000)}.${mac}`, 404],
  ];
  for (const [what, token, status] of bad) expect([what, (await app.visit().post(`/fraicheur/${token}`)).status]).toEqual([what, status]);
  expect([await confirmed(bordeaux), await confirmed(toulouse)]).toEqual(before);
  // Read by a scanner it does nothing; pressed twice it confirms once; its mandate over, it is dead.
  await app.request(`/fraicheur/${good}`);
  expect(await confirmed(bordeaux)).toBe(before[0]);
  const events = async () => Number((await sql<{ n: number }>`select count(*) as n from events where sheet_id = ${bordeaux} and name = 'territory.confirmed'`.execute(db)).rows[0]!.n);
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
  expect((await app.visit().post(`/fraicheur/${await fresh(bordeaux)}`)).status).toBe(404);
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

test('limits survive a restart: another process, started after, still says to wait', async () => {
  await loosen();
  const ask = (from: OpenedApp) => from.visit().post('/connexion', { courriel: 'limite@attaque.example' });
  const first = await Promise.all(Array.from({ length: 6 }, () => ask(app)));
  expect(first.filter(({ status }) => status === 303)).toHaveLength(5);
  const restarted = await reopen();
  expect((await ask(restarted)).status).toBe(429);
  const write = async (from: OpenedApp) => {
    const page = await (await from.request('/avis?page=/reseaux/aimf')).text();
    const marque = /name="marque" value="([^"]*)"/.exec(page)![1]!;
    const later = await openApp({ db: from.db, clock: () => testNow + 10_000 });
    return later.visit().post('/avis', { page: '/reseaux/aimf', nature: 'remarque', message: 'Bonjour', reponse: 'non', marque });
  };
  const statuses: number[] = [];
  for (let n = 0; n < 10; n++) statuses.push((await write(app)).status);
  expect(statuses).toEqual(Array.from({ length: 10 }, () => 303));
  expect((await write(restarted)).status).toBe(429);
  const writer = await createMember(app, { mail: 'publie@attaque.example', mandates: [{ role: 'project-holder', kind: 'organisation', slug: 'electriciens-sans-frontieres' }] });
  await sql`insert into events (id, name, sheet_id, actor, account_id, changes) select gen_random_uuid(), 'project.created', s.id, 'Quelqu’un', ${writer.accountId}, '{}' from sheets s where kind = 'theme' limit 5`.execute(db);
  writer.visitor.cookies.set('session', writer.cookie.slice('session='.length));
  const before = await db.selectFrom('sheets').select((eb) => eb.fn.countAll().as('n')).executeTakeFirstOrThrow();
  const page = await writer.visitor.post('/nouveau/organisation', { nom: 'Une association de trop', nature: 'association', type: 'association', pays: 'FR', resume: 'x' });
  expect([404, 422]).toContain(page.status);
  expect(await db.selectFrom('sheets').select((eb) => eb.fn.countAll().as('n')).executeTakeFirstOrThrow()).toEqual(before);
  await closeDatabase(restarted.db);
});

test('mandates: what ended, or whose last day has passed, gives nothing at the very next request', async () => {
  const member = await createMember(app, { mail: 'mandat@attaque.example', mandates: [{ role: 'agent', kind: 'territory', slug: 'bordeaux' }] });
  const edit = '/fiches/partenariat/bordeaux-porto/modifier';
  expect((await member.visitor.get(edit)).status).toBe(200);
  await sql`update mandates set until = current_date - 1 where account_id = ${member.accountId}`.execute(db);
  expect((await member.visitor.get(edit)).status).toBe(404);
  expect((await member.visitor.post(edit, { resume: 'Volé.' })).status).toBe(404);
  await sql`update mandates set until = null, ended_at = now() where account_id = ${member.accountId}`.execute(db);
  expect((await member.visitor.post(edit, { resume: 'Volé.' })).status).toBe(404);
  const expert = await createMember(app, { mail: 'experte@attaque.example', mandates: [{ role: 'expert', kind: 'group', slug: 'groupe-pays-israel', until: '2100-01-01' }] });
  const { id: group } = await db.selectFrom('sheets').select('id').where('kind', '=', 'group').where('slug', '=', 'groupe-pays-israel').executeTakeFirstOrThrow();
  await sql`update sheets set visibility = 'group', owner_id = ${group} where kind = 'event' and slug = 'raict-2023'`.execute(db);
  expect((await expert.visitor.get('/rencontres/raict-2023')).status).toBe(200);
  expect((await app.request('/rencontres/raict-2023')).status).toBe(404);
  await sql`update mandates set until = current_date - 1 where account_id = ${expert.accountId}`.execute(db);
  expect((await expert.visitor.get('/rencontres/raict-2023')).status).toBe(404);
  await sql`update sheets set visibility = 'public', owner_id = null where kind = 'event' and slug = 'raict-2023'`.execute(db);
  // Suspended: reads, writes nothing, administers nothing.
  const administrator = await createMember(app, { mail: 'suspendu@attaque.example', mandates: [{ role: 'administrator' }] });
  expect((await administrator.visitor.get('/administration')).status).toBe(200);
  await sql`update accounts set suspended_until = current_date + 1 where id = ${administrator.accountId}`.execute(db);
  for (const address of ['/administration', edit, '/moderation', '/nouveau/partenariat']) expect([address, (await administrator.visitor.get(address)).status]).toEqual([address, 404]);
  expect((await administrator.visitor.get('/reseaux')).status).toBe(200);
});

test('privileges: nobody but an administrator gives a role, and the last one stays, whatever is asked at once', async () => {
  const [first, second] = [await createMember(app, { mail: 'un@attaque.example', mandates: [{ role: 'administrator' }] }), await createMember(app, { mail: 'deux@attaque.example', mandates: [{ role: 'administrator' }] })];
  await sql`update mandates set ended_at = now() where role = 'administrator' and account_id not in (${first.accountId}, ${second.accountId})`.execute(db);
  const mandateOf = async (id: string) => (await sql<{ id: string }>`select id from mandates where account_id = ${id} and role = 'administrator'`.execute(db)).rows[0]!.id;
  for (const persona of ['agent-bordeaux', 'elue-bordeaux', 'animatrice-reseau', 'organisatrice-cuf', 'partenaire-lima', 'citoyenne-toulouse', 'expert-invite']) {
    const visitor = await app.signIn(persona);
    expect([persona, (await visitor.post(`/administration/comptes/${first.accountId}/mandats`, { role: 'administrator' })).status]).toEqual([persona, 404]);
    expect([persona, (await visitor.post('/revendications-territoires', {})).status]).toEqual([persona, 404]);
  }
  const end = async (by: typeof first, of: typeof first) => by.visitor.post(`/administration/comptes/${of.accountId}/mandats/${await mandateOf(of.accountId)}/fin`);
  const ended = await Promise.all([end(first, second), end(second, first)]);
  expect(ended.map(({ status }) => status).sort()).not.toEqual([303, 303]);
  const left = (await sql<{ account_id: string }>`select account_id from mandates where role = 'administrator' and ended_at is null`.execute(db)).rows;
  expect(left).toHaveLength(1);
  const last = left[0]!.account_id === first.accountId ? first : second;
  expect((await end(last, last)).status).toBe(422);
  // Neither by a last day on one's own mandate, nor by leaving, nor by a suspension of oneself.
  expect((await last.visitor.post(`/administration/comptes/${last.accountId}/mandats`, { role: 'administrator', jusqua: '2026-11-30' })).status).toBe(422);
  const mail = last === first ? 'un@attaque.example' : 'deux@attaque.example';
  expect((await last.visitor.post('/compte/partir', { adresse: mail })).status).toBe(422);
  expect((await last.visitor.get('/administration')).status).toBe(200);
});

test('races: two who accept one proposal, a claim sent twice, a missing authority declared twice, an invitation answered twice', async () => {
  const partner = await app.signIn('partenaire-lima');
  await partner.post('/fiches/partenariat/bordeaux-lima/modifier', { resume: 'Una frase que dos personas aceptan.' });
  const { id } = await db.selectFrom('proposals').select('id').where('state', '=', 'pending').orderBy('created_at', 'desc').limit(1).executeTakeFirstOrThrow();
  const keepers = await Promise.all([1, 2, 3].map((n) => createMember(app, { mail: `garde${n}@attaque.example`, title: `Garde ${n}`, mandates: [{ role: 'agent', kind: 'territory', slug: 'bordeaux' }] })));
  const { version } = await db.selectFrom('sheets').select('version').where('slug', '=', 'bordeaux-lima').where('kind', '=', 'partnership').executeTakeFirstOrThrow();
  const decisions = await Promise.all(keepers.map(({ visitor }) => visitor.post(`/propositions/${id}/accord`, { version: String(version), reponse: '' })));
  expect(decisions.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
  const { rows } = await sql<{ version: number; n: number }>`select version, (select count(*) from events e where e.sheet_id = s.id and e.name = 'proposal.accepted' and e.changes -> 'proposal' ->> 1 = ${id})::int as n from sheets s where slug = 'bordeaux-lima' and kind = 'partnership'`.execute(db);
  expect(rows).toEqual([{ version: version + 1, n: 1 }]);
  const claimer = await createMember(app, { mail: 'deux-clics@attaque.example' });
  await claimer.visitor.post('/revendiquer/grabels', { etape: '1', role: 'agent', fonction: 'Agente' });
  await claimer.visitor.post('/revendiquer/grabels', { etape: '2', preuve: 'word', mot: 'Je travaille à la mairie.' });
  await Promise.all(Array.from({ length: 4 }, () => claimer.visitor.post('/revendiquer/grabels', { etape: '3' })));
  expect(await db.selectFrom('claims').select('id').where('account_id', '=', claimer.accountId).execute()).toHaveLength(1);
  const missing = { nom: 'Commune perdue', nature: 'region', pays: 'FR', role: 'agent', fonction: 'Agente', mot: 'Je travaille à la mairie.' };
  await Promise.all(Array.from({ length: 4 }, () => claimer.visitor.post('/collectivite-manquante', missing)));
  expect(await db.selectFrom('claims').select('id').where('account_id', '=', claimer.accountId).where('sheet_id', 'is', null).execute()).toHaveLength(1);
  const { id: lima } = await db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'lima').executeTakeFirstOrThrow();
  await keepers[0]!.visitor.post('/fiches/partenariat/bordeaux-lima/invitations', { partenaire: lima, fonction: 'Directora', courriel: 'directora@attaque.example', langue: 'es' });
  const link = (await lastLink('directora@attaque.example')).replace(/^\/es/, '');
  await app.visit().post(link.replace('/invitation?', '/invitation/confirmation?'));
  const joined = await Promise.all(Array.from({ length: 4 }, () => app.visit().post(link.replace('/invitation?', '/invitation/compte?'), { nom: 'Una', fonction: 'Directora' })));
  expect(joined.filter(({ headers }) => headers.getSetCookie().some((line) => /^session=[\w-]{43}/.test(line)))).toHaveLength(1);
  expect(await db.selectFrom('accounts').select('id').where('mail', '=', 'directora@attaque.example').execute()).toHaveLength(1);
});

test('mail: nothing that people write begins another header or another address', async () => {
  const members = await createMember(app, { mail: 'entetes@attaque.example', mandates: [{ role: 'administrator' }] });
  for (const courriel of ['a@b.fr\r\nBcc: c@d.fr', 'a@b.fr%0aBcc:c@d.fr', 'a@b.fr, c@d.fr', '"a@b.fr" <c@d.fr>', 'a@b.fr;c@d.fr', 'a@b.fr\u2028c', '<a@b.fr>', 'a b@c.fr', 'a@b@c.fr', 'a@[127.0.0.1]', `${'a'.repeat(65)}@b.fr`]) {
    await loosen();
    expect([courriel, (await app.visit().post('/connexion', { courriel })).status]).toEqual([courriel, 422]);
    expect([courriel, (await members.visitor.post('/compte/adresse', { courriel })).status]).toEqual([courriel, 422]);
  }
  await members.visitor.post('/collectivite-manquante', { nom: 'Commune\r\nBcc: vole@mechant.example', nature: 'region', pays: 'FR', role: 'agent', fonction: 'Agente\r\nX-Autre: 1', mot: 'Je travaille\r\nà la mairie.' });
  await members.visitor.post('/administration/reglages', { nom: 'Jumelles\r\nBcc: vole@mechant.example', fuseau: 'Europe/Paris', heure: '7', langues: ['fr', 'en', 'es'] });
  await members.visitor.post('/administration/courriel');
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from mails where recipient ~ '[\r\n,;<>]' or subject ~ '[\r\n]' or headers::text ~ '\\\\[rn]'`.execute(db);
  expect(rows[0]!.n).toBe(0);
  const { openTransport } = await import('~/platform/mail/transport.ts');
  const { mkdtemp, readdir, readFile, rm } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const path = await import('node:path');
  const folder = await mkdtemp(path.join(tmpdir(), 'jumelles-attaque-'));
  const transport = openTransport({ smtpUrl: null, mailFrom: 'jumelles@jumelles.test', instanceName: 'Jumelles\r\nBcc: vole@mechant.example', dataDir: folder });
  await transport.send({ id: '1', recipient: 'a@b.fr\r\nBcc: vole@mechant.example', subject: 'Sujet\r\nBcc: vole@mechant.example\r\n\r\n<p>x', text: 'Texte', html: null, headers: { 'List-Unsubscribe': '<http://x>\r\nBcc: vole@mechant.example' } });
  const [name] = await readdir(path.join(folder, 'mails'));
  const written = await readFile(path.join(folder, 'mails', name!), 'utf8');
  await rm(folder, { recursive: true });
  expect(written.split('\r\n\r\n')[0]!.split(/\r\n(?![ \t])/).filter((line) => /^bcc:/i.test(line))).toEqual([]);
  void grantMandate;
  void instance;
});
