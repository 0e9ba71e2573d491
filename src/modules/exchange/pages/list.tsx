import { commonPaths } from '~/sheets/paths.ts';
import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { countryName, listThemes } from '~/reference/index.ts';
import { labelOfType, Page, sheetHref, SheetState } from '~/sheets/index.ts';
import { Button, CountLine, Empty, FilterSentence, Hero, MoreLink, Pager, SentenceSelect, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { pageSize, type ListingItem, type ListingQuestion, type Widening } from '../queries.ts';
import { natures, types } from '../rules.ts';

export interface ListProps {
  question: ListingQuestion;
  items: readonly ListingItem[];
  total: number;
  widenings: readonly Widening[];
  /** Countries of some listing. */
  countries: readonly string[];
  /** Something that has ended answers the question too. */
  hasEnded: boolean;
  mayCreate: boolean;
  maySort: boolean;
}

export function hrefOf(question: ListingQuestion): string {
  return paths.list.href({}, {
    sorte: question.type, nature: question.nature, theme: question.theme, pays: question.country, passees: question.past ? 1 : undefined, page: question.page > 1 ? question.page : undefined,
  });
}

/** Filters that one reads aloud; newest first. */
export function ListPage({ question, items, total, widenings, countries, hasEnded, mayCreate, maySort }: ListProps) {
  const t = useT(messages);
  const { to } = useView();
  const isAsked = Boolean(question.type ?? question.nature ?? question.theme ?? question.country);
  return (
    <Page title={t('list.title')} section="bourse" description={t('list.description')} feeds={[{ href: to(paths.feed.href({})), type: 'application/atom+xml', title: t('list.title') }]}>
      <Hero
        size="title"
        title={t('list.title')}
        lede={t('list.lede')}
        actions={
          <>
            {mayCreate && <Button href={to(commonPaths.create.href({ genre: 'annonce' }))}>{t('list.need')}</Button>}
            <Button kind="outline" href={to(paths.search.href({}))}>{t('list.search')}</Button>
            {maySort && <Button kind="plain" href={to(paths.requests.href({}))}>{t('list.requests')}</Button>}
          </>
        }
      />
      <Question question={question} countries={countries} isAsked={isAsked} />
      {items.length === 0 ? <Nothing question={question} widenings={widenings} isAsked={isAsked} mayCreate={mayCreate} /> : <Found question={question} items={items} total={total} />}
      <p class="exchange-foot">
        {(question.past || hasEnded) && <a href={to(hrefOf({ ...question, past: !question.past, page: 1 }))}>{t(question.past ? 'list.present' : 'list.past')}</a>} <a href={to(paths.feed.href({}))}>{t('list.feed')}</a>
      </p>
    </Page>
  );
}

function Question({ question, countries, isAsked }: Pick<ListProps, 'question' | 'countries'> & { isAsked: boolean }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const themes = listThemes().map((theme) => [theme.slug, theme[lang].toLocaleLowerCase(lang)] as const);
  const places = countries.map((iso) => [iso, countryName(iso, lang)] as const).sort((a, b) => a[1].localeCompare(b[1], lang));
  return (
    <FilterSentence action={to(paths.list.href({}))} hidden={question.past ? { passees: '1' } : {}} actions={isAsked && <Button kind="plain" href={to(paths.list.href({}))}>{t('list.clear')}</Button>}>
      <SentenceSelect name="sorte" before={t('list.type.before')} label={t('list.type.label')} value={question.type} options={[['', t('list.type.all')], ...types.map((one) => [one, t(`list.type.${one}`)] as const)]} />{' '}
      <SentenceSelect name="nature" before={t('list.nature.before')} label={t('list.nature.label')} value={question.nature} after="," options={[['', t('list.nature.all')], ...natures.map((one) => [one, t(`choice.nature.${one}`).toLocaleLowerCase(lang)] as const)]} />{' '}
      <SentenceSelect name="theme" before={t('list.theme.before')} label={t('list.theme.label')} value={question.theme} after="," options={[['', t('list.theme.all')], ...themes]} />{' '}
      <SentenceSelect name="pays" before={t('list.country.before')} label={t('list.country.label')} value={question.country} options={[['', t('list.country.all')], ...places]} />
    </FilterSentence>
  );
}

function Found({ question, items, total }: Pick<ListProps, 'question' | 'items' | 'total'>) {
  const t = useT(messages);
  const { to } = useView();
  const line = useListingLine();
  return (
    <>
      <CountLine count={t(question.past ? 'list.count.past' : 'list.count', { n: total })} />
      <SheetList items={items.map(line)} />
      <Pager prevHref={question.page > 1 ? to(hrefOf({ ...question, page: question.page - 1 })) : null} nextHref={question.page * pageSize < total ? to(hrefOf({ ...question, page: question.page + 1 })) : null} />
    </>
  );
}

/** « Besoin, expertise », who, where, until when. */
export function useListingLine() {
  const t = useT(messages);
  const { lang, to, today } = useView();
  return (item: ListingItem) => {
    const kind = [labelOfType('listing', item.type, lang), item.nature && t(`choice.nature.${item.nature as (typeof natures)[number]}`).toLocaleLowerCase(lang)].filter(Boolean).join(', ');
    const where = item.countries.filter((iso) => iso !== 'FR').map((iso) => countryName(iso, lang)).join(', ');
    const day = formatPartialDate(lang, { value: item.expiresOn, precision: 'day' });
    return {
      href: to(sheetHref('listing', item.slug)),
      title: item.title,
      lang: item.lang === lang ? undefined : item.lang,
      context: item.owner ?? undefined,
      meta: [kind, where, t(item.expiresOn < today ? 'list.ended' : 'list.until', { date: day })].filter(Boolean).join(' · '),
      right: <SheetState sheet={item} />,
    };
  };
}

/** C24: why nothing, and what to widen; each figure leads to what it counts. */
function Nothing({ question, widenings, isAsked, mayCreate }: Pick<ListProps, 'question' | 'widenings' | 'mayCreate'> & { isAsked: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  if (!isAsked && !question.past)
    return (
      <Empty title={t('list.empty')}>
        <p>{t(mayCreate ? 'list.empty.first' : 'list.empty.signIn')}</p>
        {!mayCreate && <MoreLink href={to(commonPaths.signIn.href({}, { suite: to(paths.list.href({})) }))}>{t('answer.signIn')}</MoreLink>}
      </Empty>
    );
  return (
    <Empty title={t(question.past ? 'list.nothing.past' : 'list.nothing')}>
      <ul class="plain">
        {widenings.map(({ drop, n }) => {
          const wider = drop === 'past' ? { ...question, past: !question.past, page: 1 } : { ...question, [drop]: undefined, page: 1 };
          const label = t(drop === 'past' ? (question.past ? 'widen.present' : 'widen.past') : `widen.${drop}`, { n });
          return <li key={drop}>{n > 0 ? <a href={to(hrefOf(wider))}>{label}</a> : label}</li>;
        })}
      </ul>
    </Empty>
  );
}
