import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '~root/tests/support/browser.ts';
import { openApp, serve } from '~root/tests/support/index.ts';
import { axe, listAxeFaults, openChecked } from './faults.ts';
import { listPages } from './pages.ts';
import { findSmall, findWide } from './wide.ts';

let browser: Browser;
let base: string;
let pages: string[];
beforeAll(async () => {
  base = await serve();
  pages = await listPages(await openApp());
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test('R196 one page of each kind: axe finds nothing, in light or in dark, nothing scrolls sideways at 360 pixels, what one presses is 24 pixels high or more', { timeout: 600_000 }, async () => {
  const page = await (await openChecked(browser)).newPage();
  const wrong: string[] = [];
  const small = new Set<string>();
  for (const [index, address] of pages.entries()) {
    // one scheme each: the colours are the same everywhere, and src/ui/contrast.test.ts computes them in both
    const colorScheme = index % 2 === 0 ? 'light' : 'dark';
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(base + address);
    for (const fault of await listAxeFaults(page, index === 0)) wrong.push(`${address}, ${colorScheme}: ${fault}`);
    await page.setViewportSize({ width: 360, height: 740 });
    for (const found of await page.evaluate(findWide)) wrong.push(`${address} at 360: ${found}`);
    for (const found of await page.evaluate(findSmall)) small.add(found);
  }
  await page.context().close();
  expect(wrong).toEqual([]);
  expect([...small]).toEqual([]);
});

test('the checker sees a fault when there is one', { timeout: 60_000 }, async () => {
  const page = await browser.newPage({ bypassCSP: true });
  await page.setContent('<html lang="fr"><title>Faute</title><main><h1>Faute</h1><img src="data:,"><p><font color="#ccc">pâle</font></p></main></html>');
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  expect(violations.map((one) => one.id)).toEqual(expect.arrayContaining(['image-alt', 'color-contrast']));
  await page.close();
});

test('R196 the first stop of the keyboard is the skip link, and it leads to the content', { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  for (const address of ['/', '/documents/archipel-citoyen-toulouse', '/en/glossaire']) {
    await page.goto(base + address);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#contenu');
    expect(await page.evaluate(() => document.activeElement!.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement))).toBe(true);
  }
  await page.close();
});
