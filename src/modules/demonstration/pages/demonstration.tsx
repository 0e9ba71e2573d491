import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Button, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { personas } from '../personas.ts';

export function DemonstrationPage() {
  const t = useT(messages);
  const { to, lang, instanceName } = useView();
  const lede = t('lede', { instance: instanceName });
  return (
    <Page title={t('title')} description={lede} noIndex>
      <Hero title={t('title')} lede={lede} size="title" />
      <ul class="personas">
        {personas.map((persona) => (
          <li key={persona.key}>
            <form method="post" action={to(paths.become.href({ key: persona.key }))}>
              <h2 lang={lang === 'fr' ? undefined : 'fr'}>{persona.name}</h2>
              <p>{t(`persona.${persona.key}` as 'title')}</p>
              <Button kind="outline">{t('become')}</Button>
            </form>
          </li>
        ))}
      </ul>
    </Page>
  );
}
