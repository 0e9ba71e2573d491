import { useT, useView } from '~/platform/i18n/index.ts';
import { RegionMap, type MapPoint } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Party, Relation } from '../relations.ts';
import { pointOf } from '../rules.ts';
import { distinct } from './relation-list.tsx';

const living = (relations: readonly Relation[]) =>
  relations.flatMap(({ partnership, french, foreign }) =>
    partnership.phase === 'ended' ? [] : french.flatMap((from) => foreign.flatMap((to) => (pointOf(from) && pointOf(to) ? [{ from, to, phase: partnership.phase }] : []))),
  );

export function hasMap(relations: readonly Relation[]): boolean {
  return living(relations).length > 0;
}

/** Every thread between France and a country. */
export function CountryMap({ name, relations }: { name: string; relations: readonly Relation[] }) {
  const t = useT(messages);
  const { to } = useView();
  const threads = living(relations);
  const point = (party: Party, sign: MapPoint['sign']): MapPoint => ({ lon: party.lon!, lat: party.lat!, label: party.title, href: to(paths.show.href({ slug: party.slug })), sign });
  return (
    <RegionMap
      title={t('map.title', { name })}
      desc={t('map.desc')}
      inset={0.42}
      points={[
        ...distinct(threads.map((thread) => thread.to)).map((party) => point(party, threads.filter((thread) => thread.to.id === party.id).length > 1 ? 'shared' : 'home')),
        ...distinct(threads.map((thread) => thread.from)).map((party) => point(party, 'full')),
      ]}
      threads={threads.map((thread) => ({ from: pointOf(thread.from)!, to: pointOf(thread.to)!, style: thread.phase === 'ongoing' ? 'solid' as const : 'dashed' as const }))}
    />
  );
}
