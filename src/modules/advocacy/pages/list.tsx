import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page, SheetState } from '~/sheets/index.ts';
import { Button, Empty, Hero, Pager, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ItemListed } from '../queries.ts';
import { monthsWithoutAnswer } from '../rules.ts';

export function AdvocacyListPage({ items, page, hasNext, mayCreate }: { items: readonly ItemListed[]; page: number; hasNext: boolean; mayCreate: boolean }) {
  const t = useT(messages);
  const { lang, to, today } = useView();
  return (
    <Page title={t('list.title')} section="plaidoyers" description={t('list.lede')}>
      <Hero title={t('list.title')} lede={t('list.lede')} actions={mayCreate ? <Button href={to(commonPaths.create.href({ genre: 'plaidoyer' }))}>{t('create.title')}</Button> : undefined} />
      {items.length === 0 ? (
        <Empty title={t('list.empty')}><p>{t('list.emptyWhy')}</p></Empty>
      ) : (
        <SheetList
          items={items.map((item) => {
            const months = item.waitingSince && item.state !== 'closed' ? monthsWithoutAnswer([{ sentOn: item.waitingSince, answeredOn: null }], today) : null;
            return {
              href: to(paths.show.href({ slug: item.slug })),
              title: item.title,
              lang: lang === item.lang ? undefined : item.lang,
              meta: [t('support.count', { n: item.supports, threshold: item.threshold }), months !== null ? t('unanswered', { n: months }) : ''].filter(Boolean).join(', '),
              right: <SheetState sheet={item} />,
            };
          })}
        />
      )}
      <Pager prevHref={page > 1 ? to(paths.list.href({}, { page: page - 1 })) : null} nextHref={hasNext ? to(paths.list.href({}, { page: page + 1 })) : null} />
    </Page>
  );
}
