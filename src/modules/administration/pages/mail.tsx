import { useT, useView } from '~/platform/i18n/index.ts';
import { Button, Figures, Section } from '~/ui/index.ts';
import type { MailState } from '../machinery.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { Day } from './day.tsx';
import { Frame } from './frame.tsx';

/** Does mail leave: a test to oneself, the queue, what was given up. */
export function MailPage({ state, mine }: { state: MailState; mine: string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Frame tab="mail" lede={t('mail.lede')}>
      <form method="post" action={to(paths.mail.href({}))}>
        <Button>{t('mail.test')}</Button>
        <p class="hint">{t('mail.test.to', { mail: mine })}</p>
      </form>
      <Section title={t('mail.queue')}>
        <Figures items={[{ value: state.waiting, label: t('mail.waiting') }, { value: state.late, label: t('mail.late') }, { value: state.sent, label: t('mail.sent') }]} />
      </Section>
      <Section title={t('mail.failures')}>
        {state.failed.length === 0 && <p>{t('mail.none')}</p>}
        <ul class="plain failures">
          {state.failed.map((one) => (
            <li key={one.id}>
              <p>
                <Day iso={one.at} hour />, <code>{one.kind}</code>, {t('attempts', { n: one.attempts })}
              </p>
              <p class="quiet" lang="en">{one.reason}</p>
              <form method="post" action={to(paths.retryMail.href({ id: one.id }))}>
                <Button kind="outline">{t('retry')}</Button>
              </form>
            </li>
          ))}
        </ul>
      </Section>
    </Frame>
  );
}
