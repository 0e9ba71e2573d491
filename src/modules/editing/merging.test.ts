import { beforeAll, expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { createAccount, grantMandate } from '~/modules/accounts/index.ts';
import { createSheet } from '~/sheets/index.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let administrator: Visitor;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  administrator = await app.signIn('administrateur');
});

const spellings = ['Conseil départemental de la Charente-Maritime', 'Conseil Départemental Charente-Maritime', 'CD Charente Maritime'];

test('R016 three spellings of one council become one sheet: every name finds it, every address leads to it', async () => {
  const made = await app.db.transaction().execute((tx) => Promise.all(spellings.map((title, index) => createSheet(tx, instance, { kind: 'organisation', slug: `cd-17-${index}`, title }))));
  const [kept, second, third] = made as [typeof made[0], typeof made[0], typeof made[0]];
  await app.db.transaction().execute(async (tx) => {
    await createSheet(tx, instance, { kind: 'project', slug: 'une-action', title: 'Une action', ownerId: second!.id, links: [{ role: 'holder', to: third!.id }] });
    const accountId = await createAccount(tx, { mail: 'a@b.invalid', name: 'Agente' });
    await grantMandate(tx, instance, { accountId, role: 'project-holder', bodyId: second!.id });
  });
  const address = `/fiches/organisation/${kept!.slug}/fusion`;
  const found = wordsOf(await (await administrator.get(`${address}?q=Charente`)).text());
  expect(found).toContain('CD Charente Maritime');
  for (const gone of [second!, third!]) {
    const both = wordsOf(await (await administrator.get(`${address}?autre=${gone.slug}`)).text());
    expect(both).toContain(`/${gone.slug}`);
    expect((await administrator.post(address, { autre: gone.slug, reste: 'ici' })).status).toBe(422);
    const page = await administrator.submit(address, { autre: gone.slug, reste: 'ici', meme: '1' });
    expect(await page.text()).toContain('n’en font plus qu’une');
  }
  for (const gone of [second!, third!]) {
    const answer = await app.request(`/organisations/${gone.slug}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/organisations/${kept!.slug}`]);
    expect((await app.request(`/fiches/organisation/${gone.slug}/historique`)).status).toBe(301);
  }
  for (const name of spellings) {
    const { items } = (await (await app.request(`/observatoire.json?genre=organisation&q=${encodeURIComponent(name)}`)).json()) as { items: { title: string }[] };
    expect(items.map(({ title }) => title)).toEqual([spellings[0]]);
  }
  const { rows } = await sql<{ n: number }>`select (select count(*) from sheets where owner_id = ${kept!.id}) + (select count(*) from sheet_links where to_id = ${kept!.id} and role = 'holder') + (select count(*) from mandates where body_id = ${kept!.id}) as n`.execute(app.db);
  expect(Number(rows[0]!.n)).toBe(3);
  const history = wordsOf(await (await app.request(`/fiches/organisation/${kept!.slug}/historique`)).text());
  expect(history).toContain('Fiche réunie avec une autre : cd-17-1');
});

test('R016 only whoever animates or administers merges, and never with itself or with another kind of sheet', async () => {
  const address = '/fiches/partenariat/bordeaux-lima/fusion';
  for (const persona of ['agent-bordeaux', 'elue-bordeaux', 'partenaire-lima', 'citoyenne-toulouse', 'porteuse-projet']) {
    const visitor = await app.signIn(persona);
    expect([persona, (await visitor.get(address)).status, (await visitor.post(address, { autre: 'bordeaux-porto', reste: 'autre', meme: '1' })).status]).toEqual([persona, 404, 404]);
  }
  expect((await app.visit().get(address)).status).toBe(303);
  for (const autre of ['bordeaux-lima', 'lima', 'n-existe-pas', '']) expect((await administrator.post(address, { autre, reste: 'ici', meme: '1' })).status).toBe(404);
});
