import { beforeAll, expect, test } from 'vitest';
import { localizePath } from '~/platform/i18n/index.ts';
import { frenchOnly } from '~root/tests/support/french-only.ts';
import { openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { listPages } from './pages.ts';

let opened: OpenedApp;
let pages: string[];
beforeAll(async () => {
  opened = await openApp();
  pages = await listPages(opened);
});

const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** The texts of a page with the language that the nearest element declares. */
function textsOf(html: string): { lang: string; text: string }[] {
  const texts: { lang: string; text: string }[] = [];
  const stack = [{ tag: '', lang: '' }];
  for (const [, tag, closing, name, attributes, text] of html.matchAll(/(<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^>"])*)>)|([^<]+)/g)) {
    if (text !== undefined) {
      if (!['script', 'style'].includes(stack.at(-1)!.tag)) texts.push({ lang: stack.at(-1)!.lang, text: decode(text).trim() });
    } else if (closing) {
      while (stack.length > 1 && stack.pop()!.tag !== name) continue;
    } else if (tag && !voids.has(name!) && !attributes!.endsWith('/')) {
      stack.push({ tag: name!, lang: /\slang="([^"]*)"/.exec(attributes!)?.[1] ?? stack.at(-1)!.lang });
    }
  }
  return texts.filter((one) => one.text);
}

const decode = (text: string) => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

test('R197 every page says its language in html, in its header and to search engines', { timeout: 120_000 }, async () => {
  const wrong: string[] = [];
  for (const address of pages) {
    for (const lang of ['fr', 'en', 'es'] as const) {
      const response = await opened.request(localizePath(lang, address));
      const html = await response.text();
      if (!html.includes(`<html lang="${lang}"`)) wrong.push(`${lang} ${address}: html`);
      if (response.headers.get('content-language') !== lang) wrong.push(`${lang} ${address}: header`);
      if (response.status === 200 && !['fr', 'en', 'es'].every((one) => html.includes(`hreflang="${one}"`) || html.includes(`hrefLang="${one}"`))) wrong.push(`${lang} ${address}: alternates`);
    }
  }
  expect(wrong).toEqual([]);
});

test('R197 no page mixes languages: on an English or Spanish page no sentence of the interface is French', { timeout: 120_000 }, async () => {
  const wrong = new Set<string>();
  for (const lang of ['en', 'es'] as const) {
    const french = frenchOnly(lang);
    for (const address of pages) {
      for (const { lang: declared, text } of textsOf(await (await opened.request(localizePath(lang, address))).text())) {
        if (declared !== 'fr' && french.has(text)) wrong.add(`${lang} ${address}: ${text}`);
      }
    }
  }
  expect([...wrong]).toEqual([]);
});

test('R197 the links of a page stay in its language', { timeout: 120_000 }, async () => {
  const wrong: string[] = [];
  for (const address of pages) {
    const html = await (await opened.request(localizePath('en', address))).text();
    const body = html.slice(html.indexOf('<body'));
    for (const [, tag] of body.matchAll(/<a\s((?:"[^"]*"|[^>"])*)>/g)) {
      const href = /href="(\/[^"]*)"/.exec(tag!)?.[1]?.replaceAll('&amp;', '&');
      const machine = /\.(json|csv|geojson|ics|atom|xml|pbf|txt|xlsx|jsonld)(\?|$)|^\/(assets|sante)/.test(href ?? '');
      if (href && !machine && !/hreflang=/i.test(tag!) && !/^\/en([/?#]|$)/.test(href)) wrong.push(`${address}: ${href}`);
    }
  }
  expect([...new Set(wrong)]).toEqual([]);
});
