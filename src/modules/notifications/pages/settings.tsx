import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { rhythms, type Rhythm } from '../rules.ts';

export function SettingsPage({ choices, mail }: { choices: { rhythm: Rhythm | undefined; reminders: boolean }; mail: string }) {
  const t = useT(messages);
  const { to } = useView();
  const refused = choices.rhythm === undefined;
  return (
    <Page title={t('settings.title')} noIndex section="espace">
      <Breadcrumb items={[{ href: to(commonPaths.space.href({})), label: t('space') }, { href: to(paths.list.href({})), label: t('list.title') }, { label: t('settings.title') }]} />
      <Hero size="small" title={t('settings.title')} lede={t('settings.lede', { mail })} />
      {refused && <ErrorSummary errors={[{ name: 'rythme', message: t('settings.refused') }]} />}
      <form method="post" action={to(paths.settings.href({}))} class="stacked">
        <Field type="radio" name="rythme" label={t('settings.rhythm')} hint={t('settings.rhythm.hint')} value={choices.rhythm} error={refused ? t('settings.refused') : undefined} options={rhythms.map((one) => [one, t(`rhythm.${one}`)] as const)} />
        <Field type="checkbox" name="rappels" label={t('settings.reminders')} hint={t('settings.reminders.hint')} checked={choices.reminders} />
        <p class="gestures">
          <Button>{t('settings.save')}</Button>
        </p>
      </form>
    </Page>
  );
}
