import { describe, expect, test } from 'vitest';
import { boundsOf, compact, drawBase, drawThread, europeView, glassesView, greatCircleKm, hoursBetween, placeLabels, regionView, worldView, type LonLat } from './index.ts';

const bordeaux: LonLat = [-0.58, 44.84];
const lima: LonLat = [-77.04, -12.05];
const suva: LonLat = [178.44, -18.14];

describe('distances', () => {
  test('Bordeaux and Lima are 9 911 km apart', () => {
    expect(Math.round(greatCircleKm(bordeaux, lima) / 10)).toBe(991);
  });

  test('the way is the short one across the antimeridian', () => {
    expect(greatCircleKm([179, 0], [-179, 0])).toBeCloseTo(222.4, 0);
  });

  test('a place is at no distance of itself, its antipode at half a turn', () => {
    expect(greatCircleKm(lima, lima)).toBe(0);
    expect(greatCircleKm([0, 0], [180, 0])).toBeCloseTo(20_015, 0);
  });

  test('Lima is seven hours behind in May and six in January, when France is in winter time', () => {
    expect(hoursBetween('Europe/Paris', 'America/Lima', '2026-05-05')).toBe(-7);
    expect(hoursBetween('Europe/Paris', 'America/Lima', '2026-01-05')).toBe(-6);
  });

  test('half hours are kept', () => {
    expect(hoursBetween('Europe/Paris', 'Asia/Kolkata', '2026-01-05')).toBe(4.5);
  });
});

describe('the drawn world', () => {
  const area = (d: string) => [...d.matchAll(/M(-?[\d.]+)[ ,-]/g)].length;

  test.each([
    ['the world', worldView([bordeaux, lima], 660, 420)],
    ['Europe', europeView(440)],
    ['the field glasses', glassesView()],
    ['a region', regionView([bordeaux, [-7.59, 33.57]], { width: 1184, height: 520, inset: 0.45 })],
  ])('%s has land and no broken number', (_, view) => {
    const { land, borders } = drawBase(view.key, view.projection, view.detail);
    expect(area(land)).toBeGreaterThan(2);
    expect(land + borders).not.toMatch(/NaN|undefined|Infinity/);
    expect(drawBase(view.key, view.projection, view.detail).land).toBe(land);
  });

  test('no outline of the whole world crosses the page from one side to the other', () => {
    const view = worldView([], 1184, 600);
    const { land } = drawBase(view.key, view.projection, view.detail);
    for (const ring of land.split('M').slice(1)) {
      const steps = [...(ring.split('l')[1] ?? '').matchAll(/(-?[\d.]+?)(?: |(?=-))(-?(?:\d*\.\d|\d+))/g)].map((step) => Math.abs(Number(step[1])));
      // Antarctica alone may run along the foot of the map
      if (Number(ring.split(/[ l]|(?<=\d)-/)[1]) < 540) expect(Math.max(...steps)).toBeLessThan(300);
    }
  });

  test('a thread over the antimeridian is drawn in two pieces', () => {
    const view = worldView([], 1184, 600);
    expect(drawThread(view, [-149.57, -17.53], suva).d.match(/M/g)).toHaveLength(2);
    expect(drawThread(view, bordeaux, lima).d.match(/M/g)).toHaveLength(1);
  });

  test('a thread begins and ends at its places', () => {
    const view = worldView([bordeaux, lima], 1184, 600);
    const { points } = drawThread(view, bordeaux, lima);
    const [x, y] = view.projection([...lima])!;
    expect(points.at(-1)![0]).toBeCloseTo(x, 0);
    expect(points.at(-1)![1]).toBeCloseTo(y, 0);
  });

  test('all places of a region are inside its free side', () => {
    const places: LonLat[] = [bordeaux, [1.44, 43.6], [-7.59, 33.57]];
    const view = regionView(places, { width: 1184, height: 520, inset: 0.45 });
    for (const place of places) {
      const [x, y] = view.projection([...place])!;
      expect(x).toBeGreaterThan(1184 * 0.45);
      expect(x).toBeLessThan(1184);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(520);
    }
  });

  test('one place alone, two places at the same spot, and places half the world apart are drawn too', () => {
    for (const places of [[lima], [lima, lima], [bordeaux, [172.6, -43.5] as LonLat]]) {
      const view = regionView(places, { width: 600, height: 400 });
      for (const place of places) {
        const [x, y] = view.projection([...place])!;
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(600);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(400);
      }
    }
  });

  test('the box of France and the Pacific goes by the Atlantic: France stays in the middle', () => {
    expect(boundsOf([bordeaux, suva, [-149.57, -17.53]])).toEqual([-149.57, -18.14, 178.44, 44.84]);
  });

  test('an outline is told in steps and loses what is too small to be seen', () => {
    expect(compact('M10,10L10.2,10.1L20,10L20,20L10,20Z')).toBe('M10 10l10 0 0 10-10 0z');
    expect(compact('M10,10L10.1,10L10.1,10.1Z')).toBe('');
  });
});

describe('labels', () => {
  const at = (x: number, y: number, label: string, rank = 2) => ({ x, y, label, rank, r: 4 });
  const room = { width: 400, height: 300, size: 14 };

  test('two neighbours are not written one over the other', () => {
    const placed = placeLabels([at(200, 150, 'Casablanca'), at(206, 150, 'Rabat')], room);
    expect(placed).toHaveLength(2);
    expect(new Set(placed.map((label) => `${label.anchor} ${Math.round(label.y / 10)}`)).size).toBe(2);
  });

  test('a name stays inside the map', () => {
    const [label] = placeLabels([at(395, 150, 'Fukuoka')], room);
    expect(label!.anchor).toBe('end');
  });

  test('in a crowd some names are left out, the one that must stay stays', () => {
    const crowd = Array.from({ length: 40 }, (_, index) => at(190 + (index % 8) * 3, 140 + Math.floor(index / 8) * 3, `Ville numéro ${index}`));
    const placed = placeLabels([...crowd, { ...at(200, 150, 'Bordeaux', 0), must: true }], room);
    expect(placed.length).toBeLessThan(20);
    expect(placed.some((label) => label.index === 40)).toBe(true);
  });

  test('where only a few names fit, they are spread', () => {
    const placed = placeLabels([{ ...at(200, 150, 'Bordeaux', 0), must: true }, at(220, 140, 'Munich'), at(230, 160, 'Cracovie'), at(60, 250, 'Lima')], { ...room, most: 2 });
    expect(placed.map((label) => label.index)).toEqual([0, 3]);
  });
});
