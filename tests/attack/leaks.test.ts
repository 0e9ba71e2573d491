import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { createLog } from '~/platform/log.ts';
import { sql } from '~/platform/db/index.ts';
import { listKinds, sheetHref, commonPaths } from '~/sheets/index.ts';
import { freshDatabase, openApp, testNow, type OpenedApp } from '~root/tests/support/index.ts';
import { createMember, type Member } from './members.ts';
import { samples } from './routes.ts';

let app: OpenedApp;
let late: OpenedApp;
const lines: string[] = [];
const members: Record<string, Member> = {};
beforeAll(async () => {
  const db = await freshDatabase();
  // What the log writes, kept in memory at its most talkative.
  const log = pino({ level: 'debug', serializers: createLog('debug')[pino.symbols.serializersSym as never] }, { write: (line: string) => void lines.push(line) });
  app = await openApp({ db, log });
  late = await openApp({ db, log, clock: () => testNow + 10_000 });
});

/** Words that stand nowhere else: each is private. */
const secret = (what: string) => `zqx${what}`;

async function live(): Promise<void> {
  const { db } = app;
  members.agent = await createMember(app, { mail: `${secret('agent')}@prive.example`, name: secret('nomagent'), title: 'Agente des relations internationales', mandates: [{ role: 'agent', kind: 'territory', slug: 'bordeaux' }] });
  members.administrator = await createMember(app, { mail: `${secret('admin')}@prive.example`, name: secret('nomadmin'), title: 'Administration', mandates: [{ role: 'administrator' }] });
  members.citizen = await createMember(app, { mail: `${secret('citoyenne')}@prive.example`, name: secret('nomcitoyenne') });
  const { agent, citizen, administrator } = members as Record<'agent' | 'citizen' | 'administrator', Member>;
  const marque = async (address: string) => /name="marque" value="([^"]*)"/.exec(await (await app.request(address)).text())![1]!;
  const page = '/partenariats/bordeaux-lima';
  await late.visit().post('/avis', { page, nature: 'remarque', message: `Un message ${secret('avis')}`, reponse: 'oui', adresse: `${secret('avismail')}@prive.example`, marque: await marque(`/avis?page=${page}`) });
  await late.visit().post('/signaler?fiche=partenariat/bordeaux-lima', { motif: 'false', explication: `Faux ${secret('signalement')}`, reponse: 'oui', adresse: `${secret('signalmail')}@prive.example`, marque: await marque('/signaler?fiche=partenariat/bordeaux-lima') });
  const lima = (await db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'lima').executeTakeFirstOrThrow()).id;
  expect((await agent.visitor.post('/fiches/partenariat/bordeaux-lima/invitations', { partenaire: lima, fonction: secret('invitee'), courriel: `${secret('invitation')}@prive.example`, langue: 'es' })).status).toBe(303);
  await citizen.visitor.post('/revendiquer/grabels', { etape: '1', role: 'agent', fonction: secret('fonctiondemandee'), service: secret('servicedemande') });
  await citizen.visitor.post('/revendiquer/grabels', { etape: '2', preuve: 'word', mot: `Je travaille là ${secret('mot')}` });
  expect((await citizen.visitor.post('/revendiquer/grabels', { etape: '3' })).status).toBe(303);
  await citizen.visitor.post('/collectivite-manquante', { nom: secret('manquante'), nature: 'region', pays: 'FR', role: 'agent', fonction: 'Agente', mot: 'Je travaille là-bas.' });
  await citizen.visitor.post('/compte/fiche', { prenom: secret('prenom'), nom: secret('famille'), courriel: `${secret('carte')}@prive.example`, telephone: '+33 6 00 99 88 77', accord: ['name', 'function', 'mail', 'phone'] });
  await citizen.visitor.post('/compte/fiche/fonctions', { fonction: secret('fonctioncarte'), qualite: 'agent', organisme: 'Toulouse' });
  await citizen.visitor.post('/fiches/territoire/lima/suivi', {});
  await citizen.visitor.post('/compte/donnees/exports', {});
  await citizen.visitor.post('/brouillons', { formulaire: '/fiches/territoire/lima/modifier', resume: secret('brouillon') });
  await citizen.visitor.post('/compte/adresse', { courriel: `${secret('nouvelle')}@prive.example` });
  await app.visit().post('/connexion', { courriel: `${secret('connexion')}@prive.example`, suite: '/mon-espace' });
  await app.visit().post('/connexion', { courriel: `${secret('mauvaise')} @prive` });
  const partner = await app.signIn('partenaire-lima');
  expect((await partner.post('/fiches/partenariat/bordeaux-lima/modifier', { resume: `Otra frase ${secret('proposee')}.`, message: `Palabra ${secret('motdeproposition')}` })).status).toBe(303);
  const report = (await db.selectFrom('reports').select('id').executeTakeFirstOrThrow()).id;
  await administrator.visitor.post(`/moderation/signalements/${report}`, { decision: 'none', raisons: `Parce que ${secret('raisons')}` });
  const feedback = (await db.selectFrom('feedback').select('id').executeTakeFirstOrThrow()).id;
  await administrator.visitor.post(`/retours/${feedback}/affectation`, {});
  await administrator.visitor.post(`/retours/${feedback}/reponse`, { reponse: `Merci ${secret('reponse')}` });
  await agent.visitor.post('/fiches/partenariat/bordeaux-porto/modifier', { resume: 'Une phrase que tout le monde peut lire, zqpublique.' });
  for (const { visitor } of Object.values(members)) await visitor.get(`/recherche?q=${secret('cherche')}`);
  await app.request(`/personnes?q=${secret('cherche')}`);
}

