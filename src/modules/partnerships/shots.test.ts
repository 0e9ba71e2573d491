import { test } from 'vitest';
import { serve } from '~root/tests/support/index.ts';
import { openBrowser } from '~root/tests/support/browser.ts';
const at = await serve();
test('shots', { timeout: 120000 }, async () => {
  const b = await openBrowser();
  const list = (process.env.SHOTS ?? 'lima=/partenariats/bordeaux-lima').split(' ').map((x) => x.split('=')) as [string, string][];
  for (const [name, path] of list) for (const w of (process.env.WIDTHS ?? '1440 360').split(' ').map(Number)) {
    const ctx = await b.newContext({ viewport: { width: w, height: 900 }, colorScheme: process.env.DARK ? 'dark' : 'light' });
    const page = await ctx.newPage();
    const r = await page.goto(at + path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    console.log(name, w, r?.status(), 'overflow', over);
    await page.screenshot({ path: `/tmp/j/partn/${name}-${w}${process.env.DARK ? '-dark' : ''}.png`, fullPage: true });
    await ctx.close();
  }
  await b.close();
});
