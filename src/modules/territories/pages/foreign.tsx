import { formatList, formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { hoursBetween } from '~/platform/geo/index.ts';
import { countryName } from '~/reference/index.ts';
import { KindGroups, labelOfType, SheetPage, type KindGroup, type SheetFrame } from '~/sheets/index.ts';
import { Hero, MapHead, Section, SharedThread } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Naming, TerritoryDetail } from '../queries.ts';
import type { Said } from '../said.ts';
import type { Cited, Relation, Shared } from '../relations.ts';
import { Comparison } from './comparison.tsx';
import { ForeignTimeline } from './foreign-timeline.tsx';
import { DeskNote } from './desk.tsx';
import { Identity, Namings } from './identity.tsx';
import { distinct } from './relation-list.tsx';
import { Distinctions, OwnWords } from './self.tsx';
import { ThreadsMap } from './threads-map.tsx';

export interface ForeignProps {
  frame: SheetFrame;
  detail: TerritoryDetail;
  relations: Relation[];
  groups: KindGroup[];
  namings: Naming[];
  shared: Shared[];
  sources: Map<string, Cited>;
  actions: Map<string, number>;
  said: Said;
}

/** A place abroad, and every French authority that works with it (R019). */
export function ForeignPage({ frame, detail, relations, groups, namings, shared, sources, actions, said }: ForeignProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { sheet } = frame;
  const iso = sheet.countries[0];
  const others = shared.filter((one) => one.slug !== sheet.slug);
  const ask = `/observatoire?territoire=${sheet.slug}`;
  return (
    <SheetPage
      frame={frame}
      breadcrumb={[
        { href: to(paths.countries.href({})), label: t('countries.title') },
        ...(iso ? [{ href: to(paths.country.href({ iso })), label: countryName(iso, lang) }] : []),
        { label: sheet.title },
      ]}
      hero={<ForeignHero {...{ frame, detail, relations }} />}
      aside={
        <>
          <DeskNote contact={said.contact} />
          <Namings namings={[...namings, ...said.namedBy]} />
          <Identity detail={detail} note />
        </>
      }
    >
      <OwnWords frame={frame} detail={detail} />
      {relations.length > 0
        ? <Comparison {...{ sheet, centre: spot(frame), relations, sources, actions }} />
        : <p>{t('foreign.none', { name: sheet.title })}</p>}
      <KindGroups groups={groups} more={(genre) => ({ href: to(`${ask}&genre=${genre}`), label: t('more') })} />
      {others.length > 0 && (
        <Section id="en-commun" title={t('foreign.shared')} lede={t('foreign.shared.lede')}>
          <SharedList shared={others} />
        </Section>
      )}
      <Distinctions frame={frame} />
      {relations.length > 0 && <ForeignTimeline relations={relations} groups={groups} />}
    </SheetPage>
  );
}

export function SharedList({ shared }: { shared: readonly Shared[] }) {
  const { lang, to } = useView();
  return (
    <ul class="shared-places">
      {shared.map((one) => (
        <li key={one.slug}>
          <SharedThread />
          <p class="sheet-title">
            <a href={to(paths.show.href({ slug: one.slug }))}>{one.title}</a> <span class="sheet-context">{one.country ? countryName(one.country, lang) : one.context}</span>
          </p>
          <p class="sheet-meta">{formatList(lang, one.french.map((party) => party.title))}</p>
        </li>
      ))}
    </ul>
  );
}

function spot(frame: SheetFrame) {
  return { title: frame.sheet.title, lat: frame.places[0]?.lat ?? null, lon: frame.places[0]?.lon ?? null };
}

function ForeignHero({ frame, detail, relations }: Pick<ForeignProps, 'frame' | 'detail' | 'relations'>) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { sheet } = frame;
  const iso = sheet.countries[0];
  const french = distinct(relations.flatMap((relation) => relation.french));
  const names = formatList(lang, french.map((party) => useSinceOf(party.title, relations.find((relation) => relation.french.some((one) => one.id === party.id))!)));
  const hours = useHours(detail.timeZone);
  const words = (
    <Hero
      title={sheet.title}
      eyebrow={sheet.type === 'ville' ? undefined : labelOfType('territory', sheet.type, lang)}
      lede={iso ? t('foreign.lede', { country: countryName(iso, lang), n: french.length, names }) : t('foreign.lede.noCountry', { n: french.length, names })}
      size={sheet.title.length > 16 ? 'title' : 'display'}
    >
      {hours && <p>{hours}</p>}
      {iso && (
        <p>
          <a href={to(paths.country.href({ iso }))}>{t('foreign.country', { name: countryName(iso, lang) })}</a>
        </p>
      )}
    </Hero>
  );
  const centre = spot(frame);
  return centre.lat === null ? words : <MapHead map={<ThreadsMap centre={centre} relations={relations} side="foreign" />}>{words}</MapHead>;
}

function useSinceOf(name: string, relation: Relation): string {
  const t = useT(messages);
  const { start } = relation.partnership;
  return start ? t('foreign.since', { name, year: start.value.slice(0, 4) }) : t('foreign.sinceUnknown', { name });
}

/** « 1 h de moins qu'en France ces jours-ci ». */
function useHours(zone: string | null): string | undefined {
  const t = useT(messages);
  const { lang, today } = useView();
  if (!zone) return undefined;
  const hours = hoursBetween('Europe/Paris', zone, today);
  return hours === 0 ? t('time.same') : t(hours > 0 ? 'time.ahead' : 'time.behind', { hours: formatNumber(lang, Math.abs(hours)) });
}
