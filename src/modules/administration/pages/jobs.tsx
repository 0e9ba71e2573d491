import { useT, useView } from '~/platform/i18n/index.ts';
import { Button, DataTable, Section } from '~/ui/index.ts';
import type { JobsState } from '../machinery.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { Day } from './day.tsx';
import { Frame } from './frame.tsx';

/** What runs outside requests, and what failed. */
export function JobsPage({ state }: { state: JobsState }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Frame tab="jobs" lede={t('jobs.lede')}>
      <Section title={t('jobs.queues')}>
        {state.queues.length === 0 ? (
          <p>{t('jobs.noWorker')}</p>
        ) : (
          <DataTable
            caption={t('jobs.queues')}
            hideCaption
            columns={[{ label: t('jobs.queue'), head: true }, { label: t('jobs.waiting'), numeric: true }, { label: t('jobs.active'), numeric: true }, { label: t('jobs.failed'), numeric: true }, { label: t('jobs.done'), numeric: true, wideOnly: true }, { label: t('jobs.last'), wideOnly: true }]}
            rows={state.queues.map((one) => [<code>{one.name}</code>, one.waiting, one.active, one.failed, one.done, one.last ? <Day iso={one.last} hour /> : ''])}
          />
        )}
      </Section>
      <Section title={t('jobs.failures')}>
        {state.failures.length === 0 && <p>{t('jobs.none')}</p>}
        <ul class="plain failures">
          {state.failures.map((one) => (
            <li key={one.id}>
              <p>
                <code>{one.queue}</code>{one.at && <>, <Day iso={one.at} hour /></>}, {t('attempts', { n: one.attempts })}
              </p>
              <p class="quiet" lang="en">{one.reason}</p>
              <form method="post" action={to(paths.retryJob.href({ queue: one.queue, id: one.id }))}>
                <Button kind="outline">{t('retry')}</Button>
              </form>
            </li>
          ))}
        </ul>
      </Section>
    </Frame>
  );
}
