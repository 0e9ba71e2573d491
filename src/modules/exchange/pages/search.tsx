import { commonPaths } from '~/sheets/paths.ts';
import { ChancesFigures, type Chances } from '~/modules/territories/index.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { countryName, listCountries } from '~/reference/index.ts';
import { Page } from '~/sheets/index.ts';
import { Breadcrumb, Button, Field, Hero, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ListingItem } from '../queries.ts';
import { useListingLine } from './list.tsx';

export interface SearchPageProps {
  chances: Chances | null;
  /** What was typed and is no country. */
  unknown: string | null;
  listings: readonly ListingItem[];
  mayWrite: boolean;
}

/** Before writing: what one may hope for, and what will be asked. */
export function SearchPage({ chances, unknown, listings, mayWrite }: SearchPageProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const line = useListingLine();
  const write = commonPaths.create.href({ genre: 'annonce' }, { sorte: 'recherche', pays: chances?.iso });
  return (
    <Page title={t('search.title')} section="bourse" description={t('search.lede')}>
      <Breadcrumb items={[{ href: to(paths.list.href({})), label: t('list.title') }, { label: t('search.title') }]} />
      <Hero size="title" title={t('search.title')} lede={t('search.lede')} />
      <form method="get" action={to(paths.search.href({}))} class="edit-form search-country">
        <Field
          name="pays"
          label={t('search.country')}
          hint={t('search.country.hint')}
          error={unknown === null ? undefined : t('search.unknown', { name: unknown })}
          value={chances ? countryName(chances.iso, lang) : (unknown ?? '')}
          list={listCountries(lang).filter(({ iso }) => iso !== 'FR').map((country) => country[lang])}
        />
        <div class="actions">
          <Button kind="outline">{t('search.see')}</Button>
        </div>
      </form>
      {chances && (
        <Section id="chances" title={countryName(chances.iso, lang)}>
          <ChancesFigures chances={chances} />
        </Section>
      )}
      {listings.length > 0 && (
        <Section id="autres" title={t('search.others')}>
          <SheetList items={listings.map(line)} />
        </Section>
      )}
      <Section id="demande" title={t('search.asked')} lede={t('search.asked.lede')}>
        <ul class="passages">
          {(['1', '2', '3', '4'] as const).map((n) => <li key={n}>{t(`search.asked.${n}`)}</li>)}
        </ul>
        {mayWrite ? (
          <p>
            <Button href={to(write)}>{t('search.write')}</Button>
          </p>
        ) : (
          <p>{t('search.who')}</p>
        )}
      </Section>
    </Page>
  );
}
