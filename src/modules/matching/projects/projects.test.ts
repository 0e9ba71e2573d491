import { expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { freshDatabase, openApp } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { linksOf, wordsOf } from '~root/tests/support/words.ts';

const db = await freshDatabase();
const app = await openApp({ db });
const [toulouse, bordeaux, charente] = await Promise.all(['agent-toulouse', 'elue-bordeaux', 'agente-charente-maritime'].map((key) => app.signIn(key)));
const draft = () => db.selectFrom('sheets').select(['id', 'slug', 'visibility', 'shared_with']).where('kind', '=', 'action').where('title', '=', 'Des jeunes entre deux ports').executeTakeFirstOrThrow();
const holders = async () => (await db.selectFrom('sheet_links').innerJoin('sheets', 'sheets.id', 'to_id').select('slug').where('from_id', '=', (await draft()).id).where('role', '=', 'holder').orderBy('position').execute()).map(({ slug }) => slug);

test('R072 a member opens a draft with others it names or looks for; a title and somebody else are asked', async () => {
  const refused = await toulouse!.post('/projets-communs/nouveau', { titre: '', presentation: 'Une phrase gardée.' });
  expect(refused.status).toBe(422);
  const html = await refused.text();
  expect(html).toContain('Une phrase gardée.');
  expect(wordsOf(html)).toContain('Choisissez au moins un autre membre.');
  const found = await (await toulouse!.post('/projets-communs/nouveau?avec=bordeaux', { titre: 'Titre gardé', nom: 'Charente', avec: ['bordeaux'], chercher: '1' })).text();
  expect(found).toContain('value="departement-charente-maritime"');
  expect(readFormOf(found).fields).toMatchObject({ titre: ['Titre gardé'], avec: ['', 'bordeaux'] });
  const sent = { titre: 'Des jeunes entre deux ports', presentation: 'Échanger vingt jeunes.', avec: ['bordeaux', 'departement-charente-maritime', 'paris'], nom: 'Charente', themes: ['jeunesse'] };
  expect(wordsOf(await (await toulouse!.submit('/projets-communs/nouveau', sent)).text())).toContain('Réponse attendue : Bordeaux et Département de la Charente-Maritime.');
  expect((await draft()).visibility).toBe('draft');
});

test('R072 nobody is named nor reads the draft before accepting; the invitation waits in Mon espace', async () => {
  const { slug } = await draft();
  expect(await holders()).toEqual(['toulouse']);
  expect((await bordeaux!.get(`/actions/${slug}`)).status).toBe(404);
  const words = wordsOf(await (await bordeaux!.get(`/projets-communs/${slug}`)).text());
  expect(words).toContain('Échanger vingt jeunes.');
  expect(words).not.toContain('Charente');
  expect(wordsOf(await (await bordeaux!.get('/mon-espace')).text())).toContain('Toulouse vous invite à un projet commun : Des jeunes entre deux ports');
  for (const persona of ['porteuse-projet', 'partenaire-lima', 'animatrice-reseau']) expect((await (await app.signIn(persona)).get(`/projets-communs/${slug}`)).status).toBe(404);
});

test('R072 each that accepts is named, reads and corrects the draft as the others do; whoever declines is not named', async () => {
  const { slug } = await draft();
  expect(wordsOf(await (await bordeaux!.submit(`/projets-communs/${slug}/accord`)).text())).toContain('Vous portez ce projet.');
  expect((await bordeaux!.post(`/projets-communs/${slug}/accord`)).status).toBe(404);
  expect((await charente!.post(`/projets-communs/${slug}/refus`)).status).toBe(303);
  expect(await holders()).toEqual(['toulouse', 'bordeaux']);
  for (const [visitor, status] of [[toulouse!, 200], [bordeaux!, 200], [charente!, 404], [app.visit(), 404]] as const) expect((await visitor.get(`/actions/${slug}`)).status).toBe(status);
  const edit = `/fiches/action/${slug}/modifier`;
  const { fields } = readFormOf(await (await bordeaux!.get(edit)).text());
  expect((await bordeaux!.post(edit, { ...fields, presentation: 'Échanger trente jeunes.' })).status).toBe(303);
  expect(wordsOf(await (await toulouse!.get(`/actions/${slug}`)).text())).toContain('Échanger trente jeunes.');
  expect((await charente!.get(edit)).status).toBe(404);
  expect(wordsOf(await (await toulouse!.get('/mon-espace')).text())).toContain('un membre a rejoint votre projet commun');
});

test('R072 published by one of those who hold it, everybody reads it with both named', async () => {
  const { slug } = await draft();
  expect((await bordeaux!.post(`/fiches/action/${slug}/gestes/publier`, { droits: 'clear', egalite: 'not-targeted' })).status).toBe(303);
  const words = wordsOf(await (await app.request(`/actions/${slug}`)).text());
  expect(words).toContain('Toulouse');
  expect(words).toContain('Bordeaux');
  expect(words).not.toContain('Charente-Maritime');
});

test('R072 the directory of people and a group lead to it, for those who speak for a member', async () => {
  const { rows } = await sql<{ id: string }>`
    select d.person_id as id from directory d join sheets b on b.id = d.body_id where b.kind in ('territory', 'organisation') and b.slug <> 'bordeaux' and d.is_current and d.is_public limit 1`.execute(db);
  const links = linksOf(await (await bordeaux!.get(`/personnes/${rows[0]!.id}`)).text());
  expect(links.some((link) => link.startsWith('/projets-communs/nouveau?avec='))).toBe(true);
  expect(linksOf(await (await (await app.signIn('animatrice-reseau')).get(`/personnes/${rows[0]!.id}`)).text()).some((link) => link.startsWith('/projets-communs'))).toBe(false);
  await sql`insert into group_members (group_id, account_id, body_id) select g.id, a.id, m.body_id from sheets g, accounts a join mandates m on m.account_id = a.id
    where g.kind = 'group' and g.slug = 'groupe-pays-japon' and a.demo in ('elue-bordeaux', 'agente-charente-maritime') on conflict do nothing`.execute(db);
  const inGroup = await app.signIn('elue-bordeaux');
  expect(linksOf(await (await inGroup.get('/groupes/groupe-pays-japon')).text())).toContain('/projets-communs/nouveau?groupe=groupe-pays-japon');
  expect(await (await inGroup.get('/projets-communs/nouveau?groupe=groupe-pays-japon')).text()).toContain('value="departement-charente-maritime"');
});

test('R072 whoever is asked for in the address is offered, however many others there are', async () => {
  const { rows } = await sql<{ id: string; slug: string }>`
    select s.id, s.slug from sheets s join territories t on t.sheet_id = s.id and t.side = 'french' where s.slug not in ('toulouse', 'bordeaux') and s.visibility = 'public' and s.merged_into is null order by s.id limit 40`.execute(db);
  const ids = rows.map((row) => row.id);
  await sql`insert into mandates (id, account_id, role, body_id, granted_by) select gen_random_uuid(), (select id from accounts where demo = 'citoyenne-toulouse'), 'elected', id, 'essai' from unnest(${ids}::uuid[]) id`.execute(db);
  await sql`insert into matches (body_id, other_id, score, reasons) select (select id from sheets where slug = 'toulouse' and kind = 'territory'), id, 20, '[]' from unnest(${ids}::uuid[]) id`.execute(db);
  const last = rows.at(-1)!.slug;
  expect(await (await toulouse!.get(`/projets-communs/nouveau?avec=${last}`)).text()).toContain(`value="${last}"`);
});
