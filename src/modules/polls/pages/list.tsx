import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, labelOfType, Page, SheetState } from '~/sheets/index.ts';
import { Button, Empty, Hero, Pager, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { PollListed } from '../queries.ts';

export function PollsPage({ polls, page, hasNext, mayCreate, mayName }: { polls: readonly PollListed[]; page: number; hasNext: boolean; mayCreate: boolean; mayName: boolean }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const createHref = (query = {}) => to(commonPaths.create.href({ genre: 'sondage' }, query));
  const actions = mayCreate && (
    <>
      <Button href={createHref()}>{t('list.new')}</Button>
      {mayName && <Button href={createHref({ nature: 'nom' })} kind="outline">{t('list.name')}</Button>}
    </>
  );
  return (
    <Page title={t('list.title')} section="sondages" description={t('list.lede')}>
      <Hero title={t('list.title')} lede={t('list.lede')} actions={actions || undefined} />
      {polls.length === 0 ? (
        <Empty title={t('list.empty')}><p>{t('list.empty.why')}</p></Empty>
      ) : (
        <SheetList
          items={polls.map((poll) => ({
            href: to(paths.show.href({ slug: poll.slug })),
            title: poll.title,
            lang: lang === poll.lang ? undefined : poll.lang,
            meta: [labelOfType('poll', poll.type, lang), t('list.voted', { n: poll.voted }), poll.closesOn && poll.state === 'open' ? t('list.until', { date: formatDay(lang, poll.closesOn, { day: 'numeric', month: 'long' }) }) : ''].filter(Boolean).join(', '),
            right: <SheetState sheet={poll} />,
          }))}
        />
      )}
      <Pager prevHref={page > 1 ? to(paths.list.href({}, { page: page - 1 })) : null} nextHref={hasNext ? to(paths.list.href({}, { page: page + 1 })) : null} />
    </Page>
  );
}
