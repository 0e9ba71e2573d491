import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Button, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { retention } from '../rules.ts';

export function ThanksPage({ page, reply }: { page: string; reply: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('thanks.title')} noIndex>
      <Hero title={t('thanks.title')} size="title" lede={t('thanks.lede')} actions={<Button href={to(page)}>{t('thanks.back')}</Button>}>
        <p>{reply ? t('thanks.reply', { days: retention.mailDays, months: retention.mailMonths }) : t('thanks.noReply')}</p>
      </Hero>
    </Page>
  );
}
