import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import { FieldGlasses, Icon, type MapPoint, type MapThread } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Spot, Thread } from '../queries.ts';
import { lineOf } from '../rules.ts';

/** The world through the field glasses: each published partnership is a thread, its list one link away. */
export function World({ threads }: { threads: Thread[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const isPlaced = (thread: Thread) => hasSpot(thread.from) && hasSpot(thread.to);
  const placed = threads.filter(isPlaced);
  const drawn = placed.slice(0, mostThreads);
  const first = findFirst(drawn);
  const missing = threads.filter((thread) => !isPlaced(thread));
  return (
    <div class="home-world">
      <FieldGlasses
        title={t('map.title')}
        desc={t('map.desc', { n: drawn.length })}
        threads={drawn.flatMap((thread) => threadsOf(thread, first, to))}
        points={pointsOf(drawn, first, to)}
      />
      <div class="home-world-words">
        <p>
          <strong>{t('map.caption')}</strong>{' '}
          {drawn.length < placed.length ? t('map.some', { n: drawn.length, total: placed.length }) : t('map.drawn', { n: drawn.length })}{' '}
          {missing.length > mostNames && t('map.missingMany', { n: missing.length })}
          {missing.length > 0 && missing.length <= mostNames && t('map.missing', { n: missing.length, names: formatList(lang, missing.map((thread) => thread.title)) })}
        </p>
        <p class="home-world-links">
          <a href={to('/observatoire?genre=partenariat&lecture=liste')}>{t('map.list')}</a>{' '}
          <a class="with-icon" href={to('/observatoire?genre=partenariat')}>
            <span>{t('map.explore')}</span> <Icon name="arrow" />
          </a>
        </p>
      </div>
    </div>
  );
}

// Beyond, threads hide one another and the page grows to megabytes; the observatory groups them.
const mostThreads = 300;
const mostNames = 4;

const isOnMap = (spot: Spot): spot is Spot & { lat: number; lon: number } => spot.lat !== null && spot.lon !== null;
const hasSpot = (spots: Spot[]) => spots.some(isOnMap);
const mainland = (spot: { lat: number; lon: number }) => spot.lat > 41 && spot.lat < 52 && spot.lon > -6 && spot.lon < 10;

/** The authority with most threads: its own are drawn plainly, the others' fainter. */
function findFirst(threads: Thread[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { label } of threads.flatMap((thread) => thread.from)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function threadsOf(thread: Thread, first: string | undefined, to: (path: string) => string): MapThread[] {
  return thread.from.filter(isOnMap).flatMap((a) =>
    thread.to.filter(isOnMap).map((b) => ({
      from: [a.lon, a.lat] as [number, number],
      to: [b.lon, b.lat] as [number, number],
      style: lineOf(thread.phase),
      faint: a.label !== first,
      href: to(sheetHref('partnership', thread.slug)),
      label: thread.title,
    })),
  );
}

/** Each territory once, the busiest first. Ten French names on one another would be read by nobody: only the first is named. */
function pointsOf(threads: Thread[], first: string | undefined, to: (path: string) => string): MapPoint[] {
  const points = new Map<string, { point: MapPoint; n: number }>();
  for (const thread of threads) {
    for (const [spots, side] of [[thread.from, 'from'], [thread.to, 'to']] as const) {
      for (const spot of spots.filter(isOnMap)) {
        const known = points.get(spot.label);
        const sign = side === 'to' ? 'empty' : spot.label === first ? 'home' : 'other';
        const labelled = sign === 'other' && mainland(spot) ? false : undefined;
        const href = spot.slug ? to(sheetHref('territory', spot.slug)) : undefined;
        if (known) known.n += 1;
        else points.set(spot.label, { n: 1, point: { lat: spot.lat, lon: spot.lon, label: spot.label, sign, labelled, href } });
      }
    }
  }
  return [...points.values()].sort((a, b) => b.n - a.n).map(({ point }) => point);
}
