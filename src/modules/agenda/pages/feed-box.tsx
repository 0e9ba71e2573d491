import { useT, useView } from '~/platform/i18n/index.ts';
import { Button, Icon } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { feedHref, questionQuery, type FeedQuestion } from '../question.ts';

/** The address of the same question, for other calendars; and what cannot be in it. */
export function FeedBox({ question, left }: { question: FeedQuestion; left: number }) {
  const t = useT(messages);
  const { origin, account, to } = useView();
  const href = feedHref(question);
  return (
    <section class="feed-box" id="flux">
      <h2>{t('feed.title')}</h2>
      <p>{t('feed.text')}</p>
      <p class="feed-address"><code>{origin + href}</code></p>
      <p>
        <a class="with-icon" href={href}>
          <Icon name="calendar" /> <span>{t('feed.take')}</span>
        </a>
      </p>
      {account && (
        <form method="post" action={to(paths.feeds.href({}))}>
          <p>{t('feed.private')} <a href={to(paths.feeds.href({}))}>{t('feed.mine')}</a></p>
          <input type="hidden" name="question" value={questionQuery(question)} />
          <Button kind="outline">{t('feeds.create')}</Button>
        </form>
      )}
      <p class="feed-left">{t('feed.left', { n: left })}</p>
    </section>
  );
}
