import { useT, useView } from '~/platform/i18n/index.ts';
import { countryName, type Zone } from '~/reference/index.ts';
import { labelOfKind, Page } from '~/sheets/index.ts';
import { Breadcrumb, Hero, MoreLink, Section, SheetList } from '~/ui/index.ts';
import type { Reached } from '../countries.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { Names } from './countries.tsx';

/** A grouping of countries, its members, and where the list of members comes from. */
export function ZonePage({ zone, reached, partnerships }: { zone: Zone; reached: Reached[]; partnerships: number }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const linked = reached.filter((one) => one.partnerships > 0);
  const lede = t('zone.lede', { partnerships, countries: linked.length });
  const href = (iso: string) => to(paths.country.href({ iso }));
  return (
    <Page title={zone[lang]} section="observatoire" description={lede}>
      <Breadcrumb items={[{ href: to(paths.countries.href({})), label: t('countries.title') }, { label: zone[lang] }]} />
      <Hero title={zone[lang]} lede={lede} />
      {linked.length > 0 && (
        <Section title={t('countries.active')}>
          <SheetList items={linked.map((one) => ({ href: href(one.iso), title: countryName(one.iso, lang), right: labelOfKind('partnership', lang, one.partnerships) }))} />
          <MoreLink href={to(`/observatoire?genre=partenariat&zone=${zone.slug}`)}>{t('observatory')}</MoreLink>
        </Section>
      )}
      <Section title={t('zone.members', { n: zone.members.length })}>
        <Names isos={zone.members} href={href} />
        <p class="quiet">{t('zone.source', { source: zone.source[lang] })}</p>
      </Section>
    </Page>
  );
}
