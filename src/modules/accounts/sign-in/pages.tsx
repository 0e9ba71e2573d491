import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page } from '~/sheets/index.ts';
import { Button, ErrorSummary, Field, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { PasskeySignIn } from '../passkeys/pages.tsx';
import { paths } from '../paths.ts';
import { linkMinutes } from './commands.ts';

export interface SignInProps {
  next: string | null;
  /** Name of the identity provider, if there is one. */
  provider?: string;
  mail?: string;
  error?: 'mail' | 'wait' | 'passkey' | 'provider' | 'provider.taken' | 'provider.mail';
  minutes?: number;
}

export function SignInPage({ next, provider, mail = '', error, minutes = 0 }: SignInProps) {
  const t = useT(messages);
  const { to, tryable } = useView();
  const message = error && t(`error.${error}`, { minutes, provider: provider ?? '' });
  return (
    <Page title={t('signIn.title')} noIndex edit>
      <Hero title={t('signIn.title')} lede={t('signIn.lede')} size="title" />
      {message && <ErrorSummary errors={[{ name: 'courriel', message }]} title={t('signIn.refused')} />}
      <div class="sign-in">
        <form method="post" action={to(paths.signIn.href({}))}>
          {next && <input type="hidden" name="suite" value={next} />}
          <Field label={t('mail.label')} name="courriel" type="email" autocomplete="email" inputmode="email" value={mail} hint={t('mail.hint')} error={error === 'mail' ? message : undefined} />
          <p class="actions">
            <Button>{t('signIn.send')}</Button>
          </p>
          <p class="note">{t('signIn.new')}</p>
        </form>
        <div class="sign-in-others">
          <PasskeySignIn next={next} />
          {provider && (
            <section>
              <h2>{provider}</h2>
              <p>{t('provider.lede', { provider })}</p>
              <Button kind="outline" href={to(paths.provider.href({}, { suite: next }))}>
                {t('provider.signIn', { provider })}
              </Button>
            </section>
          )}
          {tryable && (
            <section>
              <h2>{t('try.title')}</h2>
              <p>{t('try.text')}</p>
              <Button kind="outline" href={to(commonPaths.demonstration.href({}))}>
                {t('try.link')}
              </Button>
            </section>
          )}
        </div>
      </div>
    </Page>
  );
}

export function SentPage({ mail }: { mail?: string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('sent.title')} noIndex>
      <Hero title={t('sent.title')} lede={mail ? t('sent.lede.mail', { mail }) : t('sent.lede')} size="title" />
      <p>{t('sent.text', { minutes: linkMinutes })}</p>
      <p>{t('sent.nothing')}</p>
      <p>
        <a href={to(paths.signIn.href({}))}>{t('sent.again')}</a>
      </p>
    </Page>
  );
}

export function LinkPage({ token, mail }: { token: string; mail: string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('link.title')} noIndex>
      <Hero title={t('link.title')} lede={t('link.lede', { mail })} size="title" />
      <p>{t('link.text')}</p>
      <form method="post" action={to(paths.link.href({ token }))}>
        <Button>{t('link.do')}</Button>
      </form>
    </Page>
  );
}
