import { test } from 'vitest';
import { serve } from '~root/tests/support/index.ts';
import { openBrowser } from '~root/tests/support/browser.ts';

test('shots', async () => {
  const base = await serve();
  const browser = await openBrowser();
  for (const spec of (process.env.SHOTS ?? '/').split(' ')) {
    const [path, width = '1440', scheme = 'light'] = spec.split('@');
    const context = await browser.newContext({ viewport: { width: Number(width), height: Number(process.env.H ?? 900) }, colorScheme: scheme as 'light' });
    const page = await context.newPage();
    await page.goto(base + path);
    await page.screenshot({ path: `/tmp/pages-founder/shot${path!.replace(/[^a-z0-9]+/gi, '_')}_${width}_${scheme}.png`, fullPage: process.env.FULL === '1' });
    await context.close();
  }
  await browser.close();
}, 120_000);
