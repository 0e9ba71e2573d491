import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page, type Account } from '~/sheets/index.ts';
import { Button, ErrorSummary, Field, Hero, Note, Section } from '~/ui/index.ts';
import type { Device } from '../devices.ts';
import { messages } from '../messages.ts';
import { PasskeyAdd } from '../passkeys/pages.tsx';
import type { Passkey } from '../passkeys/queries.ts';
import { paths } from '../paths.ts';
import type { Identity } from '../provider/queries.ts';
import type { HeldMandate } from '../queries.ts';
import { DeviceList, IdentityList, MandateList, PasskeyList } from './lists.tsx';
import { ProfileFields, type ProfileError, type ProfileValues } from './profile-form.tsx';

export interface AccountPageProps {
  account: Account;
  values: ProfileValues;
  errors?: readonly ProfileError[];
  newMail?: string;
  mailError?: 'mail' | 'wait';
  minutes?: number;
  devices: readonly Device[];
  passkeys: readonly Passkey[];
  identities: readonly Identity[];
  mandates: readonly HeldMandate[];
  provider?: string;
}

export function AccountPage(props: AccountPageProps) {
  const { account, values, errors = [], newMail = '', mailError, minutes = 0, mandates } = props;
  const t = useT(messages);
  const { to } = useView();
  const mailMessage = mailError && t(`error.${mailError}`, { minutes });
  const refused = [...errors.map((name) => ({ name, message: t(`error.${name}`) })), ...(mailMessage ? [{ name: 'courriel', message: mailMessage }] : [])];
  return (
    <Page title={t('account.title')} noIndex edit>
      <Hero title={t('account.title')} lede={t('account.lede')} size="title" />
      <ErrorSummary errors={refused} />
      {account.demo ? (
        <Note>{t('account.character', { title: account.title ?? account.name })}</Note>
      ) : (
        <Section title={t('profile.head')}>
          <form method="post" action={to(paths.account.href({}))}>
            <ProfileFields values={values} errors={errors} />
            <p class="actions">
              <Button>{t('save')}</Button>
            </p>
          </form>
        </Section>
      )}
      <Section title={t('mandates.head')} lede={mandates.length > 0 ? t('mandates.lede') : undefined} action={mandates.filter((one) => !one.endedOn).length > 1 && <a href={to(paths.mandates.href({}))}>{t('mandates.change')}</a>}>
        <MandateList mandates={mandates} />
      </Section>
      {!account.demo && (
        <Section title={t('mail.head')} lede={t('mail.now', { mail: account.mail })}>
          <form method="post" action={to(paths.mail.href({}))}>
            <Field label={t('mail.new')} name="courriel" type="email" autocomplete="email" inputmode="email" hint={t('mail.new.hint')} value={newMail} error={mailMessage} />
            <p class="actions">
              <Button kind="outline">{t('mail.change')}</Button>
            </p>
          </form>
        </Section>
      )}
      {!account.demo && <Ways {...props} />}
      <Section title={t('devices.head')} lede={t('devices.lede')}>
        <DeviceList devices={props.devices} present={account.sessionId} />
      </Section>
      {mandates.some((one) => one.role === 'administrator' && !one.endedOn) && (
        <Section title={t('administration.head')}>
          <ul class="plain roomy">
            <li>
              <a href={to(commonPaths.administration.href({}))}>{t('administration.link')}</a>
            </li>
          </ul>
        </Section>
      )}
      <Section title={t('data.head')}>
        <ul class="plain roomy">
          <li>
            <a href={to(commonPaths.card.href({}))}>{t('data.card')}</a>
          </li>
          <li>
            <a href={to(commonPaths.personalData.href({}))}>{t('data.export')}</a>
          </li>
          {!account.demo && (
            <li>
              <a href={to(commonPaths.leave.href({}))}>{t('data.leave')}</a>
            </li>
          )}
        </ul>
      </Section>
    </Page>
  );
}

/** How this person signs in, beside a link by mail. */
function Ways({ passkeys, identities, provider }: AccountPageProps) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Section title={t('ways.head')} lede={t('ways.lede')} id="cles">
      <h3>{t('passkey.title')}</h3>
      <p class="measure">{t('passkey.text')}</p>
      <PasskeyList passkeys={passkeys} />
      <PasskeyAdd />
      {(provider || identities.length > 0) && (
        <>
          <h3>{provider ?? t('provider.head')}</h3>
          <IdentityList identities={identities} />
          {provider && identities.length === 0 && (
            <p>
              <a class="button outline" href={to(paths.provider.href({}))}>
                {t('provider.tie', { provider })}
              </a>
            </p>
          )}
        </>
      )}
    </Section>
  );
}
