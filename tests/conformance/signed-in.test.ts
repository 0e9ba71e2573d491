import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '~root/tests/support/browser.ts';
import { freshDatabase, openApp, serve, testNow, type OpenedApp } from '~root/tests/support/index.ts';
import { listAxeFaults, openChecked } from './faults.ts';
import { listSeen, type Seen } from './signed-in.ts';
import { hasJava, listFaults } from './vnu.ts';
import { findWide } from './wide.ts';

let browser: Browser;
let base: string;
let opened: OpenedApp;
let seen: Seen[];
const tabs = new Map<string | null, Page>();
const html = new Map<string, string>();
beforeAll(async () => {
  let clock = testNow;
  const db = await freshDatabase();
  opened = await openApp({ db, clock: () => clock });
  seen = await listSeen(opened, () => (clock += 30_000));
  base = await serve({ db, clock: () => clock });
  browser = await openBrowser();
}, 240_000);
afterAll(() => browser?.close());

async function tabOf(by: string | null): Promise<Page> {
  const found = tabs.get(by);
  if (found) return found;
  const context = await openChecked(browser);
  if (by) {
    const { cookies } = await opened.signIn(by);
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: base })));
  }
  const page = await context.newPage();
  tabs.set(by, page);
  return page;
}

/** Types into the longest form of the page and sends it as it is, past what the browser itself would refuse. */
function sendForm(typed: Record<string, string>): void {
  const form = [...document.querySelectorAll<HTMLFormElement>('main form[method=post]')].sort((a, b) => b.elements.length - a.elements.length)[0]!;
  for (const [name, value] of Object.entries(typed)) (form.elements.namedItem(name) as HTMLInputElement).value = value;
  form.noValidate = true;
  form.requestSubmit(form.querySelector<HTMLButtonElement>('.actions button, .gestures button') ?? undefined);
}

async function open(page: Page, { at, typed }: Seen): Promise<number> {
  const first = (await page.goto(base + at))!;
  if (!typed) {
    html.set(`${html.size} ${at}`, await first.text());
    return first.status();
  }
  const [answer] = await Promise.all([page.waitForNavigation(), page.evaluate(sendForm, typed)]);
  html.set(`${html.size} ${at}`, await answer!.text());
  return answer!.status();
}

test('R196 pages of people signed in and refused forms: axe finds nothing, in light or in dark, nothing scrolls sideways at 360 and 320 pixels', { timeout: 600_000 }, async () => {
  const wrong: string[] = [];
  for (const [index, one] of seen.entries()) {
    // one scheme each: the colours are the same everywhere, and src/ui/contrast.test.ts computes them in both
    const colorScheme = index % 2 === 0 ? 'light' : 'dark';
    const name = `${one.by ?? 'anybody'} ${one.at}${one.typed ? ' refused' : ''}`;
    const page = await tabOf(one.by);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme });
    const status = await open(page, one);
    if (status !== (one.typed ? 422 : 200)) wrong.push(`${name}: ${status}`);
    for (const fault of await listAxeFaults(page, index === 0)) wrong.push(`${name}, ${colorScheme}: ${fault}`);
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      for (const found of await page.evaluate(findWide)) wrong.push(`${name} at ${width}: ${found}`);
    }
  }
  expect(wrong).toEqual([]);
});

test.skipIf(!hasJava)('the W3C checker finds nothing in them (skipped without Java)', { timeout: 240_000 }, async () => {
  expect(html.size).toBe(seen.length);
  expect(await listFaults(html)).toEqual([]);
});
