import { geoAzimuthalEqualArea, geoCentroid, geoDistance, geoEqualEarth, type GeoProjection } from 'd3-geo';
import type { MultiPoint } from 'geojson';
import type { LonLat } from './distance.ts';
import type { Detail } from './land.ts';

export interface MapView {
  /** Names the projection and its size: views with one key draw the same land. */
  key: string;
  projection: GeoProjection;
  detail: Detail;
  width: number;
  height: number;
  /** What is shown of it, when not the whole. */
  viewBox?: string;
}

const asMultiPoint = (points: readonly LonLat[]): MultiPoint => ({ type: 'MultiPoint', coordinates: points.map((point) => [...point]) });
// the 110m world from Cape Horn to the north of Greenland
const inhabited: LonLat[] = [[-168, 62], [-125, 72], [180, 66], [150, 72], [-68, -54], [178, -46], [-20, 76]];
const precision = 0.3;

/** Equal Earth, turned 11° so that Siberia stays whole. Comes closer when the places leave room. */
export function worldView(places: readonly LonLat[], width: number, height: number, focus: 'points' | 'world' = 'points'): MapView {
  const make = () => geoEqualEarth().rotate([-11, 0]).precision(precision);
  const whole = make().fitExtent([[8, 8], [width - 8, height - 8]], asMultiPoint(inhabited));
  if (focus === 'world' || places.length === 0) return { key: `world ${width} ${height}`, projection: whole, detail: '110m', width, height };
  const pad = Math.min(width, height) * 0.14;
  const close = make().fitExtent([[pad, pad], [width - pad, height - pad]], asMultiPoint(places));
  // steps of a tenth: pages whose places differ a little share one drawing of the land
  const scale = Math.min(Math.max(close.scale(), whole.scale()), whole.scale() * 2.2);
  const step = Math.round(Math.log(scale / whole.scale()) * 10) / 10;
  const projection = make().scale(whole.scale() * Math.exp(step)).translate([0, 0]);
  const drawn = places.map((place) => projection([...place])!);
  const middle = (axis: 0 | 1) => (Math.min(...drawn.map((point) => point[axis])) + Math.max(...drawn.map((point) => point[axis]))) / 2;
  const round = (value: number) => Math.round(value / 20) * 20;
  projection.translate([round(width / 2 - middle(0)), round(height / 2 - middle(1))]).clipExtent([[-2, -2], [width + 2, height + 2]]);
  return { key: `world ${width} ${height} ${step} ${projection.translate().join(' ')}`, projection, detail: step > 0.5 ? '50m' : '110m', width, height };
}

/** The lens over Europe: azimuthal equal-area around 9° E 48.3° N, round. */
export function europeView(diameter: number): MapView {
  const projection = geoAzimuthalEqualArea()
    .rotate([-9, -48.3])
    .clipAngle(24)
    .scale(diameter * 1.36)
    .translate([diameter / 2, diameter / 2])
    .precision(precision)
    .clipExtent([[0, 0], [diameter, diameter]]);
  return { key: `europe ${diameter}`, projection, detail: '50m', width: diameter, height: diameter };
}

/** The home page's field glasses: geometry drawn once for all. */
export const glasses = { width: 1200, height: 640, r: 306, left: 366, right: 834, y: 320 } as const;

export function glassesView(): MapView {
  const projection = geoEqualEarth().scale(282).translate([604, 421]).precision(precision).clipExtent([[56, 10], [1144, 630]]);
  return { key: 'glasses', projection, detail: '110m', width: glasses.width, height: glasses.height, viewBox: '57 11 1086 618' };
}

export interface Room {
  width: number;
  height: number;
  /** Share of the width, from the left, kept for words. */
  inset?: number;
}

/** As close as its places allow: the head of a territory's sheet. */
export function regionView(places: readonly LonLat[], { width, height, inset = 0 }: Room): MapView {
  const spread = Math.max(0, ...places.map((a) => Math.max(...places.map((b) => geoDistance([...a], [...b])))));
  if (spread > 1.1) return shifted(worldView(places, Math.round(width * (1 - inset)), height), width);
  const [lon, lat] = places.length ? geoCentroid(asMultiPoint(places)) : [2, 47];
  const centre: LonLat = [Math.round(lon), Math.round(lat)];
  const pad = Math.min(width * (1 - inset), height) * 0.17;
  const projection = geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]).precision(precision);
  // a place alone is shown with about 1 200 km around it
  const least = 0.095;
  const box: [[number, number], [number, number]] = [[width * inset + pad, pad], [width - pad, height - pad]];
  if (spread < least) {
    const size = Math.min(box[1][0] - box[0][0], box[1][1] - box[0][1]);
    projection.scale(size / (2 * least)).translate([(box[0][0] + box[1][0]) / 2, height / 2]);
  } else projection.fitExtent(box, asMultiPoint(places));
  projection.clipAngle(110).clipExtent([[-2, -2], [width + 2, height + 2]]);
  const [x, y] = projection.translate();
  return { key: `region ${width} ${height} ${centre.join(' ')} ${projection.scale().toFixed(2)} ${x.toFixed(1)} ${y.toFixed(1)}`, projection, detail: '50m', width, height };
}

function shifted(view: MapView, width: number): MapView {
  const [x, y] = view.projection.translate();
  const dx = width - view.width;
  view.projection.translate([x + dx, y]).clipExtent([[-2, -2], [width + 2, view.height + 2]]);
  return { ...view, key: `${view.key} +${dx}`, width };
}

/** The box of places, for the map that moves: west, south, east, north. Never over the antimeridian, or France would leave to the edge. */
export function boundsOf(places: readonly LonLat[]): [number, number, number, number] {
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
