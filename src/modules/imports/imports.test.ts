import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { createMeeting } from '~/modules/meetings/index.ts';
import { instance } from '~/platform/events/index.ts';
import { sql } from '~/platform/db/index.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { runBatch, runQueue } from './run.ts';

let app: OpenedApp;
let animator: Visitor;
let organiser: Visitor;

beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  animator = await app.signIn('animatrice-reseau');
  organiser = await app.signIn('organisatrice-cuf');
});

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replaceAll('&#39;', '’').replace(/[\s\u00a0\u202f]+/g, ' ');
const network = async (slug: string) => (await app.db.selectFrom('sheets').select('id').where('kind', '=', 'network').where('slug', '=', slug).executeTakeFirstOrThrow()).id;
const work = () => runQueue.work({}, { db: app.db } as never);

/** The annex of the launch of 1 April 2022, as the seed writes it. */
const launch = readFileSync('tests/support/lancement-2022.csv', 'utf8');

async function meeting(slug: string): Promise<string> {
  const owner = await network('so-cooperation');
  const made = await app.db.transaction().execute((tx) => createMeeting(tx, instance, { slug, title: `Essai ${slug}`, state: { state: 'held' }, ownerId: owner }));
  if ('refused' in made) throw new Error(made.refused);
  return made.id;
}

async function bring(visitor: Visitor, path: string, fields: Record<string, string>): Promise<string> {
  const answer = await visitor.post(path, fields);
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location')!, 'http://x').pathname;
}

test('R169 R195 the list of the launch gives 36 people, 7 élus, 13 authorities, three spellings of one département, and no name to anybody', async () => {
  const id = await meeting('lancement-rejoue');
  const page = await bring(animator, '/fiches/rencontre/lancement-rejoue/liste-des-presents', { lignes: launch });
  const dry = words(await (await animator.get(page)).text());
  expect(dry).toContain('36 personnes, dont 7 élus, pour 13 collectivités');
  expect(dry).toContain('Catherine BAYLOU');
  expect(dry).toMatch(/À écrire, puis à compléter\. La structure n’est pas dite\./);
  expect(await app.db.selectFrom('attendances').select('number').where('meeting_id', '=', id).execute()).toEqual([]);
  expect((await animator.post(`${page}/lancement`)).status).toBe(303);
  await work();
  expect(words(await (await animator.get(page)).text())).toMatch(/Écrite, à compléter\. La structure n’est pas dite\./);
  const { rows } = await sql<{ n: number; authorities: number; charente: number }>`
    select count(*)::int as n, count(distinct authority_id)::int as authorities, count(*) filter (where s.slug like '%charente-maritime')::int as charente
    from attendances a left join sheets s on s.id = a.authority_id where meeting_id = ${id}`.execute(app.db);
  expect(rows[0]).toEqual({ n: 36, authorities: 13, charente: 4 });
  const shown = words(await (await app.request('/rencontres/lancement-rejoue')).text());
  expect(shown).toMatch(/36 personnes/);
  expect(shown).toMatch(/7 élus/);
  expect(shown).toMatch(/13 collectivités/);
  expect(shown).toMatch(/11/);
  expect(shown).not.toMatch(/Baylou|Renouard|Courant/i);
  expect((await app.request(page)).status).toBe(303);
  for (const other of [organiser, await app.signIn('agent-bordeaux'), await app.signIn('citoyenne-toulouse')]) expect((await other.get(page)).status).toBe(404);
});

test('R200 brought a second time, nothing is written twice', async () => {
  const page = await bring(animator, '/fiches/rencontre/lancement-rejoue/liste-des-presents', { lignes: launch });
  expect(words(await (await animator.get(page)).text())).toContain('36 lignes déjà connues');
});

