import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { createAccount, grantMandate, openSession } from '~/modules/accounts/index.ts';
import { modules } from '~/modules.ts';
import { sql } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { startWorker, type WorkContext } from '~/platform/jobs/index.ts';
import { readSettings } from '~/platform/settings.ts';
import { listPersonal, recordAccess } from '~/sheets/index.ts';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { exportQueue, tellExport, workExport } from './export.ts';
import { writeRegister } from './register.ts';
import { workRetention } from './retention.ts';

let app: OpenedApp;
let context: WorkContext;
let bordeaux: string;
const log = pino({ level: 'silent' });
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  context = { db: app.db, log, settings: readSettings({}), origin: 'http://jumelles.test', now: () => testNow, async enqueue() {} };
  bordeaux = (await app.db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'bordeaux').executeTakeFirstOrThrow()).id;
});

/** A real person with an agent's mandate on Bordeaux, signed in. */
async function open(mail: string, title: string): Promise<{ id: string; visitor: Visitor }> {
  const { id, token } = await app.db.transaction().execute(async (tx) => {
    const accountId = await createAccount(tx, { mail, name: `Nom de ${mail.split('@')[0]}`, title });
    await grantMandate(tx, instance, { accountId, role: 'agent', bodyId: bordeaux });
    return { id: accountId, token: await openSession(tx, accountId, 'Essai') };
  });
  const visitor = app.visit();
  visitor.cookies.set('session', token);
  return { id, visitor };
}

const read = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();

test('R195 an export is made by a job that one can leave, holds what is kept, and opens to its owner alone', async () => {
  const { id, visitor } = await open('emporte@ville.invalid', 'Chargée de mission');
  const { visitor: other } = await open('autre@ville.invalid', 'Agent');
  await visitor.post('/compte/fiche', { nom: 'Emportée', prenom: 'Léa', telephone: '06 00 00 00 00' });
  const answer = await visitor.post('/compte/donnees/exports');
  const page = answer.headers.get('location')!;
  expect(page).toMatch(/^\/compte\/donnees\/exports\/[0-9a-f-]{36}$/);
  expect(await read(visitor, page)).toContain('Vous pouvez quitter cette page');
  expect((await visitor.get(`${page}/donnees.json`)).status).toBe(404);
  await workExport({ accountId: id }, context);
  expect(await read(visitor, page)).toContain('Vos données sont prêtes');
  const file = await visitor.get(`${page}/donnees.json`);
  expect(file.headers.get('content-disposition')).toContain('attachment');
  expect(file.headers.get('cache-control')).toBe('private, no-store');
  const whole = (await file.json()) as { parts: { module: string; data: unknown }[] };
  expect(JSON.stringify(whole)).toContain('emporte@ville.invalid');
  expect(JSON.stringify(whole)).toContain('06 00 00 00 00');
  expect(whole.parts.map((one) => one.module)).toEqual(expect.arrayContaining(['accounts', 'people', 'privacy']));
  const text = await read(visitor, `${page}/donnees.txt`);
  expect(text).toContain('Emportée');
  expect(text).toContain('Pourquoi\u00a0:');
  for (const path of [page, `${page}/donnees.json`, `${page}/donnees.txt`]) expect((await other.get(path)).status).toBe(404);
});

test('an export that was asked for runs on a worker, also when it was asked before the worker came', async () => {
  const { visitor } = await open('travail@ville.invalid', 'Agent');
  const page = (await visitor.post('/compte/donnees/exports')).headers.get('location')!;
  expect((await visitor.post('/compte/donnees/exports')).headers.get('location')).toBe(page);
  const worker = await startWorker(app.db, log, { settings: readSettings({}), origin: 'http://jumelles.test', queues: [exportQueue], subscribers: [tellExport] });
  try {
    await expect.poll(() => read(visitor, page), { timeout: 15_000, interval: 200 }).toContain('Vos données sont prêtes');
  } finally {
    await worker.stop();
  }
}, 40_000);

test('an export that fails says so, and the next try goes on', async () => {
  const { id, visitor } = await open('echec@ville.invalid', 'Agent');
  const page = (await visitor.post('/compte/donnees/exports')).headers.get('location')!;
  await sql`alter table drafts rename to drafts_away`.execute(app.db);
  await sql`alter table personal_accesses rename to accesses_away`.execute(app.db);
  await expect(workExport({ accountId: id }, context)).rejects.toThrow();
  await sql`alter table drafts_away rename to drafts`.execute(app.db);
  await sql`alter table accesses_away rename to personal_accesses`.execute(app.db);
  expect(await read(visitor, page)).toContain('s’est interrompue');
  await workExport({ accountId: id }, context);
  expect(await read(visitor, page)).toContain('Vos données sont prêtes');
});

