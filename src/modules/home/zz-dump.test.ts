import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { openApp } from '~root/tests/support/index.ts';
test('dump', async () => {
  const { request, app } = await openApp();
  let out = app.routes.map((r) => `${r.method} ${r.pattern} ${r.machine}`).join('\n') + '\n';
  for (const p of (process.env.DUMP ?? '').split(' ')) {
    const r = await request(p);
    const h = (await r.text());
    const main = h.includes('<main') ? h.split('<main')[1]!.split('</main>')[0]! : h.slice(0, 1500);
    out += `\n===== ${p} ${r.status}\n` + main.replace(/<svg.*?<\/svg>/gs, '').replace(/<[^>]+>/g, '|').replace(/(\|\s*)+/g, '|').slice(0, 3500);
  }
  writeFileSync('/tmp/pages-founder/dump.txt', out);
});
