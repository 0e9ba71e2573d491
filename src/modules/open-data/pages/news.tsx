import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { describe, toQuery } from '~/sheets/ask/index.ts';
import { Page, sheetHref } from '~/sheets/index.ts';
import { Empty, Hero, KindSign, Pager, SheetList } from '~/ui/index.ts';
import { describeNews } from '../atom.ts';
import { messages } from '../messages.ts';
import type { News } from '../news.ts';
import { paths } from '../paths.ts';

export function NewsPage({ news: { items, resolved, next }, before }: { news: News; before: number | undefined }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const said = describe(resolved, lang);
  const atom = to(paths.atom.href({}) + toQuery(resolved.question));
  const address = (after: string | undefined) => to(paths.news.href({}) + toQuery(resolved.question, { apres: after }));
  return (
    <Page title={said ? t('news.title.of', { question: said }) : t('news.title')} section="nouveautes" description={t('news.lede')} feeds={[{ href: atom, type: 'application/atom+xml', title: t('news.feed') }]}>
      <Hero
        title={t('news.title')}
        size="small"
        eyebrow={said || undefined}
        lede={t('news.lede')}
        actions={
          <>
            <a href={atom}>{t('news.feed')}</a>
            {said && <a href={to(paths.news.href({}))}>{t('news.all')}</a>}
          </>
        }
      />
      {items.length === 0 && <Empty title={t('news.none')} />}
      <SheetList
        items={items.map((item) => ({
          href: to(sheetHref(item.kind, item.slug)),
          title: item.title,
          lang: 'fr',
          sign: <KindSign kind={item.kind} />,
          meta: describeNews(item, lang),
          right: <time dateTime={item.at}>{formatDay(lang, item.at.slice(0, 10), { day: 'numeric', month: 'short', year: 'numeric' })}</time>,
        }))}
      />
      <Pager nextHref={next === null ? null : address(String(next))} prevHref={before === undefined ? null : address(undefined)}>
        {before !== undefined && t('news.first')}
      </Pager>
    </Page>
  );
}
