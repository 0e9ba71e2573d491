import { geoDistance, geoInterpolate } from 'd3-geo';
import type { Item } from './item.ts';

type Position = [lon: number, lat: number];
interface Geometry {
  type: 'Point' | 'LineString' | 'MultiLineString';
  coordinates: unknown;
}
export interface Feature {
  type: 'Feature';
  id: string;
  geometry: Geometry | null;
  properties: Record<string, unknown>;
}

/** RFC 7946. Each place of a sheet is a point, each thread a line; a sheet without coordinates is there, without geometry. */
export function toFeatures(item: Item): Feature[] {
  const { places, ...properties } = item;
  const known = places.filter((place) => place.lat !== null && place.lon !== null).map((place) => ({ ...place, at: round([place.lon!, place.lat!]) }));
  const farther = places.some((place) => place.role !== 'from');
  const points = known.filter((place) => !farther || place.role !== 'from').map(
    (place, index): Feature => ({
      type: 'Feature', id: index ? `${item.id}#${index}` : item.id, geometry: { type: 'Point', coordinates: place.at },
      properties: { ...properties, feature: 'place', place: place.name, approximate: place.approximate },
    }),
  );
  if (!points.length) return [{ type: 'Feature', id: item.id, geometry: null, properties: { ...properties, feature: 'place', place: null } }];
  const threads = known.filter((place) => place.role === 'from').flatMap((from) =>
    known.filter((place) => place.role === 'to').map(
      (to, index): Feature => ({
        type: 'Feature', id: `${item.id}#fil${index || ''}`, geometry: drawThread(from.at, to.at),
        properties: { id: item.id, kind: item.kind, type: item.type, title: item.title, url: item.url, state: item.state, feature: 'thread', license: item.license },
      }),
    ),
  );
  return [...points, ...threads];
}

const stepKm = 250;
const earthKm = 6371;

/** The shortest way on the globe, as a line of points; cut where it crosses the antimeridian (RFC 7946, 3.1.9). */
export function drawThread(from: Position, to: Position): Geometry {
  const steps = Math.max(1, Math.ceil((geoDistance(from, to) * earthKm) / stepKm));
  const along = geoInterpolate(from, to);
  const parts: Position[][] = [[from]];
  for (let step = 1; step <= steps; step++) {
    const before = parts.at(-1)!.at(-1)!;
    const next = step === steps ? to : round(along(step / steps) as Position);
    if (Math.abs(next[0] - before[0]) > 180) {
      const edge = before[0] > 0 ? 180 : -180;
      const share = (edge - before[0]) / (next[0] + (edge > 0 ? 360 : -360) - before[0]);
      const lat = before[1] + share * (next[1] - before[1]);
      parts.at(-1)!.push(round([edge, lat]));
      parts.push([round([-edge, lat])]);
    }
    parts.at(-1)!.push(next);
  }
  return parts.length === 1 ? { type: 'LineString', coordinates: parts[0] } : { type: 'MultiLineString', coordinates: parts };
}

function round([lon, lat]: Position): Position {
  return [Number(lon.toFixed(5)), Number(lat.toFixed(5))];
}
