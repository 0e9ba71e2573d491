import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { linksOf, wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let agent: Visitor;
let elected: Visitor;
let read: (path: string) => Promise<string>;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  read = async (path) => wordsOf(await (await app.request(path)).text());
  agent = await app.signIn('agent-bordeaux');
  elected = await app.signIn('elue-bordeaux');
});

const idOf = async (kind: string, slug: string) => (await app.db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;
const wordsFor = async (visitor: Visitor, path: string) => wordsOf(await (await visitor.get(path)).text());
const act = (visitor: Visitor, slug: string, name: string, fields: Record<string, string | string[]>) => visitor.post(`/fiches/strategie/${slug}/gestes/${name}`, fields);

async function correct(visitor: Visitor, path: string, fields: Record<string, string | string[]>) {
  const form = readFormOf(await (await visitor.get(path)).text());
  return visitor.post(path, { ...form.fields, ...fields });
}

test('R053 R062 an authority prepares the version of its next period: nobody else sees it', async () => {
  const answer = await agent.post('/nouveau/strategie', { titre: 'Bordeaux et le monde', sorte: 'strategie', debut: '2027', fin: '2032', suit: await idOf('strategy', 'bordeaux-2020-2026'), 'source.debut.titre': 'Délibération de l’essai' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/strategies/bordeaux-2027-2032']);
  expect(await wordsFor(agent, '/strategies/bordeaux-2027-2032')).toMatch(/Délibération de l’essai.*En préparation|En préparation.*Délibération de l’essai/);
  expect((await app.request('/strategies/bordeaux-2027-2032')).status).toBe(404);
  const toulouse = await app.signIn('agent-toulouse');
  expect((await toulouse.get('/strategies/bordeaux-2027-2032')).status).toBe(404);
  expect((await toulouse.get('/fiches/strategie/bordeaux-2027-2032/modifier')).status).toBe(404);
});

test('R053 a strategy covers several years, and its end follows its beginning', async () => {
  for (const [debut, fin, words] of [['2027', '2027', 'porte sur plusieurs années'], ['2027', '2020', 'La fin vient avant le début']] as const) {
    const answer = await agent.post('/nouveau/strategie', { titre: 'Essai', sorte: 'strategie', debut, fin });
    expect([fin, answer.status]).toEqual([fin, 422]);
    expect(wordsOf(await answer.text())).toContain(words);
  }
});

test('R062 it renews one strategy of its own authority, once', async () => {
  const other = await agent.post('/nouveau/strategie', { titre: 'Essai', sorte: 'strategie', suit: await idOf('strategy', 'nouvelle-aquitaine-2022') });
  expect(wordsOf(await other.text())).toContain('de la même collectivité');
  const taken = await agent.post('/nouveau/strategie', { titre: 'Essai', sorte: 'strategie', suit: await idOf('strategy', 'bordeaux-2020-2026') });
  expect(wordsOf(await taken.text())).toContain('Une autre stratégie renouvelle déjà celle-ci');
});

test('R056 objectives are numbered once in a strategy; renumbering onto another is refused', async () => {
  const strategie = await idOf('strategy', 'bordeaux-2027-2032');
  expect(linksOf(await (await agent.get('/strategies/bordeaux-2027-2032')).text())).toContain(`/nouveau/objectif?strategie=${strategie}`);
  for (const [numero, titre] of [['1', 'Coopérer autrement'], ['2', 'Rendre compte chaque année']] as const) {
    expect((await agent.post('/nouveau/objectif', { strategie, numero, titre, court: titre, engagements: 'Le dire\nLe faire' })).status).toBe(303);
  }
  const twice = await agent.post('/nouveau/objectif', { strategie, numero: '2', titre: 'Un troisième', court: 'Un troisième' });
  expect(twice.status).toBe(422);
  expect(wordsOf(await twice.text())).toContain('Ce numéro est déjà celui d’un autre objectif');
  const renumbered = await correct(agent, '/fiches/objectif/bordeaux-2027-2032-2/modifier', { numero: '1' });
  expect(renumbered.status).toBe(422);
  expect((await correct(agent, '/fiches/objectif/bordeaux-2027-2032-2/modifier', { numero: '3', court: 'Rendre compte' })).status).toBe(303);
  expect(await wordsFor(agent, '/objectifs/bordeaux-2027-2032-2')).toContain('Objectif 3');
  expect((await app.request('/objectifs/bordeaux-2027-2032-2')).status).toBe(404);
});

test('R056 an objective is added to a strategy that one keeps, and to no other', async () => {
  const toulouse = await app.signIn('agent-toulouse');
  const answer = await toulouse.post('/nouveau/objectif', { strategie: await idOf('strategy', 'bordeaux-2020-2026'), numero: '10', titre: 'Un dixième', court: 'Dix' });
  expect(answer.status).toBe(422);
  expect(wordsOf(await answer.text())).toContain('Vous ne tenez pas cette stratégie');
});

test('R054 R055 geographic priorities are ranked, thematic ones bring themes together', async () => {
  const slug = 'bordeaux-2027-2032';
  expect((await act(agent, slug, 'priorite-geographique', { libelle: 'Méditerranée', rang: '2', palier: 'maintained', zones: 'mediterranee', raison: 'Des liens anciens.' })).status).toBe(303);
  expect((await act(agent, slug, 'priorite-geographique', { libelle: 'Europe', rang: '1', palier: 'first', zones: ['europe', 'union-europeenne'] })).status).toBe(303);
  expect((await act(agent, slug, 'priorite-thematique', { libelle: 'Le climat et la biodiversité', rang: '1', themes: ['climat', 'biodiversite'] })).status).toBe(303);
  const page = await wordsFor(agent, `/strategies/${slug}`);
  expect(page.indexOf('Europe')).toBeLessThan(page.indexOf('Méditerranée'));
  expect(page).toContain('Le climat et la biodiversité');
  const { id } = await app.db.selectFrom('strategy_priorities').select('id').where('strategy_id', '=', await idOf('strategy', slug)).where('label', '=', 'Méditerranée').executeTakeFirstOrThrow();
  const form = readFormOf(await (await agent.get(`/fiches/strategie/${slug}/gestes/priorite-geographique?priorite=${id}`)).text());
  expect(form.fields).toMatchObject({ libelle: ['Méditerranée'], rang: ['2'] });
  expect((await agent.post(form.action, { ...form.fields, libelle: 'Rives de la Méditerranée' })).status).toBe(303);
  const after = await wordsFor(agent, `/strategies/${slug}`);
  expect(after).toContain('Rives de la Méditerranée');
  expect((await act(agent, slug, 'retirer-priorite', { priorite_retiree: id })).status).toBe(303);
  expect(await wordsFor(agent, `/strategies/${slug}`)).not.toContain('Rives de la Méditerranée');
});

test('R053 J2 a strategy without its ambition is not published; an agent proposes, the élue decides', async () => {
  const slug = 'bordeaux-2027-2032';
  const fields = { publiee_comme: 'adopted', adoptee_le: '12 janvier 2027', adoptee_par: 'Conseil municipal' };
  const bare = await act(elected, slug, 'publier', fields);
  expect(bare.status).toBe(422);
  expect(wordsOf(await bare.text())).toContain('Écrivez d’abord l’ambition');
  expect((await correct(agent, `/fiches/strategie/${slug}/modifier`, { ambition: 'Une ville solidaire et sobre.', effet: 'octobre 2027' })).status).toBe(303);
  const proposed = await act(agent, slug, 'publier', fields);
  expect(proposed.status).toBe(303);
  expect((await app.request(`/strategies/${slug}`)).status).toBe(404);
  expect((await act(elected, slug, 'publier', { publiee_comme: 'adopted' })).status).toBe(422);
  const proposal = proposed.headers.get('location')!;
  expect(proposal).toMatch(/^\/propositions\//);
  const form = readFormOf(await (await elected.get(proposal)).text());
  expect((await elected.post(`${proposal}/accord`, form.fields)).status).toBe(303);
  const page = await read(`/strategies/${slug}`);
  for (const words of ['Une ville solidaire et sobre.', 'Adoptée le 12 janvier 2027 (Conseil municipal).', 'Europe', 'Le climat et la biodiversité', 'Coopérer autrement', 'Elle renouvelle']) expect(page).toContain(words);
  expect((await app.request('/objectifs/bordeaux-2027-2032-1')).status).toBe(200);
  expect(await read('/strategies/bordeaux-2020-2026')).toContain('Renouvelée par');
  expect((await act(elected, slug, 'publier', fields)).status).toBe(404);
});

test('R063 a roadmap takes effect later than its presentation', async () => {
  expect(await read('/strategies/bordeaux-2027-2032')).toContain('Elle prendra effet en octobre 2027.');
});

test('R053 an adoption is not slipped in by correcting: it has its own gesture', async () => {
  const region = await app.signIn('administrateur');
  const path = '/fiches/strategie/nouvelle-aquitaine-2022/modifier';
  const slipped = await correct(region, path, { adoptee_le: '2022-06', adoptee_par: 'Conseil régional' });
  expect(slipped.status).toBe(422);
  expect(wordsOf(await slipped.text())).toContain('Elle n’est pas encore dite adoptée');
  expect((await act(region, 'nouvelle-aquitaine-2022', 'adoption', { adoptee_le: '2022-06', adoptee_par: 'Conseil régional' })).status).toBe(303);
  expect(await read('/strategies/nouvelle-aquitaine-2022')).toContain('Adoptée en juin 2022 (Conseil régional).');
});

test('R059 a diagnosis has strengths, margins and recommendations, each followed', async () => {
  const path = '/fiches/strategie/bordeaux-2020-2026/modifier';
  expect((await correct(agent, path, { recommandations: 'Publier un rapport chaque année\nRéunir les acteurs' })).status).toBe(303);
  expect(await read('/strategies/bordeaux-2020-2026')).toMatch(/Publier un rapport chaque année .*suite inconnue/);
  const done = await act(agent, 'bordeaux-2020-2026', 'recommandation', { recommandation: 'Publier un rapport chaque année', suite: 'ongoing', suivie_le: '2024', suivi_note: 'Le premier est écrit.' });
  expect(done.status).toBe(303);
  const page = await read('/strategies/bordeaux-2020-2026');
  expect(page).toMatch(/Publier un rapport chaque année Le premier est écrit\. 2024 en cours Réunir les acteurs suite inconnue/);
  expect((await correct(agent, path, { recommandations: 'Réunir les acteurs\nPublier un rapport chaque année' })).status).toBe(303);
  expect(await read('/strategies/bordeaux-2020-2026')).toMatch(/Réunir les acteurs suite inconnue Publier un rapport chaque année Le premier est écrit\. 2024 en cours/);
});

test('R059 a line that stays keeps the source it had', async () => {
  const id = await idOf('strategy', 'bordeaux-2020-2026');
  const lines = (await app.db.selectFrom('strategy_items').select('text').where('strategy_id', '=', id).where('part', '=', 'strength').orderBy('position').execute()).map((row) => row.text);
  expect((await correct(agent, '/fiches/strategie/bordeaux-2020-2026/modifier', { forces: [...lines, 'Une force de plus'].join('\n') })).status).toBe(303);
  const rows = await app.db.selectFrom('strategy_items').select(['text', 'document_id']).where('strategy_id', '=', id).where('part', '=', 'strength').orderBy('position').execute();
  expect(rows.map((row) => row.document_id)).toEqual([...lines.map(() => 'bordeaux-strategie-2020-2026'), 'declaration-territory-bordeaux-2026-11-15']);
});
