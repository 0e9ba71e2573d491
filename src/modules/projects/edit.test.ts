import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let agent: Visitor;
let read: (path: string) => Promise<string>;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  read = async (path) => wordsOf(await (await app.request(path)).text());
  agent = await app.signIn('agent-bordeaux');
});

const idOf = async (kind: string, slug: string) => (await app.db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;
const act = (visitor: Visitor, slug: string, name: string, fields: Record<string, string | string[]>) => visitor.post(`/fiches/action/${slug}/gestes/${name}`, fields);

async function correct(visitor: Visitor, slug: string, fields: Record<string, string | string[]>) {
  const path = `/fiches/action/${slug}/modifier`;
  const form = readFormOf(await (await visitor.get(path)).text());
  return visitor.post(path, { ...form.fields, ...fields });
}

test('R064 R065 an agent declares an action with what is known; it is a draft that nobody else sees', async () => {
  const answer = await agent.post('/nouveau/action', {
    titre: 'Atelier sur l’eau à Douala', sorte: 'mission', presentation: 'Deux techniciens partent.', debut: 'novembre 2025', etat: 'done', themes: 'eau',
    partenaires: await idOf('territory', 'douala'), lieux: await idOf('territory', 'douala'), objectifs: await idOf('objective', 'bordeaux-2020-2026-9'),
    'source.debut.titre': 'Ordre de mission', 'source.presentation.titre': 'Note aux élus',
  });
  if (answer.status !== 303) throw new Error(wordsOf(await answer.text()));
  expect(answer.headers.get('location')).toBe('/actions/atelier-sur-l-eau-a-douala');
  const page = wordsOf(await (await agent.get('/actions/atelier-sur-l-eau-a-douala')).text());
  for (const words of ['Brouillon', 'novembre 2025 (connue au mois près)', 'Lieu Douala', 'Pays Cameroun', 'La collectivité la rattache à cet objectif.', 'Ordre de mission', 'Note aux élus']) expect(page).toContain(words);
  expect((await app.request('/actions/atelier-sur-l-eau-a-douala')).status).toBe(404);
  expect(await (await app.request('/objectifs/bordeaux-2020-2026-9')).text()).not.toContain('atelier-sur-l-eau');
});

test('R118 R119 nothing is chosen before a person answers, and no action is published without both answers', async () => {
  const slug = 'atelier-sur-l-eau-a-douala';
  const form = readFormOf(await (await agent.get(`/fiches/action/${slug}/gestes/publier`)).text());
  expect([form.fields.droits, form.fields.egalite]).toEqual([undefined, undefined]);
  const created = readFormOf(await (await agent.get(`/fiches/action/${slug}/modifier`)).text());
  expect([created.fields.droits?.[0] ?? '', created.fields.egalite?.[0] ?? '']).toEqual(['', '']);
  for (const fields of [{}, { droits: 'clear' }, { egalite: 'significant' }] as Record<string, string>[]) expect((await act(agent, slug, 'publier', fields)).status).toBe(422);
  const unexplained = await act(agent, slug, 'publier', { droits: 'not-applicable', egalite: 'significant' });
  expect(unexplained.status).toBe(422);
  expect(wordsOf(await unexplained.text())).toContain('Dites quels sont les points de vigilance, ou pourquoi la question est sans objet.');
  expect((await app.request(`/actions/${slug}`)).status).toBe(404);
  expect((await act(agent, slug, 'publier', { droits: 'watch', droits_note: 'Accès des femmes aux réunions.', egalite: 'not-applicable', egalite_note: 'Matériel seulement.' })).status).toBe(303);
  const page = await read(`/actions/${slug}`);
  expect(page).toContain('Droits humains Examinés : des points de vigilance Accès des femmes aux réunions.');
  expect(page).toContain('Égalité et lutte contre les discriminations Sans objet Matériel seulement.');
  expect(page).not.toContain('Brouillon');
});

test('R118 an answer of a published action is changed, never taken back; what nobody answered is said so', async () => {
  const back = await correct(agent, 'atelier-sur-l-eau-a-douala', { droits: '' });
  expect(back.status).toBe(422);
  expect(wordsOf(await back.text())).toContain('changez la réponse si elle est fausse, mais ne la retirez pas');
  expect((await correct(agent, 'atelier-sur-l-eau-a-douala', { droits: 'clear' })).status).toBe(303);
  expect(await read('/actions/mission-douala-2022')).toContain('Droits humains personne n’a encore répondu');
});

test('R123 R124 J2 a goal without its reason is refused; with its reason and approach it is on the page and on the page of the goal', async () => {
  const elected = await app.signIn('elue-bordeaux');
  const slug = 'mission-douala-2022';
  const refused = await act(elected, slug, 'odd', { odd: '6', approche: 'ascending' });
  expect(refused.status).toBe(422);
  expect(wordsOf(await refused.text())).toContain('Pourquoi l’action sert cet objectif');
  expect(await read('/odd/6')).not.toContain('Mission à Douala');
  expect((await act(elected, slug, 'odd', { odd: '6', cible: '6.1', justification: 'Elle prépare des bornes-fontaines.', approche: 'ascending' })).status).toBe(303);
  expect((await act(elected, slug, 'odd', { odd: '11', justification: 'La ville est partie de cet objectif.', approche: 'descending' })).status).toBe(303);
  const page = await read(`/actions/${slug}`);
  expect(page).toMatch(/6\.1 Eau propre et assainissement Elle prépare des bornes-fontaines\. démarche ascendante/);
  expect(page).toContain('La ville est partie de cet objectif. démarche descendante');
  expect(await (await app.request('/odd/6')).text()).toContain(`href="/actions/${slug}"`);
  const wrong = await act(elected, slug, 'odd', { odd: '6', cible: '11.1', justification: 'x', approche: 'ascending' });
  expect(wordsOf(await wrong.text())).toContain('Cette cible n’existe pas pour cet objectif.');
  expect((await act(elected, slug, 'retirer-odd', { odd_montre: '6 6.1' })).status).toBe(303);
  expect(await (await app.request('/odd/6')).text()).not.toContain(`href="/actions/${slug}"`);
});

test('R057 an action of Bordeaux counts for no objective of another authority', async () => {
  const objectifs = [await idOf('objective', 'nouvelle-aquitaine-2022-1')];
  const created = await agent.post('/nouveau/action', { titre: 'Un essai refusé', etat: 'planned', objectifs });
  expect(created.status).toBe(422);
  expect(wordsOf(await created.text())).toContain('Objectifs de votre stratégie');
  const asked = await agent.post(`/nouveau/action?objectifs=${objectifs[0]}`, { titre: 'Un essai refusé', etat: 'planned', objectifs });
  expect(wordsOf(await asked.text())).toContain('Un de ces objectifs est celui d’une autre collectivité');
  const before = await app.db.selectFrom('objective_actions').selectAll().orderBy('objective_id').orderBy('action_id').execute();
  expect((await correct(agent, 'mission-douala-2022', { objectifs })).status).toBe(422);
  expect(await app.db.selectFrom('objective_actions').selectAll().orderBy('objective_id').orderBy('action_id').execute()).toEqual(before);
});

test('R057 R061 a date outside the period and a place outside the circle are accepted, and said', async () => {
  const slug = 'atelier-sur-l-eau-a-douala';
  expect((await correct(agent, slug, { debut: '2018', partenaires: await idOf('territory', 'comodoro-rivadavia'), lieux: await idOf('territory', 'comodoro-rivadavia'), pays: 'AR' })).status).toBe(303);
  const page = await read(`/actions/${slug}`);
  expect(page).toContain('Date hors de la période');
  expect(page).toContain('Hors du cercle prioritaire');
  expect(page).toContain('Pays Argentine');
});

test('R057 R058 an action moves from one objective to another, seen on both', async () => {
  const slug = 'atelier-sur-l-eau-a-douala';
  expect((await correct(agent, slug, { objectifs: await idOf('objective', 'bordeaux-2020-2026-1') })).status).toBe(303);
  expect(await (await app.request('/objectifs/bordeaux-2020-2026-1')).text()).toContain(`href="/actions/${slug}"`);
  expect(await (await app.request('/objectifs/bordeaux-2020-2026-9')).text()).not.toContain(`href="/actions/${slug}"`);
});

test('R065 a date that ends before it begins is refused, and the rest stays typed', async () => {
  const answer = await correct(agent, 'mission-douala-2022', { fin: '2021', note: 'ce que j’ai écrit' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('ce que j’ai écrit');
});

test('R076 results have their quantity, unit, date and source', async () => {
  const slug = 'mission-douala-2022';
  const bare = await act(agent, slug, 'resultat', { resultat: 'raccordés à l’eau', quantite: '1200' });
  expect(wordsOf(await bare.text())).toContain('un nombre sans unité ne se comprend pas');
  expect((await act(agent, slug, 'resultat', { resultat: 'raccordés à l’eau', quantite: '1 200', unite: 'foyers', constate: '2024', 'source.resultat.titre': 'Compte rendu de mission' })).status).toBe(303);
  expect(await read(`/actions/${slug}`)).toMatch(/1 200 foyers raccordés à l’eau Source : Compte rendu de mission 2024/);
  const { id } = await app.db.selectFrom('action_results').select('id').executeTakeFirstOrThrow();
  expect((await act(agent, slug, 'retirer-resultat', { resultat_montre: id })).status).toBe(303);
  expect(await read(`/actions/${slug}`)).not.toContain('1 200 foyers');
});

test('R074 R077 R078 the need and whose it is, the benefits on both sides, and how it lasts', async () => {
  const slug = 'mission-douala-2022';
  const douala = await idOf('territory', 'douala');
  expect((await correct(agent, slug, { besoin: 'Un accès à l’eau dans trois quartiers.', besoin_de: douala, etapes: 'Recueillir\nChoisir', ici: 'Des agents formés.', labas: 'De l’eau potable.', perennite: 'La régie prend le relais.' })).status).toBe(303);
  const page = await read(`/actions/${slug}`);
  expect(page).toContain('Un accès à l’eau dans trois quartiers. Besoin dit par Douala Les étapes Recueillir Choisir');
  expect(page).toContain('Ici Des agents formés. Là-bas De l’eau potable. Après le financement La régie prend le relais.');
  expect(await (await app.request('/recherche?q=trois+quartiers+eau')).text()).toContain(`/actions/${slug}`);
});

test('R064 the state follows its machine, and what was is in the history', async () => {
  const slug = 'mission-douala-2022';
  const wrong = await act(agent, slug, 'etat', { etat: 'planned' });
  expect(wrong.status).toBe(422);
  expect((await act(agent, 'forum-gsef-dakar', 'etat', { etat: 'done', depuis: 'mai 2023', motif: 'Le forum s’est tenu.' })).status).toBe(303);
  expect(await read('/actions/forum-gsef-dakar')).not.toContain('Aucun document reçu depuis ne dit si elle a eu lieu');
});

test('R067 a local actor declares its own action, which no circle of partnerships judges', async () => {
  const holder = await app.signIn('porteuse-projet');
  expect((await holder.post('/nouveau/action', { titre: 'Échange de maraîchers', etat: 'planned', partenaires: await idOf('territory', 'comodoro-rivadavia') })).status).toBe(303);
  expect((await act(holder, 'echange-de-maraichers', 'publier', { droits: 'clear', egalite: 'not-targeted' })).status).toBe(303);
  const page = await read('/actions/echange-de-maraichers');
  expect(page).toContain('Argentine');
  expect(page).not.toContain('Hors du cercle prioritaire');
});

test('R072 another authority that is added carries the action too; whoever declared it stays', async () => {
  const slug = 'atelier-sur-l-eau-a-douala';
  const toulouse = await app.signIn('agent-toulouse');
  expect((await toulouse.get(`/fiches/action/${slug}/modifier`)).status).toBe(404);
  expect((await correct(agent, slug, { porteurs: [await idOf('territory', 'toulouse')] })).status).toBe(422);
  expect((await correct(agent, slug, { porteurs: [await idOf('territory', 'bordeaux'), await idOf('territory', 'toulouse')] })).status).toBe(303);
  expect((await toulouse.get(`/fiches/action/${slug}/modifier`)).status).toBe(200);
});
