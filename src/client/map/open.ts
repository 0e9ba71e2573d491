import { Map as MapLibre, Popup, setWorkerUrl, type MapGeoJSONFeature, type PointLike } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { bendAll, type Thread } from './arcs.ts';
import { listPlaces, type Place } from './places.ts';
import { makeStyle, readColours } from './style.ts';
import { fetchGround, unroll } from './world.ts';

export interface OpenedMap {
  focus(): void;
  close(): void;
}

const touchable = ['points', 'clusters'];
const world: [number, number, number, number] = [-130, -45, 150, 68];

setWorkerUrl(workerUrl);

export async function openMap(host: HTMLElement): Promise<OpenedMap> {
  const say = (key: string) => host.dataset[key] ?? '';
  const parts = {
    ground: await fetchGround('coarse'),
    tiles: new URL(host.getAttribute('tiles') ?? '', location.href).href.replaceAll('%7B', '{').replaceAll('%7D', '}'),
    threads: bendAll(JSON.parse(host.getAttribute('threads') ?? '[]') as Thread[], unroll),
  };
  const box = buildBox(say);
  // as high as the drawn map that it replaces: nothing under it moves
  const drawn = host.querySelector('figure')?.getBoundingClientRect().height ?? 0;
  box.canvas.style.height = `${Math.max(drawn, 320)}px`;
  host.prepend(box.root);
  const bounds = (host.getAttribute('bounds')?.split(',').map(Number) as typeof world | undefined) ?? world;
  let map: MapLibre;
  try {
    map = new MapLibre({
      container: box.canvas,
      style: makeStyle(readColours(host), parts),
      bounds,
      fitBoundsOptions: { padding: 36, maxZoom: 6 },
      minZoom: 0.5,
      maxZoom: 12,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      cooperativeGestures: false,
      // a wheel over the map scrolls the page; the buttons, a pinch and the keys zoom
      scrollZoom: false,
      locale: { 'Map.Title': say('title') },
    });
  } catch (error) {
    box.root.remove();
    throw error;
  }
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const canvas = map.getCanvas();
  canvas.setAttribute('aria-describedby', box.help.id);

  box.zoomIn.addEventListener('click', () => map.zoomIn());
  box.zoomOut.addEventListener('click', () => map.zoomOut());
  let fine = false;
  map.on('zoomend', async () => {
    if (fine || map.getZoom() < 3.2) return;
    fine = true;
    parts.ground = await fetchGround('fine');
    map.setStyle(makeStyle(readColours(host), parts));
  });
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const repaint = () => map.setStyle(makeStyle(readColours(host), parts));
  scheme.addEventListener('change', repaint);

  let popup: Popup | undefined;
  map.on('click', (event) => {
    const { x, y } = event.point;
    const near: [PointLike, PointLike] = [[x - 14, y - 14], [x + 14, y + 14]];
    const found = map.queryRenderedFeatures(near, { layers: touchable });
    const cluster = found.find((feature) => 'point_count' in feature.properties);
    popup?.remove();
    if (cluster) return map.easeTo({ center: centreOf(cluster), zoom: map.getZoom() + 2 });
    if (!found.length) return;
    popup = new Popup({ closeButton: false, maxWidth: '20rem', offset: 12, focusAfterOpen: true }).setLngLat(centreOf(found[0]!)).setDOMContent(listPlaces(host, placesOf(found), say('here'))).addTo(map);
  });
  for (const layer of touchable) {
    map.on('mouseenter', layer, () => canvas.classList.add('on-place'));
    map.on('mouseleave', layer, () => canvas.classList.remove('on-place'));
  }
  canvas.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') popup?.remove();
    if (event.key === 'Enter') box.places.querySelector('a')?.focus();
  });
  // what is seen, as links under the map: the way of the keyboard and of the screen reader
  const refresh = () => {
    const found = map.queryRenderedFeatures({ layers: ['points'] });
    box.places.replaceChildren(listPlaces(host, placesOf(found), say('places')));
  };
  map.on('idle', refresh);

  const close = () => {
    scheme.removeEventListener('change', repaint);
    map.remove();
    box.root.remove();
  };
  await new Promise<void>((resolve, reject) => {
    map.once('load', () => resolve());
    canvas.addEventListener('webglcontextlost', () => reject(new Error('WebGL context lost')));
    // one missing tile is no reason to give up; a style is
    map.on('error', ({ error }) => map.isStyleLoaded() || reject(error));
  }).catch((error: unknown) => {
    close();
    throw error;
  });
  return { focus: () => canvas.focus(), close };
}

function centreOf(feature: MapGeoJSONFeature): [number, number] {
  return (feature.geometry as unknown as { coordinates: [number, number] }).coordinates;
}

/** One line a sheet: a tile's edge may hold a point twice. */
function placesOf(features: MapGeoJSONFeature[]): Place[] {
  const places = features.map(({ properties }) => properties as Place).filter((place) => place.href);
  return [...new Map(places.map((place) => [place.href, place])).values()];
}

function buildBox(say: (key: string) => string) {
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, name: string, text = '') => {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    return element;
  };
  const root = make('div', 'moving');
  const canvas = make('div', 'moving-canvas');
  const buttons = make('div', 'moving-buttons');
  const button = (sign: string, label: string) => {
    const element = make('button', 'moving-button', sign);
    element.type = 'button';
    element.setAttribute('aria-label', label);
    buttons.append(element);
    return element;
  };
  const [zoomIn, zoomOut] = [button('+', say('in')), button('−', say('out'))];
  const help = make('p', 'visually-hidden', say('help'));
  help.id = 'carte-aide';
  const places = make('div', 'moving-places');
  root.append(canvas, buttons, help, places);
  return { root, canvas, zoomIn, zoomOut, help, places };
}
