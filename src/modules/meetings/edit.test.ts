import { beforeAll, expect, test } from 'vitest';
import { readFormOf } from '~root/tests/support/form.ts';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase('world') });
});

test('the organiser corrects what announces a meeting; a session stays inside it; minutes have no field', async () => {
  const organiser = await app.signIn('organisatrice-cuf');
  const path = '/fiches/rencontre/raict-2023/modifier';
  const { fields } = readFormOf(await (await organiser.get(path)).text());
  expect((await organiser.post(path, { ...fields, fin: '2023-09-01' })).status).toBe(422);
  expect((await organiser.post(path, { ...fields, lieu: 'Paris, Palais des congrès' })).status).toBe(303);
  expect(await (await app.request('/rencontres/raict-2023')).text()).toContain('Palais des congrès');
  const session = '/fiches/session/raict-2023-pleniere/modifier';
  const administrator = await app.signIn('administrateur');
  const asked = readFormOf(await (await administrator.get(session)).text()).fields;
  expect((await administrator.post(session, { ...asked, debut: '2024' })).status).toBe(422);
  expect((await administrator.post(session, { ...asked, court: 'La plénière' })).status).toBe(303);
  expect(Object.keys(asked)).not.toContain('conclusion');
});
