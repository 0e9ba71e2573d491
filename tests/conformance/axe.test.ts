import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '~root/tests/support/browser.ts';
import { openApp, serve } from '~root/tests/support/index.ts';
import { listPages } from './pages.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;
let base: string;
let pages: string[];
beforeAll(async () => {
  base = await serve();
  pages = await listPages(await openApp());
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test('R196 axe finds nothing on one page of each kind, in light and in dark', { timeout: 600_000 }, async () => {
  // our policy refuses injected scripts, as it should; the checker is one
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const wrong: string[] = [];
  // the scheme changes colours and nothing else
  const looks = [['light', "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']"], ['dark', "['color-contrast']"]] as const;
  for (const address of pages) {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(base + address);
    await page.evaluate(axe);
    for (const [colorScheme, rules] of looks) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${rules} })`);
      for (const one of violations) wrong.push(`${address}, ${colorScheme}: ${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(' | ')}`);
    }
  }
  await context.close();
  expect(wrong).toEqual([]);
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
