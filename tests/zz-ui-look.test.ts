import { expect, test } from 'vitest';
import { openBrowser, } from './support/browser.ts';
import { serve } from './support/index.ts';
import { readFileSync } from 'node:fs';

test('look', async () => {
  const jobs = JSON.parse(readFileSync('/tmp/jui/jobs.json', 'utf8')) as { path: string; name: string; width?: number; dark?: boolean; clip?: any }[];
  const base = await serve();
  const browser = await openBrowser();
  for (const job of jobs) {
    const page = await browser.newPage({ viewport: { width: job.width ?? 1440, height: 900 }, colorScheme: job.dark ? 'dark' : 'light' });
    const r = await page.goto(base + job.path);
    if (r!.status() !== 200) console.log(job.path, r!.status(), (await page.textContent('body'))?.slice(0, 300));
    const bad = await page.evaluate('[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".table-box")).map(e => e.tagName + "." + (e.className.baseVal ?? e.className) + " " + Math.round(e.getBoundingClientRect().right)).slice(0,8)'); if ((bad as any).length) console.log(bad);
    const w = await page.evaluate('document.documentElement.scrollWidth');
    if (Number(w) > (job.width ?? 1440)) console.log('SIDEWAYS', job.path, job.width, w);
    await page.screenshot({ path: `/tmp/jui/real-${job.name}.png`, fullPage: true, clip: job.clip });
    await page.close();
  }
  await browser.close();
  expect(1).toBe(1);
}, 240000);
