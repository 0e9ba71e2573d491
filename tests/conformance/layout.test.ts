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

test('nothing scrolls sideways at 360 pixels in English and in Spanish, on every other page each', { timeout: 600_000 }, async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const wrong: string[] = [];
  for (const [index, address] of pages.entries()) {
    const prefix = ['/en', '/es'][index % 2]!;
    const at = address === '/' ? prefix : prefix + address;
    await page.goto(base + at);
    for (const found of await page.evaluate(findWide)) wrong.push(`${at}: ${found}`);
  }
  await context.close();
  expect(wrong).toEqual([]);
});
