import { pino } from 'pino';
import { expect, test } from 'vitest';
import { readLink } from '~/modules/accounts/index.ts';
import { sql } from '~/platform/db/index.ts';
import type { WorkContext } from '~/platform/jobs/index.ts';
import { readSettings } from '~/platform/settings.ts';
import { freshDatabase, openApp, testNow } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { reminders } from './reminders.ts';
import { linkPurpose, mostInMail, staleDayOf } from './rules.ts';

const db = await freshDatabase();
const app = await openApp({ db });
const day = 86_400_000;
const context = (now = testNow): WorkContext => ({ db, log: pino({ level: 'silent' }), settings: readSettings({}), origin: 'http://jumelles.test', now: () => now, enqueue: async () => {} });
const page = '/fiches/partenariat/bordeaux-lima/fraicheur';
const confirmedAt = async (slug = 'bordeaux-lima') => (await db.selectFrom('sheets').select('confirmed_at').where('kind', '=', 'partnership').where('slug', '=', slug).executeTakeFirstOrThrow()).confirmed_at;
const mailsTo = (demo: string) => db.selectFrom('mails').innerJoin('accounts', 'accounts.id', 'mails.account_id').select(['mails.text', 'mails.html', 'mails.headers', 'mails.subject', 'accounts.id']).where('kind', '=', 'freshness').where('accounts.demo', '=', demo).execute();

test('R199 a sheet that nobody confirmed for twelve months is marked, and never hidden', async () => {
  await db.updateTable('sheets').set({ confirmed_at: '2025-11-15' }).where('slug', '=', 'bordeaux-lima').execute();
  const response = await app.request('/partenariats/bordeaux-lima');
  expect(response.status).toBe(200);
  const words = wordsOf(await response.text());
  expect(words).toContain('À actualiser');
  expect(words).not.toContain('C’est toujours exact');
  expect(staleDayOf('2026-11-15')).toBe('2025-11-15');
  await db.updateTable('sheets').set({ confirmed_at: '2025-11-16' }).where('slug', '=', 'bordeaux-lima').execute();
  expect(wordsOf(await (await (await app.signIn('agent-toulouse')).get('/partenariats/bordeaux-lima')).text())).not.toContain('À actualiser');
  await db.updateTable('sheets').set({ confirmed_at: null }).where('slug', '=', 'bordeaux-lima').execute();
});

test('R199 whoever keeps it confirms in one click from its page; the page says the function and the body, never the person', async () => {
  const visitor = await app.signIn('elue-bordeaux');
  expect(await (await visitor.get('/partenariats/bordeaux-lima')).text()).toContain(`action="${page}"`);
  const words = wordsOf(await (await visitor.submit(page)).text());
  expect(words).toContain('Confirmée le 15 novembre 2026 : Élue à la coopération, Bordeaux');
  expect(words).toContain('Annuler cette confirmation');
  const event = await db.selectFrom('events').select(['name', 'actor', 'sheet_version']).orderBy('position', 'desc').limit(1).executeTakeFirstOrThrow();
  expect(event).toMatchObject({ name: 'partnership.confirmed', actor: 'Élue à la coopération' });
});

test('R199 others read it and cannot confirm: another authority, a citizen, the partner at the other end', async () => {
  for (const persona of ['agent-toulouse', 'citoyenne-toulouse', 'partenaire-lima', 'expert-invite']) {
    const visitor = await app.signIn(persona);
    expect([persona, (await visitor.post(page)).status]).toEqual([persona, 404]);
    expect((await visitor.post(`${page}/annulation`)).status).toBe(404);
    expect(await (await visitor.get('/partenariats/bordeaux-lima')).text()).not.toContain(`action="${page}"`);
  }
  expect((await app.visit().post(page)).headers.get('location')).toContain('/connexion');
});

test('R199 a confirmation is taken back for ten minutes by whoever gave it, and no longer', async () => {
  const other = await app.signIn('agent-bordeaux');
  await other.post('/compte/mandats', { mandat: (await db.selectFrom('mandates').innerJoin('accounts', 'accounts.id', 'account_id').innerJoin('sheets', 'sheets.id', 'body_id').select('mandates.id').where('demo', '=', 'agent-bordeaux').where('slug', '=', 'bordeaux').executeTakeFirstOrThrow()).id });
  const visitor = await app.signIn('elue-bordeaux');
  await other.post(`${page}/annulation`);
  expect(await confirmedAt()).toBe('2026-11-15');
  await visitor.post(`${page}/annulation`);
  expect(await confirmedAt()).toBeNull();
  await visitor.post(page);
  await sql`update confirmations set recorded_at = recorded_at - interval '11 minutes'`.execute(db);
  expect(wordsOf(await (await visitor.submit(`${page}/annulation`)).text())).toContain('les dix minutes sont passées');
  expect(await confirmedAt()).toBe('2026-11-15');
});

