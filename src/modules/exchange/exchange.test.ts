import { XMLParser } from 'fast-xml-parser';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { expiries } from './expiry.ts';

let app: OpenedApp;
let bordeaux: Visitor;
let toulouse: Visitor;
let holder: Visitor;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  [bordeaux, toulouse, holder] = await Promise.all(['agent-bordeaux', 'agent-toulouse', 'porteuse-projet'].map((one) => app.signIn(one))) as [Visitor, Visitor, Visitor];
});

const read = async (path: string, by: { get(path: string): Promise<Response> } = { get: (one) => app.request(one) }) => wordsOf(await (await by.get(path)).text());
const act = (by: Visitor, slug: string, name: string, fields: Record<string, string | string[]>) => by.post(`/fiches/annonce/${slug}/gestes/${name}`, fields);
const night = (day: string) => expiries.work({}, { db: app.db, now: () => Date.parse(`${day}T02:00:00Z`) } as never);

async function create(by: Visitor, fields: Record<string, string | string[]>, query = ''): Promise<string> {
  const answer = await by.post(`/nouveau/annonce${query}`, { sorte: 'besoin', nature: 'expertise', texte: 'Deux semaines sur place.', echeance: '2027-01-31', pour: 'public', ...fields });
  if (answer.status !== 303) throw new Error(wordsOf(await answer.text()).slice(0, 800));
  return answer.headers.get('location')!.replace(/^.*\/bourse\//, '');
}

test('R158 C24 an empty exchange says so, and a question without answer says what to widen', async () => {
  expect(await read('/bourse')).toContain('Personne ne cherche rien en ce moment.');
  expect(await read('/bourse')).not.toContain('Voir celles qui sont terminées');
  // The list and the form promise the same time.
  expect([await read('/bourse', bordeaux), await read('/nouveau/annonce', bordeaux)]).toEqual([expect.stringContaining('une minute'), expect.stringContaining('Une minute.')]);
  await create(holder, { titre: 'Un hydrogéologue pour deux semaines', pays: 'CM', themes: 'eau' });
  const nothing = await (await app.request('/bourse?sorte=offre&theme=eau&pays=CM')).text();
  expect(wordsOf(nothing)).toContain('Aucune annonce ne répond à cette question. Sans la sorte d’annonce : 1 Sans le thème : 0 Sans le pays : 0');
  expect(nothing).toContain('href="/bourse?theme=eau&amp;pays=CM"');
  expect(await read('/bourse?theme=eau&pays=CM')).toContain('1 annonce Un hydrogéologue pour deux semaines Électriciens sans frontières Besoin, expertise · Cameroun · jusqu’au 31 janvier 2027');
});

test('R158 R159 a listing has an end, within twelve months, and takes no more than one short page', async () => {
  for (const [echeance, said] of [['', 'Fin de l’annonce'], ['2026-11-01', 'Cette date est passée'], ['2028-01-01', 'Douze mois au plus']] as const) {
    const answer = await bordeaux.post('/nouveau/annonce', { sorte: 'offre', nature: 'accueil', titre: 'Un accueil', texte: 'Trois stagiaires.', pour: 'public', echeance });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(wordsOf(html)).toContain(said);
    expect(html).toContain('Trois stagiaires.');
  }
  const form = readFormOf(await (await bordeaux.get('/nouveau/annonce')).text());
  expect(form.fields.echeance).toEqual(['15 février 2027']);
});

test('R158 a draft is seen by its body only until it is published; a listing for members is not for visitors', async () => {
  const slug = await create(bordeaux, { titre: 'Des pupitres de classe', pour: 'draft' });
  expect((await app.request(`/bourse/${slug}`)).status).toBe(404);
  expect((await toulouse.get(`/bourse/${slug}`)).status).toBe(404);
  expect(await read(`/bourse/${slug}`, bordeaux)).toContain('Votre structure seule la voit.');
  expect((await act(bordeaux, slug, 'publier', { pour: 'members', echeance: '2027-03-01' })).status).toBe(303);
  expect((await app.request(`/bourse/${slug}`)).status).toBe(404);
  expect(await read(`/bourse/${slug}`, toulouse)).toContain('Répondre à cette annonce');
});

test('R158 J6 a city answers a need: a conversation opens, the listing is « en contact », and only its body reads the answers', async () => {
  const slug = 'un-hydrogeologue-pour-deux-semaines';
  expect(await read(`/bourse/${slug}`)).toContain('Se connecter pour répondre');
  expect((await app.request(`/bourse/${slug}/reponse`)).headers.get('location')).toContain('/connexion');
  expect((await holder.get(`/bourse/${slug}/reponse`)).status).toBe(404);
  expect((await bordeaux.post(`/bourse/${slug}/reponse`, { message: ' ' })).status).toBe(422);
  const answer = await bordeaux.post(`/bourse/${slug}/reponse`, { message: 'Notre régie peut prêter un hydrogéologue.' });
  expect(answer.status).toBe(303);
  const conversation = answer.headers.get('location')!;
  expect(await read(conversation, holder)).toContain('Notre régie peut prêter un hydrogéologue.');
  expect((await toulouse.get(conversation)).status).toBe(404);
  expect(await read(`/bourse/${slug}`)).toContain('en contact');
  expect(await read(`/bourse/${slug}`, holder)).toMatch(/Réponses reçues .* Agente des relations internationales, Bordeaux .* Notre régie peut prêter/);
  expect(await read(`/bourse/${slug}`, bordeaux)).toContain('Vous avez répondu le');
  for (const by of [undefined, toulouse]) expect(await read(`/bourse/${slug}`, by)).not.toContain('Notre régie');
  expect(await read(`/fiches/annonce/${slug}/historique`)).not.toContain('Bordeaux');
  expect((await bordeaux.post(`/bourse/${slug}/reponse`, { message: 'Encore.' })).status).toBe(422);
});

test('R158 it is closed with whom and what came of it, and answered no more', async () => {
  const slug = 'un-hydrogeologue-pour-deux-semaines';
  expect((await act(bordeaux, slug, 'conclure', { suite: 'x', avec_autre: 'y' })).status).toBe(404);
  expect((await act(holder, slug, 'conclure', { suite: 'Une mission de deux semaines.' })).status).toBe(422);
  const { id } = await app.db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'bordeaux').executeTakeFirstOrThrow();
  expect((await act(holder, slug, 'conclure', { avec: id, suite: 'Une mission de deux semaines.' })).status).toBe(303);
  const page = await read(`/bourse/${slug}`, toulouse);
  expect(page).toContain('Ce que c’est devenu Une mission de deux semaines. Avec Bordeaux.');
  expect(page).not.toContain('Répondre à cette annonce');
  expect((await toulouse.post(`/bourse/${slug}/reponse`, { message: 'Trop tard.' })).status).toBe(404);
  expect(await read('/bourse')).not.toContain('hydrogéologue');
  expect(await read('/bourse')).toContain('Voir celles qui sont terminées');
  expect(await read('/bourse?passees=1')).toContain('hydrogéologue');
});

