import { useT, useView } from '~/platform/i18n/index.ts';
import { formatDistance } from '~/platform/i18n/index.ts';
import { RegionMap, WorldMap, type MapPoint, type MapThread } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Engaged, Party, Relation } from '../relations.ts';
import { distanceOf, pointOf } from '../rules.ts';
import { distinct } from './relation-list.tsx';

export interface Centre {
  title: string;
  lat: number | null;
  lon: number | null;
}

interface ThreadsMapProps {
  centre: Centre;
  relations: readonly Relation[];
  side: 'french' | 'foreign';
  /** Authorities around it that already act abroad. */
  nearby?: readonly Engaged[];
}

/** Threads from a place to all those it works with; nothing when it has no coordinates. */
export function ThreadsMap({ centre, relations, side, nearby = [] }: ThreadsMapProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const home = pointOf(centre);
  if (!home) return null;
  const shown = relations.filter(({ partnership }) => partnership.phase !== 'ended');
  const others = distinct(shown.flatMap((relation) => (side === 'french' ? relation.foreign : relation.french))).filter((party) => party.lat !== null);
  const points: MapPoint[] = [
    { lon: home[0], lat: home[1], label: centre.title, sign: others.length > 1 && side === 'foreign' ? 'shared' : 'home', labelled: side === 'french' && others.length > 0 },
    ...others.map((party) => place(party, to(paths.show.href({ slug: party.slug })), side === 'foreign' ? formatDistance(lang, distanceOf(centre, party)!) : undefined)),
  ];
  for (const one of others.length ? [] : nearby) {
    if (one.lat !== null && one.lon !== null) points.push({ lon: one.lon, lat: one.lat, label: one.title, href: to(paths.show.href({ slug: one.slug })), sign: 'empty' });
  }
  const threads = others.map((party): MapThread => ({ from: home, to: pointOf(party)!, style: styleOf(shown, party) }));
  const words = { title: t(others.length ? 'map.title' : 'map.place', { name: centre.title }), desc: others.length ? t('map.desc') : undefined };
  return side === 'french' && others.length > 2
    ? <WorldMap {...words} points={points} threads={threads} focus="points" />
    : <RegionMap {...words} points={points} threads={threads} inset={0.42} />;
}

function place(party: Party, href: string, detail: string | undefined): MapPoint {
  return { lon: party.lon!, lat: party.lat!, label: party.title, href, sign: 'full', detail };
}

/** Solid when one link lives, dashed when none is under way. */
function styleOf(relations: readonly Relation[], party: Party): MapThread['style'] {
  const theirs = relations.filter(({ french, foreign }) => [...french, ...foreign].some((one) => one.id === party.id));
  return theirs.some(({ partnership }) => partnership.phase === 'ongoing') ? 'solid' : theirs.some(({ partnership }) => partnership.phase === 'paused') ? 'dashed' : 'dotted';
}
