import { useT, useView } from '~/platform/i18n/index.ts';
import { messages } from './messages.ts';
import { commonPaths } from './paths.ts';

/** In the header of every page: the way in, or who is there and for whom they act. */
export function AccountCorner() {
  const t = useT(messages);
  const { account, to, path } = useView();
  if (!account) return <a href={to(commonPaths.signIn.href({}, path === '/' ? {} : { suite: to(path) }))} rel="nofollow">{t('account.signIn')}</a>;
  return (
    <>
      <a href={to(commonPaths.space.href({}))} class="account">
        {account.acting ? t('account.for', { name: account.name, body: account.acting }) : account.name}
      </a>
      {account.several && <a href={to(commonPaths.mandates.href({}))}>{t('account.change')}</a>}
      <form method="post" action={to(commonPaths.signOut.href({}))}>
        <button type="submit" class="link-like">
          {t('account.signOut')}
        </button>
      </form>
    </>
  );
}

/** Wherever the characters of the demonstration can be tried. */
export function DemoBanner() {
  const t = useT(messages);
  const { to } = useView();
  return (
    <p>
      {t('demo.banner')} <a href={to(commonPaths.demonstration.href({}))}>{t('demo.try')}</a>
    </p>
  );
}

/** R190: under every public page. */
export function FeedbackLine() {
  const t = useT(messages);
  const { to, path } = useView();
  return (
    <p class="feedback-line">
      {t('feedback.ask')}{' '}
      <a href={to(commonPaths.feedback.href({}, { page: path.split('?')[0]! }))} rel="nofollow">
        {t('feedback.write')}
      </a>
    </p>
  );
}
