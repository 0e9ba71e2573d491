import type { ComponentChildren } from 'preact';
import { formatNumber, useView } from '~/platform/i18n/index.ts';
import { drawBase, drawThread, placeLabels, type LabelRoom, type Labelled, type LonLat, type MapView, type PlacedLabel } from '~/platform/geo/index.ts';
import { overlapPath } from './signs.tsx';
import type { ThreadStyle } from './thread.tsx';

export interface MapThread {
  from: LonLat;
  to: LonLat;
  style?: ThreadStyle;
  /** Thinner: another authority's. */
  faint?: boolean;
  href?: string;
  label?: string;
}

export interface MapPoint {
  lon: number;
  lat: number;
  label: string;
  href?: string;
  /** `home`: where the threads leave from; `other`: where some leave from too, smaller; `shared`: two circles, several authorities meet there. */
  sign?: 'full' | 'empty' | 'home' | 'other' | 'shared';
  /** True: always named; false: never; else where there is room. */
  labelled?: boolean;
  /** Under the name: « 1 400 km ». */
  detail?: string;
  /** Several sheets in one place: a circle as large as their number, which it says. */
  n?: number;
}

export interface MapContent {
  threads?: readonly MapThread[];
  points?: readonly MapPoint[];
}

interface DrawingProps extends MapContent {
  id: string;
  title: string;
  desc?: string;
  view: MapView;
  kind: 'world' | 'lens' | 'region' | 'glasses';
  inside?: LabelRoom['inside'];
  clip?: ComponentChildren;
  /** Between the land and the threads. */
  under?: ComponentChildren;
  children?: ComponentChildren;
}

export function placesOf({ points = [], threads = [] }: MapContent): LonLat[] {
  return [...points.map((point): LonLat => [point.lon, point.lat]), ...threads.flatMap((thread) => [thread.from, thread.to])];
}

const radii = { full: 4, empty: 4, home: 5, other: 2.6, shared: 9 } as const;
/** Letters for a wide screen and for a phone, in the map's units: a phone shows them three times smaller. */
const letters = { world: [14, 40], lens: [14, 18], region: [17, 30], glasses: [15.5, 42] } as const;
/** A keyboard reaches the places of a full map by the list beside it: forty stops help nobody. */
const mostStops = 16;

export function MapDrawing({ id, title, desc, view, kind, threads = [], points = [], inside, clip, under, children }: DrawingProps) {
  const base = drawBase(view.key, view.projection, view.detail);
  const lines = threads.map((thread) => ({ ...thread, ...drawThread(view, thread.from, thread.to) }));
  const seen = unlikePoints(points)
    .map((point) => ({ point, at: view.projection([point.lon, point.lat]) }))
    .filter(({ at }) => at && at[0] >= 0 && at[1] >= 0 && at[0] <= view.width && at[1] <= view.height && (inside?.(...at) ?? true))
    .map(({ point, at }) => ({ ...point, x: at![0], y: at![1], sign: point.sign ?? ('empty' as const), r: point.n === undefined ? radii[point.sign ?? 'empty'] : sizeOf(point.n) }));
  // one home is the map's subject; many are places among others
  const crowned = seen.filter((point) => point.sign === 'home').length <= 2;
  const avoid = lines.flatMap((line) => line.points);
  const [wide, phone] = letters[kind];
  const place = (size: number, most: number, shown: LabelRoom['inside'] = inside) =>
    placeLabels(
      seen.map((point) => (shown?.(point.x, point.y) === false ? { ...labelOf(point, crowned), label: '' } : labelOf(point, crowned))),
      { width: view.width, height: view.height, size, avoid, inside: shown, most },
    );
  // there a region is as high as wide and keeps its right end: a name in the rest would be cut
  const onPhone = kind === 'region' ? (x: number) => x > view.width - view.height * 1.02 : inside;
  const linked = seen.some((point) => point.href) || lines.some((line) => line.href);
  const stops = seen.filter((point) => point.href).length <= mostStops;
  return (
    <figure class={`map ${kind}`}>
      <svg viewBox={view.viewBox ?? `0 0 ${view.width} ${view.height}`} role={linked ? 'group' : 'img'} aria-labelledby={desc ? `${id}-titre ${id}-texte` : `${id}-titre`} preserveAspectRatio={kind === 'region' ? 'xMaxYMid slice' : undefined}>
        <title id={`${id}-titre`}>{title}</title>
        {desc && <desc id={`${id}-texte`}>{desc}</desc>}
        {clip && (
          <clipPath id={`${id}-bord`}>{clip}</clipPath>
        )}
        <g clip-path={clip ? `url(#${id}-bord)` : undefined}>
          <rect class="sea" width={view.width} height={view.height} />
          <path class="land" d={base.land} />
          {kind !== 'glasses' && <path class="borders" d={base.borders} />}
          {under}
          {lines.map((line, index) => line.d && <path key={index} class={['thread', line.style ?? 'solid', line.faint && 'faint'].filter(Boolean).join(' ')} d={line.d} />)}
        </g>
        {children}
        {seen.toSorted((a, b) => b.r - a.r).map((point, index) => (
          <Place key={index} point={point} stop={stops} />
        ))}
        <Labels name="labels" points={seen} placed={place(wide, Infinity)} size={wide} crowned={crowned} />
        <Labels name="labels-phone" points={seen} placed={place(phone, kind === 'lens' ? 9 : 4, onPhone)} size={phone} crowned={crowned} />
      </svg>
    </figure>
  );
}

