import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let agent: Visitor;
let partner: Visitor;
let administrator: Visitor;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  agent = await app.signIn('agent-bordeaux');
  partner = await app.signIn('partenaire-lima');
  administrator = await app.signIn('administrateur');
});

const words = async (answer: Response | Promise<Response>) => wordsOf(await (await answer).text());
const idOf = async (slug: string) => (await app.db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', slug).executeTakeFirstOrThrow()).id;

/** Sends a page's form as it is, with some answers changed; refuses to go on when it is not accepted. */
async function fill(visitor: Visitor, address: string, answers: Record<string, string | string[]>): Promise<Response> {
  const page = await visitor.get(address);
  if (page.status !== 200) throw new Error(`${page.status} ${address}`);
  return visitor.post(address, { ...readFormOf(await page.text()).fields, ...answers });
}
async function accepted(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  expect([response.status, response.status === 303 ? '' : await words(response)]).toEqual([303, '']);
  return response.headers.get('location')!;
}
const edit = (slug: string) => `/fiches/territoire/${slug}/modifier`;
const act = (slug: string, name: string) => `/fiches/territoire/${slug}/gestes/${name}`;

test('R008 an agent writes what their authority says of itself, and it is on its page', async () => {
  await accepted(fill(agent, edit('bordeaux'), { presentation: 'Bordeaux coopère depuis 1956.', engagement: 'engaged', themes: ['culture', 'eau'], sigles: 'VDB', site: 'https://www.bordeaux.fr' }));
  const page = await words(app.request('/territoires/bordeaux'));
  expect(page).toContain('Bordeaux coopère depuis 1956.');
  expect(page).toContain('bordeaux.fr');
  expect(await words(app.request('/territoires?q=VDB'))).toContain('Bordeaux');
});

test('R016 aliases and misspellings that nobody edits are not lost by correcting other names', async () => {
  const names = async () => (await app.db.selectFrom('sheet_names').select(['name', 'kind']).where('sheet_id', '=', await idOf('saint-petersbourg')).execute()).map(({ name, kind }) => `${kind} ${name}`);
  const before = await names();
  await accepted(fill(agent, edit('saint-petersbourg'), { noms_locaux: 'Санкт-Петербург' }));
  expect((await names()).sort()).toEqual([...new Set([...before, 'native Санкт-Петербург'])].sort());
});

test('an address that looks like somebody’s own is published only if that person agrees; unticked, it is shown to nobody', async () => {
  const refused = await fill(agent, edit('bordeaux'), { courriel: 'jeanne.martin@bordeaux.example', contact_public: '1' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('semble être celle d’une personne');
  await accepted(fill(agent, edit('bordeaux'), { courriel: 'jeanne.martin@bordeaux.example', telephone: '05 00 00 00 00' }));
  expect(await (await app.request('/territoires/bordeaux')).text()).not.toContain('jeanne.martin');
  expect(await (await app.request('/fiches/territoire/bordeaux/historique')).text()).not.toContain('jeanne.martin');
  await accepted(fill(agent, edit('bordeaux'), { courriel: 'relations.internationales@bordeaux.example', contact_public: '1' }));
  expect(await words(app.request('/territoires/bordeaux'))).toContain('relations.internationales@bordeaux.example');
});

test('R025 an authority chooses how a country or a territory is named: its pages change, others keep theirs', async () => {
  const ramallah = await idOf('ramallah');
  await accepted(fill(agent, act('bordeaux', 'nommer'), { pays: '', territoire: ramallah, nom: 'Ville de Ramallah' }));
  await accepted(fill(agent, act('bordeaux', 'nommer'), { pays: 'BF', nom: 'Pays des hommes intègres' }));
  const [bordeaux, toulouse] = [await words(app.request('/territoires/bordeaux')), await words(app.request('/territoires/toulouse'))];
  expect(bordeaux).toContain('Ville de Ramallah');
  expect(bordeaux).toContain('Pays des hommes intègres');
  expect(await words(app.request('/partenariats/bordeaux-ramallah'))).toContain('Ville de Ramallah');
  expect(await words(app.request('/partenariats/toulouse-ramallah'))).not.toContain('Ville de Ramallah');
  expect(toulouse).toContain('Ramallah');
  expect(toulouse).not.toContain('Ville de Ramallah');
  expect(await words(app.request('/territoires/ramallah'))).toContain('Bordeaux écrit « Ville de Ramallah ».');
  await accepted(fill(agent, `${act('bordeaux', 'nommer')}?territoire=ramallah`, { pays: '', nom: '' }));
  expect(await words(app.request('/territoires/bordeaux'))).not.toContain('Ville de Ramallah');
});

test('R025 a name is for a country or a territory, not both, and only for one’s own authority', async () => {
  const both = await fill(agent, act('bordeaux', 'nommer'), { pays: 'PE', territoire: await idOf('lima'), nom: 'Autre' });
  expect(both.status).toBe(422);
  expect((await agent.get(act('toulouse', 'nommer'))).status).toBe(404);
  expect((await app.request(act('bordeaux', 'nommer'))).status).toBe(303);
});

test('R020 a distinction has its issuer, its year and its source; removing it keeps why', async () => {
  const given = { distinction: 'Hub local « Agenda 2030 »', decerne_par: 'Nations unies', annee: '2020' };
  const unsourced = await fill(agent, act('bordeaux', 'distinction'), given);
  expect(unsourced.status).toBe(422);
  expect(await unsourced.text()).toContain('Dites où c’est écrit');
  await accepted(fill(agent, act('bordeaux', 'distinction'), { ...given, 'source.distinction.titre': 'Délibération du 3 mars 2020', 'source.distinction.adresse': 'https://www.bordeaux.fr/deliberations' }));
  expect(await words(app.request('/territoires/bordeaux'))).toMatch(/Hub local « Agenda 2030 » décerné par Nations unies, 2020/);
  const { id } = await app.db.selectFrom('sheet_facts').select('id').where('field', '=', 'distinction').executeTakeFirstOrThrow();
  await accepted(fill(agent, act('bordeaux', 'distinction-retirer'), { laquelle: id, motif: 'Label arrivé à son terme' }));
  expect(await words(app.request('/territoires/bordeaux'))).not.toContain('décerné par Nations unies');
  expect((await agent.get(act('bordeaux', 'distinction-retirer'))).status).toBe(404);
});

test('R003 R004 a place abroad says what it is and where: a province, a refugee camp; threads follow its point', async () => {
  const answers = { nom: 'Lima Métropolitaine', nature: 'province', pays: 'PE', latitude: '-12,05', longitude: '-77.03', fuseau: 'America/Lima' };
  const half = await fill(partner, act('lima', 'situer'), { ...answers, longitude: '' });
  expect(half.status).toBe(422);
  await accepted(fill(partner, act('lima', 'situer'), answers));
  const page = await words(app.request('/territoires/lima'));
  expect(page).toContain('Lima Métropolitaine');
  expect(page).toContain('Province');
  const rows = await app.db.selectFrom('sheet_places').select(['lat', 'lon']).where('territory_id', '=', await idOf('lima')).execute();
  expect(new Set(rows.map((row) => `${row.lat} ${row.lon}`))).toEqual(new Set(['-12.05 -77.03']));
  expect((await agent.get(act('bordeaux', 'situer'))).status).toBe(404);
});

test('R003 a population abroad is told with its source', async () => {
  const refused = await fill(partner, act('lima', 'situer'), { population: '10000000', annee_population: '2023' });
  expect(refused.status).toBe(422);
  await accepted(fill(partner, act('lima', 'situer'), { population: '10 000 000', annee_population: '2023', 'source.population.titre': 'INEI, estimations 2023', 'source.population.adresse': 'https://www.inei.gob.pe' }));
  expect(await words(app.request('/territoires/lima'))).toContain('10 000 000 habitants (2023)');
});

test('R003 R004 an agent adds a place abroad that had no sheet, never one that has', async () => {
  const camp = { nom: 'Camp de Dheisheh', nature: 'camp_de_refugies', pays: 'PS' };
  const address = await accepted(fill(agent, '/nouveau/territoire', camp));
  expect(await words(app.request(address))).toContain('Camp de réfugiés');
  expect(await words(fill(agent, '/nouveau/territoire', camp))).toContain('porte déjà ce nom');
  expect(await words(fill(agent, '/nouveau/territoire', { nom: 'Ville inventée', nature: 'commune', pays: 'FR' }))).toContain('Ma collectivité est-elle référencée');
});

test('a commune nouvelle: old addresses, names and codes lead to it, who kept one keeps it, and the page says it', async () => {
  const citizen = await app.signIn('citoyenne-toulouse');
  await citizen.post('/revendiquer/pujols-33', { etape: '1', role: 'agent', fonction: 'Secrétaire de mairie' });
  const communes = [await idOf('soussac'), await idOf('auriolles')];
  expect((await agent.get(act('pellegrue', 'reunir'))).status).toBe(404);
  await accepted(fill(administrator, act('pellegrue', 'reunir'), { communes, depuis: '1er janvier 2026' }));
  expect((await app.request('/territoires/soussac')).headers.get('location')).toBe('/territoires/pellegrue');
  const page = await words(app.request('/territoires/pellegrue'));
  expect(page).toMatch(/Réunit Soussac \(33516\), depuis (le )?1 ?er janvier 2026\./);
  expect(await words(app.request('/territoires?q=soussac'))).toContain('Pellegrue');
  const itself = await fill(administrator, act('pellegrue', 'reunir'), { communes: [await idOf('pellegrue')], depuis: '2026' });
  expect(itself.status).toBe(422);
  const region = await fill(administrator, act('pellegrue', 'reunir'), { communes: [await idOf('region-bretagne')], depuis: '2026' });
  expect(region.status).toBe(422);
});