const isPrivate = /zqx\w+|@prive\.example|99 88 77|9988 ?77/;

test('R195 nothing private of anybody is in any public answer: pages, data, feeds, calendars, maps, sitemaps, histories, in any language', async () => {
  await live();
  const { rows } = await sql<{ kind: string; slug: string }>`select distinct s.kind, s.slug from events e join sheets s on s.id = e.sheet_id where e.actor <> 'instance' and s.visibility = 'public'
    union select kind, slug from sheets where kind = 'territory' and slug in ('grabels', 'lima', 'bordeaux', 'toulouse')`.execute(app.db);
  expect(rows.length).toBeGreaterThan(4);
  const addresses = [
    ...samples.filter(({ method }) => method === 'get').map(({ sample }) => sample),
    ...rows.flatMap(({ kind, slug }) => {
      const [href, genre] = [sheetHref(kind, slug), listKinds().find((one) => one.kind === kind)!.genre];
      return [href, `${href}.json`, `${href}.csv`, `${href}.geojson`, commonPaths.history.href({ genre, slug }), `/a-confirmer?fiche=${genre}/${slug}`, `/observatoire.json?q=${slug}`];
    }),
    ...['/recherche', '/observatoire', '/observatoire.json', '/observatoire.csv', '/nouveautes', '/nouveautes.atom', '/personnes', '/revendiquer', '/suggestions', '/documents', '/agenda.ics'].flatMap((path) => ['zqx', secret('agent'), secret('famille'), 'prive.example', '0600998877'].map((q) => `${path}?q=${encodeURIComponent(q)}`)),
    '/sitemaps/1.xml', '/nouveautes.atom', '/revendiquer?q=grabels', '/personnes?collectivite=toulouse',
  ];
  const told: string[] = [];
  let read = 0;
  for (const address of addresses) {
    for (const lang of address.includes('/historique') || address.startsWith('/recherche') ? ['', '/en'] : ['']) {
      const answer = await app.request(lang + address);
      // What was asked is said again in the page, and nowhere else.
      const asked = decodeURIComponent(address.split('q=')[1] ?? '');
      const text = (await answer.text()).replaceAll(asked || '\u0000', '').replaceAll(encodeURIComponent(asked) || '\u0000', '');
      read++;
      const found = isPrivate.exec(text);
      if (found) told.push(`${lang}${address}: ${text.slice(Math.max(0, found.index - 60), found.index + 40)}`);
    }
  }
  expect(told).toEqual([]);
  expect(read).toBeGreaterThan(200);
  expect(await (await app.request('/partenariats/bordeaux-porto')).text()).toContain('zqpublique');
}, 180_000);

