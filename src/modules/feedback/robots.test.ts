import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, testNow, type OpenedApp } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { eraseGuard } from '~/sheets/guard/index.ts';

let app: OpenedApp;
let clock = testNow;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase(), clock: () => clock, settings: { publicUrl: null, instanceName: 'Jumelles', demo: true, trustedProxies: 1 } });
}, 120_000);

const stored = async () => (await app.db.selectFrom('feedback').select('id').execute()).length;
async function openForm(page = '/reseaux/aimf') {
  const html = await (await app.request(`/avis?page=${encodeURIComponent(page)}`)).text();
  return { html, marque: /name="marque" value="([^"]+)"/.exec(html)![1]! };
}
const send = (fields: Record<string, string>, from = '198.51.100.7') =>
  app.visit().post('/avis', { page: '/reseaux/aimf', nature: 'remarque', message: 'Un message bien long.', reponse: 'non', ...fields }, { headers: { 'x-forwarded-for': from } });

test('the trap is empty, out of the way of the keyboard, and tells those who hear it to leave it so; filled in, nothing is stored or lost', async () => {
  const { html, marque } = await openForm();
  expect(html).toMatch(/<label for="champ-site">Laissez ce champ vide/);
  expect(html).toMatch(/<input id="champ-site" name="site" type="text" tabindex="-1"/i);
  clock += 10_000;
  const answer = await send({ marque, site: 'https://example.org' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(wordsOf(page)).toContain('Ce champ doit rester vide');
  expect(page).toContain('Un message bien long.</textarea>');
  expect(await stored()).toBe(0);
});

test('what is sent in an instant, with a forged hour, or from a form of three days ago is asked again, and passes then', async () => {
  const { marque } = await openForm();
  const fast = await send({ marque });
  expect(fast.status).toBe(422);
  expect(await fast.text()).toContain(`value="${marque}"`);
  for (const forged of ['', 'x', `${(clock - 60_000).toString(36)}.${marque.split('.')[1]}`, marque.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))]) expect((await send({ marque: forged })).status).toBe(422);
  expect(await stored()).toBe(0);
  clock += 3 * 86_400_000;
  const old = await send({ marque });
  expect(old.status).toBe(422);
  const renewed = /name="marque" value="([^"]+)"/.exec(await old.text())![1]!;
  clock += 5_000;
  expect((await send({ marque: renewed })).status).toBe(303);
  expect(await stored()).toBe(1);
});

test('a form opened before midnight is taken after midnight', async () => {
  clock = Date.parse('2026-12-01T22:59:00Z');
  const { marque } = await openForm();
  clock = Date.parse('2026-12-01T23:01:00Z');
  expect((await send({ marque }, '198.51.100.50')).status).toBe(303);
});

test('one network sends ten messages an hour, others are not held up, and what was typed stays on the page', async () => {
  const { marque } = await openForm();
  clock += 10_000;
  const statuses: number[] = [];
  for (let n = 0; n < 12; n++) statuses.push((await send({ marque }, '198.51.100.8')).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 303), 429, 429]);
  const held = await (await send({ marque }, '198.51.100.8')).text();
  expect(held).toContain('Un message bien long.</textarea>');
  expect((await send({ marque }, '198.51.100.9')).status).toBe(303);
  clock += 3_700_000;
  expect((await send({ marque }, '198.51.100.8')).status).toBe(303);
});

test('ten at once from one network do not pass under the limit', async () => {
  const { marque } = await openForm();
  clock += 10_000;
  const answers = await Promise.all(Array.from({ length: 14 }, () => send({ marque }, '198.51.100.20')));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(10);
});

test('no network is kept as such: a keyed hash, gone with its key after two days', async () => {
  const rows = await app.db.selectFrom('guard_posts').selectAll().execute();
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.every(({ sender }) => sender.length === 32)).toBe(true);
  await app.db.transaction().execute((tx) => eraseGuard(tx, clock + 3 * 86_400_000));
  expect(await app.db.selectFrom('guard_posts').selectAll().execute()).toEqual([]);
  expect(await app.db.selectFrom('guard_keys').selectAll().execute()).toEqual([]);
});

test('a page that is not ours is never linked: the form falls back to the home page', async () => {
  for (const page of ['//evil.example/x', 'https://evil.example', 'javascript:alert(1)', '/\\evil.example', '/<script>', '/a/../../b']) {
    const { html } = await openForm(page);
    expect(html.split('<main')[1]!.split('</main>')[0], page).not.toMatch(/evil|alert\(1\)|<script>|\.\./);
    expect(html, page).toContain('name="page" value="/"');
    expect((await (await app.request(`/avis/merci?page=${encodeURIComponent(page)}`)).text()), page).not.toMatch(/href="(https?:)?\/\/evil|href="javascript/);
  }
});
