import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { wordsOf } from '~root/tests/support/words.ts';
import type { Site } from './site.ts';

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
  /** From one's space, begins something new: what is written seldom is one line further. */
  start(label: string): Promise<void>;
  /** Presses the button with this name, and waits for the page that answers. */
  send(name: string | RegExp): Promise<void>;
  /** Fills the field with this label. */
  fill(label: string | RegExp, value: string): Promise<void>;
  /** Ticks the answer with this label: one of several, or a box. */
  choose(label: string | RegExp): Promise<void>;
  /** Takes an answer of the list with this label. */
  select(label: string | RegExp, option: string): Promise<void>;
  /** Looks for a sheet in the box with this label, and takes what is found under this name. */
  pick(label: string, words: string, found: string | RegExp): Promise<void>;
  /** What somebody without an account reads at this address now: its status and its words. */
  readOutside(path: string): Promise<{ status: number; words: string }>;
  /** Signs in as a character of the demonstration; for whom, when there are several bodies. */
  become(name: string, body?: string | RegExp): Promise<void>;
  /** The last mail to an address, as text; waits for it a little. */
  readMail(to: string): Promise<string>;
  site: Site;
  script: boolean;
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

const answerNamed = (within: Locator, name: string | RegExp) => within.getByRole('radio', { name }).or(within.getByRole('checkbox', { name })).first();

export function makeWalker(page: Page, site: Site, script: boolean): Walker {
  const { base } = site;
  const settle = () => page.waitForLoadState('domcontentloaded');
  const answered = async (gesture: () => Promise<void>) => {
    await Promise.all([page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303), gesture()]);
    await settle();
  };
  return {
    page,
    site,
    script,
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
      await settle();
    },
    async start(label) {
      await page.goto(`${base}/mon-espace`);
      const link = page.getByRole('link', { name: label, exact: true }).first();
      if ((await link.count()) === 0) await page.locator('main summary').filter({ hasText: /à écrire$/ }).click();
      await link.click();
      await settle();
    },
    async send(name) {
      await answered(() => page.locator('main').getByRole('button', { name }).first().click());
    },
    async fill(label, value) {
      await page.locator('main').getByLabel(label).first().fill(value);
    },
    async choose(label) {
      await answerNamed(page.locator('main'), label).check();
    },
    async select(label, option) {
      await page.locator('main').getByLabel(label).first().selectOption({ label: option });
    },
    async pick(label, words, found) {
      const field = page.locator('main fieldset.picker').filter({ has: page.getByRole('searchbox', { name: label }) });
      await field.getByRole('searchbox').fill(words);
      if (!script) await answered(() => field.getByRole('button', { name: 'Chercher' }).click());
      await answerNamed(field, found).check();
    },
    async readOutside(path) {
      const answer = await fetch(base + path, { redirect: 'manual' });
      return { status: answer.status, words: wordsOf(await answer.text()).replace(/[\u00a0\u202f]/g, ' ') };
    },
    async become(name, body) {
      await page.goto(`${base}/demonstration`);
      const box = page.locator('main li').filter({ has: page.getByRole('heading', { name, exact: true }) });
      await Promise.all([page.waitForURL((url) => url.pathname !== '/demonstration'), box.getByRole('button').click()]);
      // Who has several mandates is asked at once for whom they act.
      if (body) await answered(() => page.locator('main').getByRole('button', { name: body }).first().click());
    },
    async readMail(to) {
      for (let turn = 0; turn < 50; turn++) {
        const mail = await site.db!.selectFrom('mails').select(['subject', 'text']).where('recipient', '=', to).orderBy('created_at', 'desc').limit(1).executeTakeFirst();
        if (mail) return `${mail.subject}\n${mail.text}`;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`aucun courriel pour ${to}`);
    },
  };
}