test('R195 the readings of one’s private data are shown by function and body, without a name', async () => {
  const { id, visitor } = await open('lue@ville.invalid', 'Agent');
  const { id: readerId } = await open('lecteur@ville.invalid', 'Cheffe de projet');
  await recordAccess(app.db, { name: 'Cheffe de projet', accountId: readerId, onBehalfOf: bordeaux }, { accountId: id }, 'roles');
  await recordAccess(app.db, { name: 'Agent', accountId: id }, { accountId: id }, 'roles');
  const page = await read(visitor, '/compte/donnees');
  expect(page).toContain('Cheffe de projet, Bordeaux');
  expect(page.split('Votre adresse et vos mandats').length).toBe(2);
  expect(page).not.toContain('lecteur');
});

interface Column {
  table: string;
  column: string;
  type: string;
}

async function listColumns(condition: string): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.table_name as table, c.column_name as column, c.data_type as type from information_schema.columns c
    join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and ${sql.raw(condition)} order by 1, 2`.execute(app.db);
  return rows;
}

test('R195 who leaves is nowhere any more: no table holds their account, person, address, name or title, and history keeps the act', async () => {
  const title = 'Chargée unique des jumelages';
  const { id, visitor } = await open('part@ville.invalid', title);
  const { visitor: member } = await open('reste@ville.invalid', 'Agent');
  await visitor.post('/compte/fiche', { nom: 'Partante', prenom: 'Inès', courriel: 'ines@ville.invalid', telephone: '07 00 00 00 00', accord: ['function', 'name', 'mail'] });
  await visitor.post('/compte/fiche/fonctions', { fonction: 'Chargée de départ', organisme: 'Bordeaux', qualite: 'agent' });
  const { person_id: personId } = await app.db.selectFrom('accounts').select('person_id').where('id', '=', id).executeTakeFirstOrThrow();
  await member.get(`/personnes/${personId}`);
  await app.db.transaction().execute(async (tx) => {
    await sql`insert into drafts (account_id, form, field_values) values (${id}, '/x', '{}')`.execute(tx);
    await sql`insert into sheet_states (id, sheet_id, state, author) values (gen_random_uuid(), ${bordeaux}, 'x', ${title})`.execute(tx);
    await sql`insert into events (id, name, sheet_id, actor, account_id, on_behalf_of) values (gen_random_uuid(), 'test.act', ${bordeaux}, ${title}, ${id}, ${bordeaux})`.execute(tx);
    await sql`insert into proposals (id, sheet_id, act, field_values, sheet_version, account_id, author) values (gen_random_uuid(), ${bordeaux}, 'edit', '{}', 1, ${id}, ${title})`.execute(tx);
    await recordAccess(tx, { name: title, accountId: id }, { accountId: (await sql<{ id: string }>`select id from accounts where mail = 'reste@ville.invalid'`.execute(tx)).rows[0]!.id }, 'card');
    await sql`insert into contacts (sheet_id, mail, service) values (${bordeaux}, 'part@ville.invalid', 'Relations internationales') on conflict (sheet_id) do update set mail = excluded.mail`.execute(tx);
    await sql`insert into mails (id, recipient, account_id, kind, subject, text) values (gen_random_uuid(), 'part@ville.invalid', ${id}, 'digest', 's', 't')`.execute(tx);
  });
  await visitor.post('/compte/donnees/exports');

  const wrong = await visitor.post('/compte/partir', { adresse: 'pas-la-mienne@ville.invalid' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="pas-la-mienne@ville.invalid"');
  const left = await visitor.submit('/compte/partir', { adresse: 'Part@ville.invalid' });
  expect(await left.text()).toContain('Votre compte est fermé');
  expect((await visitor.get('/compte/donnees')).status).toBe(303);

  const ids = [id, personId!];
  const found: string[] = [];
  for (const { table, column } of await listColumns(`data_type = 'uuid'`)) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where ${sql.ref(column)} = any(${ids}::uuid[])`.execute(app.db);
    if (rows[0]!.n) found.push(`${table}.${column}`);
  }
  const said = /part@ville\.invalid|Partante|Inès|ines@ville|07 00 00 00 00|Nom de part|Chargée unique|Chargée de départ/.source;
  const bulk = ['sheets', 'sheet_names', 'document_passages', 'sheet_facts', 'sheet_links', 'sheet_sources', 'sheet_places', 'territory_codes'];
  for (const table of new Set((await listColumns(`data_type in ('text', 'jsonb', 'ARRAY')`)).map((one) => one.table))) {
    if (bulk.includes(table)) continue;
    const { rows } = await sql<{ text: string }>`select row::text as text from ${sql.table(table)} row where row::text ~ ${said} limit 3`.execute(app.db);
    // the last mail, which says that it is done
    found.push(...rows.filter((row) => !(table === 'mails' && row.text.includes('left'))).map((row) => `${table}: ${row.text}`));
  }
  expect(found).toEqual([]);
  const kept = await app.db.selectFrom('events').select(['actor', 'account_id', 'on_behalf_of']).where('name', '=', 'test.act').executeTakeFirstOrThrow();
  expect(kept).toEqual({ actor: 'Personne partie', account_id: null, on_behalf_of: bordeaux });
  const last = await app.db.selectFrom('mails').select(['recipient', 'account_id']).where('kind', '=', 'left').execute();
  expect(last).toEqual([{ recipient: 'part@ville.invalid', account_id: null }]);
}, 60_000);

