import { describe, expect, test } from 'vitest';
import { bend } from './arcs.ts';
import { unroll, unrollRing } from './world.ts';

describe('the geometry of the map that moves', () => {
  test('a line that jumps over the antimeridian goes on past 180°', () => {
    expect(unroll([[170, 0], [-170, 5], [-160, 5], [175, 0]])).toEqual([[170, 0], [190, 5], [200, 5], [175, 0]]);
  });

  test('a ring around the Earth is closed by the pole', () => {
    const ring = [[-180, -70], [-60, -75], [60, -72], [-180, -70]];
    const closed = unrollRing(ring);
    expect(closed.at(-1)).toEqual(closed[0]);
    expect(closed.some(([, lat]) => lat === -89)).toBe(true);
  });

  test('a thread leaves, arrives, and bows to the north between Bordeaux and Los Angeles', () => {
    const line = bend([-0.58, 44.84, -118.24, 34.05]);
    expect(line[0]![0]).toBeCloseTo(-0.58);
    expect(line.at(-1)![1]).toBeCloseTo(34.05);
    expect(Math.max(...line.map(([, lat]) => lat!))).toBeGreaterThan(52);
  });

  test('a thread from a place to itself is no trouble', () => {
    expect(bend([2, 48, 2, 48]).flat().every(Number.isFinite)).toBe(true);
  });
});
