import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '~root/tests/support/browser.ts';
import { openApp, serve } from '~root/tests/support/index.ts';
import { listPages } from './pages.ts';
import { findWide } from './wide.ts';

let browser: Browser;
let base: string;
let pages: string[];
beforeAll(async () => {
  base = await serve();
  pages = await listPages(await openApp());
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Buttons and boxes lower than 24 pixels, with what holds them. */
const findSmall = () =>
  [...document.querySelectorAll<HTMLElement>('button, select, input:not([type=hidden]), summary, nav a')]
    .filter((one) => one.offsetParent !== null && !one.closest('svg, .trap'))
    .filter((one) => Math.max(one.getBoundingClientRect().height, one.parentElement!.getBoundingClientRect().height) < 24)
    .map((one) => `${location.pathname}: ${one.outerHTML.slice(0, 90)}`);

test('nothing scrolls sideways at 360 pixels on one page of each kind, in the three languages, and what one presses is 24 pixels high or more', { timeout: 600_000 }, async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const wrong: string[] = [];
  const small = new Set<string>();
  for (const [index, address] of pages.entries()) {
    const prefix = ['/en', '/es'][index % 2]!;
    for (const at of [address, address === '/' ? prefix : prefix + address]) {
      await page.goto(base + at);
      for (const found of await page.evaluate(findWide)) wrong.push(`${at}: ${found}`);
      if (at === address) for (const found of await page.evaluate(findSmall)) small.add(found);
    }
  }
  await context.close();
  expect(wrong).toEqual([]);
  expect([...small]).toEqual([]);
});
