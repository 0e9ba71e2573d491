import type { Feature, FeatureCollection, LineString, Position } from 'geojson';

/** As the page writes them: longitude, latitude, longitude, latitude, style. */
export type Thread = [number, number, number, number, string?];

const radians = Math.PI / 180;

/** The great circle from one place to the other, in steps of about 150 km. */
export function bend([lon1, lat1, lon2, lat2]: Thread): Position[] {
  const vector = (lon: number, lat: number) => [Math.cos(lat * radians) * Math.cos(lon * radians), Math.cos(lat * radians) * Math.sin(lon * radians), Math.sin(lat * radians)] as const;
  const [a, b] = [vector(lon1, lat1), vector(lon2, lat2)];
  const angle = Math.acos(Math.min(1, Math.max(-1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
  const steps = Math.max(2, Math.ceil((angle * 6371) / 150));
  return Array.from({ length: steps + 1 }, (_, index) => {
    const share = index / steps;
    const [p, q] = angle < 1e-6 ? [1, 0] : [Math.sin((1 - share) * angle) / Math.sin(angle), Math.sin(share * angle) / Math.sin(angle)];
    const [x, y, z] = [p * a[0] + q * b[0], p * a[1] + q * b[1], p * a[2] + q * b[2]];
    return [Math.atan2(y, x) / radians, Math.atan2(z, Math.hypot(x, y)) / radians];
  });
}

export function bendAll(threads: readonly Thread[], straighten: (line: Position[]) => Position[]): FeatureCollection<LineString> {
  return {
    type: 'FeatureCollection',
    features: threads.map((thread): Feature<LineString> => ({ type: 'Feature', properties: { style: thread[4] ?? 'solid' }, geometry: { type: 'LineString', coordinates: straighten(bend(thread)) } })),
  };
}
