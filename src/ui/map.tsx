import type { ComponentChildren } from 'preact';
import { europeView, glasses, glassesView, regionView, worldView } from '~/platform/geo/index.ts';
import { MapDrawing, placesOf, type MapContent } from './map-drawing.tsx';
import { overlapPath } from './signs.tsx';

export type { MapPoint, MapThread } from './map-drawing.tsx';

export interface MapProps extends MapContent {
  title: string;
  desc?: string;
  /** In the map's own units: it always fills its box. */
  width?: number;
  height?: number;
  /** Only where two maps of one sort stand on one page. */
  id?: string;
}

/** The world in true areas, as close as its places allow. */
export function WorldMap({ width = 1184, height = 600, focus, id = 'carte-monde', ...content }: MapProps & { focus?: 'points' | 'world' }) {
  const view = worldView(placesOf(content), width, height, focus);
  return <MapDrawing {...content} id={id} view={view} kind="world" />;
}

/** A round enlargement of Europe. */
export function EuropeLens({ width = 440, id = 'carte-europe', ...content }: MapProps) {
  const view = europeView(width);
  const r = width / 2;
  const inside = (x: number, y: number) => Math.hypot(x - r, y - r) < r * 0.97;
  return (
    <MapDrawing {...content} id={id} view={view} kind="lens" inside={inside} clip={<circle cx={r} cy={r} r={r - 2} />}>
      <circle class="rim" cx={r} cy={r} r={r - 2} />
    </MapDrawing>
  );
}

/** Fits its places. `inset`: the share of the width, from the left, that words cover on a wide screen. */
export function RegionMap({ width = 1184, height = 520, inset = 0, id = 'carte-region', ...content }: MapProps & { inset?: number }) {
  const view = regionView(placesOf(content), { width, height, inset });
  return <MapDrawing {...content} id={id} view={view} kind="region" />;
}

/** The world through two circles that cross over western Europe and Africa: the mark at the size of the page. */
export function FieldGlasses({ id = 'carte-jumelles', ...content }: MapProps) {
  const { left, right, y, r } = glasses;
  const inside = (px: number, py: number) => Math.hypot(px - left, py - y) < r || Math.hypot(px - right, py - y) < r;
  const circles = (
    <>
      <circle cx={left} cy={y} r={r} />
      <circle cx={right} cy={y} r={r} />
    </>
  );
  return (
    <MapDrawing
      {...content}
      id={id}
      view={glassesView()}
      kind="glasses"
      inside={inside}
      clip={circles}
      under={<path class="overlap" d={overlapPath((left + right) / 2, y, r, (right - left) / 2)} />}
    >
      <g class="rim">{circles}</g>
    </MapDrawing>
  );
}

/** The lens, and what its signs mean beside it. */
export function LensRow({ lens, children }: { lens: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="lens-row">
      {lens}
      <div class="map-legend">{children}</div>
    </div>
  );
}

/** A map and the words that lie on it: the head of a territory's sheet. Stacked on a phone, the map first. */
export function MapHead({ map, children }: { map: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="map-head">
      <div class="map-head-words">{children}</div>
      {map}
    </div>
  );
}

