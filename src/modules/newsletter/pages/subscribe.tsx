import { useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { GuardFields, guardMessages, type GuardRefusal } from '~/sheets/guard/index.ts';
import { Button, Columns, ErrorSummary, Field, Hero, MarginNote } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { confirmHours, offeredThemes, offeredZones, type Choices } from '../rules.ts';

export interface Typed extends Choices {
  mail: string;
}

/** R140: an address, and what one wants to read about. */
export function SubscribePage({ typed, stamp, fault, refused }: { typed: Typed; stamp: string; fault?: 'missing' | 'wrong'; refused?: GuardRefusal }) {
  const t = useT(messages);
  const guarded = useT(guardMessages);
  const { to, lang } = useView();
  const errors = [...(fault ? [{ name: 'adresse', message: t(`fault.${fault}`) }] : []), ...(refused ? [{ name: refused === 'trap' ? 'site' : 'adresse', message: guarded(`refused.${refused}`) }] : [])];
  return (
    <Page title={t('title')} description={t('lede')} section="newsletter">
      <Hero title={t('title')} size="title" lede={t('lede')} />
      <ErrorSummary errors={errors} />
      <Columns
        main={
          <form method="post" action={to(paths.form.href({}))}>
            <Field type="email" name="adresse" label={t('field.mail')} hint={t('field.mail.hint')} value={typed.mail} error={errors.find(({ name }) => name === 'adresse')?.message} autocomplete="email" />
            <Field type="checkboxes" name="themes" label={t('field.themes')} hint={t('field.themes.hint')} values={typed.themes} options={offeredThemes.map((theme) => [theme.slug, theme[lang]] as const)} />
            <Field type="checkboxes" name="zones" label={t('field.zones')} hint={t('field.zones.hint')} values={typed.zones} options={offeredZones.map((zone) => [zone.slug, zone[lang]] as const)} />
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
