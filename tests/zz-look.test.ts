import { expect, test } from 'vitest';
import { openBrowser, } from './support/browser.ts';
import { serve } from './support/index.ts';
import { readFileSync } from 'node:fs';

test('look', async () => {
  const jobs = JSON.parse(readFileSync('/tmp/j/nsp/jobs.json', 'utf8')) as { path: string; name: string; width?: number; dark?: boolean; clip?: any }[];
  const base = await serve();
  const browser = await openBrowser();
  for (const job of jobs) {
    const page = await browser.newPage({ bypassCSP: true, viewport: { width: job.width ?? 1440, height: 900 }, colorScheme: job.dark ? 'dark' : 'light' });
    const r = await page.goto(base + job.path);
    if (r!.status() !== 200) console.log(job.path, r!.status(), (await page.textContent('body'))?.slice(0, 300));
    const bad = await page.evaluate('[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".table-box")).map(e => e.tagName + "." + (e.className.baseVal ?? e.className) + " " + Math.round(e.getBoundingClientRect().right)).slice(0,8)'); if ((bad as any).length) console.log(bad);
    const w = await page.evaluate('document.documentElement.scrollWidth');
    if (Number(w) > (job.width ?? 1440)) console.log('SIDEWAYS', job.path, job.width, w);
    await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' }).catch(() => {});
    const v = await page.evaluate('window.axe ? axe.run().then(r => r.violations.map(v => v.id + " " + v.nodes.length + " " + v.nodes[0].html.slice(0,160) + " " + (v.nodes[0].any[0]?.message ?? ""))) : ["no axe"]');
    if ((v as any).length) console.log(job.path, job.dark, v);
    await page.screenshot({ path: `/tmp/j/nsp/shots/${job.name}.png`, fullPage: true, clip: job.clip });
    await page.close();
  }
  await browser.close();
  expect(1).toBe(1);
}, 240000);