test('R158 R159 C23 its owner is told two weeks before, prolongs it in one click, and it expires by itself, never deleted', async () => {
  const slug = await create(bordeaux, { titre: 'Des livres pour Lima', echeance: '2026-11-25' });
  await night('2026-11-15');
  const told = await app.db.selectFrom('notifications').innerJoin('accounts', 'accounts.id', 'account_id').select(['accounts.demo', 'label']).where('label', '=', 'Des livres pour Lima').execute();
  expect(told).toEqual([{ demo: 'agent-bordeaux', label: 'Des livres pour Lima' }]);
  expect(await read('/mon-espace', bordeaux)).toContain('Votre annonce « Des livres pour Lima » finit bientôt');
  expect((await toulouse.post(`/bourse/${slug}/prolongation`)).status).toBe(404);
  expect((await bordeaux.post(`/bourse/${slug}/prolongation`)).status).toBe(303);
  expect(await read(`/bourse/${slug}`)).toContain('jusqu’au 25 février 2027');
  await night('2027-02-25');
  expect(await read(`/bourse/${slug}`)).toContain('publiée');
  await night('2027-02-26');
  await night('2027-02-26');
  expect(await read(`/bourse/${slug}`)).toContain('Cette annonce est finie depuis le 25 février 2027');
  const states = await app.db.selectFrom('sheet_states').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['sheet_states.state', 'at']).where('slug', '=', slug).orderBy('position').execute();
  expect(states).toEqual([{ state: 'published', at: '2026-11-15' }, { state: 'expired', at: '2027-02-25' }]);
  expect((await bordeaux.post(`/bourse/${slug}/prolongation`)).status).toBe(303);
  expect(await read(`/bourse/${slug}`)).toContain('échue');
});

test('R158 what has ended may still be kept for the members', async () => {
  const later = await openApp({ db: app.db, clock: () => Date.parse('2027-03-01T10:00:00Z') });
  const agent = await later.signIn('agent-bordeaux');
  const path = '/fiches/annonce/des-livres-pour-lima/modifier';
  const { fields } = readFormOf(await (await agent.get(path)).text());
  expect((await agent.post(path, { ...fields, pour: 'members' })).status).toBe(303);
  expect((await app.request('/bourse/des-livres-pour-lima')).status).toBe(404);
});

test('R158 whose day is over takes no answer, even before the night’s work', async () => {
  const slug = await create(bordeaux, { titre: 'Un atelier demain', echeance: '2026-11-16' });
  const later = await openApp({ db: app.db, clock: () => testNow + 2 * 86_400_000 });
  const agent = await later.signIn('agent-toulouse');
  expect((await agent.get(`/bourse/${slug}/reponse`)).status).toBe(404);
  expect(wordsOf(await (await later.request('/bourse')).text())).not.toContain('Un atelier demain');
});

test('the feed holds what is open, as RFC 4287 wants it', async () => {
  await create(bordeaux, { titre: 'Échange <franc> & loyal', sorte: 'offre' });
  const answer = await app.request('/bourse.atom');
  expect(answer.headers.get('content-type')).toContain('application/atom+xml');
  const xml = await answer.text();
  const { feed } = new XMLParser({ htmlEntities: true }).parse(xml);
  const entries = [feed.entry].flat();
  expect(entries[0]).toMatchObject({ title: 'Échange <franc> & loyal', summary: expect.stringMatching(/^Offre, jusqu’au 31 janvier 2027\. Deux semaines/) });
  for (const entry of [feed, ...entries]) expect(Temporal.Instant.from(entry.updated).toString()).toBe(entry.updated);
  expect(xml).not.toContain('Des pupitres de classe');
});
