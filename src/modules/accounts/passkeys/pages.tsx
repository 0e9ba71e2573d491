import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Passkey } from './queries.ts';

/** Shown by the script, where the browser has passkeys: without script nothing here would answer. */
export function PasskeySignIn({ next }: { next: string | null }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <section hidden data-passkeys>
      <h2>{t('passkey.title')}</h2>
      <p>{t('passkey.signIn.text')}</p>
      <form method="post" action={to(paths.passkeySignIn.href({}))} data-passkey="find" data-question={to(paths.passkeyQuestion.href({}))}>
        {next && <input type="hidden" name="suite" value={next} />}
        <input type="hidden" name="reponse" />
        <Button kind="outline">{t('passkey.signIn')}</Button>
        <p role="alert" hidden class="passkey-stopped">
          {t('passkey.stopped')}
        </p>
      </form>
    </section>
  );
}

export function PasskeyAdd() {
  const t = useT(messages);
  const { to } = useView();
  return (
    <form method="post" action={to(paths.addPasskey.href({}))} hidden data-passkeys data-passkey="make" data-question={to(paths.addPasskeyQuestion.href({}))}>
      <input type="hidden" name="reponse" />
      <Button kind="outline">{t('passkey.add')}</Button>
      <p role="alert" hidden class="passkey-stopped">
        {t('passkey.stopped')}
      </p>
    </form>
  );
}

export function PasskeyPage({ passkey, name, refused = false }: { passkey: Passkey; name?: string; refused?: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  const message = refused ? t('error.passkey.name') : undefined;
  return (
    <Page title={t('passkey.page', { name: passkey.name })} noIndex>
      <Breadcrumb items={[{ href: to(paths.account.href({})), label: t('account.title') }, { label: passkey.name }]} />
      <Hero title={t('passkey.page', { name: passkey.name })} size="title" />
      {message && <ErrorSummary errors={[{ name: 'nom', message }]} />}
      <form method="post" action={to(paths.passkey.href({ id: passkey.id }))}>
        <Field label={t('passkey.name')} name="nom" hint={t('passkey.name.hint')} value={name ?? passkey.name} error={message} />
        <p class="actions">
          <Button>{t('save')}</Button>
        </p>
      </form>
      <form method="post" action={to(paths.removePasskey.href({ id: passkey.id }))}>
        <p>{t('passkey.remove.text')}</p>
        <Button kind="outline">{t('passkey.remove')}</Button>
      </form>
    </Page>
  );
}
