import { useT, useView } from '~/platform/i18n/index.ts';
import { countryName } from '~/reference/index.ts';
import { commonPaths, labelOfKind, Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Empty, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Follow } from '../queries.ts';
import type { Rhythm } from '../rules.ts';

/** All that one follows, and nothing else to set for each. */
export function FollowsPage({ follows, rhythm }: { follows: readonly Follow[]; rhythm: Rhythm }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('list.title')} noIndex section="espace">
      <Breadcrumb items={[{ href: to(commonPaths.space.href({})), label: t('space') }, { label: t('list.title') }]} />
      <Hero size="small" title={t('list.title')} lede={follows.length > 0 ? t('list.lede', { n: follows.length }) : undefined} />
      {follows.length === 0 ? (
        <Empty title={t('list.empty')}>{t('list.empty.how')}</Empty>
      ) : (
        <ul class="follows">
          {follows.map((follow) => (
            <FollowLine key={follow.id} follow={follow} />
          ))}
        </ul>
      )}
      <p class="news-foot">
        <a href={to(paths.news.href({}))}>{t('news.title')}</a>
        <span>
          {t(`rhythm.${rhythm}.now`)} <a href={to(paths.settings.href({}))}>{t('rhythm.change')}</a>
        </span>
      </p>
    </Page>
  );
}

function FollowLine({ follow }: { follow: Follow }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const name = follow.title ?? countryName(follow.country!, lang);
  const href = follow.kind ? sheetHref(follow.kind, follow.slug!) : commonPaths.country.href({ iso: follow.country! });
  return (
    <li>
      <div class="kept-name">
        <a href={to(href)} lang={lang === 'fr' || !follow.title ? undefined : 'fr'}>
          {name}
        </a>
        <span>{follow.function ?? (follow.kind ? labelOfKind(follow.kind, lang) : t('country'))}</span>
      </div>
      <form method="post" action={to(paths.remove.href({ id: follow.id }))}>
        <button type="submit" class="link-like" aria-label={t('list.remove.of', { name: follow.function ?? name })}>
          {t('list.remove')}
        </button>
      </form>
    </li>
  );
}
