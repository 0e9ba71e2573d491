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
      {/* a drawer where the menu is a line, plain links where the menu is itself a drawer */}
      <details class="corner">
        <summary>
          <span class="corner-name">{account.name}</span>
          <Acting />
        </summary>
        <ul>
          <AccountLinks />
        </ul>
      </details>
      <ul class="corner-flat" aria-label={account.name}>
        <AccountLinks />
      </ul>
    </>
  );
}

function AccountLinks() {
  const t = useT(messages);
  const { account, to } = useView();
  return (
    <>
      <li>
        <a href={to(commonPaths.space.href({}))}>{t('account.space')}</a>
      </li>
      <li>
        <a href={to(commonPaths.account.href({}))}>{t('account.mine')}</a>
      </li>
      {account?.several && (
        <li>
          <a href={to(commonPaths.mandates.href({}))}>{t(account.acting ? 'account.other' : 'account.choose')}</a>
        </li>
      )}
      <li>
        <form method="post" action={to(commonPaths.signOut.href({}))}>
          <button type="submit" class="link-like">
            {t('account.signOut')}
          </button>
        </form>
      </li>
    </>
  );
}

function Acting() {
  const t = useT(messages);
  const { account } = useView();
  if (account?.acting) return <span class="corner-for">{t('account.acting.short', { body: account.acting })}</span>;
  return account?.several ? <span class="corner-for corner-todo">{t('account.choose')}</span> : null;
}

/** R014: on a phone the menu is folded, and for whom one acts must be read without opening it. */
export function ActingLine() {
  const { account, to } = useView();
  if (!account) return null;
  return (
    <p class="acting-line">
      <a href={to(account.several ? commonPaths.mandates.href({}) : commonPaths.space.href({}))}>
        <span class="corner-name">{account.name}</span> <Acting />
      </a>
    </p>
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
