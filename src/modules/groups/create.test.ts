import { beforeAll, expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let animator: Visitor;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase('world') });
  animator = await app.signIn('animatrice-reseau');
});

const read = async (visitor: Visitor, path: string) => wordsOf(await (await visitor.get(path)).text());
const groupOf = (titre: string, more: Record<string, string | string[]> = {}) => ({ titre, sorte: 'pays', but: 'Travailler ensemble.', entree: 'request', visible: 'public', ...more });

test('R160 a group that doubles one of a national network is shown that one first, then leads to it from its page', async () => {
  const form = readFormOf(await (await animator.get('/nouveau/groupe?pays=JP')).text());
  expect(form.fields.pays).toContain('JP');
  const given = groupOf('Japon en Nouvelle-Aquitaine', { pays: 'JP' });
  const refused = await animator.post('/nouveau/groupe', given);
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(wordsOf(page)).toContain('Un groupe existe déjà');
  expect(page).toContain('/groupes/groupe-pays-japon');
  const made = await animator.submit('/nouveau/groupe', { ...given, existant: '1' });
  expect(wordsOf(await made.text())).toContain('Existe déjà : Cités Unies France');
  expect(wordsOf(await (await app.request('/groupes/groupe-pays-japon')).text())).toContain('Existe déjà : SO Coopération');
});

test('R177 an animator creates thematic and regional groups, seen by all, by members, or by their own people', async () => {
  expect((await (await app.signIn('agent-bordeaux')).get('/nouveau/groupe')).status).toBe(404);
  await animator.post('/nouveau/groupe', groupOf('Groupe régional des sports', { sorte: 'region', visible: 'members' }));
  await animator.post('/nouveau/groupe', groupOf('Cellule fermée', { sorte: 'travail', visible: 'group', entree: 'invitation' }));
  const agent = await app.signIn('agent-toulouse');
  expect(await read(agent, '/groupes')).toContain('Groupe régional des sports');
  expect(await read(agent, '/groupes')).not.toContain('Cellule fermée');
  expect(await read(animator, '/groupes')).toContain('Cellule fermée');
  expect(await read(animator, '/groupes')).toContain('Créer un groupe');
  expect(wordsOf(await (await app.request('/groupes')).text())).not.toContain('Groupe régional des sports');
  expect((await app.request('/groupes/cellule-fermee')).status).toBe(404);
  expect((await agent.get('/groupes/cellule-fermee/rejoindre')).status).toBe(404);
});

test('R146 the space of SO Coopération is kept for elected officials and staff: theirs come in with one click, others find nothing there', async () => {
  const space = '/groupes/plateforme-na';
  const shown = wordsOf(await (await app.request(space)).text());
  expect(shown).toContain('réservé aux élus et aux agents');
  for (const who of ['porteuse-projet', 'financeur', 'partenaire-lima', 'citoyenne-toulouse', 'expert-invite']) {
    const visitor = await app.signIn(who);
    for (const path of ['rejoindre', 'personnes', 'documents']) expect(`${who} ${path} ${(await visitor.get(`${space}/${path}`)).status}`).toBe(`${who} ${path} 404`);
    expect((await visitor.post(`${space}/rejoindre`)).status).toBe(404);
  }
  const elected = await app.signIn('elue-bordeaux');
  expect(await read(elected, space)).toContain('Rejoindre');
  expect((await elected.post(`${space}/rejoindre`)).status).toBe(303);
  expect(await read(elected, `${space}/personnes`)).toContain('Élue de Bordeaux');
  // Toulouse is no member of this network: its agent asks.
  const outside = await app.signIn('agent-toulouse');
  await outside.post(`${space}/rejoindre`);
  expect((await outside.get(`${space}/personnes`)).status).toBe(404);
  expect(await read(animator, '/mon-espace')).toContain('Une personne demande à rejoindre');
});

test('R146 somebody with several bodies says for which one they come', async () => {
  const agent = await app.signIn('agent-bordeaux');
  const space = '/groupes/plateforme-na/rejoindre';
  expect((await agent.post(space)).status).toBe(422);
  const { text } = readFormOf(await (await agent.get(space)).text());
  const [, body] = /name="pour" value="([0-9a-f-]{36})"/.exec(text)!;
  expect((await agent.post(space, { pour: body! })).status).toBe(303);
  expect((await agent.get('/groupes/plateforme-na/personnes')).status).toBe(200);
});

test('R178 the page of a country group says how many French authorities are active there, and what the observatory holds', async () => {
  const html = await (await app.request('/groupes/groupe-pays-japon')).text();
  const page = wordsOf(html);
  expect(page).toContain('Japon : qui y travaille');
  const [, n] = /(\S+) collectivités? françaises? y (?:est|sont) actives?/.exec(page)!;
  const country = wordsOf(await (await app.request('/pays/JP')).text());
  expect(country).toContain(n === 'Une' ? 'Une collectivité française y est active' : `${n} collectivités françaises y sont actives`);
  expect(html).toContain('/observatoire?pays=JP&amp;genre=partenariat');
});

test('R176 a group that has met hundreds of times still shows what comes, then its latest meetings', async () => {
  await sql`
    with made as (
      insert into sheets (id, kind, slug, title, visibility, state, phase, start_date, start_precision, countries)
      select gen_random_uuid(), 'event', 'japon-' || n, 'Point Japon ' || n, 'public', case when n = 301 then 'planned' else 'held' end, case when n = 301 then 'upcoming' else 'ended' end, (date '2026-12-01' - (301 - n) * 20)::text, 'day', '{JP}'
      from generate_series(1, 301) n returning id)
    insert into sheet_links (from_id, to_id, role, position) select made.id, g.id, 'group', 0 from made, sheets g where g.kind = 'group' and g.slug = 'groupe-pays-japon'`.execute(app.db);
  const page = await read(animator, '/groupes/groupe-pays-japon');
  expect(page).toMatch(/À venir.*Point Japon 301.*Passées.*Point Japon 300.*Point Japon 299/);
  expect(page).not.toContain('Point Japon 1 ');
});
