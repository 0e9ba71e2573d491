import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeDatabase, openDatabase, sql } from '~/platform/db/index.ts';
import { freshConnection } from '../../../tests/support/database.ts';
import { startProcess } from '../../../tests/support/process.ts';
import { instance } from '~/platform/events/index.ts';
import { findInstance, updateInstance } from '~/platform/instance.ts';
import { delays, queueMail, startMailer, type Mail, type MailSettings } from './index.ts';

const connection = await freshConnection('empty');
const db = openDatabase({ ...connection, max: 4 });
afterAll(() => closeDatabase(db));
const waiting = { timeout: 10_000, interval: 25 };
const ends: (() => unknown)[] = [];
const logged: string[] = [];
const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });

beforeEach(async () => {
  await db.deleteFrom('mails').execute();
  logged.length = 0;
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

interface Received {
  raw: string;
  to: string[];
}

/** A real mail server on loopback; `refuse` may answer a recipient with an SMTP code. */
async function receive({ refuse, port = 0, slow = 0 }: { refuse?: (to: string) => number | undefined; port?: number; slow?: number } = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false, closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      const code = refuse?.(address);
      done(code ? Object.assign(new Error(`${address} is refused`), { responseCode: code }) : undefined);
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push({ raw: Buffer.concat(parts).toString(), to: envelope.rcptTo.map(({ address }) => address) });
        setTimeout(done, slow);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  ends.push(close);
  return { received, port: (server.server.address() as AddressInfo).port, close };
}

function settingsFor(port: number | null, dataDir = tmpdir()): MailSettings {
  return { smtpUrl: port === null ? undefined : `smtp://127.0.0.1:${port}`, mailFrom: 'ne-pas-repondre@jumelles.example', instanceName: 'Réseau, « Sud »', dataDir };
}

function start(settings: MailSettings, everyMs = 100) {
  const mailer = startMailer({ db, log, settings, everyMs });
  ends.push(mailer.stop);
  return mailer;
}

const queue = (mail: Partial<Mail> = {}) => db.transaction().execute((tx) => queueMail(tx, { to: 'marie@ville.example', kind: 'test', subject: 'Bonjour', text: 'Écrit en français : « ça va ».', ...mail }));
const stateOf = (id: string) => db.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

test('a mail reaches a real server as it was written, from the instance, marked as sent by a program', async () => {
  const { received, port } = await receive();
  start(settingsFor(port));
  const id = await queue({ headers: { 'List-Unsubscribe': '<https://jumelles.example/x>' } });
  await vi.waitFor(() => expect(received).toHaveLength(1), waiting);
  const mail = await PostalMime.parse(received[0]!.raw);
  expect(mail).toMatchObject({ subject: 'Bonjour', from: { name: 'Réseau, « Sud »', address: 'ne-pas-repondre@jumelles.example' }, messageId: `<${id}@jumelles.example>` });
  expect(mail.to).toEqual([{ name: '', address: 'marie@ville.example' }]);
  expect(mail.text?.trim()).toBe('Écrit en français : « ça va ».');
  expect(mail.html).toBeUndefined();
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
  expect([header('auto-submitted'), header('list-unsubscribe')]).toEqual(['auto-generated', '<https://jumelles.example/x>']);
  await vi.waitFor(async () => expect((await stateOf(id)).sent_at).not.toBeNull(), waiting);
});

test('R149 a mail leaves under the name that the instance has now, without a restart', async () => {
  const { received, port } = await receive();
  start(settingsFor(port));
  const before = await findInstance(db, 'Réseau, « Sud »');
  await db.transaction().execute((tx) => updateInstance(tx, instance, before, { ...before, name: 'Club néo-aquitain' }));
  await queue();
  await vi.waitFor(() => expect(received).toHaveLength(1), waiting);
  expect((await PostalMime.parse(received[0]!.raw)).from).toMatchObject({ name: 'Club néo-aquitain' });
  await db.deleteFrom('instance_settings').execute();
});

test('no value writes a header, a second recipient or a second mail', async () => {
  const { received, port } = await receive();
  start(settingsFor(port));
  const attack = 'a\r\nBcc: espion@mal.example\r\n\r\nautre corps';
  await queue({ subject: attack, headers: { 'X-Page': attack } });
  await queue({ to: 'marie@ville.example, espion@mal.example' });
  await queue({ to: 'marie@ville.example>\r\nRCPT TO:<espion@mal.example', subject: 'deux' });
  await queue({ text: 'un\r\n.\r\nMAIL FROM:<x@mal.example>\r\nRCPT TO:<espion@mal.example>\r\n' });
  await vi.waitFor(async () => expect(await db.selectFrom('mails').select('id').where('sent_at', 'is', null).where('failed', 'is', null).where('attempts', '=', 0).execute()).toEqual([]), waiting);
  expect(received.length).toBeGreaterThanOrEqual(2);
  expect(received.flatMap(({ to }) => to).filter((to) => to === 'espion@mal.example')).toEqual([]);
  for (const { raw } of received) {
    const { headers, bcc, cc } = await PostalMime.parse(raw);
    expect([bcc, cc, headers.filter(({ key }) => key === 'bcc')]).toEqual([undefined, undefined, []]);
  }
});

test('each mail is sent once, with two nodes sending', async () => {
  const { received, port } = await receive();
  start(settingsFor(port));
  start(settingsFor(port));
  const ids = [];
  for (let n = 0; n < 30; n++) ids.push(await queue({ subject: `n${n}` }));
  await vi.waitFor(() => expect(received.length).toBeGreaterThanOrEqual(30), waiting);
  await vi.waitFor(async () => expect(await db.selectFrom('mails').select('id').where('sent_at', 'is', null).execute()).toEqual([]), waiting);
  expect(new Set(received.map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)![1]))).toHaveProperty('size', 30);
  expect(received).toHaveLength(30);
});

