import { expect, test } from 'vitest';
import { languages, localizePath } from '~/platform/i18n/index.ts';
import { openApp } from '~root/tests/support/index.ts';

test('each example under the search box finds something, in each language', { timeout: 240_000 }, async () => {
  const { request } = await openApp();
  for (const lang of languages) {
    const home = await (await request(localizePath(lang, '/'))).text();
    const hint = home.slice(home.indexOf('class="hint"'), home.indexOf('</form>'));
    const examples = [...hint.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!);
    expect(examples).toHaveLength(4);
    for (const href of examples) {
      const found = (await (await request(href)).text()).split('<main')[1]!;
      expect((found.match(/class="sheet-title"/g) ?? []).length, href).toBeGreaterThan(0);
    }
  }
});
