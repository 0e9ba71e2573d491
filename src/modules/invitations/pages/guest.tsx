import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { EditFields, Page, type ReadyField, type SheetSummary, type Values } from '~/sheets/index.ts';
import { Button, ErrorSummary, Hero, Note, Section, type FormError } from '~/ui/index.ts';
import type { SharedFacts } from '../facts.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Invitation } from '../queries.ts';
import { Facts } from './facts.tsx';

export interface GuestProps {
  token: string;
  invitation: Invitation;
  sheet: SheetSummary & { owner: string | null };
  facts: SharedFacts;
  /** Going on with an account, once they have answered. */
  account?: { ready: readonly ReadyField[]; values: Values; errors: readonly FormError[]; signedIn: boolean };
}

/** What the link of an invitation opens: the shared sheet, one gesture, and what comes after. */
export function GuestPage({ token, invitation, sheet, facts, account }: GuestProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const on = (at: string) => formatPartialDate(lang, { value: at.slice(0, 10), precision: 'day' });
  return (
    <Page title={t('guest.title')} noIndex>
      <Hero
        size="small"
        eyebrow={t('guest.title')}
        title={<span lang={sheet.lang === lang ? undefined : sheet.lang}>{sheet.title}</span>}
        lede={sheet.owner ? t('guest.lede', { host: sheet.owner, body: invitation.body }) : t('guest.ledeAlone', { body: invitation.body })}
      />
      <ErrorSummary errors={account?.errors ?? []} />
      <Section title={t('guest.facts')}>
        <Facts sheet={sheet} facts={facts} />
      </Section>
      <Section title={t('guest.question')}>
        {invitation.confirmedAt && <Note tone="context" title={t('guest.confirmedAlready', { date: on(invitation.confirmedAt) })} />}
        {invitation.proposedAt && <Note tone="context" title={t('guest.proposedAlready', { date: on(invitation.proposedAt) })} />}
        <p class="quiet">{t('guest.as', { function: invitation.function })}</p>
        <form method="post" action={to(paths.confirm.href({}, { jeton: token }))} class="actions">
          <Button>{t('guest.exact')}</Button>
          <Button kind="outline" href={to(paths.correct.href({}, { jeton: token }))}>{t('guest.correct')}</Button>
        </form>
      </Section>
      {account && (
        <Section title={t('guest.accountTitle')} lede={t('guest.accountLede')}>
          <form method="post" action={to(paths.account.href({}, { jeton: token }))} class="edit-form">
            {!account.signedIn && <EditFields kindMessages={messages} ready={account.ready} values={account.values} errors={account.errors} />}
            <div class="actions">
              <Button>{t(account.signedIn ? 'guest.accountCurrent' : 'guest.accountDo')}</Button>
            </div>
          </form>
        </Section>
      )}
    </Page>
  );
}

/** Its time is over, or it was withdrawn; or the page was opened without its link. */
export function ClosedPage({ which }: { which: 'ended' | 'open' }) {
  const t = useT(messages);
  return (
    <Page title={t(`${which}.title`)} noIndex>
      <Hero size="small" title={t(`${which}.title`)} lede={t(`${which}.text`)} />
    </Page>
  );
}
