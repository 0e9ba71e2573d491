import { formatDistance, formatList, useT, useView } from '~/platform/i18n/index.ts';
import { greatCircleKm } from '~/platform/geo/index.ts';
import { linked, sheetHref, type SheetFrame } from '~/sheets/index.ts';
import { RegionMap, Section, WorldMap, type MapPoint } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { endsOf } from './head.tsx';
import type { Names } from './words.ts';

// within that distance, a map of the region says more than the world
const regionKm = 3500;

/** The shortest way over the globe; a place without coordinates is named, never lost. */
export function ThreadMap({ frame, names }: { frame: SheetFrame; names: Names }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const ends = endsOf(frame);
  const missing = frame.places.filter((place) => place.lat == null).map((place) => place.label);
  if (!ends) return missing.length ? <Section title={t('map.section')}><p class="quiet">{t('map.missing', { names: formatList(lang, missing) })}</p></Section> : null;
  const km = greatCircleKm(ends[0], ends[1]);
  const [left, right] = [formatList(lang, names.french), formatList(lang, names.foreign)];
  const slugs = new Map([...linked(frame.outgoing, 'french'), ...linked(frame.outgoing, 'foreign')].map((one) => [one.id, one.slug]));
  const points = frame.places
    .filter((place) => place.lat != null && place.lon != null)
    .map((place): MapPoint => {
      const slug = slugs.get(place.territoryId ?? '');
      return { lon: place.lon!, lat: place.lat!, label: place.label, href: slug && to(sheetHref('territory', slug)), sign: place.role === 'from' ? 'home' : frame.sheet.type === 'jumelage' ? 'full' : 'empty', labelled: true };
    });
  const Drawing = km > regionKm ? WorldMap : RegionMap;
  return (
    <Section title={t('map.section')}>
      <Drawing
        title={t('map.title', { left, right })}
        desc={t('map.desc', { left, right, distance: formatDistance(lang, km) })}
        threads={[{ from: [...ends[0]], to: [...ends[1]], style: 'solid', label: frame.sheet.title }]}
        points={points}
      />
      <p class="quiet">{t('map.desc', { left, right, distance: formatDistance(lang, km) })} {frame.places.some((place) => place.approximate) && t('map.approximate')}</p>
    </Section>
  );
}
