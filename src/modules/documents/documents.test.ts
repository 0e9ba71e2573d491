import { beforeAll, expect, test } from 'vitest';
import figures from '~root/db/demo/figures.json';
import { instance } from '~/platform/events/index.ts';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { addPassage } from './commands.ts';
import { mayCarry } from './rules.ts';

let opened: OpenedApp;
let read: (path: string) => Promise<string>;
let archipel: string;
beforeAll(async () => {
  opened = await openApp();
  read = async (path) => (await opened.request(path)).text();
  archipel = await read('/documents/archipel-citoyen-toulouse');
});

const partOf = (html: string, id: string) => html.split('<section').find((part) => part.includes(`id="${id}"`)) ?? '';

test('R186 the citizens’ text of Toulouse can be read by parts: objectives, diagnosis, record, recommendations, sources', () => {
  const ids = ['objectives', 'diagnosis', 'record', 'recommendations', 'sources'];
  const at = ids.map((id) => archipel.indexOf(`id="${id}"`));
  expect(at.every((place) => place > 0)).toBe(true);
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(partOf(archipel, 'objectives')).toContain('transition écologique');
  expect(partOf(archipel, 'diagnosis')).toContain('subventions européennes');
});

test('R187 it cites its sources with links, and each passage its line', () => {
  const sources = partOf(archipel, 'sources');
  for (const url of ['https://www.toulouse.fr/web/la-mairie/europe-international', 'http://www.euroregio.eu/fr', 'https://www.un.org/']) expect(sources).toContain(`href="${url}`);
  expect(partOf(archipel, 'recommendations')).toContain('l. 16');
});

test('R188 opinions stand under their author’s name, apart from facts', () => {
  const record = partOf(archipel, 'record');
  const [facts, opinions] = record.split('<figure');
  expect(facts).toContain('treize villes partenaires');
  expect(facts).not.toContain('politique clairement identifiée');
  expect(opinions).toContain('Selon Archipel Citoyen');
  expect(opinions).toContain('politique clairement identifiée');
  expect(archipel).not.toContain('Le vrai bilan du maire');
});

test('R188 an opinion is refused in a document that is not one of opinion', async () => {
  expect(mayCarry('official', 'opinion')).toBe(false);
  expect(mayCarry('opinion', 'opinion')).toBe(true);
  expect(mayCarry('minutes', 'fact')).toBe(true);
  const db = await freshDatabase();
  const write = db.transaction().execute((tx) =>
    addPassage(tx, instance, { part: 'record', nature: 'opinion', text: 'Tout va bien.', url: null, source: { document: 'bordeaux-strategie-2020-2026' } }),
  );
  await expect(write).rejects.toThrow(RangeError);
});

test('R198 every document that a sheet cites has a page that says its author and date', async () => {
  const cited = await opened.db.selectFrom('sheet_sources').innerJoin('documents', 'documents.id', 'document_id').select(['documents.id', 'documents.author']).distinct().execute();
  expect(cited.length).toBeGreaterThanOrEqual(5);
  for (const { id, author } of cited) {
    const html = await read(`/documents/${id}`);
    expect(html, id).toContain(author.replaceAll('&', '&amp;').replaceAll("'", '&#39;').slice(0, 12));
    expect(html).toMatch(/\d{4}|date inconnue/);
  }
});

test('R198 a document lists the sheets that lean on it, by kind, with the lines that speak of them', async () => {
  const html = await read('/documents/bordeaux-strategie-2020-2026?genre=partenariat');
  expect(html).toContain('href="/partenariats/bordeaux-lima"');
  expect(html).toMatch(/l\. \d+/);
  expect(html).not.toContain('href="/reseaux/');
  expect((await opened.request('/documents/bordeaux-strategie-2020-2026?page=99999&genre=rien')).status).toBe(200);
  expect((await opened.request('/documents/inconnu')).status).toBe(404);
});

test('a draft is in no document’s list', async () => {
  const drafts = await opened.db.selectFrom('sheets').innerJoin('sheet_sources', 'sheet_sources.sheet_id', 'sheets.id').select(['slug', 'kind', 'document_id']).where('visibility', '<>', 'public').where('kind', '=', 'partnership').execute();
  expect(drafts.length).toBeGreaterThan(3);
  for (const id of new Set(drafts.map((draft) => draft.document_id))) {
    const html = await read(`/documents/${id}?genre=partenariat`);
    for (const draft of drafts) expect(html).not.toContain(`/partenariats/${draft.slug}"`);
  }
});

test('R042 none of the 65 figures is lost: each is on a sheet, or on the page of its document', async () => {
  const facts = await opened.db.selectFrom('sheet_facts').select(['field', 'value']).execute();
  const loose = await opened.db.selectFrom('document_figures').select(['label', 'value']).execute();
  const starts = new Set((await opened.db.selectFrom('sheets').select('start_date').where('kind', '=', 'network').execute()).map((row) => row.start_date));
  const lost = figures.filter((figure) => !figure.shownBy && !facts.some((fact) => fact.field === `figure.${figure.id}`) && !loose.some((one) => one.label === figure.label)
    && !facts.some((fact) => !fact.field.startsWith('figure.') && fact.value === figure.value) && !starts.has(figure.value));
  expect(lost.map((figure) => figure.id)).toEqual([]);
  expect(await read('/documents/raict-2023')).toMatch(/1.023/);
  expect(await read('/financements/meae-appels-argentine')).toContain('55 projets');
});

test('R042 a figure stands on the sheet of what it measures with its qualifier, its date and its source', async () => {
  const shizuoka = (await read('/territoires/shizuoka')).replace(/[\u00a0\u202f]/g, ' ');
  expect(shizuoka).toContain('environ 700 000');
  expect(shizuoka).toMatch(/href="\/documents\/raict-2023"[^>]*>Source : 2023, l\. 293/);
  expect(await read('/rencontres/lancement-plateforme-na-2022')).toContain('Au 1er avril 2022.');
});

test('the launch of the Nouvelle-Aquitaine platform keeps its needs, its goals and the names to choose from', async () => {
  const html = await read('/documents/nouvelle-aquitaine-2022');
  expect(partOf(html, 'needs').match(/<li/g)).toHaveLength(9);
  expect(partOf(html, 'goals').match(/<li/g)).toHaveLength(7);
  expect(partOf(html, 'name')).toContain('Réseau néo-aquitain');
});
