import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { personas } from './personas.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
});

test('one click makes somebody each character, and every page says for whom they act', async () => {
  for (const { key, name } of personas) {
    const visitor = await app.signIn(key);
    const page = await (await visitor.get('/territoires/lima')).text();
    expect(page).toContain(name);
  }
});

test('nobody becomes a character where the demonstration is not to be tried', async () => {
  const closed = await openApp({ db: app.db, settings: { publicUrl: null, instanceName: 'Jumelles', demo: true, tryable: false } });
  expect((await closed.request('/demonstration')).status).toBe(404);
  await expect(closed.signIn('agent-bordeaux')).rejects.toThrow('404');
});

test('a banner says on every page that this is a demonstration', async () => {
  expect(await (await app.request('/reseaux')).text()).toContain('rien de ce que vous faites ici n’engage personne');
});

test('a page for somebody who is signed in is kept by nobody on the way', async () => {
  const visitor = await app.signIn('agent-bordeaux');
  expect((await visitor.get('/reseaux')).headers.get('cache-control')).toBe('private, no-store');
  const page = await (await app.request('/reseaux')).text();
  expect(page).not.toContain('Agente de Bordeaux');
});
