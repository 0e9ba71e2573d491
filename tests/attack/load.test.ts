import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { answerKept, createPageCache, makeKeptPage } from '~/platform/http/page-cache.ts';
import { openApp } from '~root/tests/support/index.ts';

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
  const { request } = await openApp();
  for (const path of ['/agenda?genre=territoire', '/agenda?genre=territoire&type=commune', '/agenda.ics?genre=territoire']) {
    expect([path, (await (await request(path)).text()).length < 200_000]).toEqual([path, true]);
  }
});

test('signs that are no letters are not compared with every name', async () => {
  const { request } = await openApp();
  await (await request('/recherche?q=zzzz')).text();
  for (const path of ['/recherche?q=', '/territoires?q=', '/observatoire.json?territoire=']) {
    const started = performance.now();
    await (await request(path + encodeURIComponent('😀'.repeat(100)))).text();
    // compared with 80 000 names, it takes more than a second
    expect([path, performance.now() - started < 700]).toEqual([path, true]);
  }
});
