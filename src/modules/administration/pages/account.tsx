import { accountMessages, type HeldMandate } from '~/modules/accounts/index.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import { Button, DefinitionList, ErrorSummary, Field, Section } from '~/ui/index.ts';
import type { Refused } from '../forms.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { AccountKept } from '../queries.ts';
import { grantableRoles } from '../rules.ts';
import { Day } from './day.tsx';
import { Frame } from './frame.tsx';

export interface AccountPageProps {
  account: AccountKept;
  mandates: readonly HeldMandate[];
  refused: Refused;
  typed?: Readonly<Record<string, readonly string[]>>;
}

/** One account: its mandates with their dates, given and ended here. */
export function AccountPage({ account, mandates, refused, typed }: AccountPageProps) {
  const t = useT(messages);
  const role = useT(accountMessages);
  const { to } = useView();
  const errorOf = (name: string) => refused.filter((one) => one.name === name).map((one) => t(`refusal.${one.code}`))[0];
  const value = (name: string) => typed?.[name]?.[0];
  return (
    <Frame tab="roles" title={account.title ?? t('roles.noTitle')} lede={t('account.logged')} before={<ErrorSummary errors={refused.map(({ name, code }) => ({ name, message: t(`refusal.${code}`) }))} />}>
      <DefinitionList items={[[t('account.name'), account.name], [t('roles.mail'), account.mail]]} />
      <Section title={t('account.mandates')}>
        {mandates.length === 0 && <p>{t('account.none')}</p>}
        <ul class="plain mandates">
          {mandates.map((one) => (
            <li key={one.id}>
              <p>
                <strong>{role(`role.${one.role}`)}</strong>
                {one.body && <>, <a href={to(sheetHref(one.body.kind, one.body.slug))} lang="fr">{one.body.title}</a></>}
                {one.service && <>, <span lang="fr">{one.service}</span></>}
              </p>
              <p class="quiet">
                {t('account.since')} <Day iso={one.since} />
                {one.endedOn ? <> · {t('account.ended')} <Day iso={one.endedOn} /></> : one.until && <> · {t('account.until')} <Day iso={one.until} /></>}
              </p>
              {!one.endedOn && (
                <form method="post" action={to(paths.closeMandate.href({ id: account.id, mandate: one.id }))}>
                  <button type="submit" class="link-like">
                    {t('account.end')} <span class="visually-hidden">{role(`role.${one.role}`)} {one.body?.title}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('account.add')}>
        <form method="post" action={to(paths.addMandate.href({ id: account.id }))}>
          <Field name="role" type="select" label={t('account.role')} value={value('role')} options={[['', t('account.choose')], ...grantableRoles.map((one) => [one, role(`role.${one}`)] as const)]} error={errorOf('role')} />
          <Field name="structure" label={t('account.body')} hint={t('account.body.hint')} value={value('structure')} optional error={errorOf('structure')} />
          <Field name="fonction" label={t('account.function')} value={value('fonction')} optional error={errorOf('fonction')} />
          <Field name="service" label={t('account.service')} value={value('service')} optional error={errorOf('service')} />
          <Field name="jusqua" label={t('account.lastDay')} hint={t('account.lastDay.hint')} value={value('jusqua')} optional error={errorOf('jusqua')} />
          <p class="actions">
            <Button>{t('account.grant')}</Button>
          </p>
        </form>
      </Section>
    </Frame>
  );
}
