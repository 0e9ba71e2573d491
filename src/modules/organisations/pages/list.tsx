import { useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType, Page, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { Breadcrumb, Hero, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { families, familyOf } from '../rules.ts';

/** Every published organisation, by what it is for authorities. */
export function OrganisationsPage({ organisations }: { organisations: SheetSummary[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Page title={t('list.title')} section="observatoire" description={t('list.lede')}>
      <Breadcrumb items={[{ href: to('/observatoire'), label: t('breadcrumb.observatory') }, { label: t('list.title') }]} />
      <Hero title={t('list.title')} lede={t('list.lede')} />
      {families.map((family) => (
        <Section key={family} id={family} title={t(`family.${family}`)} lede={t(`family.${family}.lede`)}>
          <SheetList
            items={organisations
              .filter((one) => familyOf(one.type) === family)
              .map((one) => ({ href: to(sheetHref('organisation', one.slug)), title: one.title, lang: one.lang, right: labelOfType('organisation', one.type, lang) }))}
          />
        </Section>
      ))}
    </Page>
  );
}
