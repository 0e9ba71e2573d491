import { compareText, useT, useView } from '~/platform/i18n/index.ts';
import { countryName, themeName } from '~/reference/index.ts';
import { commonPaths, Page, SheetState } from '~/sheets/index.ts';
import { Button, Empty, Field, Hero, Pager, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { PracticeFilters, PracticeListed } from '../queries.ts';

interface Props {
  practices: readonly PracticeListed[];
  hasNext: boolean;
  filters: PracticeFilters;
  offered: { themes: string[]; countries: string[] };
  mayCreate: boolean;
}

export function PracticesPage({ practices, hasNext, filters, offered, mayCreate }: Props) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { page, theme, country, words } = filters;
  const isFiltered = Boolean(theme || country || words);
  const at = (n: number) => to(paths.list.href({}, { theme, pays: country, q: words, page: n > 1 ? n : undefined }));
  return (
    <Page title={t('list.title')} section="pratiques" description={t('list.lede')}>
      <Hero title={t('list.title')} lede={t('list.lede')} actions={mayCreate ? <Button kind="outline" href={to(commonPaths.create.href({ genre: 'pratique' }))}>{t('create.title')}</Button> : undefined} />
      {(practices.length > 0 || isFiltered) && <Filters filters={filters} offered={offered} />}
      {practices.length === 0 ? (
        <Empty title={t(isFiltered ? 'list.none' : 'list.empty')}>
          <p>{isFiltered ? <a href={to(paths.list.href({}))}>{t('list.all')}</a> : t('list.emptyWhy')}</p>
        </Empty>
      ) : (
        <SheetList
          items={practices.map((one) => ({
            href: to(paths.show.href({ slug: one.slug })),
            title: one.title,
            lang: lang === one.lang ? undefined : one.lang,
            meta: [one.owner, ...one.themes.map((slug) => themeName(slug, lang)), ...one.countries.filter((iso) => iso !== 'FR').map((iso) => countryName(iso, lang))].filter(Boolean).join(', '),
            right: one.state === 'draft' ? <SheetState sheet={one} /> : undefined,
          }))}
        />
      )}
      <Pager prevHref={page > 1 ? at(page - 1) : null} nextHref={hasNext ? at(page + 1) : null} />
    </Page>
  );
}

function Filters({ filters: { theme, country, words }, offered }: Pick<Props, 'filters' | 'offered'>) {
  const t = useT(messages);
  const { lang, to } = useView();
  const byName = (a: readonly [string, string], b: readonly [string, string]) => compareText(lang)(a[1], b[1]);
  const themes = offered.themes.map((slug) => [slug, themeName(slug, lang)] as const).sort(byName);
  const countries = offered.countries.map((iso) => [iso, countryName(iso, lang)] as const).sort(byName);
  return (
    <form method="get" action={to(paths.list.href({}))} class="voice-filters">
      <Field label={t('filter.theme')} name="theme" type="select" value={theme ?? ''} options={[['', t('filter.allThemes')], ...themes]} />
      <Field label={t('filter.country')} name="pays" type="select" value={country ?? ''} options={[['', t('filter.allCountries')], ...countries]} />
      <Field label={t('filter.words')} name="q" type="search" value={words ?? ''} />
      <Button kind="outline">{t('filter.do')}</Button>
    </form>
  );
}
