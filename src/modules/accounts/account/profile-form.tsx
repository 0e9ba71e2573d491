import type { Form } from '~/platform/http/form.ts';
import { languages, useT, type Lang } from '~/platform/i18n/index.ts';
import { hasLinks, type Account } from '~/sheets/index.ts';
import { Field } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Profile } from './commands.ts';

export interface ProfileValues {
  name: string;
  title: string;
  lang: string;
}

export type ProfileError = 'nom' | 'fonction';

const names: Record<Lang, string> = { fr: 'Français', en: 'English', es: 'Español' };

export const valuesOf = ({ name, title, lang }: Account): ProfileValues => ({ name, title: title ?? '', lang });

/** What was typed, and whether it can be kept. */
export function parseProfile(form: Form): { values: ProfileValues; profile?: Profile; errors: ProfileError[] } {
  const values = { name: form.text('nom'), title: form.text('fonction'), lang: form.text('langue') };
  const errors: ProfileError[] = [];
  if (!values.name || values.name.length > 120 || hasLinks(values.name)) errors.push('nom');
  // A function is read by everybody for ever: an address or a link has no place there.
  if (values.title.length > 160 || /[@\n]/.test(values.title) || hasLinks(values.title)) errors.push('fonction');
  const lang = languages.find((one) => one === values.lang) ?? 'fr';
  return { values, errors, ...(errors.length === 0 ? { profile: { name: values.name, title: values.title || null, lang } } : {}) };
}

export function ProfileFields({ values, errors }: { values: ProfileValues; errors: readonly ProfileError[] }) {
  const t = useT(messages);
  const error = (name: ProfileError) => (errors.includes(name) ? t(`error.${name}`) : undefined);
  return (
    <>
      <Field label={t('profile.name')} name="nom" hint={t('profile.name.hint')} autocomplete="name" value={values.name} error={error('nom')} />
      <Field label={t('profile.title')} name="fonction" hint={t('profile.title.hint')} autocomplete="organization-title" optional value={values.title} error={error('fonction')} />
      <Field label={t('profile.lang')} name="langue" type="select" hint={t('profile.lang.hint')} value={values.lang} options={languages.map((lang) => [lang, names[lang]] as const)} />
    </>
  );
}
