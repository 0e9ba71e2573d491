import { beforeAll, expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { findRight, listKinds } from '~/sheets/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { createMember, type Member } from './members.ts';
import { samples } from './routes.ts';

let app: OpenedApp;
let administrator: Member;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  administrator = await createMember(app, { mail: 'admin@attaque.example', mandates: [{ role: 'administrator' }] });
});

const posts = samples.filter(({ method }) => method === 'post');

/** All that a post could have left behind. */
async function countRows(): Promise<unknown> {
  const { rows } = await sql`select (select count(*) from events) as events, (select count(*) from mails) as mails, (select count(*) from sessions) as sessions,
    (select count(*) from feedback) as feedback, (select count(*) from reports) as reports, (select count(*) from drafts) as drafts, (select count(*) from sign_in_links) as links,
    (select count(*) from challenges) as challenges, (select count(*) from follows) as follows, (select count(*) from mandates where ended_at is null) as mandates`.execute(app.db);
  return rows[0];
}

test('CSRF: every post from another site, or from nowhere, with somebody’s cookie is refused before anything else', async () => {
  const before = await countRows();
  const wrong: string[] = [];
  const origins: Record<string, string>[] = [
    { origin: 'https://mechant.example' }, { origin: 'null' }, { origin: 'http://jumelles.test.mechant.example' }, { origin: 'http://sous.jumelles.test', 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'cross-site', origin: 'http://jumelles.test' }, { referer: 'http://jumelles.test/' }, {},
  ];
  const crossSite = new Set(app.app.routes.filter((route) => route.crossSite).map(({ pattern }) => pattern));
  expect([...crossSite].sort()).toEqual(['/discussions/arret/:token', '/effacement-contact/:token', '/inscription/rappels/arret', '/lettre/desabonnement/:token', '/suivis/desabonnement/:token']);
  for (const { pattern, sample } of posts.filter((one) => !crossSite.has(one.pattern))) {
    for (const headers of origins) {
      for (const lang of headers.origin ? [''] : ['/en']) {
        const answer = await app.request(lang + sample, { method: 'POST', headers: { ...headers, cookie: administrator.cookie }, body: new URLSearchParams({ nom: 'x' }) });
        if (answer.status !== 403) wrong.push(`${answer.status} ${pattern} ${JSON.stringify(headers)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(await countRows()).toEqual(before);
}, 180_000);

test('CSRF: what another site may post does the same whoever is signed in', async () => {
  for (const [cookie, path] of [administrator.cookie, ''].flatMap((one) => ['/suivis/desabonnement/inconnu', '/discussions/arret/inconnu', '/effacement-contact/inconnu', '/inscription/rappels/arret?jeton=inconnu', '/lettre/desabonnement/inconnu'].map((path) => [one, path] as const))) {
    const answer = await app.request(path, { method: 'POST', headers: { origin: 'https://mechant.example', ...(cookie ? { cookie } : {}) }, body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
    expect([path, answer.status]).toEqual([path, 404]);
  }
  const choices = await app.db.selectFrom('mail_choices').selectAll().where('account_id', '=', administrator.accountId).execute();
  expect(choices).toEqual([]);
});

test('signed out, a post asks to sign in or is answered for everybody; it never reaches what wants somebody', async () => {
  const before = await countRows();
  for (const { pattern, who, sample } of posts.filter((one) => one.who !== 'everyone')) {
    const answer = await app.visit().post(sample, { nom: 'x' });
    expect([pattern, who, answer.status, answer.headers.get('location')?.startsWith('/connexion?suite=%2F')]).toEqual([pattern, who, 303, true]);
  }
  expect(await countRows()).toEqual(before);
});

test('clickjacking: no answer of any route may be framed, sniffed or run by another site', async () => {
  const wrong: string[] = [];
  for (const { method, who, sample } of samples) {
    const answers = method === 'get' ? [await app.request(sample), ...(who === 'everyone' ? [] : [await administrator.visitor.get(sample)])] : [await app.visit().post(sample), await app.request(sample, { method: 'POST', headers: { origin: 'https://mechant.example', cookie: administrator.cookie } })];
    for (const { headers, status } of answers) {
      const policy = headers.get('content-security-policy') ?? '';
      if (!policy.includes("frame-ancestors 'none'") || !policy.includes("default-src 'none'") || policy.includes('unsafe') || headers.get('x-content-type-options') !== 'nosniff') wrong.push(`${status} ${method} ${sample}`);
    }
  }
  expect(wrong).toEqual([]);
}, 180_000);

/** Not a code of ours, but found on any object; not a whole number, but a number; an id in its shape only. */
const odd = ['constructor', '__proto__', '1.5', '2147483648', '99999999999999999999', '1e999', '%00', '------------------------------------', '00000000-0000-0000-0000-00000000000g', '2026-02-30', "'"];

test('no odd value of any field of any form of the site is a failure', async () => {
  const wrong = new Set<string>();
  const forms = new Map<string, Record<string, string[]>>();
  for (const { sample } of samples.filter(({ method }) => method === 'get')) {
    const page = await administrator.visitor.get(sample);
    if (page.headers.get('content-type')?.includes('html')) for (const form of readAllForms(await page.text())) forms.set(form.action || sample, form.fields);
  }
  expect(forms.size).toBeGreaterThan(40);
  for (const [action, fields] of forms) {
    if (/deconnexion|cloture|partir/.test(action)) continue;
    const filled = Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values.some(Boolean) ? values : 'Une phrase assez longue.']));
    const bodies = [
      ...odd.slice(0, 5).map((value) => Object.fromEntries(Object.keys(fields).map((name) => [name, value]))),
      ...Object.keys(fields).flatMap((name, at) => [{ ...filled, [name]: odd[at % odd.length]! }, { ...filled, [name]: 'constructor' }]),
    ];
    for (const body of bodies) {
      const answer = await administrator.visitor.post(action, body);
      if (answer.status >= 500) wrong.add(`${answer.status} ${action}`);
    }
  }
  expect([...wrong]).toEqual([]);
}, 180_000);

/** Every form of a page that posts, as a browser would send it. */
function readAllForms(html: string): { action: string; fields: Record<string, string[]> }[] {
  return [...html.matchAll(/<form\b[^>]*method="post"[^>]*>.*?<\/form>/gs)].map(([form]) => readFormOf(form));
}

test('a name that every object has is no answer: not a kind of remark, not a proof, not one of two twins, not a step', async () => {
  const { visitor } = administrator;
  const page = await (await visitor.get('/avis?page=/reseaux/aimf')).text();
  const marque = /name="marque" value="([^"]*)"/.exec(page)![1]!;
  expect((await visitor.post('/avis', { page: '/reseaux/aimf', nature: 'constructor', message: 'Bonjour', reponse: 'non', marque })).status).toBe(422);
  const twins = { autre: 'bordeaux-porto', reste: 'constructor', meme: '1' };
  expect((await visitor.post('/fiches/partenariat/bordeaux-lima/fusion', twins)).status).toBe(422);
  const somebody = await createMember(app, { mail: 'preuve@attaque.example' });
  const claim = '/revendiquer/grabels';
  expect((await somebody.visitor.post(claim, { etape: '1', role: 'agent', fonction: 'Agente' })).status).toBe(303);
  expect((await somebody.visitor.post(claim, { etape: '2', preuve: 'constructor', mot: '' })).status).toBe(422);
  expect((await somebody.visitor.post(claim, { etape: '3', preuve: 'domain' })).status).toBe(422);
  expect((await somebody.visitor.post(claim, { etape: '1.5', role: 'agent' })).status).toBeLessThan(500);
  expect(await app.db.selectFrom('mandates').selectAll().where('account_id', '=', somebody.accountId).execute()).toEqual([]);
});

test('no odd id or number in any part of any address is a failure', async () => {
  const wrong: string[] = [];
  for (const { method, pattern, sample } of samples.filter((one) => one.pattern.includes(':'))) {
    const parts = pattern.split('/');
    for (const value of odd.map(encodeURIComponent)) {
      const address = sample.split('?')[0]!.split('/').map((part, at) => (parts[at]?.startsWith(':') && !parts[at]!.includes('{') ? value : part)).join('/');
      const answer = method === 'get' ? await administrator.visitor.get(address) : await administrator.visitor.post(address, { version: 'x' });
      if (answer.status >= 500) wrong.push(`${answer.status} ${method} ${address}`);
    }
  }
  expect(wrong).toEqual([]);
}, 180_000);

test('no odd value of any question of a page is a failure', async () => {
  const names = ['avant', 'champ', 'brouillon', 'etape', 'page', 'fiche', 'nature', 'q', 'autre', 'etat', 'suite', 'courriel', 'jeton', 'reponse', 'apres', 'collectivite', 'qualite', 'theme', 'pays', 'chercher', 'convention', 'doute', 'axe', 'jalon'];
  const values = [...odd, '/territoires/%00', 'reseau/%00', 'eyJhIjoxfQ', 'WzEsMl0'];
  const wrong: string[] = [];
  const ask = async (path: string, pairs: [string, string][]) => {
    const answer = await administrator.visitor.get(`${path}?${new URLSearchParams(pairs)}`);
    if (answer.status >= 500) wrong.push(`${answer.status} ${path} ${pairs.join(' ')}`);
  };
  const forms = ['/avis', '/avis/merci', '/signaler', '/fiches/partenariat/bordeaux-lima/historique', '/fiches/partenariat/bordeaux-lima/modifier', '/administration/journal', '/personnes', '/revendiquer/grabels', '/invitation'];
  for (const path of forms) for (const value of values) await ask(path, names.map((name) => [name, value]));
  const pages = samples.filter(({ method, pattern, sample }) => method === 'get' && !pattern.includes('.') && !forms.includes(sample));
  for (const [at, { sample }] of pages.entries()) await ask(sample.split('?')[0]!, names.map((name, n) => [name, values[(n + at * 5) % values.length]!]));
  expect(wrong).toEqual([]);
}, 180_000);

test('IDOR: an id of somebody else’s thing is a 404 in every address that takes one', async () => {
  const victim = await createMember(app, { mail: 'victime@attaque.example', mandates: [{ role: 'agent', kind: 'territory', slug: 'toulouse' }] });
  const thief = await createMember(app, { mail: 'voleuse@attaque.example', mandates: [{ role: 'agent', kind: 'territory', slug: 'bordeaux' }] });
  const one = async (query: ReturnType<typeof sql<{ id: string }>>) => (await query.execute(app.db)).rows[0]!.id;
  await victim.visitor.post('/fiches/territoire/toulouse/suivi', {});
  await victim.visitor.post('/compte/donnees/exports', {});
  await victim.visitor.post('/compte/fiche', { prenom: 'Vic', nom: 'Time', accord: 'function' });
  await victim.visitor.post('/compte/fiche/fonctions', { fonction: 'Chargée de mission', qualite: 'agent', organisme: 'Toulouse' });
  await victim.visitor.post('/collectivite-manquante', { nom: 'Commune perdue', nature: 'region', pays: 'FR', role: 'agent', fonction: 'Agente', mot: 'Je travaille à la mairie.' });
  const partner = await app.signIn('partenaire-lima');
  expect((await partner.post('/fiches/partenariat/bordeaux-lima/modifier', { resume: 'Una frase nueva.' })).status).toBe(303);
  const ids = {
    session: await one(sql`select id from sessions where account_id = ${victim.accountId}`),
    follow: await one(sql`select id from follows where account_id = ${victim.accountId}`),
    export: await one(sql`select id from data_exports where account_id = ${victim.accountId}`),
    held: await one(sql`select f.id from person_functions f join accounts a on a.person_id = f.person_id where a.id = ${victim.accountId}`),
    claim: await one(sql`select id from claims where account_id = ${victim.accountId}`),
    mandate: await one(sql`select id from mandates where account_id = ${victim.accountId}`),
    proposal: await one(sql`select id from proposals order by created_at desc limit 1`),
  };
  await sql`insert into passkeys (id, account_id, credential_id, public_key, counter, name) values (${ids.session}, ${victim.accountId}, 'x', '\\x00', 0, 'Téléphone')`.execute(app.db);
  const addresses: [method: 'get' | 'post', address: string, body?: Record<string, string>][] = [
    ['get', `/compte/cles/${ids.session}`], ['post', `/compte/cles/${ids.session}`, { nom: 'Volée' }], ['post', `/compte/cles/${ids.session}/retrait`],
    ['get', `/compte/donnees/exports/${ids.export}`], ['get', `/compte/donnees/exports/${ids.export}/donnees.json`],
    ['post', `/compte/fiche/fonctions/${ids.held}/fin`, { fin: '2026' }], ['post', `/compte/fiche/fonctions/${ids.held}/retrait`],
    ['post', `/suivis/${ids.follow}/retrait`], ['get', `/revendications/${ids.claim}`], ['post', `/revendications/${ids.claim}/retrait`], ['post', `/revendications/${ids.claim}/completer`],
    ['post', `/revendications/${ids.claim}/objection`, { motif: 'Je ne suis pas d’accord.' }], ['get', `/administration/comptes/${victim.accountId}`],
    ['post', `/administration/comptes/${thief.accountId}/mandats`, { role: 'administrator' }], ['post', `/administration/comptes/${victim.accountId}/mandats/${ids.mandate}/fin`],
  ];
  const before = await sql`select (select count(*) from passkeys) as keys, (select count(*) from follows) as follows, (select count(*) from person_functions where is_current) as functions, (select count(*) from claims where state = 'requested') as claims, (select count(*) from mandates where ended_at is null) as mandates`.execute(app.db);
  const wrong: string[] = [];
  for (const [method, address, body] of addresses) {
    const { status } = method === 'get' ? await thief.visitor.get(address) : await thief.visitor.post(address, body);
    if (status !== 404) wrong.push(`${status} ${method} ${address}`);
  }
  // A device that is not ours is not closed, and choosing somebody else's mandate is refused.
  await thief.visitor.post(`/compte/appareils/${ids.session}/cloture`);
  expect((await thief.visitor.post('/compte/mandats', { mandat: ids.mandate })).status).toBe(422);
  expect((await victim.visitor.get('/compte')).status).toBe(200);
  // Bordeaux decides; Toulouse neither reads nor answers.
  for (const gesture of ['', '/accord', '/refus', '/retrait']) {
    const address = `/propositions/${ids.proposal}${gesture}`;
    const { status } = gesture ? await victim.visitor.post(address, { reponse: 'Non.' }) : await victim.visitor.get(address);
    if (status !== 404) wrong.push(`${status} ${address}`);
  }
  expect((await thief.visitor.post(`/propositions/${ids.proposal}/retrait`)).status).toBe(404);
  expect((await thief.visitor.get(`/propositions/${ids.proposal}`)).status).toBe(200);
  expect(wrong).toEqual([]);
  const after = await sql`select (select count(*) from passkeys) as keys, (select count(*) from follows) as follows, (select count(*) from person_functions where is_current) as functions, (select count(*) from claims where state = 'requested') as claims, (select count(*) from mandates where ended_at is null) as mandates`.execute(app.db);
  expect(after.rows).toEqual(before.rows);
});

test('bodies: too large is a 413 whether its length is told or not, ten thousand fields and a hundred thousand of one name are read in no time', async () => {
  const large = 'x='.padEnd(600 * 1024, 'y');
  const headers = { origin: 'http://jumelles.test', cookie: administrator.cookie, 'content-type': 'application/x-www-form-urlencoded' };
  const stream = () => new ReadableStream({ start(controller) { for (let n = 0; n < 600; n++) controller.enqueue(new TextEncoder().encode('y'.repeat(1024))); controller.close(); } });
  expect((await app.request('/compte', { method: 'POST', headers, body: large })).status).toBe(413);
  expect((await app.request('/compte', { method: 'POST', headers, body: stream(), duplex: 'half' } as RequestInit)).status).toBe(413);
  for (const body of [Array.from({ length: 10_000 }, (_, n) => `champ${n}=${n}`).join('&'), 'nom=a&'.repeat(80_000), 'a[b][c][d]=1&'.repeat(10_000), `${'['.repeat(200_000)}=1`]) {
    for (const address of ['/fiches/partenariat/bordeaux-lima/modifier', '/nouveau/partenariat', '/compte/fiche', '/administration/reglages', '/connexion', '/avis']) {
      const started = performance.now();
      const { status } = await app.request(address, { method: 'POST', headers, body });
      expect([address, status < 500, performance.now() - started < 5000]).toEqual([address, true, true]);
    }
  }
  const parts = `--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n`.repeat(9000);
  const started = performance.now();
  const { status } = await app.request('/nouveau/partenariat', { method: 'POST', headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' }, body: `${parts}--x--` });
  expect([status < 500, performance.now() - started < 5000]).toEqual([true, true]);
}, 180_000);

test('ids in the forms of characters: what is asked with somebody else’s right changes nothing', async () => {
  // A field that chooses a role, a body, a visibility or a version is only read from who may: the rest is findRight's.
  const toulouse = await app.db.selectFrom('sheets').selectAll().where('slug', '=', 'toulouse').where('kind', '=', 'territory').executeTakeFirstOrThrow();
  const thief = await createMember(app, { mail: 'autre@attaque.example', mandates: [{ role: 'agent', kind: 'territory', slug: 'bordeaux' }] });
  expect(await findRight(app.db, { kind: 'member', bodies: [] }, toulouse.id)).toBeNull();
  for (const { genre, acts = [] } of listKinds().filter(({ kind }) => kind === 'territory')) {
    for (const { name } of acts) expect((await thief.visitor.post(`/fiches/${genre}/toulouse/gestes/${name}`, { id: toulouse.id })).status).toBe(404);
    expect((await thief.visitor.post(`/fiches/${genre}/toulouse/modifier`, { titre: 'Volée', version: String(toulouse.version) })).status).toBe(404);
  }
  await thief.visitor.post('/compte', { nom: 'Autre', fonction: 'Agente', langue: 'fr', trusted: '1', trusted_at: '2020-01-01', demo: 'administrateur', mail: 'administrateur@demonstration.invalid', suspended_until: '', role: 'administrator', id: administrator.accountId });
  const { rows } = await sql`select mail, demo, trusted_at from accounts where id = ${thief.accountId}`.execute(app.db);
  expect(rows).toEqual([{ mail: 'autre@attaque.example', demo: null, trusted_at: null }]);
  const after = await app.db.selectFrom('sheets').select(['version', 'title']).where('id', '=', toulouse.id).executeTakeFirstOrThrow();
  expect(after).toEqual({ version: toulouse.version, title: toulouse.title });
});
