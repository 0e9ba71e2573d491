import { beforeAll, expect, test } from 'vitest';
import { closeDatabase, openDatabase } from '~/platform/db/index.ts';
import { answerKept, createPageCache, makeKeptPage } from '~/platform/http/page-cache.ts';
import { listNear } from '~/sheets/ask/index.ts';
import { anonymous } from '~/sheets/index.ts';
import { openApp, type OpenedApp } from '~root/tests/support/index.ts';

let request: OpenedApp['request'];
beforeAll(async () => {
  request = (await openApp()).request;
});

test('a million addresses of a small file do not fill the memory', async () => {
  const cache = createPageCache(1024 * 1024);
  const page = await makeKeptPage(new Response('User-agent: *'));
  for (let n = 0; n < 5000; n++) cache.keep(`/robots.txt?${n}`, '1', page);
  const kept = Array.from({ length: 5000 }, (_, n) => cache.find(`/robots.txt?${n}`, '1')).filter(Boolean).length;
  expect(kept).toBeGreaterThan(0);
  // an entry takes about two kilobytes of its own, whatever it holds
  expect(kept).toBeLessThan(600);
});

test('a client that refuses a coding does not get it', async () => {
  const page = await makeKeptPage(new Response('Jumelles. '.repeat(500)));
  const codingFor = (accepted: string) => answerKept(page, { header: (name) => (name === 'accept-encoding' ? accepted : null) }).headers.get('content-encoding');
  expect(['br', 'gzip, br;q=0', 'br;q=0, gzip;q=0.0', 'gzip;q=0.5', 'identity', ''].map(codingFor)).toEqual(['br', 'gzip', null, 'gzip', null, null]);
});

test('asking the agenda for the 36 000 authorities is a short page', async () => {
  for (const path of ['/agenda?genre=territoire', '/agenda?genre=territoire&type=commune', '/agenda.ics?genre=territoire']) {
    expect([path, (await (await request(path)).text()).length < 200_000]).toEqual([path, true]);
  }
});

test('signs that are no letters are not compared with every name', async () => {
  const nowhere = openDatabase({ host: '127.0.0.1', port: 9, user: 'nobody', database: 'none' });
  expect(await listNear(nowhere, anonymous, '😀'.repeat(100))).toEqual([]);
  await expect(listNear(nowhere, anonymous, 'Bordaux')).rejects.toThrow();
  await closeDatabase(nowhere);
});
