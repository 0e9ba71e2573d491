import { extractText, getMeta } from 'unpdf';
import mammoth from 'mammoth';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { sql, type Db } from '~/platform/db/index.ts';
import { buildPdf, findCompiler } from './files/pdf.ts';
import { findWrongDays, mergeFields, reminderOf } from './rules.ts';

let db: Db;
let app: OpenedApp;
let organiser: Visitor;
beforeAll(async () => {
  db = await freshDatabase('world');
  app = await openApp({ db });
  organiser = await app.signIn('organisatrice-cuf');
});

const slug = 'raict-2023-2-groupe-pays-israel';
const at = (which: string) => `/fiches/session/${which}/compte-rendu`;
const idOf = async (which: string) => (await db.selectFrom('sheets').select('id').where('kind', '=', 'session').where('slug', '=', which).executeTakeFirstOrThrow()).id;
const bytesOf = async (path: string) => new Uint8Array(await (await app.request(path)).arrayBuffer());
const flat = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ');
const textOf = async (pdf: Uint8Array) => flat((await extractText(pdf, { mergePages: true })).text);

/** Every text of the minutes, to see that none moved. */
async function textsOf(sheetId: string): Promise<unknown> {
  return Promise.all([
    db.selectFrom('minutes_parts').selectAll().where('sheet_id', '=', sheetId).orderBy('position').execute(),
    db.selectFrom('meeting_roles').selectAll().where('sheet_id', '=', sheetId).orderBy('position').execute(),
    db.selectFrom('minutes_remarks').selectAll().where('sheet_id', '=', sheetId).execute(),
    db.selectFrom('meeting_sessions').select('conclusion').where('sheet_id', '=', sheetId).execute(),
  ]);
}

test('R175 a context note and an erratum stand beside published minutes, dated and signed by a function, and change nothing of them', async () => {
  const before = await textsOf(await idOf(slug));
  expect(await (await organiser.get(`/seances/${slug}`)).text()).toContain(`href="${at(slug)}"`);
  const refused = await organiser.post(`${at(slug)}/notes`, { sorte: 'note', passage: '', note: 'Séance du mardi 18 septembre 2023.', date: '2026-11-15' });
  expect([refused.status, wordsOf(await refused.text()).includes('Le 18 septembre 2023 est un lundi. Corriger le jour ou la date ?')]).toEqual([422, true]);
  expect((await organiser.post(`${at(slug)}/notes`, { sorte: 'note', passage: '', note: 'Depuis, le groupe ne s’est pas réuni.', date: '2027-01-01' })).status).toBe(422);
  expect((await organiser.post(`${at(slug)}/notes`, { sorte: 'note', passage: '', note: 'Depuis, le groupe ne s’est pas réuni.', date: '2026-11-14' })).status).toBe(303);
  const role = await db.selectFrom('meeting_roles').select('id').where('sheet_id', '=', await idOf(slug)).orderBy('position').executeTakeFirstOrThrow();
  expect((await organiser.post(`${at(slug)}/notes`, { sorte: 'erratum', passage: role.id, note: 'Lire 2011 au lieu de 2010.', date: '2026-11-15' })).status).toBe(303);
  const page = wordsOf(await (await app.request(`/seances/${slug}`)).text());
  expect(page).toContain('Note de contexte Ajouté le 14 novembre 2026 (Organisatrice des rencontres), sans toucher au texte. Depuis, le groupe ne s’est pas réuni.');
  expect(page).toMatch(/Erratum Ajouté le 15 novembre 2026 \(Organisatrice des rencontres\), sans toucher au texte. À propos de : .* Lire 2011 au lieu de 2010\./);
  expect(await textsOf(await idOf(slug))).toEqual(before);
});

test('R175 no page and no statement alters published minutes', async () => {
  for (const path of ['/parties', '/prises-de-parole', '/suites', '/relecture', '/publication']) expect((await organiser.post(at(slug) + path, { titre: 'Autre', suite: 'x' })).status).toBe(404);
  expect((await (await app.signIn('agent-bordeaux')).get(`${at(slug)}/notes`)).status).toBe(404);
  const id = await idOf(slug);
  const statements = [
    sql`update minutes_parts set text = 'autre' where sheet_id = ${id}`, sql`delete from meeting_roles where sheet_id = ${id} and reported is not null`,
    sql`update meeting_roles set reported = 'autre' where sheet_id = ${id}`, sql`insert into minutes_parts (sheet_id, position, title) values (${id}, 90, 'x')`,
    sql`update minutes set state = 'draft' where sheet_id = ${id}`, sql`delete from minutes where sheet_id = ${id}`,
    sql`update context_notes set text = 'autre' where sheet_id = ${id}`, sql`insert into minutes_follow_ups (id, sheet_id, kind, text) values (gen_random_uuid(), ${id}, 'decision', 'x')`,
  ];
  for (const statement of statements) await expect(statement.execute(db)).rejects.toMatchObject({ code: '23514' });
});

