import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '~root/tests/support/browser.ts';
import { serve } from '~root/tests/support/index.ts';

const question = '/observatoire?genre=partenariat&territoire=bordeaux';

describe('the map that moves, in a browser', () => {
  let browser: Browser;
  let base: string;

  beforeAll(async () => {
    base = await serve();
    browser = await openBrowser();
  }, 240_000);
  afterAll(() => browser?.close());

  async function open(path: string, width = 1280): Promise<{ page: Page; asked: string[]; complaints: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const [asked, complaints]: [string[], string[]] = [[], []];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => /Content Security Policy|Refused/.test(message.text()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(base + path);
    return { page, asked, complaints };
  }
  const scripts = (asked: string[]) => asked.filter((url) => /\.js(\?|$)/.test(url));

  test('it takes the place of the drawn map, asks nothing of another house and breaks no rule of the page', async () => {
    const { page, asked, complaints } = await open(question);
    await page.waitForSelector('jumelles-map[ready]', { timeout: 60_000 });
    expect(await page.locator('jumelles-map > .map').isVisible()).toBe(false);
    expect(asked.some((url) => /\/carte\/\d+\/\d+\/\d+\.pbf/.test(url))).toBe(true);
    expect(asked.filter((url) => !url.startsWith(base) && !/^(blob|data):/.test(url))).toEqual([]);
    expect(complaints).toEqual([]);
  }, 90_000);

  test('the places that it shows are links under it: Enter leads to them from the map', async () => {
    const { page } = await open(question);
    await page.waitForSelector('jumelles-map[ready]', { timeout: 60_000 });
    const first = page.locator('.moving-places a').first();
    await first.waitFor({ timeout: 30_000 });
    await page.locator('.maplibregl-canvas').focus();
    await page.keyboard.press('Enter');
    expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await first.getAttribute('href')).toMatch(/^\/[a-z]+\/[a-z0-9-]+$/);
  }, 120_000);

  test('on a phone nothing heavy is fetched until its button is pressed', async () => {
    const { page, asked } = await open(question, 360);
    const button = page.locator('jumelles-map > button');
    await button.waitFor();
    expect(scripts(asked)).toHaveLength(1);
    expect(await page.locator('jumelles-map > .map').isVisible()).toBe(true);
    await button.click();
    await page.waitForSelector('jumelles-map[ready]', { timeout: 60_000 });
    expect(scripts(asked).length).toBeGreaterThan(1);
  }, 90_000);

  test('a reading page fetches no script at all', async () => {
    const { asked } = await open('/');
    expect(scripts(asked)).toEqual([]);
  });
});
