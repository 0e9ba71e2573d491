import { useT, useView } from '~/platform/i18n/index.ts';
import { countryName } from '~/reference/index.ts';
import { commonPaths, Page, SheetState, type SheetSummary } from '~/sheets/index.ts';
import { Button, Empty, Hero, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';

export function EmergenciesPage({ emergencies, mayCreate }: { emergencies: readonly (SheetSummary & { answers: number })[]; mayCreate: boolean }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Page title={t('list.title')} section="urgences" noIndex>
      <Hero title={t('list.title')} lede={t('list.lede')} actions={mayCreate ? <Button href={to(commonPaths.create.href({ genre: 'urgence' }))}>{t('create.title')}</Button> : undefined} />
      {emergencies.length === 0 ? (
        <Empty title={t('list.empty')}><p>{t('list.emptyWhy')}</p></Empty>
      ) : (
        <SheetList
          items={emergencies.map((one) => ({
            href: to(paths.show.href({ slug: one.slug })), title: one.title, lang: lang === one.lang ? undefined : one.lang,
            meta: [...one.countries.map((iso) => countryName(iso, lang)), t('list.answers', { n: one.answers })].join(', '),
            right: <SheetState sheet={one} />,
          }))}
        />
      )}
    </Page>
  );
}
