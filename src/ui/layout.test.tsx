import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { describe, expect, test } from 'vitest';
import { localizePath, ViewContext, type Lang } from '~/platform/i18n/index.ts';
import { Layout, type LayoutProps } from './index.ts';

const menu = [
  { href: '/observatoire', label: 'Observatoire', section: 'observatoire' },
  { href: '/agenda', label: 'Agenda', section: 'agenda' },
];

function draw(content: VNode, lang: Lang = 'fr', demo = false): string {
  const view = { lang, today: '2026-05-05', path: '/reseaux?q=eau', origin: 'https://jumelles.example', instanceName: 'Réseau néo-aquitain', demo, tryable: false, account: null, notice: null, to: (path: string) => localizePath(lang, path) };
  return renderToString(<ViewContext.Provider value={view}>{content}</ViewContext.Provider>);
}

const page = (props: Partial<LayoutProps> = {}, lang?: Lang, demo?: boolean) =>
  draw(
    <Layout title="Réseaux" menu={menu} {...props}>
      <h1>Réseaux</h1>
    </Layout>,
    lang,
    demo,
  );

describe('the page around every page', () => {
  test('the first thing a keyboard meets leads to the content', () => {
    const first = /<(a|button|input|select|summary)\b[^>]*>/.exec(page())![0];
    expect(first).toContain('href="#contenu"');
    expect(page()).toContain('<main id="contenu" tabindex="-1">');
  });

  test('it speaks the language of its reader and offers the two others at the same address', () => {
    const html = page({}, 'en');
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('Skip to content');
    expect(html).toMatch(/<a href="\/reseaux\?q=eau" hreflang="fr" lang="fr">Français<\/a>/);
    expect(html).toMatch(/<a href="\/es\/reseaux\?q=eau" hreflang="es" lang="es">Español<\/a>/);
    expect(html).not.toContain('>English<');
    expect(page({}, 'es')).toContain('Ir al contenido');
  });

  test('machines are told of each language and of the address that counts', () => {
    const html = page({}, 'es');
    for (const [lang, path] of [['fr', '/reseaux'], ['en', '/en/reseaux'], ['es', '/es/reseaux'], ['x-default', '/reseaux']])
      expect(html).toContain(`<link rel="alternate" hreflang="${lang}" href="https://jumelles.example${path}?q=eau"/>`);
    expect(html).toContain('<link rel="canonical" href="https://jumelles.example/es/reseaux?q=eau"/>');
  });

  test('the section where one is stands out in the menu, the others do not', () => {
    const html = page({ section: 'agenda' });
    expect(html).toContain('<a href="/agenda" aria-current="true">');
    expect(html).toContain('<a href="/observatoire">');
  });

  test('nothing inline: no style, no handler, no script but data', () => {
    const html = page({ jsonLd: { '@type': 'Thing' }, scripts: ['/assets/map.js'] });
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<style/);
    expect([...html.matchAll(/<script([^>]*)>/g)].map((found) => found[1])).toEqual([' type="application/ld+json"', ' type="module" src="/assets/map.js"']);
  });

  test('data for machines cannot close its script', () => {
    const html = page({ jsonLd: { name: '</script><script>alert(1)</script>' } });
    expect(html).not.toContain('<script>alert');
    expect(JSON.parse(/ld\+json">(.*?)<\/script>/.exec(html)![1]!)).toEqual({ name: '</script><script>alert(1)</script>' });
  });

  test('a title that holds HTML stays words', () => {
    const html = page({ title: '<b>Lima</b> & "Pérou"', description: '"><script>' });
    expect(html).toContain('<title>&lt;b>Lima&lt;/b> &amp; ');
    expect(html).not.toContain('"><script>');
  });

  test('a page that is not to be indexed says so and has no canonical address', () => {
    expect(page({ noIndex: true })).toContain('<meta name="robots" content="noindex"/>');
    expect(page({ noIndex: true })).not.toContain('canonical');
    expect(page()).not.toContain('noindex');
  });

  test('a demonstration says that it is one', () => {
    expect(page({}, 'fr', true)).toContain('Instance de démonstration');
    expect(page()).not.toContain('Instance de démonstration');
  });
});
