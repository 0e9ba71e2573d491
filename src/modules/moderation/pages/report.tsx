import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, getKind, Page, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { GuardFields, guardMessages, type GuardRefusal } from '~/sheets/guard/index.ts';
import { Button, ErrorSummary, Field, Hero } from '~/ui/index.ts';
import { emptyReport, fieldOf, type ReportFault, type TypedReport } from '../forms.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { longest, reasons, retention } from '../rules.ts';

export interface ReportPageProps {
  sheet: SheetSummary;
  stamp: string;
  typed?: TypedReport;
  faults?: readonly ReportFault[];
  refused?: GuardRefusal | null;
}

/** Anybody may say that something published should not be. */
export function ReportPage({ sheet, stamp, typed = emptyReport, faults = [], refused = null }: ReportPageProps) {
  const t = useT(messages);
  const guarded = useT(guardMessages);
  const { to } = useView();
  const errors = faults.map((fault) => ({ name: fieldOf[fault], message: t(`fault.${fault}`, { most: longest }) }));
  if (refused) errors.push({ name: refused === 'trap' ? 'site' : 'explication', message: guarded(`refused.${refused}`) });
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <Page title={t('report.title')} noIndex>
      <Hero title={t('report.title')} size="title" lede={t('report.lede')} />
      <p>
        {t('report.about')} <a href={to(sheetHref(sheet.kind, sheet.slug))} lang={sheet.lang}>{sheet.title}</a>
      </p>
      <ErrorSummary errors={errors} />
      <form class="feedback-form" method="post" action={to(paths.report.href({}, { fiche: `${getKind(sheet.kind).genre}/${sheet.slug}` }))}>
        <Field type="radio" name="motif" label={t('report.reason')} value={typed.reason} error={errorOf('motif')} options={reasons.map((reason) => [reason, t(`reason.${reason}`)] as const)} />
        <Field type="textarea" name="explication" rows={6} label={t('report.text')} hint={t('report.text.hint')} value={typed.text} error={errorOf('explication')} />
        <Field type="radio" name="reponse" label={t('report.reply')} value={typed.reply} options={[['non', t('report.reply.no')], ['oui', t('report.reply.yes')]]} />
        <div class="reply-address">
          <Field type="email" name="adresse" label={t('report.mail')} hint={t('report.mail.hint', { days: retention.mailDays, months: retention.mailMonths })} value={typed.mail} error={errorOf('adresse')} autocomplete="email" />
        </div>
        <GuardFields stamp={stamp} trapped={refused === 'trap'} />
        <div class="actions">
          <Button>{t('report.send')}</Button>
        </div>
        <p class="hint">{t('report.unpublished')}</p>
      </form>
    </Page>
  );
}

export function ReportedPage({ reply }: { reply: boolean }) {
  const t = useT(messages);
  return (
    <Page title={t('reported.title')} noIndex>
      <Hero title={t('reported.title')} size="title" lede={t('reported.lede')}>
        <p>{reply ? t('reported.reply', { days: retention.mailDays, months: retention.mailMonths }) : t('reported.noReply')}</p>
      </Hero>
    </Page>
  );
}

/** Reached without saying which sheet. */
export function ReportWherePage() {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('report.title')} noIndex>
      <Hero title={t('report.title')} size="title" lede={t('report.where')} actions={<Button href={to(commonPaths.search.href({}))}>{t('report.search')}</Button>} />
    </Page>
  );
}