test('a mail of a change that is rolled back is never sent', async () => {
  const { received, port } = await receive();
  start(settingsFor(port));
  const undone = db.transaction().execute(async (tx) => {
    await queueMail(tx, { to: 'marie@ville.example', kind: 'test', subject: 'jamais', text: '' });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await queue({ subject: 'oui' });
  await vi.waitFor(() => expect(received).toHaveLength(1), waiting);
  expect(received[0]!.raw).toContain('Subject: oui');
});

test('a server that is away loses nothing: tried again later and later, sent when it is back', async () => {
  const { port, close } = await receive();
  await close();
  start(settingsFor(port));
  const id = await queue();
  for (const [attempt, minutes] of delays.slice(0, 3).entries()) {
    await vi.waitFor(async () => expect((await stateOf(id)).attempts).toBe(attempt + 1), waiting);
    const { rows } = await sql<{ minutes: number }>`select round(extract(epoch from due_at - now()) / 60)::int as minutes from mails where id = ${id}`.execute(db);
    expect(rows[0]!.minutes).toBe(minutes);
    await db.updateTable('mails').set({ due_at: sql`now()` }).where('id', '=', id).execute();
  }
  const back = await receive({ port });
  await db.updateTable('mails').set({ due_at: sql`now()` }).where('id', '=', id).execute();
  await vi.waitFor(() => expect(back.received).toHaveLength(1), waiting);
});

test('a mail is given up after days, or at once when the server refuses the recipient for good; logs never name who', async () => {
  const { received, port } = await receive({ refuse: (to) => (to.startsWith('inconnu') ? 550 : to.startsWith('attente') ? 451 : undefined) });
  start(settingsFor(port));
  const [unknown, greylisted, old] = [await queue({ to: 'inconnu@ville.example' }), await queue({ to: 'attente@ville.example' }), await queue({ to: 'attente.longue@ville.example', dueAt: new Date(Date.now() + 3_600_000).toISOString() })];
  await vi.waitFor(async () => expect((await stateOf(unknown)).failed).toContain('550'), waiting);
  await vi.waitFor(async () => expect(await stateOf(greylisted)).toMatchObject({ attempts: 1, failed: null }), waiting);
  await db.updateTable('mails').set({ attempts: delays.length, due_at: sql`now()` }).where('id', '=', old).execute();
  await vi.waitFor(async () => expect((await stateOf(old)).failed).toContain('451'), waiting);
  expect(delays.reduce<number>((sum, minutes) => sum + minutes, 0)).toBeGreaterThan(4 * 24 * 60);
  expect(received).toEqual([]);
  expect(logged.length).toBeGreaterThanOrEqual(3);
  expect(logged.join('')).not.toMatch(/inconnu|attente|ville\.example/);
  const reasons = await db.selectFrom('mails').select('failed').execute();
  expect(JSON.stringify(reasons)).not.toMatch(/ville\.example/);
});

test('a stop in the middle of a sending waits for it: it is sent, and once', async () => {
  const { received, port } = await receive({ slow: 400 });
  const mailer = start(settingsFor(port));
  const id = await queue();
  await vi.waitFor(() => expect(received).toHaveLength(1), waiting);
  await mailer.stop();
  expect((await stateOf(id)).sent_at).not.toBeNull();
  start(settingsFor(port));
  await queue({ subject: 'suivant' });
  await vi.waitFor(() => expect(received).toHaveLength(2), waiting);
  expect(received[1]!.raw).toContain('suivant');
});

test('a link to sign in does not wait behind a thousand digests', async () => {
  for (let n = 0; n < 20; n++) await queue({ kind: 'digest' });
  await queue({ kind: 'sign-in', subject: 'lien' });
  const { received, port } = await receive();
  start(settingsFor(port));
  await vi.waitFor(() => expect(received.length).toBeGreaterThan(0), waiting);
  expect(received[0]!.raw).toContain('Subject: lien');
});

test('addresses reserved for examples are never given to a server', async () => {
  const { received, port } = await receive();
  start(settingsFor(port));
  const id = await queue({ to: 'agent-bordeaux@demonstration.invalid' });
  await vi.waitFor(async () => expect((await stateOf(id)).failed).toBe('reserved'), waiting);
  expect(received).toEqual([]);
});

test('without a server each mail is a whole file that only its owner reads', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'jumelles-mails-'));
  ends.push(() => rm(dataDir, { recursive: true, force: true }));
  start(settingsFor(null, dataDir));
  const id = await queue({ subject: 'Votre lien d’entrée', html: '<p>Bonjour</p>' });
  await vi.waitFor(async () => expect((await stateOf(id)).sent_at).not.toBeNull(), waiting);
  expect(await readdir(path.join(dataDir, 'mails'))).toEqual([`${id}.eml`]);
  const mail = await PostalMime.parse(await readFile(path.join(dataDir, 'mails', `${id}.eml`)));
  expect(mail).toMatchObject({ subject: 'Votre lien d’entrée', to: [{ address: 'marie@ville.example' }] });
  expect(mail.html).toContain('Bonjour');
});