test('nothing private is in any event that feeds and histories are made of, and actors are functions', async () => {
  const { rows } = await sql<{ name: string; actor: string; changes: string }>`select name, actor, changes::text as changes from events where actor <> 'instance'`.execute(app.db);
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter(({ actor, changes }) => isPrivate.test(actor + changes)).map(({ name, actor, changes }) => `${name} ${actor} ${changes}`)).toEqual([]);
});

test('nothing private is in the log at its most talkative: neither addresses of people, nor what they look for, nor their tokens', async () => {
  await app.request(`/connexion/lien/${secret('jeton')}`);
  await app.request(`/fraicheur/${secret('jeton')}`);
  await app.request('/invitation?jeton=zqxjeton');
  await app.request('/observatoire?q=zqxlu', { headers: { cookie: 'session=zqxsession', 'user-agent': 'zqxnavigateur', 'x-forwarded-for': '203.0.113.77', referer: 'https://zqxailleurs.example' } });
  const all = lines.join('\n');
  expect(lines.length).toBeGreaterThan(200);
  expect([isPrivate.exec(all)?.[0], /203\.0\.113/.exec(all)?.[0], /session=/.exec(all)?.[0]]).toEqual([undefined, undefined, undefined]);
  for (const { cookie } of Object.values(members)) expect(all).not.toContain(cookie.slice('session='.length));
});

test('R195 one person’s pages hold nothing private of another, whatever their right', async () => {
  const agent = members.agent!.visitor;
  const own = new Set([secret('agent'), secret('nomagent'), secret('invitee'), secret('invitation'), secret('proposee'), secret('motdeproposition'), 'zqxnomagent']);
  // Members read what the citizen agreed to show, by name, in the directory; its search is theirs.
  const shown = new Set([secret('prenom'), secret('famille'), secret('carte'), secret('fonctioncarte')]);
  const partnerOnly = new Set([secret('proposee'), secret('motdeproposition')]);
  const told: string[] = [];
  const [citizen, partner] = [await app.signIn('citoyenne-toulouse'), await app.signIn('partenaire-lima')];
  for (const { sample } of samples.filter(({ method, who, pattern }) => method === 'get' && (who !== 'everyone' || /personnes|historique|partenariats\/:slug$/.test(pattern)))) {
    for (const [who, visitor, may] of [['agent', agent, new Set([...own, ...shown])], ['citizen', citizen, new Set<string>()], ['partner', partner, new Set([...shown, ...partnerOnly, secret('invitee')])]] as const) {
      const text = await (await visitor.get(sample)).text();
      for (const [found] of text.matchAll(/zqx\w+/g)) if (!may.has(found)) told.push(`${who} ${sample}: ${found}`);
      if (/99 88 77/.test(text) && who === 'citizen') told.push(`${who} ${sample}: telephone`);
    }
  }
  expect([...new Set(told)]).toEqual([]);
}, 180_000);

