import { useT, useView } from '~/platform/i18n/index.ts';
import { continentOf, countryName, listContinents, listCountries, listZones } from '~/reference/index.ts';
import { labelOfKind, Page } from '~/sheets/index.ts';
import { Breadcrumb, DataTable, Hero, Section, SheetList } from '~/ui/index.ts';
import type { Reached } from '../countries.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';

/** Every zone and every country, those that are linked first. */
export function CountriesPage({ reached, byZone }: { reached: Reached[]; byZone: Map<string, number> }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const linked = reached.filter((one) => one.partnerships > 0);
  const mentioned = reached.filter((one) => one.partnerships === 0);
  const known = new Set(reached.map((one) => one.iso));
  const countryHref = (iso: string) => to(paths.country.href({ iso }));
  return (
    <Page title={t('countries.title')} section="observatoire" description={t('countries.lede')}>
      <Breadcrumb items={[{ href: to('/observatoire'), label: t('observatory') }, { label: t('countries.title') }]} />
      <Hero title={t('countries.title')} lede={t('countries.lede')} />
      <Section id="zones" title={t('countries.zones')} lede={t('countries.zones.lede')}>
        <DataTable
          caption={t('countries.zones.caption')}
          hideCaption
          columns={[{ label: t('zones.zone'), head: true }, { label: t('zones.count'), numeric: true }, { label: t('countries.column.countries'), numeric: true }]}
          rows={listZones().map((zone) => [
            <a href={to(paths.zone.href({ slug: zone.slug }))}>{zone[lang]}</a>,
            byZone.get(zone.slug) ?? 0,
            linked.filter((one) => zone.members.includes(one.iso)).length,
          ])}
        />
      </Section>
      <Section id="relies" title={t('countries.active')}>
        <SheetList
          items={linked.map((one) => ({ href: countryHref(one.iso), title: countryName(one.iso, lang), context: continentOf(one.iso)?.[lang], right: labelOfKind('partnership', lang, one.partnerships) }))}
        />
      </Section>
      <Section id="cites" title={t('countries.mentioned')}>
        <Names isos={mentioned.map((one) => one.iso)} href={countryHref} />
      </Section>
      <Section id="autres" title={t('countries.none')} lede={t('countries.none.lede')}>
        {listContinents().map((zone) => (
          <details key={zone.slug} class="fold">
            <summary>{zone[lang]}</summary>
            <Names isos={listCountries(lang).map((one) => one.iso).filter((iso) => iso !== 'FR' && !known.has(iso) && zone.members.includes(iso))} href={countryHref} />
          </details>
        ))}
      </Section>
    </Page>
  );
}

export function Names({ isos, href }: { isos: readonly string[]; href: (iso: string) => string }) {
  const { lang } = useView();
  return (
    <ul class="plain inline">
      {isos.map((iso) => (
        <li key={iso}>
          <a href={href(iso)}>{countryName(iso, lang)}</a>
        </li>
      ))}
    </ul>
  );
}
