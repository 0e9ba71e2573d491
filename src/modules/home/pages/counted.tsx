import { formatList, formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { Figures } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { countCountries, type Spot, type Thread } from '../queries.ts';

/** Four figures counted in the database at this moment, each with the rule that counts it. */
export function Counted({ threads }: { threads: Thread[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const ofType = (type: string) => threads.filter((thread) => thread.type === type).length;
  const [twinnings, agreements] = [ofType('jumelage'), ofType('accord-de-cooperation')];
  const french = distinct(threads.flatMap((thread) => thread.from));
  const foreign = distinct(threads.flatMap((thread) => thread.to));
  const cities = french.filter((spot) => spot.type === 'commune').length;
  const shared = listShared(threads);
  const number = (n: number) => formatNumber(lang, n);
  return (
    <Figures
      items={[
        {
          value: number(threads.length),
          label: t('figure.partnerships', { n: threads.length }),
          rule: t('figure.partnerships.rule', { twinnings, agreements, others: threads.length - twinnings - agreements }),
          href: to('/observatoire?genre=partenariat'),
        },
        { value: number(french.length), label: t('figure.french', { n: french.length }), rule: t('figure.french.rule', { cities, others: french.length - cities }) },
        {
          value: number(foreign.length),
          label: t('figure.foreign', { n: foreign.length }),
          rule:
            shared.length > mostNames
              ? t('figure.foreign.many', { n: shared.length })
              : t('figure.foreign.rule', { n: shared.length, names: formatList(lang, shared.map((spot) => spot.label).sort()) }),
        },
        { value: number(countCountries(threads)), label: t('figure.countries', { n: countCountries(threads) }), rule: t('figure.countries.rule') },
      ]}
    />
  );
}

function distinct(spots: Spot[]): Spot[] {
  return [...new Map(spots.map((spot) => [spot.id, spot])).values()];
}

const mostNames = 6;

/** Foreign territories with more than one French partner. */
function listShared(threads: Thread[]): Spot[] {
  const partners = new Map<string | null, { spot: Spot; french: Set<string | null> }>();
  for (const { from, to } of threads) {
    for (const spot of to) {
      const known = partners.get(spot.id) ?? { spot, french: new Set() };
      for (const { id } of from) known.french.add(id);
      partners.set(spot.id, known);
    }
  }
  return [...partners.values()].filter(({ french }) => french.size > 1).map(({ spot }) => spot);
}