test('the anonymous page cache: after somebody signed in asked the same address, nobody else gets their page', async () => {
  const wrong: string[] = [];
  for (const { sample } of samples.filter(({ method, who }) => method === 'get' && who === 'everyone')) {
    const mine = await members.agent!.visitor.get(sample);
    const isPage = mine.headers.get('content-type')?.includes('html') && mine.status === 200;
    await mine.arrayBuffer();
    if (isPage && mine.headers.get('cache-control') !== 'private, no-store') wrong.push(`${mine.headers.get('cache-control')} ${sample}`);
    const after = await app.request(sample);
    if (/zqxnomagent|action="\/deconnexion/.test(await after.text())) wrong.push(`told ${sample}`);
    if (after.status === 200 && after.headers.has('set-cookie')) wrong.push(`cookie ${sample}`);
  }
  expect(wrong).toEqual([]);
  expect(await (await members.agent!.visitor.get('/reseaux')).text()).toMatch(/zqxnomagent/);
}, 180_000);

test('cache poisoning: no header, cookie, method nor trick of the address changes what the next anonymous reader gets', async () => {
  const address = '/reseaux/aimf';
  const clean = await (await (await openApp({ db: app.db })).request(address)).text();
  const poison = 'mechant.example';
  const notice = Buffer.from(`<script>${poison}</script>`).toString('base64url');
  const tricks: [path: string, init: RequestInit][] = [
    ...['x-forwarded-host', 'x-forwarded-server', 'x-host', 'forwarded', 'x-original-url', 'x-rewrite-url', 'x-forwarded-prefix', 'x-forwarded-scheme', 'x-forwarded-proto', 'x-forwarded-port', 'accept-language', 'referer', 'origin', 'user-agent', 'via'].map((name): [string, RequestInit] => [address, { headers: { [name]: name === 'forwarded' ? `host=${poison}` : name.includes('url') ? `/${poison}` : poison } }]),
    [address, { headers: { cookie: `notice=${notice}` } }], [address, { headers: { cookie: 'session=invalide' } }], [address, { headers: { cookie: `session=invalide; notice=${notice}; __Host-notice=${notice}` } }],
    [address, { headers: { cookie: members.agent!.cookie } }], [address, { method: 'HEAD' }], [address, { headers: { range: 'bytes=0-10' } }], [address, { headers: { 'x-http-method-override': 'POST', 'x-method-override': 'DELETE' } }],
    [address, { headers: { 'if-none-match': '*' } }], [address, { headers: { 'accept-encoding': 'br' } }], [address, { headers: { 'accept-encoding': 'gzip;q=1, identity;q=0' } }], [address, { method: 'POST', body: 'x=1', headers: { 'content-type': 'text/plain' } }],
    [`${address}?`, {}], [`${address}?utm_source=${poison}`, {}], [`${address}?x=%0d%0aset-cookie:a=b`, {}], ['/reseaux/%61imf', {}], [`/reseaux/aimf#${poison}`, {}], ['/./reseaux/aimf', {}], ['/en/../reseaux/aimf', {}], [`${address};${poison}`, {}], [`http://${poison}${address}`, {}],
    [`http://jumelles.test:8080${address}`, {}], [`http://JUMELLES.test${address}`, {}], [`http://jumelles.test.${address}`, {}],
  ];
  for (const [path, init] of tricks) {
    await (await app.request(path, init)).arrayBuffer();
    const next = await app.request(address);
    const text = await next.text();
    expect([path, JSON.stringify(init), next.status, text === clean, next.headers.has('set-cookie')]).toEqual([path, JSON.stringify(init), 200, true, false]);
  }
  expect((await app.request(address)).headers.get('vary')).toContain('cookie');
  // A sentence of a cookie is text, for its own reader only.
  const odd = await app.request(address, { headers: { cookie: `notice=${notice}` } });
  expect([(await odd.text()).includes('<script>'), odd.headers.get('cache-control')]).toEqual([false, 'private, no-store']);
});

test('what a link in a mail opens is kept by no cache on the way', async () => {
  for (const { pattern, sample } of samples.filter((one) => one.method === 'get' && /token|invitation|connexion|avis$/.test(one.pattern) && one.who === 'everyone')) {
    expect([pattern, /no-store/.test((await app.request(sample)).headers.get('cache-control') ?? '')]).toEqual([pattern, true]);
  }
});
