import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, freshnessOf, getKind, Page } from '~/sheets/index.ts';
import { Button, Freshness, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Asked } from '../queries.ts';

/** Opened from the yearly mail, without signing in. Opening it changes nothing: programs that read mail open links too. */
export function LinkPage({ asked, expired, done, token }: { asked: Asked; expired: boolean; done: boolean; token: string }) {
  const t = useT(messages);
  const { lang, to, today } = useView();
  const title = t(done ? 'link.done' : expired ? 'link.expired' : 'waiting.one', { title: asked.title });
  const date = asked.confirmedAt && formatDay(lang, asked.confirmedAt.slice(0, 10), { day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <Page title={title} noIndex>
      <Hero size="small" title={title} lede={t(done ? 'link.done.text' : expired ? 'link.expired.text' : 'link.text')} />
      <p class="kept-state">
        <Freshness level={freshnessOf(asked.confirmedAt, today)} /> {date ? t('waiting.last', { date }) : t('waiting.never')}
      </p>
      {!done && !expired && (
        <form method="post" action={to(paths.link.href({ token }))} class="gestures">
          <Button>{t('gesture.confirm')}</Button>
          <a href={to(commonPaths.edit.href({ genre: getKind(asked.kind).genre, slug: asked.slug }))} rel="nofollow">
            {t('gesture.edit')}
          </a>
        </form>
      )}
      <p>
        <a href={to(asked.href)}>{t('link.sheet')}</a>
      </p>
    </Page>
  );
}

export function BrokenLinkPage() {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('link.broken')} noIndex>
      <Hero size="small" title={t('link.broken')} lede={t('link.broken.text')} />
      <p>
        <a href={to(commonPaths.space.href({}))}>{t('link.space')}</a>
      </p>
    </Page>
  );
}