test('every table that points at an account lets it go: leaving never fails on a table that nobody thought of', async () => {
  const { rows } = await sql<{ table: string }>`
    select conrelid::regclass::text as table from pg_constraint where contype = 'f' and confrelid in ('accounts'::regclass, 'people'::regclass) and confdeltype not in ('c', 'n')`.execute(app.db);
  expect(rows).toEqual([]);
});

test('a character of the demonstration does not leave, and the last administrator neither', async () => {
  const character = await app.signIn('administrateur');
  expect(await read(character, '/compte/partir')).not.toContain('name="adresse"');
  expect((await character.post('/compte/partir', { adresse: 'administrateur@demonstration.invalid' })).status).toBe(422);
  const { id, visitor } = await open('seule@ville.invalid', 'Administratrice');
  await app.db.transaction().execute((tx) => grantMandate(tx, instance, { accountId: id, role: 'administrator', bodyId: null }));
  await sql`update accounts set closed_at = now() where demo = 'administrateur'`.execute(app.db);
  expect(await read(visitor, '/compte/partir')).toContain('la seule personne qui administre');
  expect((await visitor.post('/compte/partir', { adresse: 'seule@ville.invalid' })).status).toBe(422);
  await sql`update accounts set closed_at = null where demo = 'administrateur'`.execute(app.db);
  expect((await visitor.post('/compte/partir', { adresse: 'seule@ville.invalid' })).status).toBe(303);
});

test('R195 each night erases what has had its time, and nothing before', async () => {
  const { id } = await open('vieux@ville.invalid', 'Agent');
  const at = (days: number) => new Date(testNow - days * 86_400_000).toISOString();
  await app.db.deleteFrom('personal_accesses').execute();
  for (const days of [10, 360, 370]) await sql`insert into personal_accesses (id, reader_function, account_id, what, at) values (gen_random_uuid(), 'Agent', ${id}, 'card', ${at(days)})`.execute(app.db);
  for (const days of [1, 6, 8]) await app.db.insertInto('data_exports').values({ id: crypto.randomUUID(), account_id: id, asked_at: at(days) }).execute();
  await workRetention({}, context);
  const count = async (table: 'personal_accesses' | 'data_exports') => (await app.db.selectFrom(table).select('id').where('account_id', '=', id).execute()).length;
  expect([await count('personal_accesses'), await count('data_exports')]).toEqual([2, 2]);
});

test('retention logs how many, never whose', async () => {
  const lines: string[] = [];
  const told = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  await workRetention({}, { ...context, log: told });
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(Object.keys(JSON.parse(line) as object).sort()).toEqual(['erased', 'hostname', 'level', 'module', 'msg', 'pid', 'tables', 'time']);
});

test('R195 a table that keeps people is declared by a module, with why, for how long, and what leaving does', async () => {
  const personal = /^(account_id|person_id|reader_id|author_id|mail|email|recipient|phone|first_name|last_name|address_typed)$/;
  const declared = new Set(listPersonal().flatMap((one) => one.tables));
  const forgotten = (await listColumns('true')).filter(({ table, column }) => personal.test(column) && !declared.has(table)).map(({ table, column }) => `${table}.${column}`);
  expect(forgotten).toEqual([]);
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public'`.execute(app.db);
  const there = new Set(rows.map((row) => row.name));
  expect([...declared].filter((table) => !there.has(table))).toEqual([]);
  for (const part of listPersonal()) for (const said of [part.what, part.why, part.seenBy, part.kept, part.whenLeft]) expect(said.trim(), part.tables.join()).toMatch(/\.$/);
});

test('docs/privacy.md is what the modules declare: `npm run privacy` writes it again', () => {
  const parts = modules.flatMap(({ name, personal = [] }) => personal.map((one) => ({ ...one, module: name })));
  expect(readFileSync('docs/privacy.md', 'utf8')).toBe(writeRegister(parts));
});

test('the public page of privacy tells the same register', async () => {
  const page = await (await app.request('/vie-privee')).text();
  for (const { what } of listPersonal()) expect(page).toContain(what.slice(0, 40).replaceAll("'", '&#39;'));
  expect(page).not.toContain('Il n’y a pas d’annuaire');
});