test('a node killed again and again while it sends loses nothing: every mail arrives, twice at most under one Message-ID', async () => {
  const { received, port } = await receive({ slow: 30 });
  const ids: string[] = [];
  for (let n = 0; n < 40; n++) ids.push(await queue({ subject: `n${n}` }));
  const waits = async () => (await db.selectFrom('mails').select('id').where('sent_at', 'is', null).execute()).length;
  let kills = 0;
  while ((await waits()) > 8 && kills < 12) {
    const node = startProcess('tests/machine/mailer.ts', [JSON.stringify(connection), `smtp://127.0.0.1:${port}`], { cwd: process.cwd() });
    await node.says('sending');
    const before = received.length;
    await vi.waitFor(() => expect(received.length).toBeGreaterThan(before + (kills % 3)), waiting);
    await node.kill('SIGKILL');
    kills += 1;
  }
  expect(kills).toBeGreaterThan(1);
  start(settingsFor(port));
  await vi.waitFor(async () => expect(await waits()).toBe(0), { timeout: 30_000, interval: 50 });
  const seen = received.map(({ raw }) => /^Message-ID: <(.+)@/im.exec(raw)![1]!);
  expect(new Set(seen)).toEqual(new Set(ids));
  expect(seen.length - ids.length).toBeLessThanOrEqual(kills);
}, 120_000);
