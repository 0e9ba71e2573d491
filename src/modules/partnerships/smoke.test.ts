import { expect, test } from 'vitest';
import { openApp } from '~root/tests/support/index.ts';
const { request } = await openApp();
test('pages', async () => {
  for (const p of ['/partenariats','/partenariats/bordeaux-lima','/partenariats/bordeaux-bamako','/partenariats/houdan-bailar','/anniversaires','/programmes','/programmes/inspire','/organisations','/organisations/meae','/en/partenariats/bordeaux-lima','/es/anniversaires','/partenariats/bordeaux-cuba']) {
    const r = await request(p); const b = await r.text();
    console.log(p, r.status, b.length, r.status === 500 ? b.slice(0,300) : '');
  }
});
