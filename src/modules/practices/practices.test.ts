import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let db: OpenedApp['db'];
beforeAll(async () => {
  db = await freshDatabase('world');
  app = await openApp({ db });
});

const read = async (response: Response) => wordsOf(await response.text());

test('R155 an action becomes a practice sheet in one click: each borrowed fact keeps its source and leads to the action; nobody reads it before it is shared', async () => {
  const action = await db.selectFrom('sheets as a').innerJoin('sheets as o', 'o.id', 'a.owner_id').select(['a.slug', 'a.title', 'a.id']).where('a.kind', '=', 'action').where('a.visibility', '=', 'public').where('o.slug', '=', 'bordeaux')
    .where((eb) => eb.exists(eb.selectFrom('sheet_sources').select('id').whereRef('sheet_id', '=', 'a.id'))).orderBy('a.title').executeTakeFirstOrThrow();
  const agent = await app.signIn('agent-bordeaux');
  await agent.post(`/fiches/action/${action.slug}/gestes/resultat`, { resultat: 'Jeunes partis', quantite: '42', unite: 'jeunes', constate: '2024', 'resultat.source.titre': 'Bilan 2024' });
  expect(await read(await agent.get(`/actions/${action.slug}`))).toContain('En faire une fiche pratique');
  expect(await read(await app.request(`/actions/${action.slug}`))).not.toContain('En faire une fiche pratique');
  const stranger = await app.signIn('agent-toulouse');
  expect((await stranger.post(`/actions/${action.slug}/fiche-pratique`)).status).toBe(404);
  const made = await agent.post(`/actions/${action.slug}/fiche-pratique`);
  expect(made.status).toBe(303);
  const form = made.headers.get('location')!;
  expect((await agent.post(`/actions/${action.slug}/fiche-pratique`)).headers.get('location')).toBe(form);
  const slug = form.split('/').at(-2)!;
  const path = `/pratiques/${slug}`;
  const page = await (await agent.get(path)).text();
  expect(wordsOf(page)).toContain('42 jeunes');
  expect(wordsOf(page)).toContain('repris de l’action');
  expect(page).toContain(`href="/actions/${action.slug}"`);
  const sources = await db.selectFrom('sheet_sources').select('document_id').where('sheet_id', '=', action.id).where('fact_id', 'is', null).execute();
  expect(sources.some(({ document_id }) => page.includes(`/documents/${document_id}`))).toBe(true);
  expect((await stranger.get(path)).status).toBe(404);
  expect((await app.request(path)).status).toBe(404);
  const { fields } = readFormOf(await (await agent.get(form)).text());
  const publish = `/fiches/pratique/${slug}/gestes/publier`;
  expect((await agent.post(form, { ...fields, contexte: 'Un appel des jeunes du quartier.', reprendre: '' })).status).toBe(303);
  expect(await read(await agent.post(publish, { pour: 'public' }))).toContain('Dites ce que d’autres peuvent reprendre');
  const again = readFormOf(await (await agent.get(form)).text()).fields;
  expect((await agent.post(form, { ...again, reprendre: 'La convention type et le calendrier.', etapes: 'Choisir\nPartir', echecs: 'Trop peu de temps sur place.', themes: ['jeunesse'] })).status).toBe(303);
  expect((await agent.post(publish, { pour: 'public' })).status).toBe(303);
  const kept = readFormOf(await (await agent.get(form)).text()).fields;
  for (const field of ['contexte', 'reprendre']) expect([field, (await agent.post(form, { ...kept, [field]: '' })).status]).toEqual([field, 422]);
  const shared = await read(await app.request(path));
  for (const words of ['Un appel des jeunes du quartier.', 'Choisir', 'La convention type', 'Trop peu de temps', '42 jeunes']) expect(shared).toContain(words);
  expect(await read(await app.request(`/actions/${action.slug}`))).toContain('Fiche pratique');
  expect(await read(await app.request('/pratiques?q=convention'))).toContain(action.title.replace(/\s+/g, ' ').trim());
  expect(await read(await app.request('/pratiques?q=zzz'))).toContain('Aucune fiche ne répond');
});

test('R155 a contact is given by the person, for themselves, to members only, and taken back', async () => {
  const agent = await app.signIn('agent-toulouse');
  const made = await agent.post('/nouveau/pratique', { titre: 'Accueillir une délégation', contexte: 'Vingt personnes.', reprendre: 'Le programme type.', 'source.contexte.titre': 'Bilan de la délégation' });
  expect(made.status).toBe(303);
  const path = made.headers.get('location')!;
  expect(await read(await agent.get(path))).toContain('Bilan de la délégation');
  const act = (name: string) => `/fiches/pratique/${path.split('/').at(-1)}/gestes/${name}`;
  expect((await agent.post(act('publier'), { pour: 'public' })).status).toBe(303);
  const { mail } = await db.selectFrom('accounts').select('mail').where('demo', '=', 'agent-toulouse').executeTakeFirstOrThrow();
  const member = await app.signIn('agent-bordeaux');
  expect(await (await member.get(path)).text()).not.toContain(mail);
  expect((await agent.post(act('contact'), { accord: 'oui' })).status).toBe(303);
  expect(await (await member.get(path)).text()).toContain(mail);
  expect(await (await app.request(path)).text()).not.toContain(mail);
  expect(await read(await app.request(path))).toContain('Un contact est donné aux membres connectés.');
  expect((await member.get(act('contact'))).status).toBe(404);
  for (const file of [`${path}.json`, `${path}.csv`]) expect(await (await member.get(file)).text()).not.toContain(mail);
  expect((await agent.post(act('contact'), { accord: 'non' })).status).toBe(303);
  expect(await (await member.get(path)).text()).not.toContain(mail);
});
