import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Button, Empty, Hero, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Report } from '../reports.ts';
import { Text } from './words.tsx';

/** Messages that somebody reported, for those who decide: the message alone, even when the conversation is private. */
export function ReportsPage({ reports }: { reports: readonly Report[] }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('reports.title')} noIndex>
      <Hero size="title" title={t('reports.title')} lede={t('reports.lede', { n: reports.length })} />
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
            <form method="post" action={to(paths.handle.href({ id: report.id }))}>
              <div class="field">
                <label for={`raison-${report.id}`}>{t('reports.remove.reason')}</label>
                <input id={`raison-${report.id}`} type="text" name="raison" required maxLength={500} />
              </div>
              <Button kind="outline" name="decision" value="retirer">{t('reports.remove')}</Button>
            </form>
          </div>
        </Section>
      ))}
    </Page>
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
