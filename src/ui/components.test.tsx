import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { describe, expect, test } from 'vitest';
import { localizePath, ViewContext, type Lang } from '~/platform/i18n/index.ts';
import * as ui from './index.ts';

function draw(content: VNode, lang: Lang = 'fr'): string {
  const view = { lang, today: '2026-05-05', path: '/', origin: 'https://jumelles.example', instanceName: '', demo: false, tryable: false, account: null, notice: null, to: (path: string) => localizePath(lang, path) };
  return renderToString(<ViewContext.Provider value={view}>{content}</ViewContext.Provider>);
}
const words = (html: string) => html.replace(/<title.*?<\/title>/g, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();

describe('signs', () => {
  test('a kind of link is a drawing and its word, in three languages', () => {
    expect(words(draw(<ui.LinkSign kind="jumelage" />))).toBe('Jumelage');
    expect(words(draw(<ui.LinkSign kind="jumelage" />, 'en'))).toBe('Town twinning');
    expect(words(draw(<ui.LinkSign kind="jumelage" />, 'es'))).toBe('Hermanamiento');
  });

  test('the drawing is silent, since the word says it', () => {
    for (const sign of [<ui.LinkSign kind="contact" />, <ui.StateMark phase="paused" />, <ui.StateMark status="a-confirmer" />, <ui.KindSign kind="network" />, <ui.Icon name="search" />])
      expect(draw(sign)).toMatch(/<svg[^>]* aria-hidden="true"/);
  });

  test('no two states share a drawing in the same colour, but a held and a confirmed event', () => {
    const statuses = ['confirme', 'a-actualiser', 'a-confirmer', 'signe', 'en-finalisation', 'prevu', 'envisage', 'confirme-evt', 'annule', 'suspendu', 'reserve', 'non-rapportee', 'erreur'] as const;
    const phases = ['ongoing', 'paused', 'ended', 'upcoming', 'unknown'] as const;
    const drawings = [...statuses.map((status) => draw(<ui.StateMark status={status} bare />)), ...phases.map((phase) => draw(<ui.StateMark phase={phase} bare />))].map((svg) => svg.replace(/class="state-sign[^"]*"/, ''));
    expect(new Set(drawings).size).toBe(drawings.length);
  });
});

describe('threads', () => {
  test('the head of a partnership is one h1 that reads as a sentence', () => {
    const html = draw(<ui.PartnershipThread left="Bordeaux" right="Lima" km={9911} />);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(words(/<h1.*<\/h1>/s.exec(html)![0])).toBe('Bordeaux et Lima');
    expect(words(html)).toContain('Bordeaux et Lima, à 9 900 km à vol d’oiseau');
  });

  test('Lima bows, Porto is nearly flat', () => {
    expect(ui.liftOf(400, 9911)).toBeGreaterThan(2.5 * ui.liftOf(400, 770));
    expect(ui.liftOf(400, 20015)).toBeCloseTo(120);
  });

  test('without a distance nothing is said of it', () => {
    expect(words(draw(<ui.PartnershipThread left="Houdan" right="Bailar" />))).toBe('Houdan et Bailar');
  });

  test('the step that is the present one is told', () => {
    const html = draw(<ui.StepsThread steps={[{ label: '1956' }, { label: 'date inconnue', mark: 'dotted' }, { label: '2026' }]} />);
    expect(html).toMatch(/<li class="ring to-solid"><p class="step-label">1956/);
    expect(html).toMatch(/<li class="dotted to-dotted">/);
    expect(html).toMatch(/<li class="full to-solid" aria-current="step"><p class="step-label">2026/);
  });

  test('anniversaries count their years in the language', () => {
    const arcs = (lang: Lang) => words(draw(<ui.AnniversaryArcs thisYear={2026} items={[{ year: 1956 }, { year: 2025 }]} />, lang));
    expect(arcs('fr')).toContain('70 ans');
    expect(arcs('fr')).toMatch(/\b1 an\b/);
    expect(arcs('en')).toContain('70 years');
    expect(arcs('es')).toContain('70 años');
  });

  test('a freshness is named, not only drawn', () => {
    expect(draw(<ui.Freshness level="old" />)).toContain('aria-label="pas confirmée depuis plus de deux ans"');
  });
});

describe('tables and lists', () => {
  test('a table has its caption, its heads and its row heads, and can be scrolled by keyboard', () => {
    const html = draw(<ui.DataTable caption="Volets" columns={[{ label: 'Volet', head: true }, { label: 'Actions', numeric: true }]} rows={[['Politique', 3]]} />);
    expect(html).toContain('<caption>Volets</caption>');
    expect(html).toContain('<th scope="col">Volet</th>');
    expect(html).toContain('<th scope="row">Politique</th>');
    expect(html).toContain('<td class="num">3</td>');
    expect(html).toMatch(/tabindex="0" role="region" aria-label="Volets, /i);
  });

  test('the longest bar fills its width, a zero has none, and each has its figure', () => {
    const html = draw(<ui.BarChart caption="Par thème" rows={[{ label: 'Eau', n: 4 }, { label: 'Sport', n: 0 }]} />);
    expect(html).toContain('<rect width="100.0"');
    expect(html).toContain('<rect width="0"');
    expect(words(html)).toBe('Par thème Eau 4 Sport 0');
  });

  test('what people wrote stays text', () => {
    const html = draw(<ui.SheetList items={[{ href: '/x?a=1&b=2', title: '<img src=x onerror=alert(1)>', context: '"Pérou"' }]} />);
    expect(html).not.toContain('<img');
    expect(html).toContain('href="/x?a=1&amp;b=2"');
  });

  test('no next and no previous page: no pager', () => {
    expect(draw(<ui.Pager />)).toBe('');
    expect(draw(<ui.Pager nextHref="/x?apres=3" />)).toContain('rel="next"');
  });

  test('a chosen facet says that it leads back', () => {
    const html = draw(<ui.Facets groups={[{ title: 'Thème', items: [{ label: 'Eau', n: 12, href: '/o', current: true }] }]} />);
    expect(html).toContain('aria-label="Retirer le filtre Eau"');
  });
});

describe('forms', () => {
  test('an error stands at its field and in the summary, which leads to it', () => {
    const field = draw(<ui.Field label="Commentaire" name="texte" type="textarea" hint="Deux phrases." error="Écrivez votre commentaire" value="<b>" />);
    expect(field).toMatch(/<textarea id="champ-texte" name="texte" aria-describedby="champ-texte-aide champ-texte-erreur" aria-invalid="true"[^>]*>&lt;b>/);
    const summary = draw(<ui.ErrorSummary errors={[{ name: 'texte', message: 'Écrivez votre commentaire' }]} />);
    expect(summary).toMatch(/role="alert" tabindex="-1"/i);
    expect(summary).toContain('<a href="#champ-texte">');
    expect(words(summary)).toContain('Il manque une réponse');
    expect(draw(<ui.ErrorSummary errors={[]} />)).toBe('');
  });

  test('a choice keeps what was chosen', () => {
    const html = draw(<ui.Field label="Réponse" name="r" type="radio" value="non" options={[['oui', 'Oui'], ['non', 'Non']]} />);
    expect(html).toMatch(/value="non" checked/);
    expect(html).not.toMatch(/value="oui" checked/);
  });

  test('the sentence is a GET form whose words are named for those who cannot see them', () => {
    const html = draw(
      <ui.FilterSentence action="/observatoire" hidden={{ vue: 'liste' }}>
        <ui.SentenceSelect name="genre" before="Les" label="Genre" options={[['', 'fiches'], ['partenariat', 'partenariats']]} value="partenariat" />
        <ui.SentenceText name="de" before="de" label="Collectivité" value="Bordeaux" list={['Bordeaux']} />
      </ui.FilterSentence>,
    );
    expect(html).toContain('<form class="sentence" action="/observatoire" method="get">');
    expect(html).toContain('<input type="hidden" name="vue" value="liste"/>');
    expect(html).toContain('<select name="genre" aria-label="Genre">');
    expect(html).toMatch(/<option value="partenariat" selected>/);
    expect(html).toMatch(/aria-label="Collectivité"[^>]*list="mots-de"/);
  });
});
