import { Document, Packer, Paragraph } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { readText, workTexts } from './texts.ts';

let app: OpenedApp;
let chair: Visitor;
let guest: Visitor;
const documents = '/groupes/groupe-pays-japon/documents';
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase('world') });
  [chair, guest] = [await app.signIn('presidente-japon'), await app.signIn('expert-invite')];
});

/** A page of text as a PDF, whole or kept by a password. */
function makePdf(text: string, locked = false): Uint8Array {
  const stream = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
  const encrypt = locked ? `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<00> <00>]` : '';
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>', `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
  let out = '%PDF-1.4\n';
  const at = objects.map((object, index) => {
    const start = out.length;
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${at.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')}`;
  return strToU8(`${out}${table}trailer << /Size 6 /Root 1 0 R ${encrypt} >>\nstartxref\n${out.length}\n%%EOF\n`);
}

function makeOdt(paragraphs: string[], manifest = '<manifest:manifest xmlns:manifest="m"/>'): Uint8Array {
  const content = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>${paragraphs.map((one) => `<text:p>${one}</text:p>`).join('')}</office:text></office:body></office:document-content>`;
  return zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': strToU8(content), 'META-INF/manifest.xml': strToU8(manifest) });
}

const makeDocx = async (text: string) => new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(text)] }] })));

const formOf = (fields: Record<string, string>, file?: { name: string; bytes: Uint8Array }) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file) form.set('fichier', new File([file.bytes as Uint8Array<ArrayBuffer>], file.name));
  return form;
};
const addressOf = (response: Response) => new URL(response.headers.get('location')!, 'http://x').pathname;
const read = async (visitor: Visitor, path: string) => wordsOf(await (await visitor.get(path)).text());

test('R147 documents are added, found by the words inside, and only by the group’s people', async () => {
  const files = [
    { titre: 'Convention type', name: 'convention.pdf', bytes: makePdf('La commune de Kyoto accueille la delegation des maires') },
    { titre: 'Note sur l’eau', name: 'note.docx', bytes: await makeDocx('Les réseaux d’assainissement des préfectures') },
    { titre: 'Ordre du jour', name: 'ordre.odt', bytes: makeOdt(['Points à traiter', 'Préparation de Shizuoka', 'Calendrier<text:s/>2027']) },
  ];
  for (const { titre, ...file } of files) expect((await chair.post(`${documents}/nouveau`, formOf({ titre }, file))).status).toBe(303);
  expect(await read(guest, documents)).toContain('3 documents');
  expect(await read(guest, documents)).toContain('n’est pas encore lu');
  await workTexts(app.db);
  for (const [words, title] of [['maire', 'Convention type'], ['assainissement préfecture', 'Note sur l’eau'], ['preparation shizuoka', 'Ordre du jour'], ['eau', 'Note sur l’eau']] as const) {
    const html = await (await guest.get(`${documents}?q=${encodeURIComponent(words)}`)).text();
    expect(`${words}: ${wordsOf(html)}`).toContain(title);
    expect(wordsOf(html)).toContain('1 document pour');
    if (words !== 'eau') expect(html).toContain('<mark');
  }
  expect(await read(chair, `${documents}?q=volcan`)).toContain('Aucun document du groupe ne contient ces mots');
  const agent = await app.signIn('agent-toulouse');
  for (const path of [documents, `${documents}?q=maire`, `${documents}/nouveau`]) expect((await agent.get(path)).status).toBe(404);
  expect((await app.request(documents, { redirect: 'manual' })).status).toBe(303);
  expect((await (await app.request('/recherche?q=assainissement')).text())).not.toContain('Note sur l’eau');
});

test('R147 a document keeps its versions: who, when, what changed; a second editor is told instead of overwriting; removed, it is erased', async () => {
  const added = await chair.post(`${documents}/nouveau`, formOf({ titre: 'Budget' }, { name: 'budget.txt', bytes: strToU8('Premier budget') }));
  const path = addressOf(added);
  const seen = /name="version" value="(\d+)"/.exec(await (await chair.get(path)).text())![1]!;
  const next = { name: 'budget.txt', bytes: strToU8('Second budget, annexe comprise') };
  expect((await chair.post(`${path}/versions`, formOf({ titre: 'Budget', version: seen, change: 'Annexe ajoutée' }, next))).status).toBe(303);
  const late = await chair.post(`${path}/versions`, formOf({ titre: 'Budget 2', version: seen, change: 'Autre idée' }, next));
  expect(late.status).toBe(409);
  const kept = await late.text();
  expect(wordsOf(kept)).toContain('Quelqu’un a modifié ce document');
  expect(kept).toContain('Autre idée');
  expect(wordsOf(kept)).toContain('Fichier déjà reçu : budget.txt');
  const fileless = await chair.post(`${path}/versions`, formOf({ titre: 'Budget', version: '2', change: 'Sans fichier' }));
  expect(fileless.status).toBe(422);
  expect(await fileless.text()).toMatch(/Choisissez un fichier.*Sans fichier/s);
  const page = await read(guest, path);
  expect(page).toContain('Annexe ajoutée');
  expect(page).toContain('Présidente du groupe-pays Japon');
  expect(await (await guest.get(`${path}/versions/1/fichier`)).text()).toBe('Premier budget');
  expect(await (await guest.get(`${path}/versions/2/fichier`)).text()).toContain('annexe comprise');
  expect((await guest.get(`${path}/versions/3/fichier`)).status).toBe(404);
  expect((await guest.post(`${path}/versions`, formOf({ titre: 'X', version: '2' }))).status).toBe(404);
  expect((await guest.post(`${path}/retrait`)).status).toBe(404);
  const before = await app.db.selectFrom('files').select('id').where('kept', '=', true).execute();
  expect((await chair.post(`${path}/retrait`)).status).toBe(303);
  const after = await app.db.selectFrom('files').select('id').where('kept', '=', true).execute();
  expect(before.length - after.length).toBe(2);
  for (const gone of [path, `${path}/versions/1/fichier`]) expect((await guest.get(gone)).status).toBe(404);
  expect(await read(guest, documents)).not.toContain('Budget');
});

test('R147 a file that is not one is refused with what was typed; a broken, locked or empty one says so', async () => {
  const refused = await chair.post(`${documents}/nouveau`, formOf({ titre: 'Programme' }, { name: 'x.exe', bytes: new Uint8Array([77, 90, 0, 1, 2, 3]) }));
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(wordsOf(page)).toContain('n’est pas d’une sorte acceptée');
  expect(page).toContain('value="Programme"');
  expect((await readText(makePdf('secret', true), 'application/pdf')).reading).toBe('locked');
  expect((await readText(strToU8('%PDF-1.4 rien'), 'application/pdf')).reading).toBe('broken');
  const odt = 'application/vnd.oasis.opendocument.text';
  expect((await readText(makeOdt([]), odt)).reading).toBe('empty');
  expect((await readText(makeOdt(['x'], '<manifest:encryption-data/>'), odt)).reading).toBe('locked');
  const locked = await chair.post(`${documents}/nouveau`, formOf({ titre: 'Coffre' }, { name: 'coffre.pdf', bytes: makePdf('secret', true) }));
  await workTexts(app.db);
  expect(await read(guest, addressOf(locked))).toContain('protégé par un mot de passe');
});

test('R147 a file that unfolds without end, or never ends, is left aside and the next is read', async () => {
  const bomb = zipSync({ 'content.xml': new Uint8Array(61 * 1024 * 1024) }, { level: 1 });
  expect((await readText(bomb, 'application/vnd.oasis.opendocument.text')).reading).toBe('broken');
  expect(await readText(makePdf('lent'), 'application/pdf', 0.001)).toEqual({ reading: 'broken', text: '', cut: false });
  await chair.post(`${documents}/nouveau`, formOf({ titre: 'Qui tue' }, { name: 'tue.txt', bytes: strToU8('jamais lu') }));
  await app.db.updateTable('group_document_versions').set({ tries: 2 }).where('reading', '=', 'waiting').execute();
  await workTexts(app.db);
  expect(await read(guest, documents)).toContain('n’a pas pu être lu');
  const long = await readText(strToU8('mot '.repeat(300_000)), 'text/plain; charset=utf-8');
  expect([long.reading, long.cut, long.text.length]).toEqual(['read', true, 400_000]);
}, 30_000);
