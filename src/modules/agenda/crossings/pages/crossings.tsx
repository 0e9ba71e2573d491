import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Breadcrumb, Button, Empty, Field, Hero, Section } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { Crossing } from '../queries.ts';
import { windows } from '../rules.ts';
import { CrossingList } from './note.tsx';

export interface CrossingsPageProps {
  body: string;
  /** Undefined: not asked yet. Null: no. */
  weeks: number | null | undefined;
  crossings: readonly Crossing[];
}

export function CrossingsPage({ body, weeks, crossings }: CrossingsPageProps) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('crossings.title')} section="agenda" noIndex edit>
      <Breadcrumb items={[{ href: to(paths.show.href({})), label: t('title') }, { label: t('crossings.title') }]} />
      <Hero size="small" title={t('crossings.title')} lede={t('crossings.lede')} />
      {weeks != null && (
        <Section title={t('crossings.list')}>
          {crossings.length ? <CrossingList crossings={crossings} /> : <Empty title={t('crossings.none')}><p>{t('crossings.none.text')}</p></Empty>}
        </Section>
      )}
      <Section title={t('crossings.setting', { body })} lede={t('crossings.setting.lede')}>
        <form method="post" action={to(paths.crossings.href({}))} class="edit-form">
          <Field
            name="semaines"
            label={t('crossings.field')}
            type="select"
            value={weeks == null ? 'non' : String(weeks)}
            options={[['non', t('crossings.no')], ...windows.map((n) => [String(n), t('crossings.weeks', { n })] as const)]}
          />
          <div class="actions form-actions">
            <Button>{t('crossings.save')}</Button>
          </div>
        </form>
      </Section>
    </Page>
  );
}
