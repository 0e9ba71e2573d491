import { useT, useView } from '~/platform/i18n/index.ts';
import { DataTable, Note, SearchBox, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Administrator } from '../queries.ts';
import { Day } from './day.tsx';
import { Frame } from './frame.tsx';

export function RolesPage({ administrators, asked }: { administrators: readonly Administrator[]; asked?: string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Frame tab="roles" lede={t('roles.lede')}>
      <SearchBox action={to(paths.roles.href({}))} name="courriel" value={asked} label={t('roles.find')} hint={t('roles.find.hint')} />
      {asked && <Note title={t('roles.notFound')}><p>{t('roles.notFound.text')}</p></Note>}
      <Section title={t('roles.administrators')}>
        <DataTable
          caption={t('roles.administrators')}
          hideCaption
          columns={[{ label: t('roles.function'), head: true }, { label: t('roles.mail') }, { label: t('roles.since') }, { label: t('roles.until') }]}
          rows={administrators.map((one) => [<a href={to(paths.account.href({ id: one.accountId }))}>{one.title ?? t('roles.noTitle')}</a>, one.mail, <Day iso={one.since} />, one.until ? <Day iso={one.until} /> : ''])}
        />
      </Section>
    </Frame>
  );
}
