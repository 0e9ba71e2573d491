import { beforeAll, expect, test } from 'vitest';
import { createAccount, grantMandate } from '~/modules/accounts/index.ts';
import { instance } from '~/platform/events/index.ts';
import { addMember } from '~/sheets/index.ts';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
});

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ');
const idOf = async (kind: string, slug: string) => (await app.db.selectFrom('sheets').select(['id', 'title']).where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow());

test('R162 the desk tells the animator what waits and how the network is; whom the Region delegates shares it, nobody else opens it', async () => {
  const animator = await app.signIn('animatrice-reseau');
  const network = await idOf('network', 'so-cooperation');
  for (const slug of ['bordeaux', 'cenon', 'lormont']) {
    const { id, title } = await idOf('territory', slug);
    await app.db.transaction().execute((tx) => addMember(tx, instance, network.id, { id, title }));
  }
  const page = words(await (await animator.get('/animation')).text());
  expect(page).toContain('SO Coopération');
  expect(page).toMatch(/3 membres Collectivités et organismes liés au réseau/);
  expect(page).toMatch(/1 membre engagé .*2 ne le sont pas encore/);
  const notYet = words(await (await animator.get('/animation/membres?voir=pas-encore')).text());
  expect(notYet).toContain('2 sur 3');
  expect(notYet).toMatch(/Cenon .*Lormont/);
  const delegate = await app.db.transaction().execute(async (tx) => {
    const accountId = await createAccount(tx, { mail: 'deleguee@region.example', name: 'Déléguée', title: 'Cheffe de service', demo: 'deleguee', trusted: true });
    await grantMandate(tx, instance, { accountId, role: 'animator', bodyId: network.id });
    return accountId;
  });
  expect(delegate).toMatch(/^[0-9a-f-]{36}$/);
  for (const [persona, status] of [['deleguee', 200], ['organisatrice-cuf', 200], ['agent-bordeaux', 404], ['citoyenne-toulouse', 404]] as const) {
    const answer = await (await app.signIn(persona)).get('/animation');
    expect([persona, answer.status]).toEqual([persona, status]);
    if (persona !== 'organisatrice-cuf' && status === 200) expect(words(await answer.text())).toContain('3 membres');
  }
});

test('what waits for the animator is on the desk, whole: a claim to answer', async () => {
  const animator = await app.signIn('animatrice-reseau');
  const before = words(await (await animator.get('/animation')).text());
  expect(before).not.toContain('Bazas');
  const { id } = await idOf('territory', 'bazas');
  await app.db.insertInto('claims').values({ id: crypto.randomUUID(), account_id: (await app.db.selectFrom('accounts').select('id').where('demo', '=', 'agent-commune').executeTakeFirstOrThrow()).id, sheet_id: id, role: 'agent', function: 'Secrétaire générale', proof: 'word', state: 'requested' } as never).execute();
  expect(words(await (await animator.get('/animation')).text())).toContain('Bazas');
});
