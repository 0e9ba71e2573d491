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
  const drawn = threads.filter((thread) => hasSpot(thread.from) && hasSpot(thread.to));
  const missing = threads.filter((thread) => !drawn.includes(thread));
  return (
    <figure class="world">
      <FieldGlasses
        title={t('map.title')}
        desc={t('map.desc', { n: drawn.length })}
        threads={drawn.flatMap((thread) => threadsOf(thread, to))}
        points={pointsOf(drawn, to)}
      />
      <figcaption>
        <p>
          <strong>{t('map.caption')}</strong> {t('map.drawn', { n: drawn.length })}{' '}
          {missing.length > 0 && t('map.missing', { n: missing.length, names: formatList(lang, missing.map((thread) => thread.title)) })}
        </p>
        <p class="world-links">
          <a href={to('/observatoire?genre=partenariat&vue=liste')}>{t('map.list')}</a>{' '}
          <a class="with-icon" href={to('/observatoire?genre=partenariat')}>
            <span>{t('map.explore')}</span> <Icon name="arrow" />
          </a>
        </p>
      </figcaption>
    </figure>
  );
}

const isOnMap = (spot: Spot): spot is Spot & { lat: number; lon: number } => spot.lat !== null && spot.lon !== null;
const hasSpot = (spots: Spot[]) => spots.some(isOnMap);

function threadsOf(thread: Thread, to: (path: string) => string): MapThread[] {
  return thread.from.filter(isOnMap).flatMap((a) =>
    thread.to.filter(isOnMap).map((b) => ({
      from: [a.lon, a.lat] as [number, number],
      to: [b.lon, b.lat] as [number, number],
      style: lineOf(thread.phase),
      href: to(sheetHref('partnership', thread.slug)),
      label: thread.title,
    })),
  );
}

/** Each territory once: those of the authorities that hold most threads are named first. */
function pointsOf(threads: Thread[], to: (path: string) => string): MapPoint[] {
  const points = new Map<string, { point: MapPoint; n: number }>();
  for (const thread of threads) {
    for (const [spots, sign] of [[thread.from, 'home'], [thread.to, 'empty']] as const) {
      for (const spot of spots.filter(isOnMap)) {
        const known = points.get(spot.label);
        if (known) known.n += 1;
        else points.set(spot.label, { n: 1, point: { lat: spot.lat, lon: spot.lon, label: spot.label, sign, href: spot.slug ? to(sheetHref('territory', spot.slug)) : undefined } });
      }
    }
  }
  return [...points.values()].sort((a, b) => b.n - a.n).map(({ point }) => point);
}
