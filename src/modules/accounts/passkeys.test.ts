import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '~/platform/db/index.ts';
import { openBrowser } from '~root/tests/support/browser.ts';
import { freshDatabase, openApp, serve } from '~root/tests/support/index.ts';
import { createAccount, openSession } from './index.ts';

let db: Db;
let origin: string;
let browser: Browser;
beforeAll(async () => {
  db = await freshDatabase();
  // keys are made for a name: `localhost` is one, an IP address is not
  origin = (await serve({ db })).replace('127.0.0.1', 'localhost');
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser?.close());

/** A page with a virtual authenticator that knows its person. */
async function openPage(): Promise<{ page: Page; cdp: CDPSession; authenticatorId: string }> {
  const page = await (await browser.newContext()).newPage();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return { page, cdp, authenticatorId };
}

const passkeysOf = (name: string) => db.selectFrom('passkeys').innerJoin('accounts', 'accounts.id', 'account_id').select(['passkeys.id', 'passkeys.name', 'passkeys.counter']).where('accounts.name', '=', name).execute();

/** Opens an account of this name; the page is signed in with it. */
async function become(page: Page, name: string) {
  const token = await db.transaction().execute(async (tx) => openSession(tx, await createAccount(tx, { mail: `${name.toLowerCase().replaceAll(' ', '.')}@ville.example`, name }), 'Chrome/Linux'));
  await page.context().addCookies([{ name: 'session', value: token, url: origin }]);
}

test('a passkey is added, named, signs in without a mail, and opens nothing once removed', async () => {
  const { page } = await openPage();
  await become(page, 'Ana Ruiz');
  await page.goto(`${origin}/compte`);
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
  await page.waitForURL('**/compte/cles/*');
  await page.getByLabel('Nom de la clé').fill('Téléphone du travail');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.waitForURL(`${origin}/compte`);
  expect(await passkeysOf('Ana Ruiz')).toMatchObject([{ name: 'Téléphone du travail' }]);

  await page.context().clearCookies();
  await page.goto(`${origin}/connexion?suite=/territoires/lima`);
  await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click();
  await page.waitForURL(`${origin}/territoires/lima`);
  expect(await page.locator('header.top').innerText()).toContain('Ana Ruiz');
  expect((await passkeysOf('Ana Ruiz'))[0]!.counter).toBeGreaterThan(0);

  await page.goto(`${origin}/compte`);
  await page.getByRole('link', { name: 'Renommer ou retirer la clé Téléphone du travail' }).click();
  await page.getByRole('button', { name: 'Retirer cette clé' }).click();
  await page.waitForURL(`${origin}/compte`);
  await page.context().clearCookies();
  await page.goto(`${origin}/connexion`);
  await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click();
  await page.getByText('Cette clé d’accès n’a pas été reconnue').first().waitFor();
  expect(await page.context().cookies()).not.toContainEqual(expect.objectContaining({ name: 'session' }));
}, 60_000);

test('an answer counts once, for the browser that was asked, and nobody changes the key of somebody else', async () => {
  const { page } = await openPage();
  await become(page, 'Lou Petit');
  await page.goto(`${origin}/compte`);
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
  await page.waitForURL('**/compte/cles/*');
  await page.context().clearCookies();
  await page.goto(`${origin}/connexion`);
  let posted = '';
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/connexion/cle')) posted = new URLSearchParams(request.postData() ?? '').get('reponse') ?? '';
  });
  await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
  expect(JSON.parse(posted)).toHaveProperty('response.signature');

  const app = await openApp({ db });
  const thief = app.visit();
  await thief.post('/connexion/cle/question');
  for (const reponse of [posted, '', '{', 'null', '[]', '{"id":"x","response":{}}', '{"id":{"a":1},"response":{}}']) {
    expect([reponse, (await thief.post('/connexion/cle', { reponse })).status]).toEqual([reponse, 422]);
    expect(thief.cookies.has('session')).toBe(false);
  }
  const [key] = await passkeysOf('Lou Petit');
  const other = await app.signIn('elue-bordeaux');
  for (const path of [`/compte/cles/${key!.id}`, `/compte/cles/${key!.id}/retrait`]) expect((await other.post(path, { nom: 'à moi' })).status).toBe(404);
  expect((await other.get(`/compte/cles/${key!.id}`)).status).toBe(404);
  expect(await passkeysOf('Lou Petit')).toHaveLength(1);
}, 60_000);
