import { languages, useT, useView, type Lang } from '~/platform/i18n/index.ts';
import type { Instance } from '~/platform/instance.ts';
import { Button, ErrorSummary, Field, Section } from '~/ui/index.ts';
import type { Refused } from '../forms.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { Frame } from './frame.tsx';

const languageNames: Record<Lang, string> = { fr: 'Français', en: 'English', es: 'Español' };
const zones = ['Europe/Paris', 'America/Guadeloupe', 'America/Martinique', 'America/Cayenne', 'Indian/Reunion', 'Indian/Mayotte', 'Pacific/Noumea', 'Pacific/Tahiti', 'America/Miquelon'];

/** In effect on every page and every node as soon as they are saved. */
export function SettingsPage({ settings, refused }: { settings: Instance; refused: Refused }) {
  const t = useT(messages);
  const { to } = useView();
  const errorOf = (name: string) => refused.filter((one) => one.name === name).map((one) => t(`refusal.${one.code}`))[0];
  return (
    <Frame tab="settings" lede={t('settings.lede')} before={<ErrorSummary errors={refused.map(({ name, code }) => ({ name, message: t(`refusal.${code}`) }))} />}>
      <form method="post" action={to(paths.settings.href({}))}>
        <Section title={t('settings.identity')}>
          <Field name="nom" label={t('settings.name')} value={settings.name} error={errorOf('nom')} />
          <Field name="court" label={t('settings.short')} hint={t('settings.short.hint')} value={settings.shortName ?? ''} optional error={errorOf('court')} />
          {languages.map((lang) => (
            <Field key={lang} name={`accueil-${lang}`} type="textarea" rows={3} label={t('settings.welcome', { language: languageNames[lang] })} hint={lang === 'fr' ? t('settings.welcome.hint') : undefined} value={settings.welcome[lang] ?? ''} optional error={errorOf(`accueil-${lang}`)} />
          ))}
          <fieldset class="field">
            <legend>{t('settings.languages')}</legend>
            <p class="hint">{t('settings.languages.hint')}</p>
            <div class="choices">
              {languages.filter((lang) => lang !== 'fr').map((lang) => (
                <label key={lang} class="choice">
                  <input type="checkbox" name="langues" value={lang} checked={settings.languages.includes(lang)} /> <span lang={lang}>{languageNames[lang]}</span>
                </label>
              ))}
            </div>
          </fieldset>
        </Section>
        <Section title={t('settings.legal')}>
          <Field name="editeur" type="textarea" label={t('settings.publisher')} hint={t('settings.publisher.hint')} value={settings.publisher ?? ''} optional error={errorOf('editeur')} />
          <Field name="contact" label={t('settings.contact')} hint={t('settings.contact.hint')} value={settings.contact ?? ''} optional error={errorOf('contact')} />
        </Section>
        <Section title={t('settings.running')}>
          <Field name="fuseau" label={t('settings.zone')} hint={t('settings.zone.hint')} value={settings.defaultZone} list={zones} error={errorOf('fuseau')} />
          <Field name="moderation" type="checkbox" label={t('settings.moderation')} hint={t('settings.moderation.hint')} checked={settings.moderation} />
          <Field name="heure" type="number" inputmode="numeric" label={t('settings.hour')} hint={t('settings.hour.hint')} value={String(settings.digestHour)} error={errorOf('heure')} />
        </Section>
        <p class="actions">
          <Button>{t('settings.save')}</Button>
        </p>
      </form>
    </Frame>
  );
}