test('R016 R159 a list of members: spellings without any alias give one sheet, doubles and unknown names come back with their reason, good lines are kept', async () => {
  const sheet = [['Collectivité', 'Élue référente', 'Nom', 'Prénom', 'Fonction'], ['CD Charente-Maritime', '', 'Martin', 'Zoé', 'Conseillère départementale'], ['Conseil Général de la Charente Maritime', '', '', '', ''],
    ['Département de Charente-Maritime', '', '', '', ''], ['Mairie de Lormont', '', '', '', ''], ['La Rochelle', '', '', '', ''], ['Atlantide', '', '', '', ''], ['33063', '', '', '', '']];
  const file = await writeXlsxFile(sheet.map((row) => row.map((value) => ({ value }))) as never).toBuffer();
  const form = new FormData();
  form.set('reseau', await network('so-cooperation'));
  form.set('fichier', new File([new Uint8Array(file)], 'membres.xlsx'));
  const answer = await animator.post('/imports', form);
  const page = new URL(answer.headers.get('location')!, 'http://x').pathname;
  const dry = words(await (await animator.get(page)).text());
  expect(dry).toContain('Une colonne n’est pas lue');
  expect(dry).toContain('Aucune structure connue ne porte ce nom.');
  expect(dry).toContain('Plusieurs collectivités portent ce nom.');
  const rochelle = await app.db.selectFrom('territories').select('sheet_id').where('insee', '=', '17300').executeTakeFirstOrThrow();
  await animator.post(`${page}/choix`, { 'ligne-6': rochelle.sheet_id });
  await animator.post(`${page}/lancement`);
  await work();
  const { rows } = await sql<{ slug: string }>`select s.slug from sheet_links l join sheets s on s.id = l.to_id where l.from_id = ${await network('so-cooperation')} and l.role = 'member' order by 1`.execute(app.db);
  expect(rows.map((row) => row.slug).filter((slug) => /charente|lormont|rochelle|^bordeaux$/.test(slug))).toEqual(expect.arrayContaining(['lormont', 'bordeaux']));
  expect(rows.filter((row) => /charente-maritime/.test(row.slug)).length).toBe(1);
  expect(rows.filter((row) => /rochelle/.test(row.slug)).length).toBe(1);
  const rest = await (await animator.get(`${page}/lignes-a-revoir.csv`)).text();
  expect(rest).toContain('Atlantide');
  expect(rest).toContain('Dit à la ligne');
  expect(rest).not.toContain('Lormont');
  // an elected official too is hidden until they agree
  expect(words(await (await app.request('/personnes?q=Martin')).text())).not.toContain('Zoé Martin');
});

test('a line has the number that its spreadsheet shows: the titles are line 1, an empty row counts', async () => {
  await meeting('lignes-vides');
  const page = await bring(animator, '/fiches/rencontre/lignes-vides/liste-des-presents', { lignes: 'Nom;Prénom;Collectivité;Fonction\n\nEssai;Ana;Mairie de Cenon;Agente\n;;;\nEssai;Ana;Mairie de Cenon;Agente' });
  expect(words(await (await animator.get(page)).text())).toMatch(/ 5 Ana Essai .*Dit à la ligne 3\./);
});

test('more names to settle than one page asks for: the next come when the first are settled', async () => {
  await meeting('cent-rochelais');
  const lines = ['Nom;Prénom;Collectivité;Fonction', ...Array.from({ length: 101 }, (_, n) => `Essai${n};Ana;La Rochelle;Agente`)].join('\n');
  const page = await bring(animator, '/fiches/rencontre/cent-rochelais/liste-des-presents', { lignes: lines });
  const isAsked = async (line: number) => (await (await animator.get(page)).text()).includes(`name="ligne-${line}"`);
  expect([await isAsked(101), await isAsked(102)]).toEqual([true, false]);
  await animator.post(`${page}/choix`, { 'ligne-2': 'skip' });
  expect([await isAsked(2), await isAsked(102)]).toEqual([false, true]);
});

test('R159 killed in the middle, the work goes on where it stopped and writes nothing twice', async () => {
  const id = await meeting('grande-reunion');
  const lines = ['Nom;Prénom;Collectivité;Fonction', ...Array.from({ length: 120 }, (_, n) => `Essai${n};Ana;Mairie de Cenon;Agente`)].join('\n');
  const page = await bring(animator, '/fiches/rencontre/grande-reunion/liste-des-presents', { lignes: lines });
  await animator.post(`${page}/lancement`);
  const list = page.split('/').at(-1)!;
  await app.db.transaction().execute((tx) => runBatch(tx, list));
  await expect(app.db.transaction().execute(async (tx) => { await runBatch(tx, list); throw new Error('killed'); })).rejects.toThrow('killed');
  expect(words(await (await animator.get(page)).text())).toContain('50 lignes lues sur 120');
  await work();
  expect((await app.db.selectFrom('attendances').select('number').where('meeting_id', '=', id).execute()).length).toBe(120);
});

test('what is no list is refused in a sentence, and what was pasted comes back', async () => {
  const at = { reseau: await network('so-cooperation') };
  for (const [lignes, sentence] of [['', 'Choisissez un fichier, ou collez des lignes.'], ['Nom;Fonction', 'aucune ligne'], ['<b>x</b>\n\u0001', 'ni un CSV']] as const) {
    const answer = await animator.post('/imports', { ...at, lignes });
    expect([sentence, answer.status]).toEqual([sentence, 422]);
    expect(words(await answer.text())).toContain(sentence);
  }
  expect((await animator.post('/imports', { reseau: await network('cuf'), lignes: 'Collectivité\nCenon' })).status).toBe(422);
  const page = await bring(animator, '/imports', { ...at, lignes: 'A;B\n=cmd();Cenon' });
  expect((await animator.post(`${page}/lancement`)).status).toBe(422);
  await animator.post(`${page}/colonnes`, { colonne: ['', 'collectivite'] });
  expect(words(await (await animator.get(page)).text())).toContain('1 ligne à écrire');
});
