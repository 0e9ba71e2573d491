import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** Somebody's way through the site, in a real browser. */
export interface Walker {
  page: Page;
  /** Opens an address of the site. */
  open(path: string): Promise<void>;
  /** The text of the page's content, as it is read: spaces plain. */
  text(selector?: string): Promise<string>;
  /** Reads a machine's answer at an address. */
  json<T>(path: string): Promise<T>;
  /** Presses the link with this name, and waits for its page. */
  press(name: string | RegExp): Promise<void>;
}

export interface Step {
  journey: string;
  number: number;
  title: string;
  walk(walker: Walker): Promise<void>;
}

export const step = (journey: string, number: number, title: string, walk: Step['walk']): Step => ({ journey, number, title, walk });

export function see(text: string, ...wanted: (string | RegExp)[]): void {
  for (const one of wanted) assert.ok(typeof one === 'string' ? text.includes(one) : one.test(text), `on ne lit pas « ${one} » dans : ${text.slice(0, 300)}…`);
}

export function notSee(text: string, ...unwanted: (string | RegExp)[]): void {
  for (const one of unwanted) assert.ok(!(typeof one === 'string' ? text.includes(one) : one.test(text)), `on lit « ${one} »`);
}

export function equal(found: unknown, wanted: unknown, what: string): void {
  assert.deepEqual(found, wanted, `${what} : ${JSON.stringify(found)} au lieu de ${JSON.stringify(wanted)}`);
}

export function makeWalker(page: Page, base: string): Walker {
  return {
    page,
    async open(path) {
      const response = await page.goto(base + path);
      assert.equal(response?.status(), 200, `${path} répond ${response?.status()}`);
    },
    async text(selector = 'main') {
      return (await page.locator(selector).allInnerTexts()).join('\n').replace(/[\u00a0\u202f]/g, ' ');
    },
    async json<T>(path: string) {
      return (await (await page.request.get(base + path)).json()) as T;
    },
    async press(name) {
      await page.getByRole('link', { name }).first().click();
      await page.waitForLoadState('domcontentloaded');
    },
  };
}
