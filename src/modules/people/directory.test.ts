import { beforeAll, expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';

let app: OpenedApp;
let agent: Visitor;
let member: Visitor;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  agent = await app.signIn('agent-bordeaux');
  member = await app.signIn('agent-toulouse');
});

const read = async (visitor: { get(path: string): Promise<Response> }, path: string) => (await visitor.get(path)).text();
const mine = { prenom: 'Ada', nom: 'Exemplaire', courriel: 'ada@bordeaux.invalid', telephone: '+33 5 00 00 00 00' };
const dri = { fonction: 'Chargée de coopération', organisme: 'Bordeaux', qualite: 'agent', depuis: '2022' };
const cardOf = async () => {
  const row = await app.db.selectFrom('accounts').select('person_id').where('demo', '=', 'agent-bordeaux').executeTakeFirstOrThrow();
  return `/personnes/${row.person_id}`;
};

test('R012 the public list names only public mandates, with function and authority', async () => {
  const page = await read(app.visit(), '/personnes');
  expect(page).toContain('Alain Berlioz Curlet');
  expect(page).toContain('Adjoint aux finances de la ville de Saint-Priest');
  expect(page).not.toContain('Procar');
  expect(page).not.toMatch(/href="\/personnes\/[0-9a-f]/);
});

test('R012 a card is for members: others sign in, or find nothing', async () => {
  const id = (await app.db.selectFrom('directory').select('person_id').where('is_public', '=', true).executeTakeFirstOrThrow()).person_id!;
  expect((await app.request(`/personnes/${id}`)).status).toBe(303);
  expect((await (await app.signIn('citoyenne-toulouse')).get(`/personnes/${id}`)).status).toBe(404);
  expect((await member.get(`/personnes/${id}`)).status).toBe(200);
  const hidden = await app.db.selectFrom('people').select('id').where('last_name', '=', 'Procar').executeTakeFirstOrThrow();
  expect((await member.get(`/personnes/${hidden.id}`)).status).toBe(404);
  expect((await member.get('/personnes/pas-un-identifiant')).status).toBe(404);
});

test('R012 R195 nothing of somebody is listed before they agree, then field by field, and no longer when they change their mind', async () => {
  await agent.post('/compte/fiche', mine);
  await agent.post('/compte/fiche/fonctions', dri);
  const card = await cardOf();
  expect((await member.get(card)).status).toBe(404);
  expect(await read(member, '/personnes')).not.toContain('Chargée de coopération');

  await agent.post('/compte/fiche', { ...mine, accord: ['function'] });
  const byFunction = await read(member, '/personnes?q=chargee+de+cooperation');
  expect(byFunction).toContain('Nom non communiqué');
  expect(byFunction).not.toContain('Exemplaire');
  expect(await read(member, '/personnes?q=exemplaire')).not.toContain(card);
  expect(await read(member, card)).not.toContain('ada@bordeaux.invalid');

  await agent.post('/compte/fiche', { ...mine, accord: ['function', 'name', 'mail'] });
  expect(await read(member, '/personnes?q=exemplaire')).toContain('Ada Exemplaire');
  const shown = await read(member, card);
  expect(shown).toContain('ada@bordeaux.invalid');
  expect(shown).not.toContain('00 00 00 00');
  expect(await read(app.visit(), '/personnes?q=exemplaire')).not.toContain('Exemplaire</');

  await agent.post('/compte/fiche', mine);
  expect((await member.get(card)).status).toBe(404);
  const kept = await app.db.selectFrom('person_consents').select(['field', 'given_at', 'withdrawn_at']).execute();
  expect(kept.map((one) => one.field).sort()).toEqual(['function', 'mail', 'name']);
  expect(kept.every((one) => one.withdrawn_at !== null)).toBe(true);
  expect(await read(agent, '/compte/fiche')).toContain('Non, depuis le 15 novembre 2026');
});

test('R195 reading the contact of somebody else is kept, by function and body; reading one’s own is not', async () => {
  await app.db.deleteFrom('personal_accesses').execute();
  await agent.post('/compte/fiche', { ...mine, accord: ['function', 'mail'] });
  const card = await cardOf();
  await member.get(card);
  await agent.get(card);
  const { rows } = await sql<{ reader_function: string; what: string; body: string }>`select a.reader_function, a.what, s.title as body from personal_accesses a left join sheets s on s.id = a.reader_body_id`.execute(app.db);
  expect(rows).toEqual([{ reader_function: 'Agent des relations internationales', what: 'card', body: 'Toulouse' }]);
});

test('R013 somebody holds several functions at once, and one that ends stays, as past', async () => {
  await agent.post('/compte/fiche', { ...mine, accord: ['function', 'name'] });
  await agent.post('/compte/fiche/fonctions', { fonction: 'Trésorière', organisme: 'Une association', qualite: 'association', depuis: 'juin 2019' });
  const card = await cardOf();
  const both = await read(member, card);
  expect(both).toContain('Chargée de coopération');
  expect(both).toContain('Trésorière');
  expect(both).toContain('depuis juin 2019');
  expect(both).toContain('href="/territoires/bordeaux"');
  const { id } = await app.db.selectFrom('person_functions').select('id').where('function', '=', 'Trésorière').executeTakeFirstOrThrow();
  expect((await member.post(`/compte/fiche/fonctions/${id}/fin`, { fin: '2024' })).status).toBe(404);
  expect((await agent.post(`/compte/fiche/fonctions/${id}/fin`, { fin: '2024' })).status).toBe(303);
  const after = await read(member, card);
  expect(after).toContain('Trésorière (ancienne fonction)');
  expect(after).toContain('de juin 2019 à 2024');
  expect(await read(member, '/personnes?q=tresoriere')).not.toContain('Trésorière (');
});

test('R012 the directory is filtered by authority, capacity, country and theme', async () => {
  await agent.post('/compte/fiche', { ...mine, accord: ['function', 'name'] });
  const finds = async (query: string) => (await read(member, `/personnes?${query}`)).includes('Ada Exemplaire');
  expect(await finds('collectivite=bordeaux&q=cooperation')).toBe(true);
  expect(await finds('collectivite=toulouse')).toBe(false);
  expect(await finds('qualite=agent')).toBe(true);
  expect(await finds('qualite=elu')).toBe(false);
  expect(await finds('pays=FR&qualite=agent')).toBe(true);
  expect(await finds('pays=PE')).toBe(false);
  const { rows } = await sql<{ theme: string }>`select unnest(p.themes) as theme from sheets p join sheets b on b.slug = 'bordeaux' and b.kind = 'territory' where p.territories @> array[b.num] and p.kind = 'partnership' and p.visibility = 'public' limit 1`.execute(app.db);
  expect(await finds(`theme=${rows[0]!.theme}&qualite=agent`)).toBe(true);
});

test('R195 an elected function is public only for who holds the mandate, and a refused form keeps what was typed', async () => {
  const refused = await agent.post('/compte/fiche/fonctions', { ...dri, fonction: 'Maire imaginaire', qualite: 'elu' });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('demande un mandat d’élu');
  expect(page).toContain('Maire imaginaire');
  const elected = await app.signIn('elue-bordeaux');
  await elected.post('/compte/fiche', { prenom: 'Zoé', nom: 'Publique' });
  expect((await elected.post('/compte/fiche/fonctions', { fonction: 'Adjointe à la coopération', organisme: 'Bordeaux', qualite: 'elu' })).status).toBe(303);
  expect(await read(app.visit(), '/personnes?q=publique')).toContain('Zoé Publique');
});

test('a card that asks to show what it does not have is refused, with what was typed', async () => {
  const refused = await agent.post('/compte/fiche', { ...mine, nom: '', courriel: '', telephone: 'abc', accord: ['mail'] });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('Écrivez votre nom');
  expect(page).toContain('écrivez-la, ou décochez');
  expect(page).toContain('value="abc"');
});

test('the preview shows what members and everybody read', async () => {
  await agent.post('/compte/fiche', { ...mine, accord: ['function', 'name', 'phone'] });
  const page = await read(agent, '/compte/fiche/apercu');
  expect(page).toContain('Ada Exemplaire');
  expect(page).toContain('+33 5 00 00 00 00');
  expect(page).toContain('Le public ne lit rien de vous');
});

test('R012 the directory is read page by page, and nobody is on two pages or on none', async () => {
  await sql`insert into people (id, first_name, last_name) select gen_random_uuid(), 'P', 'Aaa ' || lpad(n::text, 3, '0') from generate_series(1, 75) n`.execute(app.db);
  await sql`insert into person_functions (id, person_id, position, function, standing) select gen_random_uuid(), id, 1, 'Conseillère de la longue liste', 'elected' from people where last_name like 'Aaa %'`.execute(app.db);
  const seen: string[] = [];
  for (let path: string | undefined = '/personnes?q=longue+liste'; path; ) {
    const page: string = await read(member, path);
    seen.push(...[...page.matchAll(/P Aaa \d{3}/g)].map(([name]) => name));
    path = /<a class="with-icon" href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(seen.length).toBe(75);
  expect(new Set(seen).size).toBe(75);
});
