import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, labelOfType, Page, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { Breadcrumb, Button, Hero, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { families, familyOf } from '../rules.ts';

/** Every published organisation, by what it is for authorities. */
export function OrganisationsPage({ organisations, mayAdd }: { organisations: SheetSummary[]; mayAdd: boolean }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Page title={t('list.title')} section="observatoire" description={t('list.lede')}>
      <Breadcrumb items={[{ href: to('/observatoire'), label: t('breadcrumb.observatory') }, { label: t('list.title') }]} />
      <Hero title={t('list.title')} lede={t('list.lede')} actions={mayAdd ? <Button href={to(commonPaths.create.href({ genre: 'organisation' }))}>{t('list.add')}</Button> : undefined} />
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
