import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Breadcrumb, Button, Empty, Hero, Note, Section } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { FeedListed } from '../queries.ts';

type Described = FeedListed & { words: string; href: string };

/** One's secret addresses: made, copied once, taken away. */
export function FeedsPage({ feeds, shown }: { feeds: readonly Described[]; shown: string | null }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('feeds.title')} section="agenda" noIndex edit>
      <Breadcrumb items={[{ href: to(paths.show.href({})), label: t('title') }, { label: t('feeds.title') }]} />
      <Hero size="small" title={t('feeds.title')} lede={t('feeds.lede')} />
      {shown && <Fresh address={shown} />}
      <Section title={t('feeds.list')}>
        {feeds.length === 0 && <Empty title={t('feeds.none')}><p>{t('feeds.none.text')}</p></Empty>}
        <ul class="plain feed-list">
          {feeds.map((feed) => <FeedItem key={feed.id} feed={feed} />)}
        </ul>
        <form method="post" action={to(paths.feeds.href({}))}>
          <Button kind={feeds.length ? 'outline' : 'full'}>{t('feeds.create')}</Button>
        </form>
      </Section>
    </Page>
  );
}

function Fresh({ address }: { address: string }) {
  const t = useT(messages);
  return (
    <Note title={t('feeds.fresh')} sign="reserve">
      <p>{t('feeds.fresh.text')}</p>
      <p class="feed-address">
        <label class="visually-hidden" for="adresse-secrete">{t('feeds.address')}</label>
        <input id="adresse-secrete" readOnly value={address} data-copy={t('feeds.copy')} data-copied={t('feeds.copied')} />
      </p>
      <p><a href={address.replace(/^https?:/, 'webcal:')}>{t('feeds.open')}</a></p>
    </Note>
  );
}

function FeedItem({ feed }: { feed: Described }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const day = (iso: string) => formatDay(lang, iso.slice(0, 10), { day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <li>
      <p>
        <a href={to(feed.href)}>{feed.words}</a>
        <br />
        <small>{t('feeds.made', { date: day(feed.createdAt) })} {feed.readOn ? t('feeds.read', { date: day(feed.readOn) }) : t('feeds.unread')}</small>
      </p>
      <div class="actions">
        <form method="post" action={to(paths.replace.href({ id: feed.id }))}>
          <Button kind="outline">{t('feeds.replace')}</Button>
        </form>
        <form method="post" action={to(paths.revoke.href({ id: feed.id }))}>
          <Button kind="plain">{t('feeds.revoke')}</Button>
        </form>
      </div>
    </li>
  );
}
