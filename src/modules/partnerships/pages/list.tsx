import { compareText, formatList, useT, useView } from '~/platform/i18n/index.ts';
import { continentOf, countryName, listContinents, listZones, zoneName, zonesOf } from '~/reference/index.ts';
import { Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Columns, Figures, Hero, LinkSign, MarginNote, MiniThread, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { PartnershipSummary } from '../queries.ts';
import { countPartnerships, signOf } from '../rules.ts';
import { question, wordOfType } from './words.ts';

/** Every published partnership by continent, with its counts and the rule of the count. */
export function PartnershipsPage({ partnerships }: { partnerships: PartnershipSummary[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const count = countPartnerships(partnerships);
  const continents = listContinents().map((zone) => ({ slug: zone.slug, title: zoneName(zone.slug, lang), items: partnerships.filter((one) => one.countries.some((iso) => continentOf(iso)?.slug === zone.slug)) }));
  const nowhere = partnerships.filter((one) => !one.countries.some((iso) => continentOf(iso)));
  return (
    <Page title={t('list.title')} section="observatoire" description={t('list.lede')}>
      <Breadcrumb items={[{ href: to('/observatoire'), label: t('menu.observatory') }, { label: t('list.title') }]} />
      <Hero title={t('list.title')} lede={t('list.lede')} />
      <Columns
        main={
          <>
            <Section title={t('list.counting')} lede={t('count.rule')}>
              <Figures
                items={[
                  { value: count.twinnings, label: t('list.twinnings', { n: count.twinnings }), href: to(question({ type: 'jumelage' })) },
                  { value: count.agreements, label: t('list.agreements', { n: count.agreements }), href: to(question({ type: 'accord-de-cooperation' })) },
                  { value: count.others, label: t('list.others', { n: count.others }) },
                ]}
              />
            </Section>
            {continents.filter((one) => one.items.length > 0).map((one) => (
              <Continent key={one.slug} {...one} />
            ))}
            {nowhere.length > 0 && <Continent slug="" title={t('list.noZone')} items={nowhere} />}
            <Zones partnerships={partnerships} />
          </>
        }
        aside={<Authorities partnerships={partnerships} />}
      />
    </Page>
  );
}

function Continent({ slug, title, items }: { slug: string; title: string; items: PartnershipSummary[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Section id={slug || undefined} title={title} lede={<Counts items={items} />} action={slug && <a href={to(question({ zone: slug }))}>{t('list.observatory')}</a>}>
      <SheetList
        items={items.map((one) => ({
          href: to(sheetHref('partnership', one.slug)),
          title: <MiniThread left={namesOf(one.french)} right={namesOf(one.foreign)} />,
          context: formatList(lang, one.countries.map((iso) => countryName(iso, lang))),
          sign: <LinkSign kind={signOf(one.type)} bare />,
          meta: wordOfType(one.type, lang),
          right: one.start ? <time dateTime={one.start.value}>{one.start.value}</time> : undefined,
        }))}
      />
    </Section>
  );
}

const namesOf = (parties: { title: string }[]) => parties.map((party) => party.title).join(', ');

/** « 9 jumelages, 4 accords de coopération »: kinds are told apart, never added up. */
function Counts({ items }: { items: PartnershipSummary[] }) {
  const t = useT(messages);
  const { lang } = useView();
  const { twinnings, agreements, others } = countPartnerships(items);
  const parts = [
    twinnings > 0 && t('count.twinnings', { n: twinnings }),
    agreements > 0 && t('count.agreements', { n: agreements }),
    others > 0 && t('count.others', { n: others }),
  ].filter((part) => part !== false);
  return <>{formatList(lang, parts)}</>;
}

/** Groupings that overlap, apart from the continents: their counts do not add up. */
function Zones({ partnerships }: { partnerships: PartnershipSummary[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const continents = new Set(listContinents().map((zone) => zone.slug));
  const zones = listZones()
    .filter((zone) => !continents.has(zone.slug))
    .map((zone) => ({ slug: zone.slug, items: partnerships.filter((one) => one.countries.some((iso) => zonesOf(iso).some((each) => each.slug === zone.slug))) }))
    .filter((zone) => zone.items.length > 0)
    .sort((a, b) => b.items.length - a.items.length);
  return (
    <Section title={t('list.zones')} lede={t('list.zonesLede')}>
      <SheetList items={zones.map((zone) => ({ href: to(question({ zone: zone.slug })), title: zoneName(zone.slug, lang), right: <Counts items={zone.items} /> }))} />
    </Section>
  );
}

function Authorities({ partnerships }: { partnerships: PartnershipSummary[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const authorities = [...Map.groupBy(partnerships.flatMap((one) => one.french.map((party) => ({ party, one }))), ({ party }) => party.id).values()]
    .map((group) => ({ party: group[0]!.party, items: group.map(({ one }) => one) }))
    .sort((a, b) => b.items.length - a.items.length || compareText(lang)(a.party.title, b.party.title));
  return (
    <MarginNote title={t('list.authorities')}>
      <ul class="plain spaced">
        {authorities.map(({ party, items }) => (
          <li key={party.id}>
            <a href={to(question({ territoire: party.slug }))}>{party.title}</a>
            <p class="quiet">
              <Counts items={items} />
            </p>
          </li>
        ))}
      </ul>
    </MarginNote>
  );
}
