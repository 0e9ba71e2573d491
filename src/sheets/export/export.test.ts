import { expect, test } from 'vitest';
import { neutralise } from './csv.ts';
import { drawThread } from './geojson.ts';

test('R200 a cell that a spreadsheet would run is text', () => {
  for (const danger of ['=1+1', '+33 5', '-2', '@SUM(A1)', '\t=1', ' =cmd', '＝1']) expect(neutralise(danger)).toBe(`'${danger}`);
  for (const plain of ['Bordeaux – Lima', '1956', 'a=b', '']) expect(neutralise(plain)).toBe(plain);
});

test('a thread follows the great circle and is cut at the antimeridian', () => {
  const north = drawThread([-0.58, 44.84], [-118.24, 34.05]);
  expect(north.type).toBe('LineString');
  expect(Math.max(...(north.coordinates as [number, number][]).map(([, lat]) => lat))).toBeGreaterThan(52);
  const cut = drawThread([165, -22], [-149, -17]);
  expect(cut.type).toBe('MultiLineString');
  const parts = cut.coordinates as [number, number][][];
  expect([parts[0]!.at(-1)![0], parts[1]![0]![0]]).toEqual([180, -180]);
  expect(parts[0]!.at(-1)![1]).toBeCloseTo(parts[1]![0]![1], 5);
  for (const part of parts) for (let at = 1; at < part.length; at++) expect(Math.abs(part[at]![0] - part[at - 1]![0])).toBeLessThan(180);
});
