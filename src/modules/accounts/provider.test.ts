import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type ClientMetadata } from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '~/platform/db/index.ts';
import type { OidcSettings } from '~/platform/settings.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { createAccount, listProofs, openSession } from './index.ts';

interface Person {
  email?: string;
  email_verified?: boolean;
  given_name?: string;
  usual_name?: string;
  siret?: string;
}

/** People whom the provider knows; `present` is who sits before the browser. */
const people: Record<string, Person> = {};
let present = '';
let issuer: string;
let db: Db;
let app: OpenedApp;
const asked: URLSearchParams[] = [];

async function startProvider(): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url!.startsWith('/auth?')) asked.push(new URL(request.url!, issuer).searchParams);
    if (request.url!.startsWith('/interaction/')) void provider.interactionFinished(request, response, present ? { login: { accountId: present } } : { error: 'access_denied' });
    else void provider.callback()(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = (client_id: string, more: Partial<ClientMetadata> = {}): ClientMetadata => ({ client_id, client_secret: 'un-secret-assez-long', redirect_uris: ['http://jumelles.test/connexion/fournisseur/retour'], token_endpoint_auth_method: 'client_secret_post', ...more });
  const provider = new Provider(address, {
    clients: [client('jumelles'), client('signe', { userinfo_signed_response_alg: 'RS256' })],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], given_name: ['given_name'], usual_name: ['usual_name'], siret: ['siret'] },
    scopes: ['openid', 'email', 'given_name', 'usual_name', 'siret'],
    cookies: { keys: ['clé de test'] },
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    acrValues: ['eidas1'],
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
      grant.addOIDCScope('openid email given_name usual_name siret');
      await grant.save();
      return grant;
    },
  });
  return address;
}

const settingsOf = (oidc: Partial<OidcSettings> = {}) => ({
  publicUrl: null, instanceName: 'Jumelles', demo: true,
  oidc: { issuer, clientId: 'jumelles', clientSecret: 'un-secret-assez-long', label: 'ProConnect', scopes: 'openid email given_name usual_name siret', acr: 'eidas1', ...oidc },
});

beforeAll(async () => {
  issuer = await startProvider();
  db = await freshDatabase();
  app = await openApp({ db, settings: settingsOf() });
});

/** What a browser does between our two addresses: follows the provider, with its own cookies there. Returns the path back to us. */
async function passProvider(visitor: Visitor, subject: string, start = '/connexion/fournisseur?suite=%2Fterritoires%2Flima'): Promise<string> {
  present = subject;
  const cookies = new Map<string, string>();
  let next = (await visitor.get(start)).headers.get('location')!;
  for (let steps = 0; steps < 10 && next.startsWith(issuer); steps++) {
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      cookies.set(name!, value!);
    }
    next = new URL(answer.headers.get('location')!, issuer).href;
  }
  return next.replace('http://jumelles.test', '');
}

let n = 0;
function meet(person: Person = {}): string {
  const subject = `sujet-${(n += 1)}`;
  people[subject] = { email: `${subject}@metropole.example`, email_verified: true, given_name: 'Ana', usual_name: 'Ruiz', ...person };
  return subject;
}

const accountByMail = (mail: string) => db.selectFrom('accounts').selectAll().where('mail', '=', mail).executeTakeFirst();
async function openAccount(name: string): Promise<Visitor> {
  const visitor = app.visit();
  visitor.cookies.set('session', await db.transaction().execute(async (tx) => openSession(tx, await createAccount(tx, { mail: `${name.replace(' ', '.')}@ville.example`, name }), '')));
  return visitor;
}

const isIn = async (visitor: Visitor) => (await visitor.get('/compte')).status === 200;

test('a provider opens an account, keeps the SIRET as a proof, and opens the same account the next time', async () => {
  const subject = meet({ siret: '243 300 316 00011' });
  const visitor = app.visit();
  const back = await visitor.get(await passProvider(visitor, subject));
  expect(back.headers.get('location')).toBe('/connexion/bienvenue?suite=%2Fterritoires%2Flima');
  const account = (await accountByMail(people[subject]!.email!))!;
  expect(account).toMatchObject({ name: 'Ana Ruiz' });
  expect(await listProofs(db, account.id)).toMatchObject([{ kind: 'mail-domain', value: 'metropole.example' }, { kind: 'siret', value: '24330031600011' }]);
  const request = asked.at(-1)!;
  expect([request.get('response_type'), request.get('code_challenge_method'), request.get('acr_values')]).toEqual(['code', 'S256', 'eidas1']);
  for (const name of ['state', 'nonce', 'code_challenge']) expect(request.get(name)!.length).toBeGreaterThan(30);

  people[subject]!.email = 'autre@metropole.example';
  const again = app.visit();
  expect((await again.get(await passProvider(again, subject))).headers.get('location')).toBe('/territoires/lima');
  expect(await (await again.get('/compte')).text()).toContain(account.mail);
});

test('an account is found by its address only when the provider vouches for it', async () => {
  const subject = meet();
  const id = await db.transaction().execute((tx) => createAccount(tx, { mail: people[subject]!.email!, name: 'Déjà là' }));
  const visitor = app.visit();
  expect((await visitor.get(await passProvider(visitor, subject))).headers.get('location')).toBe('/territoires/lima');
  expect(await db.selectFrom('identities').select('account_id').where('subject', '=', subject).execute()).toEqual([{ account_id: id }]);
});

