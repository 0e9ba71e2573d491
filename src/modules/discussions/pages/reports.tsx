import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Button, Empty, ErrorSummary, Hero, Section, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Report } from '../reports.ts';
import { longestReason, type Fault } from '../rules.ts';
import { Text } from './words.tsx';
import { useFaults } from './write.tsx';

/** A decision without its reason. */
export interface RefusedReport {
  id: string;
  typed: string;
  fault: Fault;
}

/** Messages that somebody reported, for those who decide: the message alone, even when the conversation is private. */
export function ReportsPage({ reports, refused }: { reports: readonly Report[]; refused?: RefusedReport }) {
  const t = useT(messages);
  const { to } = useView();
  const [error] = useFaults(refused ? [refused.fault] : []);
  return (
    <Page title={t('reports.title')} noIndex>
      <Hero size="title" title={t('reports.title')} lede={t('reports.lede', { n: reports.length })} />
      {refused && error && <ErrorSummary errors={[{ name: `raison-${refused.id}`, message: error.message }]} />}
      {reports.length === 0 && <Empty title={t('reports.none')} />}
      {reports.map((report) => (
        <Section key={report.id} rule title={t('reports.where', { title: report.title })}>
          <blockquote class="message-quoted"><Text text={report.text} /></blockquote>
          <p><strong>{t('reports.reason')}</strong></p>
          <Text text={report.reason} />
          <div class="report-gestures">
            <form method="post" action={to(paths.handle.href({ id: report.id }))}>
              <Button kind="outline" name="decision" value="garder">{t('reports.keep')}</Button>
            </form>
            <RemovalForm report={report} refused={refused?.id === report.id ? refused : undefined} message={error?.message} />
          </div>
        </Section>
      ))}
    </Page>
  );
}

/** One of several on the page: its field has an id of its own. */
function RemovalForm({ report, refused, message }: { report: Report; refused?: RefusedReport; message?: string }) {
  const t = useT(messages);
  const { to } = useView();
  const id = `champ-raison-${report.id}`;
  return (
    <form method="post" action={to(paths.handle.href({ id: report.id }))}>
      <div class={refused ? 'field in-error' : 'field'}>
        <label for={id}>{t('reports.remove.reason')}</label>
        {refused && <p class="field-error" id={`${id}-erreur`}><StateMark status="erreur" bare /> {message}</p>}
        <input id={id} type="text" name="raison" value={refused?.typed} required maxLength={longestReason} aria-invalid={refused ? true : undefined} aria-describedby={refused && `${id}-erreur`} />
      </div>
      <Button kind="outline" name="decision" value="retirer">{t('reports.remove')}</Button>
    </form>
  );
}

/** From a mail, without signing in. Opening it changes nothing: programs that read mail open links too. */
export function StopPage({ token, state }: { token: string; state: 'ask' | 'done' | 'expired' }) {
  const t = useT(messages);
  const { to } = useView();
  const title = t(state === 'done' ? 'stop.done.title' : 'stop.title');
  return (
    <Page title={title} noIndex>
      <Hero size="small" title={title} lede={t(state === 'done' ? 'stop.done' : state === 'expired' ? 'stop.expired' : 'stop.lede')} />
      {state === 'ask' && (
        <form method="post" action={to(paths.stop.href({ token }))}>
          <Button>{t('stop.do')}</Button>
        </form>
      )}
    </Page>
  );
}
