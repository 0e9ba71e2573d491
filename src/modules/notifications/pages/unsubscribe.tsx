import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Button, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';

/** From a mail, without signing in. Opening it changes nothing: programs that read mail open links too. */
export function UnsubscribePage({ token, of, stopped, broken = false }: { token: string; of: 'digest' | 'reminders'; stopped: boolean; broken?: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  const title = t(broken ? 'unsubscribe.broken' : stopped ? 'unsubscribe.done' : `unsubscribe.${of}`);
  return (
    <Page title={title} noIndex>
      <Hero size="small" title={title} lede={t(broken ? 'unsubscribe.broken.text' : stopped ? 'unsubscribe.done.text' : `unsubscribe.${of}.text`)} />
      {!stopped && !broken && (
        <form method="post" action={to(paths.unsubscribe.href({ token }))}>
          <Button>{t('unsubscribe.do')}</Button>
        </form>
      )}
      <p>
        <a href={to(paths.settings.href({}))}>{t('unsubscribe.settings')}</a>
      </p>
    </Page>
  );
}
