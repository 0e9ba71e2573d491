import { beforeAll, expect, test } from 'vitest';
import { readFormOf } from '~root/tests/support/form.ts';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import type { Db } from '~/platform/db/index.ts';
import { personal } from './personal.ts';

let db: Db;
let app: OpenedApp;
let agent: Visitor;
beforeAll(async () => {
  db = await freshDatabase('world');
  app = await openApp({ db });
  agent = await app.signIn('agent-bordeaux');
});

const list = (slug: string) => `/fiches/partenariat/${slug}/invitations`;
const agreement = '/fiches/partenariat/bordeaux-lima/accord-du-partenaire';
const idOf = async (slug: string, kind = 'partnership') => (await db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;

/** Invites somebody, and reads the link in the mail as they would. */
async function invite(slug: string, territory: string, mail: string, langue = 'es'): Promise<{ link: string; text: string; subject: string }> {
  const answer = await agent.post(list(slug), { partenaire: await idOf(territory, 'territory'), fonction: 'Responsable de cooperación', courriel: mail, langue });
  expect([answer.status, wordsOf(await answer.text()).slice(0, 300)]).toEqual([303, '']);
  const { text, subject } = await db.selectFrom('mails').select(['text', 'subject']).where('recipient', '=', mail).executeTakeFirstOrThrow();
  return { text, subject, link: new URL(/https?:\S+/.exec(text)![0]).href.replace(/^https?:\/\/[^/]+/, '') };
}

const proposalsOn = async (slug: string) => db.selectFrom('proposals').select(['author', 'act', 'field_values', 'state']).where('sheet_id', '=', await idOf(slug)).execute();

test('R037 a partner abroad is invited in their language and confirms the shared sheet without an account', async () => {
  const { link, text, subject } = await invite('bordeaux-lima', 'lima', 'cooperacion@munlima.example');
  expect(subject).toBe('Bordeaux le invita a releer su ficha común: Bordeaux – Lima');
  expect(text).not.toContain('vous');
  expect(link).toMatch(/^\/es\/invitation\?jeton=/);
  const guest = app.visit();
  const page = await guest.get(link);
  expect(page.status).toBe(200);
  expect(page.headers.get('x-robots-tag') ?? (await page.clone().text())).toContain('noindex');
  const words = wordsOf(await page.text());
  expect(words).toContain('Bordeaux le invita a releer lo que está escrito aquí. Usted responde por: Lima.');
  expect(words).toContain('Hermanamiento');
  expect(words).toContain('Año del hermanamiento');
  expect(words).not.toContain('Continuar con una cuenta');
  const done = await guest.submit(link.replace('/invitation?', '/invitation/confirmation?'));
  expect(wordsOf(await done.text())).toContain('Su confirmación está inscrita en la ficha');
  const sheet = wordsOf(await (await app.request('/partenariats/bordeaux-lima')).text());
  expect(sheet).toMatch(/Lima : confirmé le .*\(Responsable de cooperación\)/);
  expect(sheet).not.toContain('munlima');
});

test('R037 a correction of the partner is proposed to the other side, never imposed', async () => {
  const { link } = await invite('bordeaux-lima', 'lima', 'otra@munlima.example', 'en');
  const guest = app.visit();
  const address = link.replace('/invitation?', '/invitation/correction?');
  const { fields } = readFormOf(await (await guest.get(address)).text());
  expect(fields.publication).toBeUndefined();
  const refused = await guest.post(address, { ...fields, debut: 'un día' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('un día');
  const sent = await guest.submit(address, { ...fields, debut: '1957', publication: 'draft', message: 'Our archives say so.' });
  expect(wordsOf(await sent.text())).toContain('Your correction was sent to the French authority');
  const [proposal] = await proposalsOn('bordeaux-lima');
  expect(proposal).toMatchObject({ author: 'Responsable de cooperación', act: 'edit', state: 'pending', field_values: { debut: ['1957'] } });
  expect(Object.keys(proposal!.field_values as object)).toEqual(['debut']);
  const sheet = await db.selectFrom('sheets').select(['start_date', 'visibility']).where('id', '=', await idOf('bordeaux-lima')).executeTakeFirstOrThrow();
  expect(sheet).toEqual({ start_date: '1956', visibility: 'public' });
});

test('R037 after answering, the mail is the proof: an account with the partner’s mandate, and the address is forgotten here', async () => {
  const { link } = await invite('bordeaux-riga', 'riga', 'partner@riga.example', 'en');
  const guest = app.visit();
  const account = link.replace('/invitation?', '/invitation/compte?');
  expect((await guest.post(account, { nom: 'Somebody', fonction: 'Head of cooperation' })).status).toBe(404);
  await guest.post(link.replace('/invitation?', '/invitation/confirmation?'));
  expect((await guest.post(account, { nom: '', fonction: 'Head of cooperation' })).status).toBe(422);
  const answer = await guest.post(account, { nom: 'Somebody', fonction: 'Head of cooperation' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/en/mon-espace']);
  expect((await guest.get('/fiches/territoire/riga/modifier')).status).toBe(200);
  expect((await guest.get('/fiches/partenariat/bordeaux-riga/gestes/etat')).status).toBe(404);
  expect(await db.selectFrom('invitations').select('mail').where('sheet_id', '=', await idOf('bordeaux-riga')).execute()).toEqual([{ mail: null }]);
  // the link is used once for that
  const again = app.visit();
  expect((await again.post(account, { nom: 'Somebody else', fonction: 'x' })).status).toBe(410);
  expect(again.cookies.has('session')).toBe(false);
});

test('an account that exists gets the mandate and no session from a link of sixty days', async () => {
  const { link } = await invite('bordeaux-munich', 'munich', 'partenaire-lima@demonstration.invalid', 'fr');
  const guest = app.visit();
  await guest.post(link.replace('/invitation?', '/invitation/confirmation?'));
  const answer = await guest.post(link.replace('/invitation?', '/invitation/compte?'), { nom: 'X', fonction: 'Y' });
  expect(answer.headers.get('location')).toBe('/connexion');
  expect([...guest.cookies.keys()].some((name) => name.includes('session'))).toBe(false);
});

test('an invitation is withdrawn or ends: its link says so, and the address is erased', async () => {
  const { link } = await invite('bordeaux-porto', 'porto', 'someone@porto.example', 'en');
  const html = await (await agent.get(list('bordeaux-porto'))).text();
  expect(html).toContain('someone@porto.example');
  const { id } = await db.selectFrom('invitations').select('id').where('mail', '=', 'someone@porto.example').executeTakeFirstOrThrow();
  expect((await agent.post(`${list('bordeaux-lima')}/${id}/retrait`)).status).toBe(404);
  expect((await agent.post(`${list('bordeaux-porto')}/${id}/retrait`)).status).toBe(303);
  expect((await app.request(link)).status).toBe(410);
  expect(await (await agent.get(list('bordeaux-porto'))).text()).not.toContain('someone@porto.example');

  const late = await invite('bordeaux-porto', 'porto', 'late@porto.example', 'en');
  const after = testNow + 61 * 86_400_000;
  const later = await openApp({ db, clock: () => after });
  expect((await later.request(late.link)).status).toBe(410);
  expect(await db.transaction().execute((tx) => personal[0]!.expire!(tx, after))).toBeGreaterThan(0);
  expect(await db.selectFrom('invitations').select('id').where('mail', '=', 'late@porto.example').execute()).toEqual([]);
});

test('a link that was not made here, or for something else, opens nothing', async () => {
  const { link } = await invite('bordeaux-madrid', 'madrid', 'a@madrid.example', 'es');
  for (const wrong of [`${link}x`, link.replace(/jeton=./, 'jeton=Z'), '/invitation?jeton=abc', '/invitation?jeton=..']) expect([(await app.request(wrong)).status, wrong]).toEqual([404, wrong]);
  const { id } = await db.selectFrom('invitations').select('id').where('mail', '=', 'a@madrid.example').executeTakeFirstOrThrow();
  expect((await app.request(`/invitation?jeton=${id}`)).status).toBe(404);
});

test('only those who keep the sheet invite, only the other side confirms, and nobody writes to many people at once', async () => {
  const [lima, toulouse] = await Promise.all([app.signIn('partenaire-lima'), app.signIn('agent-toulouse')]);
  expect((await lima.get(list('bordeaux-lima'))).status).toBe(404);
  expect((await toulouse.get(list('bordeaux-lima'))).status).toBe(404);
  expect((await agent.get(agreement)).status).toBe(404);
  expect((await toulouse.post(agreement)).status).toBe(404);
  const fields = { partenaire: await idOf('wuhan', 'territory'), fonction: 'Chargée de mission', langue: 'en' };
  expect((await agent.post(list('bordeaux-oran'), { ...fields, courriel: 'a@wuhan.example' })).status).toBe(422);
  expect((await agent.post(list('bordeaux-wuhan'), { ...fields, courriel: 'pas une adresse' })).status).toBe(422);
  for (const n of [1, 2, 3, 4, 5]) expect((await agent.post(list('bordeaux-wuhan'), { ...fields, courriel: `${n}@wuhan.example` })).status).toBe(303);
  expect(wordsOf(await (await agent.post(list('bordeaux-wuhan'), { ...fields, courriel: '1@wuhan.example' })).text())).toContain('attend déjà à cette adresse');
  expect(wordsOf(await (await agent.post(list('bordeaux-wuhan'), { ...fields, courriel: '6@wuhan.example' })).text())).toContain('Cinq invitations attendent déjà');
});

test('R037 a partner with an account confirms in a gesture, and proposes instead of correcting', async () => {
  const lima = await app.signIn('partenaire-lima');
  const sheet = wordsOf(await (await lima.get('/es/partenariats/bordeaux-lima')).text());
  expect(sheet).toContain('Decir que es exacto');
  expect((await lima.get(agreement)).status).toBe(200);
  expect((await lima.post(agreement)).status).toBe(303);
  expect(wordsOf(await (await app.request('/partenariats/bordeaux-lima')).text())).toContain('(Responsable de la coopération)');
  const before = (await proposalsOn('bordeaux-lima')).length;
  const { fields } = readFormOf(await (await lima.get('/fiches/partenariat/bordeaux-lima/modifier')).text());
  expect((await lima.post('/fiches/partenariat/bordeaux-lima/modifier', { ...fields, resume: 'Una frase nueva.' })).status).toBe(303);
  expect(await proposalsOn('bordeaux-lima')).toHaveLength(before + 1);
  expect((await db.selectFrom('sheets').select('summary').where('id', '=', await idOf('bordeaux-lima')).executeTakeFirstOrThrow()).summary).not.toContain('frase nueva');
});

test('what is written about an invitation in events and pages for all names no person and no address', async () => {
  const events = await db.selectFrom('events').select(['actor', 'changes']).where('name', 'in', ['partnership.invited', 'partnership.agreed', 'partnership.revoked']).execute();
  expect(events.length).toBeGreaterThan(5);
  expect(JSON.stringify(events)).not.toContain('@');
  expect(await (await app.request('/fiches/partenariat/bordeaux-porto/historique')).text()).not.toContain('porto.example');
});
