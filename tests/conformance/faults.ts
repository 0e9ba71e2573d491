import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const options: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] };

/** Where every page brings axe along. Our policy refuses injected scripts, as it should; the checker is one. */
export async function openChecked(browser: Browser, more: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', ...more });
  await context.addInitScript({ content: axe });
  return context;
}

/**
 * What axe finds wrong on the page that is open. `styles` also reads the style sheets for what they forbid (a locked
 * orientation): they are the same on every page, so one page tells it.
 */
export async function listAxeFaults(page: Page, styles: boolean): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify({ ...options, preload: styles })})`);
  return violations.map((fault) => `${fault.id}: ${fault.nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(' | ')}`);
}