test('R199 confirmed twice in a day is said once', async () => {
  const count = async () => (await db.selectFrom('events').select((eb) => eb.fn.countAll<number>().as('n')).where('name', '=', 'partnership.confirmed').executeTakeFirstOrThrow()).n;
  const before = await count();
  await (await app.signIn('elue-bordeaux')).post(page);
  expect(await count()).toBe(before);
});

test('R199 one yearly mail an account, one signed link a sheet, twenty at most, and none for what was confirmed', async () => {
  await reminders.work({}, context());
  expect(await mailsTo('elue-bordeaux')).toHaveLength(0);
  await sql`update accounts set created_at = ${new Date(testNow - 400 * day).toISOString()}::timestamptz where demo is not null`.execute(db);
  await reminders.work({}, context());
  await reminders.work({}, context(testNow + 200 * day));
  const [mail, ...others] = await mailsTo('elue-bordeaux');
  expect(others).toEqual([]);
  const links = mail!.text.match(/http:\/\/jumelles\.test\/fraicheur\/\S+/g)!;
  expect(links).toHaveLength(mostInMail);
  expect(mail!.text).toMatch(/Et \d+ autres, dans votre espace\nhttp:\/\/jumelles\.test\/mon-espace\/fiches/);
  expect((mail!.headers as Record<string, string>)['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const confirmed = await db.selectFrom('sheets').select('id').where('slug', '=', 'bordeaux-lima').executeTakeFirstOrThrow();
  for (const link of links) {
    const read = await readLink(db, linkPurpose, link.split('/').at(-1)!, testNow);
    expect(read!.payload.account).toBe(mail!.id);
    expect(read!.payload.sheet).not.toBe(confirmed.id);
  }
  expect(await mailsTo('citoyenne-toulouse')).toEqual([]);
  await reminders.work({}, context(testNow + 366 * day));
  expect(await mailsTo('elue-bordeaux')).toHaveLength(2);
});

test('R199 opening the link changes nothing, its button confirms without signing in, once, and for sixty days', async () => {
  const [mail] = await mailsTo('elue-bordeaux');
  const links = mail!.text.match(/\/fraicheur\/\S+/g)!;
  const read = await readLink(db, linkPurpose, links[0]!.split('/').at(-1)!, testNow);
  const at = async () => (await db.selectFrom('sheets').select('confirmed_at').where('id', '=', read!.payload.sheet!).executeTakeFirstOrThrow()).confirmed_at;
  const before = await at();
  const visitor = app.visit();
  expect(wordsOf(await (await visitor.get(links[0]!)).text())).toContain('C’est toujours exact');
  expect(await at()).toBe(before);
  expect(wordsOf(await (await visitor.submit(links[0]!)).text())).toContain('c’est noté, merci');
  expect(await at()).toBe('2026-11-15');
  const events = async () => (await db.selectFrom('confirmations').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
  const count = await events();
  await visitor.post(links[0]!);
  const later = await openApp({ db, clock: () => testNow + 30 * day });
  await later.visit().post(links[0]!);
  expect(await events()).toBe(count);
  const late = await openApp({ db, clock: () => testNow + 61 * day });
  expect((await late.visit().post(links[1]!)).status).toBe(422);
  expect((await visitor.post('/fraicheur/e30.e30')).status).toBe(404);
  expect(await events()).toBe(count);
});

test('R199 a link is worth nothing once its account no longer acts for the body', async () => {
  const [mail] = await mailsTo('elue-bordeaux');
  const link = mail!.text.match(/\/fraicheur\/\S+/g)![2]!;
  await sql`update mandates set ended_at = now() where account_id = ${mail!.id}::uuid`.execute(db);
  expect((await app.visit().post(link)).status).toBe(404);
  await sql`update mandates set ended_at = null where account_id = ${mail!.id}::uuid`.execute(db);
});

test('R199 several are confirmed at once, and only one’s own', async () => {
  const visitor = await app.signIn('elue-bordeaux');
  const ids = (await db.selectFrom('sheets').select(['id', 'slug']).where('kind', '=', 'partnership').where('confirmed_at', 'is', null).where('slug', 'like', 'bordeaux-%').limit(3).execute()).map(({ id }) => id);
  const foreign = await db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'toulouse').executeTakeFirstOrThrow();
  expect((await visitor.post('/mon-espace/fraicheur', {})).status).toBe(422);
  expect((await visitor.post('/mon-espace/fraicheur', { fiche: [...ids, foreign.id, 'x'] })).status).toBe(303);
  expect(await db.selectFrom('sheets').select('confirmed_at').where('id', 'in', ids).execute()).toEqual(ids.map(() => ({ confirmed_at: '2026-11-15' })));
  expect(await db.selectFrom('sheets').select('confirmed_at').where('id', '=', foreign.id).execute()).toEqual([{ confirmed_at: null }]);
});