test('R168 a correction of published minutes becomes an erratum when an organiser accepts it', async () => {
  const which = 'raict-2023-4-cop-europe';
  const other = (await db.selectFrom('meeting_sessions').innerJoin('sheets', 'sheets.id', 'sheet_id').select('slug').where('number', '=', 4).where('slug', 'like', 'raict-2023-4%').executeTakeFirst())?.slug ?? which;
  const role = await db.selectFrom('meeting_roles').innerJoin('person_functions', 'person_functions.id', 'function_id').select(['meeting_roles.id', 'person_id', 'reported']).where('sheet_id', '=', await idOf(other)).where('reported', 'is not', null).orderBy('meeting_roles.position').executeTakeFirstOrThrow();
  await db.updateTable('accounts').set({ person_id: role.person_id }).where('demo', '=', 'elue-bordeaux').execute();
  const speaker = await app.signIn('elue-bordeaux');
  expect((await speaker.post(`${at(other)}/mes-mots`, { prise: role.id, mots: 'J’ai dit autre chose.' })).status).toBe(303);
  const correction = await db.selectFrom('minutes_corrections').select('id').where('role_id', '=', role.id).executeTakeFirstOrThrow();
  expect(wordsOf(await (await organiser.get(at(other))).text())).toContain('J’ai dit autre chose.');
  expect((await organiser.post(`${at(other)}/corrections/${correction.id}`, { geste: 'accepter' })).status).toBe(303);
  expect(wordsOf(await (await app.request(`/seances/${other}`)).text())).toMatch(/Erratum .*J’ai dit autre chose\./);
  expect((await db.selectFrom('meeting_roles').select('reported').where('id', '=', role.id).executeTakeFirstOrThrow()).reported).toBe(role.reported);
});

test('R168 the minutes as PDF/UA-1 and as DOCX say what the page says to everybody: silent speakers, hidden names, notes', async () => {
  const which = 'raict-2023-3-outre-mer';
  const pdf = await bytesOf(`${at(which)}.pdf`);
  expect(new TextDecoder('latin1').decode(pdf)).toContain('pdfuaid');
  expect((await getMeta(new Uint8Array(pdf))).info).toMatchObject({ Language: 'fr', Title: expect.stringContaining('') });
  const [printed, typed] = [await textOf(pdf), flat((await mammoth.extractRawText({ buffer: Buffer.from(await bytesOf(`${at(which)}.docx`)) })).value)];
  const asMember = flat(await textOf(new Uint8Array(await (await organiser.get(`${at(which)}.pdf`)).arrayBuffer())));
  for (const text of [printed, typed, asMember]) {
    for (const one of ['Première table ronde', 'Intervention non rapportée', 'Roland Dubertrand', 'Nom réservé aux membres', 'Conclusion']) expect(text).toContain(one);
    // R171, in the files too
    expect(text).toMatch(/Mardi 18 septembre 2023.*était un lundi/);
  }
  const { rows: hidden } = await sql<{ name: string }>`
    select p.last_name as name from meeting_roles r join people_named n on n.function_id = r.function_id and n.name_withheld join people p on p.id = n.person_id where r.sheet_id = ${await idOf(which)}`.execute(db);
  expect(hidden.length).toBeGreaterThan(0);
  for (const { name } of hidden) expect([printed, typed, asMember].some((text) => text.includes(name))).toBe(false);
  const html = (await mammoth.convertToHtml({ buffer: Buffer.from(await bytesOf(`${at(which)}.docx`)) })).value;
  expect(html.match(/<h1>/g)?.length).toBe(1);
  expect(html).toContain('<h2>');
});

test('what people write is text in the file, never instructions for it', () => {
  const section = { title: '#panic("titre") = x', level: 1 as const, paragraphs: ['#read("/etc/passwd") $x$ *gras* \\ // rien', '#import "x": y'], speeches: [], items: ['- #set page(width: 1pt)'] };
  const pdf = buildPdf({ title: '#panic() "]', date: null, lines: ['<label> @ref'], sections: [section], footer: '#sys.inputs' });
  return textOf(new Uint8Array(pdf)).then((text) => {
    for (const one of ['#panic("titre") = x', '#read("/etc/passwd") $x$ *gras*', '#set page(width: 1pt)', '<label> @ref', '#sys.inputs']) expect(text).toContain(one);
  });
});

test('signs that no font draws become □ in the file, which says so; without a compiler there is none', async () => {
  const section = { title: '\u{90000}\u{90001} et Kraków', level: 1 as const, paragraphs: ['Cloche \u0007, \uFFFE, `\\u{41}` "cité"'], speeches: [], items: [] };
  const text = await textOf(new Uint8Array(buildPdf({ title: 'Rencontres', date: null, lines: [], sections: [section], footer: 'Pied' })));
  for (const one of ['□□ et Kraków', 'Cloche □, □, `\\u{41}` "cité"', 'Les signes □ remplacent']) expect(text).toContain(one);
  expect(findCompiler('no-such-compiler')).toBeUndefined();
});

test('minutes that are not published have no file', async () => {
  expect((await app.request('/fiches/rencontre/forum-gsef-2023/compte-rendu.pdf')).status).toBe(404);
  expect((await app.request('/fiches/rencontre/inconnue/compte-rendu.docx')).status).toBe(404);
});

test('R171 a weekday written in a text is compared with the calendar', () => {
  expect(findWrongDays('Réunis le mardi 18 septembre 2023, puis le lundi 18 septembre 2023 et le 31 juin 2023.')).toEqual([{ written: 'mardi 18 septembre 2023', day: '2023-09-18' }]);
  expect(findWrongDays('Vendredi 1er janvier 2027 ; samedi 31 juin 2023')).toEqual([]);
});

test('fields that one person changed are merged, those that both changed are for a person', () => {
  expect(mergeFields({ a: '1', b: '1', c: '1' }, { a: '2', b: '1', c: '2' }, { a: '1', b: '3', c: '3' })).toEqual({ merged: { a: '2', b: '3' }, clashes: [{ field: 'c', theirs: '2', mine: '3' }] });
  expect([reminderOf('2026-11-30', 0, '2026-11-22'), reminderOf('2026-11-29', 0, '2026-11-22'), reminderOf('2026-11-29', 1, '2026-11-22'), reminderOf('2026-11-22', 1, '2026-11-22'), reminderOf('2026-11-20', 2, '2026-11-22')]).toEqual([0, 1, 0, 2, 0]);
});
