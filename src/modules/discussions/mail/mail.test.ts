import { pino } from 'pino';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import type { WorkContext } from '~/platform/jobs/index.ts';
import { startReceiver } from '~/platform/mail/index.ts';
import { readSettings } from '~/platform/settings.ts';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { inbox } from './inbox.ts';
import { mailQueue } from './mails.ts';
import { parseReply } from './reply-text.ts';

let app: OpenedApp;
let chair: Visitor;
let context: WorkContext;
let port: number;
let from: string;
const domain = 'reponse.jumelles.test';
const group = '/groupes/groupe-pays-japon/discussions';

beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  await sql`insert into group_members (group_id, account_id, body_id) select g.id, a.id, s.id from accounts a, sheets s, sheets g
    where a.demo = 'agent-toulouse' and s.kind = 'territory' and s.slug = 'toulouse' and g.slug = 'groupe-pays-japon'`.execute(app.db);
  await sql`insert into mail_choices (account_id, rhythm) select id, 'now' from accounts where demo = 'agent-toulouse'`.execute(app.db);
  ({ mail: from } = await app.db.selectFrom('accounts').select('mail').where('demo', '=', 'agent-toulouse').executeTakeFirstOrThrow());
  chair = await app.signIn('presidente-japon');
  const settings = readSettings({ REPLY_DOMAIN: domain, REPLY_PORT: '0' });
  context = { db: app.db, log: pino({ level: 'silent' }), settings, origin: 'http://jumelles.test', now: () => testNow, enqueue: async () => {} };
  const receiver = await startReceiver({ ...settings.replies!, host: undefined, inboxes: [inbox], context, maxBytes: 400_000 });
  port = receiver.port;
  afterAll(() => receiver.stop());
});

/** The mail that the agent of Toulouse gets of a new thread. */
async function openThread(titre: string): Promise<{ thread: string; to: string; text: string; headers: Record<string, string> }> {
  const answer = await chair.post(`${group}/nouvelle`, { titre, texte: 'Qui peut accueillir la délégation ?' });
  await mailQueue.work({}, context);
  await mailQueue.work({}, context);
  const mails = await app.db.selectFrom('mails').select(['text', 'headers', 'recipient']).where('subject', 'like', `%${titre}`).execute();
  expect(mails.map((mail) => mail.recipient)).toEqual([from]);
  const headers = mails[0]!.headers as Record<string, string>;
  return { thread: answer.headers.get('location')!, to: headers['Reply-To']!, text: mails[0]!.text, headers };
}

/** As the house's mail server hands it over. The code that it is answered, 250 when it is kept. */
async function send(mail: { to: string; text?: string; html?: string; from?: string; sender?: string; headers?: Record<string, string>; messageId?: string; attachments?: { filename: string; content: Buffer | string }[] }): Promise<number> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  try {
    await transport.sendMail({ subject: 'Re', ...mail, from: mail.from ?? from, envelope: { from: mail.sender ?? from, to: mail.to } });
    return 250;
  } catch (error) {
    return (error as { responseCode: number }).responseCode;
  } finally {
    transport.close();
  }
}
const read = async (thread: string) => wordsOf(await (await chair.get(thread)).text());

test('R147 who wants to know at once gets the message by mail, answers it, and the answer stands in the thread without what it quotes', async () => {
  const { thread, to, text, headers } = await openThread('Accueil');
  expect(text).toContain('Qui peut accueillir la délégation ?');
  expect(to).toMatch(/^reponse\+[a-z0-9-]{10,56}@reponse\.jumelles\.test$/);
  expect(to.split('@')[0]!.length).toBeLessThanOrEqual(64);
  expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const quoted = `Nous, le 12 mars.\n\nBien à vous\n\nLe dim. 15 nov. 2026 à 12:04, Jumelles <${to}> a écrit :\n${text.split('\n').map((line) => `> ${line}`).join('\n')}`;
  // Some servers write the address in capitals.
  expect(await send({ to: to.toUpperCase(), text: quoted, messageId: '<un@toulouse.test>', attachments: [{ filename: 'programme.txt', content: 'Le programme' }, { filename: 'virus.exe', content: Buffer.from('4d5a9000', 'hex') }] })).toBe(250);
  const page = await read(thread);
  expect(page).toMatch(/Agent de Toulouse .* par courriel .*Nous, le 12 mars\./);
  expect(page).not.toMatch(/a écrit|écrivez au-dessus/);
  expect(page).toContain('programme.txt');
  expect(page).toContain('Une pièce jointe du courriel n’a pas pu être gardée.');
  // The sender's server did not hear our answer, and asks again.
  expect(await send({ to, text: quoted, messageId: '<un@toulouse.test>' })).toBe(250);
  expect((await read(thread)).match(/Nous, le 12 mars/g)).toHaveLength(1);
  const file = /href="(\/discussions\/pieces\/[^"]+)"/.exec(await (await chair.get(thread)).text())![1]!;
  expect(await (await chair.get(file)).text()).toBe('Le programme');
  expect((await (await app.signIn('agent-bordeaux')).get(file)).status).toBe(404);
});

