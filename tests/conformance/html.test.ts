import { expect, test } from 'vitest';
import { openApp } from '~root/tests/support/index.ts';
import { listPages } from './pages.ts';
import { hasJava, listFaults } from './vnu.ts';

test.skipIf(!hasJava)('the W3C checker finds nothing in one page of each kind, in the three languages (skipped without Java)', { timeout: 240_000 }, async () => {
  const opened = await openApp();
  const pages = new Map<string, string>();
  for (const [index, address] of (await listPages(opened)).entries()) {
    const prefix = ['', '/en', '/es'][index % 3]!;
    for (const at of new Set([address, prefix + (address === '/' && prefix ? '' : address)])) pages.set(at, await (await opened.request(at)).text());
  }
  expect(await listFaults(pages)).toEqual([]);
});

test('one h1 a page, a language, a title, no duplicate id', { timeout: 240_000 }, async () => {
  const opened = await openApp();
  const wrong: string[] = [];
  for (const address of await listPages(opened)) {
    const html = await (await opened.request(address)).text();
    if (html.match(/<h1[\s>]/g)?.length !== 1) wrong.push(`${address}: ${html.match(/<h1[\s>]/g)?.length ?? 0} h1`);
    if (!/<html lang="fr"/.test(html)) wrong.push(`${address}: no language`);
    if (!/<title>[^<]{3,}<\/title>/.test(html)) wrong.push(`${address}: no title`);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!);
    for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) wrong.push(`${address}: id ${id} twice`);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) if (!ids.includes(target!)) wrong.push(`${address}: #${target} leads nowhere`);
  }
  expect(wrong).toEqual([]);
});
