import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Button, ErrorSummary, Field, Hero } from '~/ui/index.ts';
import type { Writing } from '../../access.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import { MinutesCrumbs } from '../../writing/pages/crumbs.tsx';
import type { WrongDay } from '../../rules.ts';
import { kindCodes, type FollowUpFault, type TypedFollowUp } from '../form.ts';

export interface FollowUpPageProps {
  writing: Writing;
  owners: [string, string][];
  /** Null: a new one. */
  id: string | null;
  typed: TypedFollowUp;
  fault?: { field: string; code: FollowUpFault; day?: WrongDay };
}

/** What was decided, or what somebody will do, with its date. */
export function FollowUpPage({ writing, owners, id, typed, fault }: FollowUpPageProps) {
  const t = useT(messages);
  const { to, lang } = useView();
  const message = fault && (fault.day
    ? t('fault.due.weekday', { day: formatDay(lang, fault.day.day, { dateStyle: 'long' }), real: formatDay(lang, fault.day.day, { weekday: 'long' }) })
    : t(`fault.${fault.code as 'due.wrong'}`));
  const errorOf = (name: string) => (fault?.field === name ? message : undefined);
  const title = t(id ? 'followUp.edit' : 'followUp.add');
  return (
    <Page title={title} section="rencontres" noIndex>
      <MinutesCrumbs writing={writing} last={title} />
      <Hero title={title} size="title" lede={t('followUp.lede')} />
      <ErrorSummary errors={fault ? [{ name: fault.field, message: message! }] : []} />
      <form method="post" action={to(id ? paths.followUp.href({ ...writing.at, id }) : paths.followUps.href(writing.at))}>
        <Field type="radio" name="nature" label={t('field.kind')} value={typed.kind} error={errorOf('nature')} options={kindCodes.map((code) => [code, t(`followUp.${code as 'suite'}`)] as const)} />
        <Field type="textarea" name="suite" rows={3} label={t('field.suite')} value={typed.text} error={errorOf('suite')} />
        <Field type="select" name="porteur" label={t('field.porteur')} hint={t('field.porteur.hint')} value={typed.holder} error={errorOf('porteur')} options={[['', t('field.porteur.none')], ...owners]} />
        <Field name="autre" label={t('field.autre')} hint={t('field.autre.hint')} value={typed.owner} error={errorOf('autre')} optional />
        <Field name="echeance" label={t('field.echeance')} hint={t('field.echeance.hint')} value={typed.due} error={errorOf('echeance')} optional />
        <div class="actions"><Button>{t('followUp.save')}</Button></div>
      </form>
    </Page>
  );
}
