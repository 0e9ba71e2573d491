import { expect, test } from 'vitest';
import { openApp } from '~root/tests/support/index.ts';

const { request } = await openApp();
const read = async (path: string) => (await request(path)).text();

test('R042 the page of the AIMF shows 188 cities', async () => {
  const html = await read('/reseaux/aimf');
  expect(html).toContain('188');
});
