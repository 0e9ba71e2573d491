import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page } from '~/sheets/index.ts';
import { Breadcrumb, Button, Empty, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { News } from '../queries.ts';
import { NewsList } from './news-list.tsx';

/** The one inbox: what changed in what one follows. */
export function NewsPage({ news }: { news: News }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('news.title')} noIndex section="espace">
      <Breadcrumb items={[{ href: to(commonPaths.space.href({})), label: t('space') }, { label: t('news.title') }]} />
      <Hero size="small" title={t('news.title')} lede={news.total > 0 ? t('news.lede', { n: news.unread }) : undefined} />
      {news.total === 0 ? (
        <Empty title={t('news.none')}>
          <a href={to(paths.list.href({}))}>{t('list.title')}</a>
        </Empty>
      ) : (
        <NewsList items={news.items} />
      )}
      {news.unread > 0 && (
        <form method="post" action={to(paths.read.href({}))} class="gestures">
          <Button kind="outline">{t('news.read')}</Button>
          <span>{t('news.read.why')}</span>
        </form>
      )}
    </Page>
  );
}
