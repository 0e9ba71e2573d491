import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { GuardFields, guardMessages, type GuardRefusal } from '~/sheets/guard/index.ts';
import { Button, Columns, ErrorSummary, Field, Hero, MarginNote } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { confirmHours, offeredThemes, offeredZones, type Choices } from '../rules.ts';

export interface SubscribeProps {
  typed: Typed;
  /** Themes that public sheets speak of: the others would bring nothing. */
  used: ReadonlySet<string>;
  stamp: string;
  fault?: 'missing' | 'wrong';
  refused?: GuardRefusal;
}

export interface Typed extends Choices {
  mail: string;
}

/** R140: an address, and what one wants to read about. */
export function SubscribePage({ typed, used, stamp, fault, refused }: SubscribeProps) {
  const t = useT(messages);
  const guarded = useT(guardMessages);
  const { to, lang } = useView();
  const errors = [...(fault ? [{ name: 'adresse', message: t(`fault.${fault}`) }] : []), ...(refused ? [{ name: refused === 'trap' ? 'site' : 'adresse', message: guarded(`refused.${refused}`) }] : [])];
  const themes = offeredThemes.filter(({ slug }) => used.has(slug) || typed.themes.includes(slug));
  return (
    <Page title={t('title')} description={t('lede')} section="newsletter">
      <Hero title={t('title')} size="title" lede={t('lede')} />
      <ErrorSummary errors={errors} />
      <Columns
        main={
          <form class="newsletter-form" method="post" action={to(paths.form.href({}))}>
            <Field type="email" name="adresse" label={t('field.mail')} hint={t('field.mail.hint')} value={typed.mail} error={errors.find(({ name }) => name === 'adresse')?.message} autocomplete="email" />
            <Folded name="themes" values={typed.themes} options={themes.map((theme) => [theme.slug, theme[lang]] as const)} />
            <Folded name="zones" values={typed.zones} options={offeredZones.map((zone) => [zone.slug, zone[lang]] as const)} />
            <GuardFields stamp={stamp} trapped={refused === 'trap'} />
            <div class="actions"><Button>{t('send')}</Button></div>
          </form>
        }
        aside={
          <>
            <MarginNote title={t('private.title')}><p>{t('private.text', { hours: confirmHours })}</p></MarginNote>
            <MarginNote title={t('archive.title')}><p><a href={to(paths.list.href({}))}>{t('archive.read')}</a></p></MarginNote>
          </>
        }
      />
    </Page>
  );
}

/** Choosing nothing is a choice: all. So it stays folded, and the form is one field long. */
function Folded({ name, values, options }: { name: 'themes' | 'zones'; values: readonly string[]; options: readonly (readonly [string, string])[] }) {
  const t = useT(messages);
  return (
    <details class="fold" open={values.length > 0}>
      <summary>{t(`choose.${name}`)}</summary>
      <Field type="checkboxes" name={name} label={<span class="visually-hidden">{t(`field.${name}`)}</span>} hint={t(`field.${name}.hint`)} values={values} options={options} />
    </details>
  );
}
