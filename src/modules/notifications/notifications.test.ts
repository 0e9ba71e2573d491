import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { createAccount, grantMandate } from '~/modules/accounts/index.ts';
import { sql, type Tx } from '~/platform/db/index.ts';
import { instance, recordEvent, type Actor } from '~/platform/events/index.ts';
import type { CommittedEvent, WorkContext } from '~/platform/jobs/index.ts';
import { readSettings } from '~/platform/settings.ts';
import { freshDatabase, openApp } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { digestQueue, sendDigests } from './digests.ts';
import { fanOut } from './fan-out.ts';
import { isTold, periodOf } from './rules.ts';

const db = await freshDatabase();
const app = await openApp({ db });
const enqueued: string[] = [];
const context: WorkContext = {
  db, log: pino({ level: 'silent' }), settings: readSettings({}), origin: 'http://jumelles.test',
  now: () => Date.now(),
  enqueue: async (_tx, queue) => void enqueued.push(queue),
};
const someone: Actor = { name: 'Agente des relations internationales' };
const account = new Map<string, string>();
let firstDay: string;

beforeAll(async () => {
  for (const row of await db.selectFrom('accounts').select(['id', 'demo']).where('demo', 'is not', null).execute()) account.set(row.demo!, row.id);
  firstDay = wordsOf(await (await (await app.signIn('agent-bordeaux')).get('/suivis')).text());
  // what the tests below count begins with nothing
  await db.deleteFrom('follows').execute();
});

const write = <T>(work: (tx: Tx) => Promise<T>) => db.transaction().execute(work);

