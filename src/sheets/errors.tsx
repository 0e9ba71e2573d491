import { commonPaths } from './paths.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { messages } from './messages.ts';
import { Page } from './page.tsx';

export function NotFoundPage() {
  const t = useT(messages);
  const { to, instanceName } = useView();
  return (
    <Page title={t('notFound.title')} noIndex>
      <h1>{t('notFound.title')}</h1>
      <p class="lede">{t('notFound.text')}</p>
      <p>
        <a href={to(commonPaths.search.href({}))}>{t('notFound.search', { instance: instanceName })}</a> · <a href={to(commonPaths.home.href({}))}>{t('notFound.home')}</a>
      </p>
    </Page>
  );
}

export function FailurePage() {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('failure.title')} noIndex>
      <h1>{t('failure.title')}</h1>
      <p class="lede">{t('failure.text')}</p>
      <p>
        <a href={to(commonPaths.home.href({}))}>{t('notFound.home')}</a>
      </p>
    </Page>
  );
}

/** A post that another site made, or that is too large. */
export function RefusedPage({ status }: { status: 403 | 413 }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t(`refused.${status}.title`)} noIndex>
      <h1>{t(`refused.${status}.title`)}</h1>
      <p class="lede">{t(`refused.${status}.text`)}</p>
      <p>
        <a href={to(commonPaths.home.href({}))}>{t('notFound.home')}</a>
      </p>
    </Page>
  );
}
