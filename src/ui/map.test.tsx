import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { describe, expect, test } from 'vitest';
import { localizePath, ViewContext } from '~/platform/i18n/index.ts';
import { EuropeLens, FieldGlasses, MovingMap, RegionMap, WorldMap, type MapPoint, type MapThread } from './index.ts';

function draw(content: VNode): string {
  const view = { lang: 'fr' as const, today: '2026-05-05', path: '/', origin: '', instanceName: '', demo: false, tryable: false, account: null, notice: null, to: (path: string) => localizePath('fr', path) };
  return renderToString(<ViewContext.Provider value={view}>{content}</ViewContext.Provider>);
}

const points: MapPoint[] = [
  { lon: -0.58, lat: 44.84, label: 'Bordeaux', href: '/territoires/bordeaux', sign: 'home' },
  { lon: -77.04, lat: -12.05, label: 'Lima', href: '/territoires/lima', sign: 'full' },
];
const threads: MapThread[] = [{ from: [-0.58, 44.84], to: [-77.04, -12.05] }];

describe('maps', () => {
  test.each([
    ['the world', <WorldMap points={points} threads={threads} title="Carte" />],
    ['Europe', <EuropeLens points={points} threads={threads} title="Carte" />],
    ['a region', <RegionMap points={points} threads={threads} title="Carte" />],
    ['the field glasses', <FieldGlasses points={points} threads={threads} title="Carte" />],
  ])('%s has a title, links to its places and no inline style', (_, map) => {
    const html = draw(map);
    const id = /aria-labelledby="([\w-]+)"/.exec(html)![1];
    expect(html).toContain(`<title id="${id}">Carte</title>`);
    expect(html).toContain('<a href="/territoires/bordeaux" aria-label="Bordeaux"');
    expect(html).not.toMatch(/ style=|NaN|undefined/);
  });

  test('a map without links is one image', () => {
    const html = draw(<WorldMap points={points.map((point) => ({ ...point, href: undefined }))} title="Carte" />);
    expect(html).toContain('role="img"');
    expect(html).not.toContain('<a ');
  });

  test('a place that the lens does not show is not pointed at', () => {
    expect(draw(<EuropeLens points={points} title="Carte" />)).not.toContain('/territoires/lima');
  });

  test('two partnerships with one place give one point', () => {
    expect(draw(<WorldMap points={[...points, points[1]!]} title="Carte" />).match(/\/territoires\/lima/g)).toHaveLength(1);
  });

  test('forty places are not forty stops of the keyboard: the list beside says the same', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ lon: index * 4 - 80, lat: 10, label: `V${index}`, href: `/v${index}` }));
    expect(draw(<WorldMap points={many} title="Carte" />)).toContain('tabindex="-1"');
    expect(draw(<WorldMap points={points} title="Carte" />)).not.toContain('tabindex');
  });

  test('several sheets in one place are a circle that says how many, and grows with them', () => {
    const circle = (n: number) => Number(/class="(?:count|empty)"[^>]* r="([\d.]+)"/.exec(draw(<WorldMap points={[{ lon: 2, lat: 47, label: `${n} fiches`, n }]} title="Carte" />))![1]);
    expect(circle(13_498)).toBeGreaterThan(circle(42));
    expect(circle(42)).toBeGreaterThan(circle(1));
    expect(draw(<WorldMap points={[{ lon: 2, lat: 47, label: '13 498 fiches', n: 13_498 }]} title="Carte" />)).toMatch(/class="number"[^>]*>13\sk</);
  });

  test('a name that holds HTML stays a name', () => {
    expect(draw(<WorldMap points={[{ ...points[0]!, label: '<script>' }]} title="<b>" />)).not.toMatch(/<script>|<b>/);
  });

  test('the map that moves keeps the drawn one inside and hands its threads over', () => {
    const html = draw(
      <MovingMap title="Carte" tiles="/carte/{z}/{x}/{y}.pbf?de=bordeaux" threads={[{ ...threads[0]!, style: 'dotted' }]} bounds={[-80, -20, 10, 50]}>
        <WorldMap points={points} threads={threads} title="Carte" />
      </MovingMap>,
    );
    expect(html).toContain('tiles="/carte/{z}/{x}/{y}.pbf?de=bordeaux"');
    expect(html).toContain('threads="[[-0.58,44.84,-77.04,-12.05,&quot;dotted&quot;]]"');
    expect(html).toContain('bounds="-80,-20,10,50"');
    expect(html).toMatch(/<jumelles-map.*<figure class="map world">.*<\/jumelles-map>/s);
  });
});