/** Several partnerships of one place give one point. */
function unlikePoints(points: readonly MapPoint[]): MapPoint[] {
  return [...new Map(points.map((point) => [`${point.label} ${point.lon.toFixed(2)} ${point.lat.toFixed(2)}`, point])).values()];
}

type Seen = MapPoint & { x: number; y: number; r: number; sign: NonNullable<MapPoint['sign']> };

const sizeOf = (n: number) => (n < 2 ? radii.full : 8 + 3.6 * Math.log10(n));

function labelOf(point: Seen, crowned: boolean): Labelled {
  if (point.n !== undefined) return { x: point.x, y: point.y, label: '', rank: 9, r: point.r };
  const home = point.sign === 'home';
  const rank = (home && crowned) || point.sign === 'shared' ? 0 : point.labelled ? 1 : home ? 2 : 3;
  return { x: point.x, y: point.y, label: point.labelled === false ? '' : point.label, rank, must: rank < 2, r: point.r, bold: home && crowned, lines: point.detail ? 2 : 1 };
}

function Place({ point, stop }: { point: Seen; stop: boolean }) {
  const { lang } = useView();
  const [x, y] = [point.x.toFixed(1), point.y.toFixed(1)];
  const drawing =
    point.sign === 'shared' ? (
      <g class="shared">
        <path class="overlap" d={overlapPath(point.x, point.y, 9, 5)} />
        <circle cx={(point.x - 5).toFixed(1)} cy={y} r="9" />
        <circle cx={(point.x + 5).toFixed(1)} cy={y} r="9" />
      </g>
    ) : (
      <circle class={(point.n ?? 0) > 1 ? 'count' : point.sign} cx={x} cy={y} r={point.r.toFixed(1)} />
    );
  const number = (point.n ?? 0) > 1 && (
    <text class="number" x={x} y={(point.y + point.r * 0.28).toFixed(1)} text-anchor="middle" font-size={(point.r * 0.85).toFixed(1)}>
      {formatNumber(lang, point.n!, { notation: 'compact' })}
    </text>
  );
  if (!point.href) return number ? <g>{drawing}{number}</g> : drawing;
  return (
    <a href={point.href} aria-label={point.label} tabindex={stop ? undefined : -1}>
      <circle class="touch" cx={x} cy={y} r="12" />
      {drawing}
      {number}
      <title>{point.label}</title>
    </a>
  );
}

interface LabelsProps {
  name: string;
  points: readonly Seen[];
  placed: readonly PlacedLabel[];
  size: number;
  crowned: boolean;
}

function Labels({ name, points, placed, size, crowned }: LabelsProps) {
  return (
    <g class={name} aria-hidden="true" font-size={size}>
      {placed.map(({ index, x, y, anchor }) => {
        const point = points[index]!;
        return (
          <text key={index} class={crowned && point.sign === 'home' ? 'home' : undefined} x={x.toFixed(1)} y={y.toFixed(1)} text-anchor={anchor}>
            {point.label}
            {point.detail && (
              <tspan class="detail" x={x.toFixed(1)} dy="1.15em">
                {point.detail}
              </tspan>
            )}
          </text>
        );
      })}
    </g>
  );
}