test('an address that the provider does not vouch for opens nothing: a link proves it, and ties the identity only in the browser that asked', async () => {
  for (const sameBrowser of [false, true]) {
    const subject = meet({ email_verified: sameBrowser ? false : undefined });
    const mail = people[subject]!.email!;
    await db.transaction().execute((tx) => createAccount(tx, { mail, name: 'Victime' }));
    const asker = app.visit();
    const answer = await asker.get(await passProvider(asker, subject));
    expect(answer.headers.get('location')).toBe('/connexion/envoye');
    expect(await isIn(asker)).toBe(false);
    const { text } = await db.selectFrom('mails').select('text').where('recipient', '=', mail).executeTakeFirstOrThrow();
    const link = /^http:\/\/jumelles\.test(\S+)$/m.exec(text)![1]!;
    const opener = sameBrowser ? asker : app.visit();
    await opener.post(link);
    expect(await isIn(opener)).toBe(true);
    expect(await db.selectFrom('identities').select('id').where('subject', '=', subject).execute()).toHaveLength(sameBrowser ? 1 : 0);
  }
});

test('a person who is signed in ties an identity to their account, and unties it; one that opens another account is refused', async () => {
  const subject = meet({ email: 'perso@ailleurs.example' });
  const [agent, other] = [await openAccount('Ana Ruiz'), await openAccount('Lou Petit')];
  const back = await agent.get(await passProvider(agent, subject, '/connexion/fournisseur'));
  expect(back.headers.get('location')).toBe('/compte');
  const [identity] = await db.selectFrom('identities').innerJoin('accounts', 'accounts.id', 'account_id').select(['identities.id', 'name']).where('subject', '=', subject).execute();
  expect(identity).toMatchObject({ name: 'Ana Ruiz' });
  const page = await other.get(await passProvider(other, subject, '/connexion/fournisseur'));
  expect(page.headers.get('location')).toBe('/compte');
  expect(wordsOf(await (await other.get('/compte')).text())).toContain('ouvre déjà un autre compte');
  await other.post(`/compte/fournisseur/${identity!.id}/retrait`);
  expect(await db.selectFrom('identities').select('id').where('subject', '=', subject).execute()).toHaveLength(1);
  await agent.post(`/compte/fournisseur/${identity!.id}/retrait`);
  expect(await db.selectFrom('identities').select('id').where('subject', '=', subject).execute()).toEqual([]);
});

test('an answer is taken once, from the browser that left, for what it asked: no code planted by somebody else', async () => {
  const subject = meet();
  const [mine, thief] = [app.visit(), app.visit()];
  const back = await passProvider(mine, subject);
  const refused = await thief.get(back);
  expect([refused.headers.get('location'), await isIn(thief)]).toEqual(['/connexion', false]);
  await passProvider(thief, meet());
  expect([(await thief.get(back)).status, await isIn(thief)]).toEqual([422, false]);
  await mine.get(back);
  expect(await isIn(mine)).toBe(true);
  const replay = app.visit();
  for (const [name, value] of mine.cookies) if (name !== 'session') replay.cookies.set(name, value);
  expect([(await replay.get(back)).status, await isIn(replay)]).toEqual([422, false]);
  const changed = app.visit();
  const forged = (await passProvider(changed, subject)).replace(/state=[^&]+/, 'state=autre');
  expect([(await changed.get(forged)).status, await isIn(changed)]).toEqual([422, false]);
});

test('who began in English comes back in English; who says no at the provider, or has no address there, is told so', async () => {
  const visitor = app.visit();
  const back = await passProvider(visitor, meet(), '/en/connexion/fournisseur');
  expect(back).toMatch(/^\/connexion\/fournisseur\/retour\?/);
  const english = (await visitor.get(back)).headers.get('location')!;
  expect(english).toMatch(/^\/en\/connexion\/fournisseur\/retour\?/);
  expect((await visitor.get(english)).headers.get('location')).toBe('/en/connexion/bienvenue');
  const refusing = app.visit();
  const no = await refusing.get(await passProvider(refusing, ''));
  expect([no.status, wordsOf(await no.text()).includes('ProConnect n’a pas confirmé votre identité')]).toEqual([422, true]);
  const nameless = app.visit();
  const none = await nameless.get(await passProvider(nameless, meet({ email: undefined })));
  expect(wordsOf(await none.text())).toContain('ne nous a pas donné votre adresse');
});

test('a signed userinfo, as ProConnect’s, is read too', async () => {
  const signed = await openApp({ db, settings: settingsOf({ clientId: 'signe' }) });
  const subject = meet({ siret: '21330063500017' });
  const visitor = signed.visit();
  await visitor.get(await passProvider(visitor, subject));
  const account = (await accountByMail(people[subject]!.email!))!;
  expect((await listProofs(db, account.id)).map(({ value }) => value)).toContain('21330063500017');
});

test('a provider that is away, or none at all, leaves the other ways open', async () => {
  const away = await openApp({ db, settings: settingsOf({ issuer: 'http://127.0.0.1:9' }) });
  const answer = await away.request('/connexion/fournisseur');
  expect(answer.status).toBe(422);
  expect(wordsOf(await answer.text())).toContain('Recevoir le lien');
  const none = await openApp({ db });
  expect((await none.request('/connexion/fournisseur')).headers.get('location')).toBe('/connexion');
  expect(await (await none.request('/connexion')).text()).not.toContain('ProConnect');
});
