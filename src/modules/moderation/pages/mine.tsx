import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref, type Account } from '~/sheets/index.ts';
import { Button, Empty, ErrorSummary, Field, Hero, Note, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Measure, Publication } from '../queries.ts';
import { dayOf, longest, mayAppeal, retention } from '../rules.ts';
import { MeasureDetail } from './measure.tsx';

export interface MinePageProps {
  publications: Publication[];
  measures: Measure[];
  account: Account;
  /** An appeal that came back. */
  wrong?: { id: string; text: string; fault: 'missing' | 'long' };
}

/** What one published, where it stands, what was decided and why, and how to appeal. */
export function MinePage({ publications, measures, account, wrong }: MinePageProps) {
  const t = useT(messages);
  const { lang, to, today } = useView();
  const errors = wrong ? [{ name: 'recours', message: t(`mine.fault.${wrong.fault}`, { most: longest }) }] : [];
  return (
    <Page title={t('mine.title')} noIndex>
      <Hero title={t('mine.title')} size="title" lede={t(account.trusted ? 'mine.trusted' : 'mine.fresh')} />
      <ErrorSummary errors={errors} />
      {account.suspended && (
        <Note tone="confirm" title={t('mine.suspended')}>
          <p>{t('mine.suspended.until', { date: formatDay(lang, account.suspended, { dateStyle: 'long' }) })}</p>
        </Note>
      )}
      {publications.length + measures.length === 0 && <Empty title={t('mine.empty')} />}
      {publications.length > 0 && (
        <Section title={t('mine.publications')} rule>
          <SheetList
            items={publications.map((one) => ({
              // Held, it may be seen by its body only; refused, by nobody else.
              href: one.state === 'approved' || one.what === 'correction' ? to(sheetHref(one.kind, one.slug)) : undefined,
              title: one.title,
              meta: t(`mine.${one.what}`, { date: formatDay(lang, dayOf(one.at), { dateStyle: 'long' }) }),
              right: t(`state.${one.state}`),
            }))}
          />
        </Section>
      )}
      {measures.map((measure) => (
        <Section key={measure.id} title={t('mine.measure', { title: measure.title })} rule>
          <MeasureDetail measure={measure} />
          {mayAppeal(measure, today) && (
            <form class="feedback-form" method="post" action={to(paths.appeal.href({ id: measure.id }))}>
              <Field type="textarea" name="recours" rows={4} label={t('mine.appeal')} hint={t('mine.appeal.hint', { months: retention.appealMonths })} value={wrong?.id === measure.id ? wrong.text : undefined} error={wrong?.id === measure.id ? errors[0]!.message : undefined} />
              <div class="actions"><Button kind="outline">{t('mine.appeal.do')}</Button></div>
            </form>
          )}
        </Section>
      ))}
    </Page>
  );
}
