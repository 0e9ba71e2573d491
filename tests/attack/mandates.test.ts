import { beforeAll, expect, test } from 'vitest';
import { openDatabase, closeDatabase, sql, type Db } from '~/platform/db/index.ts';
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
  const writer = await createMember(app, { mail: 'publie@attaque.example', mandates: [{ role: 'agent', kind: 'territory', slug: 'bordeaux' }] });
  const { id: siege } = await db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'bordeaux').executeTakeFirstOrThrow();
  const publish = async (from: OpenedApp, n: number) => {
    const visitor = from.visit();
    visitor.cookies.set('session', writer.cookie.slice('session='.length));
    return visitor.post('/nouveau/organisation', { nom: `Association ${n} de trop`, nature: 'association', pays: 'FR', siege });
  };
  const published = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => publish(app, n)));
  expect(published.filter(({ status }) => status === 303).length).toBeGreaterThan(0);
  const refused = await publish(restarted, 8);
  expect([refused.status, (await refused.text()).includes('Vous avez créé beaucoup de fiches')]).toEqual([422, true]);
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
  const transport = openTransport({ smtpUrl: undefined, mailFrom: 'jumelles@jumelles.test', instanceName: 'Jumelles\r\nBcc: vole@mechant.example', dataDir: folder });
  await transport.send({ id: '1', from: 'Jumelles\r\nBcc: vole@mechant.example', recipient: 'a@b.fr\r\nBcc: vole@mechant.example', subject: 'Sujet\r\nBcc: vole@mechant.example\r\n\r\n<p>x', text: 'Texte', html: null, headers: { 'List-Unsubscribe': '<http://x>\r\nBcc: vole@mechant.example' } });
  const [name] = await readdir(path.join(folder, 'mails'));
  const written = await readFile(path.join(folder, 'mails', name!), 'utf8');
  await rm(folder, { recursive: true });
  expect(written.split('\r\n\r\n')[0]!.split(/\r\n(?![ \t])/).filter((line) => /^bcc:/i.test(line))).toEqual([]);
});
