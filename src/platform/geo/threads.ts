import { geoPath } from 'd3-geo';
import type { LonLat } from './distance.ts';
import type { MapView } from './views.ts';

export interface DrawnThread {
  d: string;
  /** Points along it, for labels to stand beside. */
  points: [number, number][];
}

const drawn = new Map<string, DrawnThread>();

/** The geodesic, as a line of two points that d3-geo resamples. Kept: pages draw the same ones again and again. */
export function drawThread(view: MapView, from: LonLat, to: LonLat): DrawnThread {
  const key = `${view.key}|${from.join()}|${to.join()}`;
  const kept = drawn.get(key);
  if (kept) return kept;
  const d = geoPath(view.projection).digits(1)({ type: 'LineString', coordinates: [[...from], [...to]] }) ?? '';
  const thread = { d, points: alongPath(d) };
  if (drawn.size >= 5000) drawn.clear();
  drawn.set(key, thread);
  return thread;
}

/** The vertices of a path, and points between those that are far apart. */
function alongPath(d: string): [number, number][] {
  const points: [number, number][] = [];
  for (const piece of d.split('M').slice(1)) {
    const vertices = piece.split('L').map((pair) => pair.split(',').map(Number) as [number, number]);
    vertices.forEach(([x, y], index) => {
      const before = vertices[index - 1];
      if (before) {
        const steps = Math.floor(Math.hypot(x - before[0], y - before[1]) / 9);
        for (let step = 1; step < steps; step++) points.push([before[0] + ((x - before[0]) * step) / steps, before[1] + ((y - before[1]) * step) / steps]);
      }
      points.push([x, y]);
    });
  }
  return points;
}
