import { XMLParser } from 'fast-xml-parser';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { expiries } from './expiry.ts';

let app: OpenedApp;
let agent: Visitor;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  agent = await app.signIn('agent-bordeaux');
});

const read = async (path: string, by: { get(path: string): Promise<Response> } = { get: (one) => app.request(one) }) => wordsOf(await (await by.get(path)).text());
const night = (day: string) => expiries.work({}, { db: app.db, now: () => Date.parse(`${day}T02:00:00Z`) } as never);
const idOf = async (kind: string, slug: string) => (await app.db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;

test('R139 R159 a news item is a title and a few lines; six months unless one says otherwise; it names the sheets that it is about', async () => {
  expect(await read('/actualites')).toContain('Aucune actualité en ce moment.');
  expect(await read('/actualites')).not.toContain('Voir les actualités passées');
  // The list and the form promise the same time.
  expect([await read('/actualites', agent), await read('/nouveau/actualite', agent)]).toEqual([expect.stringContaining('une minute'), expect.stringContaining('Une minute.')]);
  const form = readFormOf(await (await agent.get('/nouveau/actualite')).text());
  expect(form.fields.echeance).toEqual(['15 mai 2027']);
  const answer = await agent.post('/nouveau/actualite', { ...form.fields, titre: 'Une délégation de Lima à Bordeaux', texte: 'Trois jours sur l’eau.', themes: 'eau', pays: 'PE', fiches: await idOf('partnership', 'bordeaux-lima') });
  expect(answer.status).toBe(303);
  expect(await read('/actualites')).toContain('Une délégation de Lima à Bordeaux Bordeaux 15 novembre 2026');
  const page = await read('/actualites/une-delegation-de-lima-a-bordeaux');
  expect(page).toContain('Trois jours sur l’eau.');
  expect(page).toMatch(/Fiches concernées .*Lima/);
  const { feed } = new XMLParser({ htmlEntities: true }).parse(await (await app.request('/actualites.atom')).text());
  expect(feed.entry).toMatchObject({ title: 'Une délégation de Lima à Bordeaux', summary: 'Bordeaux, 15 novembre 2026 Trois jours sur l’eau.' });
});

test('R139 J5 on its date it leaves the front, the feed and the home page, and stays at its address, marked as past', async () => {
  expect(await read('/')).toContain('Une délégation de Lima à Bordeaux');
  await night('2027-05-15');
  expect(await read('/actualites/une-delegation-de-lima-a-bordeaux')).not.toContain('Actualité passée');
  await night('2027-05-16');
  for (const path of ['/', '/actualites', '/actualites.atom']) expect(await (await app.request(path)).text(), path).not.toContain('Une délégation de Lima à Bordeaux');
  expect(await read('/actualites')).toContain('Voir les actualités passées');
  expect(await read('/actualites?passees=1')).toContain('Une délégation de Lima à Bordeaux');
  expect(await read('/actualites/une-delegation-de-lima-a-bordeaux')).toContain('Actualité passée : elle n’est plus à la une depuis le 15 mai 2027.');
});

test('R139 what is past may still be kept for the members, and opened again', async () => {
  const later = await (await openApp({ db: app.db, clock: () => Date.parse('2027-06-01T10:00:00Z') })).signIn('agent-bordeaux');
  const path = '/fiches/actualite/une-delegation-de-lima-a-bordeaux/modifier';
  for (const [pour, status] of [['members', 404], ['public', 200]] as const) {
    const { fields } = readFormOf(await (await later.get(path)).text());
    expect((await later.post(path, { ...fields, pour })).status).toBe(303);
    expect([pour, (await app.request('/actualites/une-delegation-de-lima-a-bordeaux')).status]).toEqual([pour, status]);
  }
});

test('R139 a day that is moved makes it present again; a date in the past or beyond a year is refused', async () => {
  const path = '/fiches/actualite/une-delegation-de-lima-a-bordeaux/modifier';
  const { fields } = readFormOf(await (await agent.get(path)).text());
  for (const echeance of ['2026-01-01', '2029-01-01']) expect((await agent.post(path, { ...fields, echeance })).status).toBe(422);
  expect((await agent.post(path, { ...fields, echeance: '2027-08-01' })).status).toBe(303);
  expect(await read('/actualites')).toContain('Une délégation de Lima à Bordeaux');
});

test('R139 a news item for members is neither in the public list nor in the feed', async () => {
  const answer = await agent.post('/nouveau/actualite', { titre: 'Entre nous', texte: 'Pour les membres.', echeance: '2027-01-01', pour: 'members' });
  const path = answer.headers.get('location')!;
  expect((await app.request(path)).status).toBe(404);
  expect(await (await app.request('/actualites.atom')).text()).not.toContain('Entre nous');
  expect(await read('/actualites', await app.signIn('agent-toulouse'))).toContain('Entre nous');
});

test('R157 a job offer has its employer, place, contract and deadline, in words and for machines', async () => {
  expect([await read('/offres-d-emploi', agent), await read('/nouveau/offre-emploi', agent)]).toEqual([expect.stringContaining('une minute'), expect.stringContaining('Une minute.')]);
  const form = readFormOf(await (await agent.get('/nouveau/offre-emploi')).text());
  const bare = await agent.post('/nouveau/offre-emploi', { ...form.fields, titre: 'Chargée de coopération' });
  expect(bare.status).toBe(422);
  const answer = await agent.post('/nouveau/offre-emploi', {
    ...form.fields, employeur: await idOf('territory', 'bordeaux'), titre: 'Chargée de coopération', lieu: 'Bordeaux', contrat: 'cdd', texte: 'Suivre les partenariats.', echeance: '2026-12-31', page: 'https://exemple.fr/offre',
  });
  expect(answer.status).toBe(303);
  const html = await (await app.request('/offres-d-emploi/chargee-de-cooperation')).text();
  expect(wordsOf(html)).toContain('Employeur Bordeaux Lieu Bordeaux Contrat Contrat à durée déterminée Candidater jusqu’au 31 décembre 2026');
  const posting = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!);
  expect(posting).toMatchObject({
    '@type': 'JobPosting', title: 'Chargée de coopération', datePosted: '2026-11-15', validThrough: '2026-12-31', employmentType: 'TEMPORARY',
    hiringOrganization: { '@type': 'Organization', name: 'Bordeaux' }, jobLocation: { '@type': 'Place', address: { addressLocality: 'Bordeaux' } },
  });
  expect(await read('/offres-d-emploi')).toContain('Chargée de coopération Bordeaux Contrat à durée déterminée · candidater jusqu’au 31 décembre 2026');
});

test('R157 J5 an offer closes on its date: out of the list, still at its address, without the link to apply', async () => {
  await night('2027-01-01');
  expect(await read('/offres-d-emploi')).not.toContain('Chargée de coopération');
  const page = await read('/offres-d-emploi/chargee-de-cooperation');
  expect(page).toContain('Offre close depuis le 31 décembre 2026.');
  expect(page).not.toContain('Voir l’offre et candidater');
});

test('R157 R158 R139 who acts for no body publishes nothing', async () => {
  for (const persona of ['citoyenne-toulouse', 'expert-invite']) {
    const visitor = await app.signIn(persona);
    for (const genre of ['annonce', 'actualite', 'offre-emploi']) expect((await visitor.get(`/nouveau/${genre}`)).status, genre).toBe(404);
  }
});
