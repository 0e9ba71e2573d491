import { commonPaths } from '~/sheets/paths.ts';
import { formatPartialDate, translator, useView } from '~/platform/i18n/index.ts';
import { labelOfType, Page, sheetHref, SheetState } from '~/sheets/index.ts';
import { Button, Empty, Hero, Pager, SheetList } from '~/ui/index.ts';
import { jobKind, newsKind } from '../messages.ts';
import { paths } from '../paths.ts';
import { pageSize, type Published } from '../queries.ts';
import type { Kind } from '../rules.ts';

export interface ListPageProps {
  kind: Kind;
  items: readonly Published[];
  total: number;
  past: boolean;
  /** Something is past: there is something to look at one link away. */
  hasPast: boolean;
  page: number;
  mayCreate: boolean;
}

const parts = {
  news: { path: paths.list, genre: 'actualite', section: 'actualites' },
  job: { path: paths.jobs, genre: 'offre-emploi', section: 'emplois' },
} as const;

/** News or job offers, newest first; what is past is one link away. */
export function ListPage({ kind, items, total, past, hasPast, page, mayCreate }: ListPageProps) {
  const { lang, to } = useView();
  const { path, genre, section } = parts[kind];
  const t = kind === 'news' ? translator(newsKind, lang) : translator(jobKind, lang);
  const href = (n: number, isPast = past) => to(path.href({}, { passees: isPast ? 1 : undefined, page: n > 1 ? n : undefined }));
  return (
    <Page title={t('list.title')} section={section} description={t('list.lede')} feeds={kind === 'news' ? [{ href: to(paths.feed.href({})), type: 'application/atom+xml', title: t('list.title') }] : []}>
      <Hero size="title" title={t('list.title')} lede={t('list.lede')} actions={mayCreate && <Button kind="outline" href={to(commonPaths.create.href({ genre }))}>{t('create.title')}</Button>} />
      {items.length === 0 ? (
        <Empty title={t(past ? 'list.empty.past' : 'list.empty')}>{!past && <p>{t(mayCreate ? 'list.empty.first' : 'list.empty.signIn')}</p>}</Empty>
      ) : (
        <SheetList items={items.map((item) => ({ ...lineOf(item, lang), href: to(sheetHref(kind, item.slug)), right: item.state === 'published' && !past ? undefined : <SheetState sheet={item} /> }))} />
      )}
      <Pager prevHref={page > 1 ? href(page - 1) : null} nextHref={page * pageSize < total ? href(page + 1) : null} />
      <p class="exchange-foot">
        {(past || hasPast) && <a href={href(1, !past)}>{t(past ? 'list.present' : 'list.past')}</a>} {kind === 'news' && <a href={to(paths.feed.href({}))}>{t('list.feed')}</a>}
      </p>
    </Page>
  );

  function lineOf(item: Published, language: typeof lang) {
    const day = item.start && formatPartialDate(language, item.start);
    const until = item.end && t('list.until', { date: formatPartialDate(language, item.end) });
    return {
      title: item.title,
      lang: item.lang === language ? undefined : item.lang,
      context: item.owner ?? undefined,
      meta: kind === 'job' ? [labelOfType('job', item.type, language), until].filter(Boolean).join(' · ') : (day ?? undefined),
    };
  }
}
