import type { FeatureCollection } from 'geojson';
import type { LineLayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Ground } from './world.ts';

const tokens = ['paper', 'sand', 'land', 'ink', 'ink2', 'terra', 'edge'] as const;
type Colours = Record<(typeof tokens)[number], string>;

/** MapLibre reads no OKLCH and no light-dark(): the browser is asked what they are here and now. */
export function readColours(host: HTMLElement): Colours {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const probe = host.appendChild(document.createElement('span'));
  const colours = Object.fromEntries(
    tokens.map((token) => {
      probe.style.color = `var(--${token})`;
      context.fillStyle = getComputedStyle(probe).color;
      context.fillRect(0, 0, 1, 1);
      return [token, `rgb(${[...context.getImageData(0, 0, 1, 1).data.subarray(0, 3)].join()})`];
    }),
  ) as Colours;
  probe.remove();
  return colours;
}

export interface StyleParts {
  ground: Ground;
  tiles: string;
  threads: FeatureCollection;
}

const font = ['Atkinson Hyperlegible Next'];

export function makeStyle(colours: Colours, { ground, tiles, threads }: StyleParts): StyleSpecification {
  const single = ['!', ['has', 'point_count']] as ['!', ['has', string]];
  const count = ['get', 'point_count'] as ['get', string];
  const line = (id: string, style: string, dash?: number[]): LineLayerSpecification => ({
    id,
    type: 'line',
    source: 'threads',
    filter: ['==', ['get', 'style'], style],
    paint: { 'line-color': style === 'dotted' ? colours.edge : colours.terra, 'line-width': 1.6, ...(dash ? { 'line-dasharray': dash } : {}) },
  });
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: ground.land, tolerance: 0.3 },
      borders: { type: 'geojson', data: { type: 'Feature', properties: {}, geometry: ground.borders }, tolerance: 0.3 },
      threads: { type: 'geojson', data: threads, tolerance: 0.2 },
      sheets: { type: 'vector', tiles: [tiles], maxzoom: 8 },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sand } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.land } },
      { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': colours.sand, 'line-width': 1 } },
      line('threads-solid', 'solid'),
      line('threads-dashed', 'dashed', [5, 2.5]),
      line('threads-dotted', 'dotted', [1, 3]),
      {
        id: 'clusters',
        type: 'circle',
        source: 'sheets',
        'source-layer': 'sheets',
        filter: ['has', 'point_count'],
        paint: { 'circle-color': colours.paper, 'circle-stroke-color': colours.ink, 'circle-stroke-width': 2, 'circle-radius': ['interpolate', ['linear'], ['log10', count], 0.3, 11, 2, 17, 4, 26] },
      },
      {
        id: 'cluster-counts',
        type: 'symbol',
        source: 'sheets',
        'source-layer': 'sheets',
        filter: ['has', 'point_count'],
        layout: { 'text-field': ['to-string', ['coalesce', ['get', 'point_count_abbreviated'], count]], 'text-font': font, 'text-size': 13, 'text-allow-overlap': true },
        paint: { 'text-color': colours.ink },
      },
      {
        id: 'points',
        type: 'circle',
        source: 'sheets',
        'source-layer': 'sheets',
        filter: single,
        paint: {
          'circle-radius': ['match', ['get', 'sign'], 'home', 6.5, 5.5],
          'circle-color': ['match', ['get', 'sign'], 'full', colours.terra, 'home', colours.ink, colours.paper],
          'circle-stroke-color': colours.ink,
          'circle-stroke-width': 1.8,
        },
      },
      {
        id: 'names',
        type: 'symbol',
        source: 'sheets',
        'source-layer': 'sheets',
        filter: single,
        layout: {
          'text-field': ['get', 'title'],
          'text-font': font,
          'text-size': 14,
          'text-max-width': 12,
          'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
          'text-radial-offset': 0.75,
          'text-justify': 'auto',
          'text-optional': true,
        },
        paint: { 'text-color': colours.ink, 'text-halo-color': colours.sand, 'text-halo-width': 1.6 },
      },
    ],
  };
}
