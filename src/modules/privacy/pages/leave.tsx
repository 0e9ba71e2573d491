import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero, Note, Section } from '~/ui/index.ts';
import type { LeavingRefusal } from '../commands.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { PartList, type Parts } from './parts.tsx';

export interface LeavePageProps {
  parts: Parts;
  /** Why leaving is not possible now. */
  refusal: LeavingRefusal | null;
  mail: string;
  typed?: string;
}

/** What goes, what stays without a name, then one's address as a confirmation. */
export function LeavePage({ parts, refusal, mail, typed }: LeavePageProps) {
  const t = useT(messages);
  const { to } = useView();
  const wrong = typed !== undefined && !refusal ? t('leave.wrong') : undefined;
  return (
    <Page title={t('leave.title')} noIndex>
      <Breadcrumb items={[{ href: to(paths.data.href({})), label: t('data.title') }, { label: t('leave.title') }]} />
      <ErrorSummary errors={wrong ? [{ name: 'adresse', message: wrong }] : []} />
      <Hero title={t('leave.title')} size="title" lede={t('leave.lede')} />
      <Section title={t('leave.happens')} lede={t('leave.history')}>
        <PartList parts={parts} left />
      </Section>
      <Section title={t('leave.confirm')}>
        {refusal ? (
          <Note title={t(`leave.${refusal}`)} />
        ) : (
          <form method="post" action={to(paths.leave.href({}))}>
            <p>{t('leave.before')}</p>
            <Field name="adresse" label={t('leave.address')} hint={t('leave.address.hint', { mail })} value={typed} autocomplete="off" error={wrong} />
            <p class="actions">
              <Button>{t('leave.do')}</Button> <a href={to(paths.data.href({}))}>{t('leave.stay')}</a>
            </p>
          </form>
        )}
      </Section>
    </Page>
  );
}
