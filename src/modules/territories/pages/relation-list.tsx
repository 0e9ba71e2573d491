import { countryName } from '~/reference/index.ts';
import { formatDistance, formatList, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfState, labelOfType, linkSignOf, sheetHref, type Phase } from '~/sheets/index.ts';
import { LinkSign, SheetList, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Party, Relation } from '../relations.ts';
import { distanceOf, yearsSince } from '../rules.ts';

/** Partnerships seen from one side: the other side's name, the kind of link, since when, how far. */
export function RelationList({ relations, from, side }: { relations: readonly Relation[]; from: { lat: number | null; lon: number | null }; side: 'french' | 'foreign' }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <SheetList
      items={relations.map((relation) => {
        const others = side === 'french' ? relation.foreign : relation.french;
        const { partnership } = relation;
        const km = others.length === 1 ? distanceOf(from, others[0]!) : undefined;
        const state = labelOfState('partnership', partnership.state, lang);
        return {
          href: to(sheetHref('partnership', partnership.slug)),
          title: others.length ? formatList(lang, others.map((party) => party.title)) : t('relations.noPartner'),
          lang: lang === 'fr' ? undefined : 'fr',
          context: usePartyContext(others[0]),
          sign: <LinkSign kind={linkSignOf(partnership.type)} bare />,
          meta: [labelOfType('partnership', partnership.type, lang), useSince(relation), km === undefined ? undefined : formatDistance(lang, km)].filter(Boolean).join(', '),
          right: state && partnership.phase ? <StateMark phase={partnership.phase as Phase} word={state} /> : undefined,
        };
      })}
    />
  );
}

/** « depuis 1956 » or that nobody said. */
export function useSince({ partnership }: Relation): string {
  const t = useT(messages);
  return partnership.start ? t('since', { year: partnership.start.value.slice(0, 4) }) : t('since.unknown');
}

/** « 1956 (70 ans) ». */
export function Since({ relation }: { relation: Relation }) {
  const t = useT(messages);
  const { today } = useView();
  const { start } = relation.partnership;
  const years = yearsSince(start, today);
  if (!start) return <em>{t('unknown')}</em>;
  return (
    <>
      <time dateTime={start.value}>{start.value.slice(0, 4)}</time>
      {years !== undefined && <> ({t('since.years', { n: years })})</>}
    </>
  );
}

/** Each party once. */
export function distinct(parties: readonly Party[]): Party[] {
  return [...new Map(parties.map((party) => [party.id, party])).values()];
}

/** « Pérou » for a place abroad, « Gironde (33) » for one in France. */
export function usePartyContext(party: Party | undefined): string | undefined {
  const { lang } = useView();
  return party && party.country && party.country !== 'FR' ? (party.countryNamed ?? countryName(party.country, lang)) : (party?.context ?? undefined);
}
