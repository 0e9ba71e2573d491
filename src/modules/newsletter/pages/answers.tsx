import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { themeName, zoneName } from '~/reference/index.ts';
import { Page } from '~/sheets/index.ts';
import { Button, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Choices } from '../rules.ts';

export function AnswerPage({ which }: { which: 'thanks' | 'joined' | 'old' | 'open' }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t(`${which}.title`)} noIndex>
      <Hero title={t(`${which}.title`)} size="title" lede={t(`${which}.text`)} />
      <p><a href={to(which === 'joined' || which === 'thanks' ? paths.list.href({}) : paths.form.href({}))}>{t(which === 'joined' || which === 'thanks' ? 'archive.read' : 'again')}</a></p>
    </Page>
  );
}

export function ConfirmPage({ token, choices }: { token: string; choices: Choices }) {
  const t = useT(messages);
  const { to, lang } = useView();
  const themes = formatList(lang, choices.themes.map((slug) => themeName(slug, lang)));
  const zones = formatList(lang, choices.zones.map((slug) => zoneName(slug, lang)));
  return (
    <Page title={t('confirm.title')} noIndex>
      <Hero title={t('confirm.title')} size="title" lede={t('confirm.text')} />
      <p>{themes ? t('confirm.themes', { themes }) : t('confirm.allThemes')}</p>
      <p>{zones ? t('confirm.zones', { zones }) : t('confirm.allZones')}</p>
      <form method="post" action={to(paths.confirm.href({}, { jeton: token }))}>
        <div class="actions"><Button>{t('confirm.do')}</Button></div>
      </form>
    </Page>
  );
}

export function UnsubscribePage({ token, left }: { token: string; left: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('leave.title')} noIndex>
      <Hero title={t(left ? 'left.title' : 'leave.title')} size="title" lede={t(left ? 'left.text' : 'leave.text')} />
      {left ? <p><a href={to(paths.form.href({}))}>{t('again')}</a></p> : (
        <form method="post" action={to(paths.unsubscribe.href({ token }))}>
          <div class="actions"><Button>{t('leave.do')}</Button></div>
        </form>
      )}
    </Page>
  );
}