test('machines are heard and forgotten, strangers refused, and nothing is relayed', async () => {
  const { thread, to } = await openThread('Silence');
  const one = { to, text: 'Je suis absent.' };
  expect(await send({ ...one, headers: { 'Auto-Submitted': 'auto-replied' } })).toBe(250);
  expect(await send({ ...one, headers: { Precedence: 'bulk' } })).toBe(250);
  expect(await send({ ...one, sender: '' })).toBe(250);
  expect(await send({ ...one, from: 'quelquun@ailleurs.test' })).toBe(550);
  expect(await send({ ...one, to: to.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@')) })).toBe(550);
  expect(await send({ ...one, to: 'reponse+1-1-aaaaaaaaaaaaaaaaaaaaaaaa@ailleurs.test' })).toBe(550);
  expect(await send({ to, text: '> Qui peut accueillir la délégation ?' })).toBe(550);
  expect(await send({ to, text: 'a'.repeat(10_001) })).toBe(550);
  expect(await send({ to, text: 'Lourd', attachments: [{ filename: 'a.pdf', content: Buffer.alloc(400_000) }] })).toBe(552);
  expect(await read(thread)).toContain('Un message');
  expect(await send({ to, html: '<style>p{}</style><p>Avec &amp; sans <b>texte</b></p><blockquote>Qui peut</blockquote>' })).toBe(250);
  expect(await read(thread)).toContain('Avec & sans texte');
  await sql`update group_members set ended_at = now()`.execute(app.db);
  expect(await send({ to, text: 'Je suis parti.' })).toBe(550);
  await sql`update group_members set ended_at = null`.execute(app.db);
});

test('R147 one click in a mail stops the mails of that thread, without signing in', async () => {
  const { thread, headers } = await openThread('Arrêt');
  await (await app.signIn('agent-toulouse')).post(`${thread}/suivi`, { suivre: 'oui' });
  const stop = new URL(/<([^>]+)>/.exec(headers['List-Unsubscribe']!)![1]!).pathname;
  expect(wordsOf(await (await app.request(stop)).text())).toContain('Ne plus suivre');
  const answer = await app.visit().post(stop, { 'List-Unsubscribe': 'One-Click' }, { headers: { origin: 'https://fournisseur.test' } });
  expect(answer.status).toBe(200);
  await chair.post(`${thread}/messages`, { texte: 'Encore' });
  await mailQueue.work({}, context);
  expect(await app.db.selectFrom('mails').select('id').where('text', 'like', '%Encore%').execute()).toEqual([]);
  expect((await app.visit().post(`${stop.slice(0, -3)}abc`)).status).toBe(404);
});

test('what programs write above a quoted mail is not taken for the answer', () => {
  const below = '\n\nPour répondre, écrivez au-dessus de cette ligne.\n\nQuelqu’un a écrit';
  expect(parseReply('Oui.\n\nDe : Jumelles <x@y.test>\nEnvoyé : dimanche 15 novembre 2026 12:04\nÀ : moi\nObjet : Accueil' + below)).toBe('Oui.');
  expect(parseReply('Yes, gladly.\n\nOn Sun, 15 Nov 2026 at 12:04, Jumelles <x@y.test> wrote:\n> To reply, write above this line.\n> Hello')).toBe('Yes, gladly.');
  expect(parseReply(`Oui, le 12.${below}`)).toBe('Oui, le 12.');
  expect(parseReply('Une ligne\n\nune autre')).toBe('Une ligne\n\nune autre');
});