async function sheetId(kind: string, slug: string): Promise<string> {
  return (await db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;
}

/** Something happens, and the worker tells it. */
async function happen(name: string, id: string | null, actor: Actor = someone, changes: Record<string, [unknown, unknown]> = {}): Promise<string> {
  await write((tx) => recordEvent(tx, { name, ...(id ? { sheetId: id } : {}), actor, changes }));
  const event = await db.selectFrom('events').select(['id', 'name', 'sheet_id as sheetId', 'actor', 'account_id as accountId']).orderBy('position', 'desc').limit(1).executeTakeFirstOrThrow();
  await write((tx) => fanOut(tx, event as CommittedEvent, context));
  return event.id;
}

const told = async (persona: string) => (await db.selectFrom('notifications').select('event_id').where('account_id', '=', account.get(persona)!).execute()).map((row) => row.event_id);
const mailsOf = (persona: string) => db.selectFrom('mails').selectAll().where('account_id', '=', account.get(persona)!).where('kind', '=', 'digest').orderBy('created_at').execute();
const soon = () => new Date(Date.now() + 60_000).toISOString();

test('R011 characters of the demonstration follow something from the first day', () => {
  expect(firstDay).toContain('Lima');
  expect(firstDay).toContain('Toulouse');
  expect(firstDay).toContain('Eau et assainissement');
});

test('R011 somebody signed out is asked to sign in, then brought back to one button', async () => {
  const answer = await app.visit().get('/fiches/partenariat/bordeaux-lima/suivi');
  expect(answer.status).toBe(303);
  expect(decodeURIComponent(answer.headers.get('location')!)).toContain('suite=/fiches/partenariat/bordeaux-lima/suivi');
  const visitor = await app.signIn('citoyenne-toulouse');
  expect(await (await visitor.get('/fiches/partenariat/bordeaux-lima/suivi')).text()).toContain('value="suivre"');
});

test('R011 a sheet, a theme, a country and a function are followed, listed and removed', async () => {
  const visitor = await app.signIn('citoyenne-toulouse');
  const theme = await db.selectFrom('sheets').select('slug').where('kind', '=', 'theme').orderBy('num').limit(1).executeTakeFirstOrThrow();
  expect(wordsOf(await (await visitor.submit('/fiches/partenariat/bordeaux-lima/suivi', { geste: 'suivre' })).text())).toContain('Lima');
  for (const path of [`/fiches/theme/${theme.slug}/suivi`, '/pays/PE/suivi', '/fiches/reseau/cuf/suivi']) expect((await visitor.post(path, { geste: 'suivre' })).status).toBe(303);
  const list = wordsOf(await (await visitor.get('/suivis')).text());
  expect(list).toContain('Quatre choses');
  expect(list).toContain('Pérou');
  const row = await db.selectFrom('follows').select('id').where('country', '=', 'PE').executeTakeFirstOrThrow();
  const other = await app.signIn('agent-toulouse');
  expect((await other.post(`/suivis/${row.id}/retrait`)).status).toBe(404);
  expect((await visitor.post(`/suivis/${row.id}/retrait`)).status).toBe(303);
  expect(wordsOf(await (await visitor.get('/suivis')).text())).not.toContain('Pérou');
  await visitor.post('/fiches/partenariat/bordeaux-lima/suivi', { geste: 'suivre' });
  expect(wordsOf(await (await visitor.get('/suivis')).text())).toContain('Trois choses');
});

test('R011 what one may not see cannot be followed, nor what does not exist', async () => {
  await db.updateTable('sheets').set({ visibility: 'draft' }).where('slug', '=', 'aimf').execute();
  const visitor = await app.signIn('citoyenne-toulouse');
  for (const path of ['/fiches/reseau/aimf/suivi', '/fiches/reseau/nulle-part/suivi', '/fiches/rien/aimf/suivi', '/pays/QQ/suivi']) expect((await visitor.post(path, { geste: 'suivre' })).status).toBe(404);
  expect((await visitor.post('/fiches/territoire/bordeaux/suivi', { geste: 'suivre', fonction: 'Sorcier' })).status).toBe(422);
});

test('R011 one event matched by a sheet, its territory, its country and its network is told once', async () => {
  const visitor = await app.signIn('financeur');
  for (const path of ['/fiches/partenariat/bordeaux-lima/suivi', '/fiches/territoire/lima/suivi', '/fiches/territoire/bordeaux/suivi', '/pays/PE/suivi']) expect((await visitor.post(path, { geste: 'suivre' })).status).toBe(303);
  const event = await happen('partnership.updated', await sheetId('partnership', 'bordeaux-lima'), someone, { debut: ['1956', '1957'] });
  expect(await told('financeur')).toEqual([event]);
});

test('R011 nobody is told of what they did themselves, nor of what came before they followed', async () => {
  const visitor = await app.signIn('porteuse-projet');
  const id = await sheetId('partnership', 'bordeaux-lima');
  await happen('partnership.updated', id);
  await visitor.post('/fiches/partenariat/bordeaux-lima/suivi', { geste: 'suivre' });
  const event = (await db.selectFrom('events').select(['id', 'name', 'sheet_id as sheetId', 'actor', 'account_id as accountId']).orderBy('position', 'desc').limit(1).executeTakeFirstOrThrow()) as CommittedEvent;
  await write((tx) => fanOut(tx, event, context));
  await happen('partnership.updated', id, { ...someone, accountId: account.get('porteuse-projet')! });
  expect(await told('porteuse-projet')).toEqual([]);
  await happen('partnership.updated', id, { ...someone, accountId: account.get('agent-bordeaux')! });
  expect(await told('porteuse-projet')).toHaveLength(1);
});

test('R011 mandates, claims, feedback, proposals and the instance’s own loading are never news', async () => {
  const id = await sheetId('partnership', 'bordeaux-lima');
  const before = await told('porteuse-projet');
  for (const name of ['mandate.granted', 'claim.requested', 'feedback.received', 'proposal.created', 'moderation.held', 'partnership.confirmed']) await happen(name, id);
  await happen('partnership.updated', id, instance);
  expect(await told('porteuse-projet')).toEqual(before);
  expect(isTold('proposal.created', 'partnership')).toBe(false);
});

test('R011 a follower is told only of what they may see: hidden from some, shown to members', async () => {
  const id = await sheetId('partnership', 'bordeaux-lima');
  const [citizen, funder] = [(await told('citoyenne-toulouse')).length, (await told('financeur')).length];
  await db.updateTable('sheets').set({ visibility: 'members' }).where('id', '=', id).execute();
  await happen('partnership.updated', id);
  expect((await told('citoyenne-toulouse')).length).toBe(citizen);
  expect((await told('financeur')).length).toBe(funder + 1);
  // Kept to a group: its host's animator sees it as its people do.
  await sql`insert into follows (id, account_id, sheet_id, created_at) select gen_random_uuid(), a.id, ${id}::uuid, now() - interval '1 day' from accounts a where a.demo in ('organisatrice-cuf', 'presidente-japon', 'animatrice-reseau') on conflict do nothing`.execute(db);
  await db.updateTable('sheets').set({ visibility: 'group', shared_with: [await sheetId('group', 'groupe-pays-japon')] }).where('id', '=', id).execute();
  const event = await happen('partnership.updated', id);
  for (const [persona, sees] of [['organisatrice-cuf', true], ['presidente-japon', true], ['animatrice-reseau', false], ['financeur', false]] as const) expect([persona, (await told(persona)).includes(event)]).toEqual([persona, sees]);
  await db.updateTable('sheets').set({ visibility: 'public', shared_with: [] }).where('id', '=', id).execute();
});

test('R011 a function that changes hands is told without saying who held it', async () => {
  const bordeaux = await sheetId('territory', 'bordeaux');
  const held = await db.selectFrom('person_functions').select(['id', 'function', 'person_id']).where('body_id', '=', bordeaux).where('is_current', '=', true).where('standing', '=', 'elected').orderBy('id').limit(1).executeTakeFirstOrThrow();
  const visitor = await app.signIn('animatrice-reseau');
  expect((await visitor.post('/fiches/territoire/bordeaux/suivi', { geste: 'suivre', fonction: held.function })).status).toBe(303);
  await happen('person.function', null);
  expect(await told('animatrice-reseau')).toEqual([]);
  await db.updateTable('person_functions').set({ is_current: false }).where('id', '=', held.id).execute();
  await happen('person.function', null);
  await happen('person.function', null);
  expect(await told('animatrice-reseau')).toHaveLength(1);
  const words = wordsOf(await (await visitor.get('/suivis/nouvelles')).text());
  expect(words).toContain('a changé de mains');
  const person = await db.selectFrom('people').select('last_name').where('id', '=', held.person_id).executeTakeFirstOrThrow();
  expect(words).not.toContain(person.last_name);
});

test('R011 the weekly digest is the default, tells each sheet once in sentences, and has a one-click stop', async () => {
  await sendDigests(context, 'weekly', soon(), 'w-test-1');
  const [mail, ...others] = await mailsOf('financeur');
  expect(others).toEqual([]);
  expect(mail!.text.match(/\/partenariats\/bordeaux-lima/g)).toHaveLength(1);
  expect(mail!.text).toMatch(/^Bonjour,/);
  expect(mail!.html).toContain('<a href="http://jumelles.test/partenariats/bordeaux-lima">');
  const headers = mail!.headers as Record<string, string>;
  expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const stop = new URL(headers['List-Unsubscribe']!.slice(1, -1)).pathname;
  expect((await app.request(stop)).status).toBe(200);
  expect(await db.selectFrom('mail_choices').select('rhythm').where('account_id', '=', account.get('financeur')!).executeTakeFirst()).toBeUndefined();
  const answer = await app.request(stop, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' }, body: 'List-Unsubscribe=One-Click' });
  expect(answer.status).toBe(200);
  expect(wordsOf(await answer.text())).toContain('Vous ne recevrez plus');
  await happen('partnership.updated', await sheetId('partnership', 'bordeaux-lima'));
  await sendDigests(context, 'weekly', soon(), 'w-test-2');
  expect(await mailsOf('financeur')).toHaveLength(1);
  expect((await app.request(`${stop}x`, { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } })).status).toBe(404);
});

test('R011 an empty digest is not sent, and what was read here is not repeated by mail', async () => {
  const visitor = await app.signIn('citoyenne-toulouse');
  const before = (await mailsOf('citoyenne-toulouse')).length;
  await sendDigests(context, 'weekly', soon(), 'w-test-3');
  expect(await mailsOf('citoyenne-toulouse')).toHaveLength(before);
  await happen('partnership.updated', await sheetId('partnership', 'bordeaux-lima'));
  await visitor.post('/suivis/nouvelles/lues');
  await sendDigests(context, 'weekly', soon(), 'w-test-4');
  expect(await mailsOf('citoyenne-toulouse')).toHaveLength(before);
});

test('R011 one chooses at once, daily, weekly or never', async () => {
  const visitor = await app.signIn('porteuse-projet');
  expect((await visitor.post('/suivis/reglages', { rythme: 'parfois' })).status).toBe(422);
  expect((await visitor.post('/suivis/reglages', { rythme: 'now', rappels: '1' })).status).toBe(303);
  expect(wordsOf(await (await visitor.get('/suivis')).text())).toContain('Un courriel à chaque changement');
  enqueued.length = 0;
  await happen('partnership.updated', await sheetId('partnership', 'bordeaux-lima'));
  expect(enqueued).toEqual(['notifications.now']);
});

test('R011 a digest killed in the middle tells nobody twice and forgets nobody', async () => {
  const bodyId = await sheetId('partnership', 'bordeaux-lima');
  const ids = await write(async (tx) => {
    const made: string[] = [];
    for (let n = 0; n < 1_200; n++) made.push(await createAccount(tx, { mail: `lecteur-${n}@demonstration.invalid`, name: `Lectrice ${n}` }));
    await sql`insert into follows (id, account_id, sheet_id) select gen_random_uuid(), unnest(${made}::uuid[]), ${bodyId}::uuid`.execute(tx);
    return made;
  });
  await happen('partnership.updated', bodyId);
  // The second hundreds die half written, with everything that their transaction did.
  await sql`create function die() returns trigger language plpgsql as $$ begin if (select count(*) from mails where kind = 'digest') > 700 then raise 'killed'; end if; return new; end $$`.execute(db);
  await sql`create trigger die before insert on mails for each row execute function die()`.execute(db);
  await expect(sendDigests(context, 'weekly', soon(), 'w-test-5')).rejects.toThrow('killed');
  await sql`drop trigger die on mails`.execute(db);
  await Promise.all([sendDigests(context, 'weekly', soon(), 'w-test-5'), sendDigests(context, 'weekly', soon(), 'w-test-5')]);
  const { rows } = await sql<{ n: number; people: number }>`select count(*)::integer as n, count(distinct account_id)::integer as people from mails where kind = 'digest' and account_id = any(${ids}::uuid[])`.execute(db);
  expect(rows[0]).toEqual({ n: 1_200, people: 1_200 });
});

test('R011 a worker that was away on Monday sends on Tuesday what Monday should have', () => {
  const at = (iso: string) => Date.parse(iso);
  expect(periodOf('weekly', at('2026-11-16T05:59:00Z'), 7).name).toBe('w2026-11-09');
  expect(periodOf('weekly', at('2026-11-16T06:00:00Z'), 7)).toEqual({ name: 'w2026-11-16', until: '2026-11-16T06:00:00Z' });
  expect(periodOf('weekly', at('2026-11-17T15:00:00Z'), 7).name).toBe('w2026-11-16');
  expect(periodOf('daily', at('2026-03-29T04:30:00Z'), 7).name).toBe('d2026-03-28');
  expect(periodOf('daily', at('2026-03-29T05:30:00Z'), 7).name).toBe('d2026-03-29');
});

test('R011 the hourly run sends what is due and nothing that came since', async () => {
  const visitor = await app.signIn('agent-toulouse');
  await visitor.post('/fiches/partenariat/bordeaux-lima/suivi', { geste: 'suivre' });
  await visitor.post('/suivis/reglages', { rythme: 'daily' });
  await happen('partnership.updated', await sheetId('partnership', 'bordeaux-lima'));
  await digestQueue.work({}, { ...context, now: () => Date.now() - 26 * 3_600_000 });
  expect(await mailsOf('agent-toulouse')).toHaveLength(0);
  await digestQueue.work({}, { ...context, now: () => Date.now() + 26 * 3_600_000 });
  expect(await mailsOf('agent-toulouse')).toHaveLength(1);
});

test('R011 a member who left a body is no longer told of its drafts', async () => {
  const cuf = await sheetId('network', 'cuf');
  const id = await write(async (tx) => {
    const made = await createAccount(tx, { mail: 'ancienne@demonstration.invalid', name: 'Ancienne animatrice' });
    await grantMandate(tx, instance, { accountId: made, role: 'animator', bodyId: cuf, until: '2020-01-01' });
    return made;
  });
  account.set('ancienne', id);
  const sheet = await sheetId('partnership', 'bordeaux-lima');
  await sql`insert into follows (id, account_id, sheet_id) values (gen_random_uuid(), ${id}::uuid, ${sheet}::uuid)`.execute(db);
  await db.updateTable('sheets').set({ visibility: 'draft', owner_id: cuf }).where('id', '=', sheet).execute();
  await happen('partnership.updated', sheet);
  expect(await told('ancienne')).toEqual([]);
});
