import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, type Mandate } from '~/sheets/index.ts';
import { Button, ErrorSummary, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { useDay } from './lists.tsx';
import { ProfileFields, type ProfileError, type ProfileValues } from './profile-form.tsx';

/** Right after an account opens: one page, with what the address made guess. */
export function WelcomePage({ values, errors = [], next }: { values: ProfileValues; errors?: readonly ProfileError[]; next: string | null }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('welcome.title')} noIndex>
      <Hero title={t('welcome.title')} lede={t('welcome.lede')} size="title" />
      <ErrorSummary errors={errors.map((name) => ({ name, message: t(`error.${name}`) }))} />
      <form method="post" action={to(paths.welcome.href({}))}>
        {next && <input type="hidden" name="suite" value={next} />}
        <ProfileFields values={values} errors={errors} />
        <p class="actions">
          <Button>{t('welcome.do')}</Button>
        </p>
      </form>
    </Page>
  );
}

/** R014: for whom one acts, each body a button; the answer stands in the header of every page. */
export function MandatesPage({ mandates, acting, next, refused = false }: { mandates: readonly Mandate[]; acting?: Mandate; next: string | null; refused?: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  const day = useDay();
  return (
    <Page title={t('choose.title')} noIndex>
      <Hero title={t('choose.title')} lede={t(mandates.length > 0 ? 'choose.lede' : 'mandates.none')} size="title" />
      {refused && <ErrorSummary errors={[{ name: 'mandat', message: t('error.mandat') }]} />}
      <form method="post" action={to(paths.mandates.href({}))} id="champ-mandat">
        {next && <input type="hidden" name="suite" value={next} />}
        <ul class="mandate-choices">
          {mandates.map((mandate) => (
            <li key={mandate.id}>
              <button type="submit" name="mandat" value={mandate.id} aria-current={mandate.id === acting?.id ? 'true' : undefined}>
                <strong>{mandate.body?.title ?? t('mandates.instance')}</strong>
                <span>{[t(`role.${mandate.role}`), mandate.function, mandate.service, mandate.until && t('choose.until', { end: day(mandate.until) })].filter(Boolean).join(' · ')}</span>
                {mandate.id === acting?.id && <span class="held-mark">{t('choose.now')}</span>}
              </button>
            </li>
          ))}
        </ul>
      </form>
    </Page>
  );
}

/** The link that a new address got. It asks for its own account to be open here: nobody gives their address to another's account. */
export function NewMailPage({ token, mail, mine }: { token: string; mail: string; mine: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('newMail.title')} noIndex>
      <Hero title={t('newMail.title')} lede={t(mine ? 'newMail.lede' : 'newMail.other', { mail })} size="title" />
      {mine ? (
        <form method="post" action={to(paths.newMail.href({ token }))}>
          <Button>{t('newMail.do')}</Button>
        </form>
      ) : (
        <Button kind="outline" href={to(paths.signIn.href({}, { suite: to(paths.newMail.href({ token })) }))}>
          {t('signIn.title')}
        </Button>
      )}
    </Page>
  );
}
