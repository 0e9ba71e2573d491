import { formatNumber, useT, useView, type Lang } from '~/platform/i18n/index.ts';
import { boundsOf } from '~/platform/geo/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import { toQuery, type AnswerRow, type RowPlace } from '~/sheets/ask/index.ts';
import { EuropeLens, LensRow, LinkSign, MovingMap, WorldMap, type MapPoint, type MapThread } from '~/ui/index.ts';
import type { MapContent } from '../map-content.ts';
import { messages } from '../messages.ts';
import { tileTemplate } from '../paths.ts';
import type { ReadAnswer } from '../reading.ts';
import { threadOf } from './signs.ts';

type Placed = RowPlace & { lat: number; lon: number };

/** The answer on two maps, what their signs mean, and what is on neither. */
export function AnswerMap({ read }: { read: ReadAnswer }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const map = read.map!;
  const threads = map.rows.flatMap(threadsOf);
  const points = map.cells.length ? map.cells.map((cell, index) => pointOfCell(cell, index, lang)) : [...map.rows.flatMap((row) => pointsOf(row, to)), ...homesOf(map.rows, to)];
  const drawing = { threads, points, desc: t('map.desc', { n: points.length }) };
  return (
    <div class="observatory-map">
      {points.length === 0 ? (
        <p>{t('map.none')}</p>
      ) : (
        <>
          <MovingMap tiles={to(tileTemplate) + toQuery(read.resolved.question)} threads={threads} bounds={boundsOf(points.map(({ lon, lat }) => [lon, lat] as const))} title={t('map.title')}>
            <WorldMap {...drawing} title={t('map.title')} width={660} height={420} />
          </MovingMap>
          {points.some(inEurope) && points.length > 1 ? (
            <LensRow lens={<EuropeLens {...drawing} title={t('map.europe')} />}>
              <Legend threads={threads.length > 0} cells={map.cells.length > 0} />
            </LensRow>
          ) : (
            <div class="map-legend">
              <Legend threads={threads.length > 0} cells={map.cells.length > 0} />
            </div>
          )}
        </>
      )}
      <Apart rows={read.apart} total={read.answer.total} />
      <Missing map={map} />
    </div>
  );
}

function Legend({ threads, cells }: { threads: boolean; cells: boolean }) {
  const t = useT(messages);
  return (
    <>
      <h2 class="legend-title">{t('map.legend')}</h2>
      {threads && (
        <>
          <p><LinkSign kind="jumelage" /></p>
          <p><LinkSign kind="accord" /></p>
          <p>{t('map.legend.points')}</p>
          <p>{t('map.legend.threads')}</p>
        </>
      )}
      {cells && <p>{t('map.legend.groups')}</p>}
      <p>{t('map.legend.projection')}</p>
    </>
  );
}

/** « À part, hors des 21 : Nouakchott. » */
export function Apart({ rows, total }: { rows: readonly AnswerRow[]; total: number }) {
  const t = useT(messages);
  const { to } = useView();
  if (!rows.length) return null;
  return (
    <p class="apart">
      {t('apart', { n: total })}{' '}
      {rows.map((row, index) => (
        <span key={row.id} lang="fr">
          {index > 0 && ', '}
          <a href={to(sheetHref(row.kind, row.slug))}>{row.title}</a>
        </span>
      ))}
      .
    </p>
  );
}

/** A sheet without coordinates is listed, never lost. */
function Missing({ map: { missing, missingTotal } }: { map: MapContent }) {
  const t = useT(messages);
  const { to } = useView();
  if (!missingTotal) return null;
  const more = missingTotal - missing.length;
  return (
    <section class="not-on-map">
      <h2 class="legend-title">{t('map.missing')}</h2>
      <p>{t('map.missing.text', { n: missingTotal })}</p>
      <ul class="inline-list">
        {missing.map((row) => (
          <li key={row.id} lang="fr">
            <a href={to(sheetHref(row.kind, row.slug))}>{row.title}</a>
          </li>
        ))}
        {more > 0 && <li>{t('map.missing.more', { n: more })}</li>}
      </ul>
    </section>
  );
}

const isPlaced = (place: RowPlace): place is Placed => place.lat !== null && place.lon !== null;

function pointsOf(row: AnswerRow, to: (path: string) => string): MapPoint[] {
  const far = row.places.filter((place) => place.role !== 'from');
  return (far.length ? far : row.places).filter(isPlaced).map((place) => ({
    lon: place.lon, lat: place.lat, label: place.name, href: to(sheetHref(row.kind, row.slug)), sign: row.type === 'jumelage' ? 'full' : 'empty',
  }));
}

function homesOf(rows: readonly AnswerRow[], to: (path: string) => string): MapPoint[] {
  const homes = rows.flatMap((row) => (row.places.some((place) => place.role === 'to') ? row.places.filter((place) => place.role === 'from' && isPlaced(place)) : [])) as Placed[];
  const unlike = new Map(homes.map((place) => [place.slug ?? place.name, place]));
  return [...unlike.values()].map((place) => ({ lon: place.lon, lat: place.lat, label: place.name, href: place.slug ? to(sheetHref('territory', place.slug)) : undefined, sign: 'home' }));
}

function threadsOf(row: AnswerRow): MapThread[] {
  const ends = (role: string) => row.places.filter((place) => place.role === role).filter(isPlaced);
  return ends('from').flatMap((from) => ends('to').map((to): MapThread => ({ from: [from.lon, from.lat], to: [to.lon, to.lat], style: threadOf(row.phase), label: row.title })));
}

const namedCells = 14;

function pointOfCell({ lon, lat, n }: MapContent['cells'][number], index: number, lang: Lang): MapPoint {
  return { lon, lat, label: formatNumber(lang, n), sign: n > 1 ? 'full' : 'empty', labelled: index < namedCells && n > 1 ? undefined : false };
}

function inEurope({ lon, lat }: MapPoint): boolean {
  return lon > -12 && lon < 32 && lat > 35 && lat < 62;
}
