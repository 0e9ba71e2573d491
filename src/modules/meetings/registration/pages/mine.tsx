import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Button, DefinitionList, ErrorSummary, Field, Hero, Note, Section, type FormError } from '~/ui/index.ts';
import type { SessionListed } from '../../queries.ts';
import { messages } from '../messages.ts';
import type { Doors, Registration } from '../queries.ts';
import { SessionChoice } from './sessions.tsx';

export interface MineProps {
  meeting: { title: string; slug: string; when: string; where: string; isSeen: boolean };
  registration: Registration;
  doors: Doors;
  sessions: readonly SessionListed[];
  chosen: readonly string[];
  errors: readonly FormError[];
  /** Where each gesture goes: by the account, or by the token of a mail. */
  hrefs: { accept: string; sessions: string; cancel: string; reminders: string; presence: string };
  /** The code of today is shown in the room. */
  hasCode: boolean;
  /** The meeting is over: nothing more to change. */
  isOver: boolean;
  /** They may say yes, or come back. */
  mayAccept: boolean;
}

/** One's registration: the link, the sessions, the reminders, and leaving; the same page by the account and by a mail. */
export function MinePage(props: MineProps) {
  const t = useT(messages);
  const { to } = useView();
  const { meeting, registration, doors, errors, isOver } = props;
  const title = t('mine.title');
  const isIn = registration.state === 'registered';
  return (
    <Page title={title} section="rencontres" noIndex>
      {meeting.isSeen && <Breadcrumb items={[{ href: to(sheetHref('event', meeting.slug)), label: meeting.title }, { label: title }]} />}
      <Hero size="small" title={title} eyebrow={<span lang="fr">{meeting.title}</span>} lede={registration.name ? t('mine.for', { name: registration.name }) : undefined} />
      <ErrorSummary errors={errors} />
      <DefinitionList items={[[t('mine.when'), meeting.when], [t('mine.where'), <span lang="fr">{meeting.where}</span>]]} />
      <StateOf {...props} />
      {isIn && doors.onlineLink && <OnlineLink href={doors.onlineLink} />}
      {isIn && props.hasCode && <Presence {...props} />}
      {!isOver && (isIn || registration.state === 'waiting') && <Sessions {...props} />}
      {!isOver && (isIn || registration.state === 'waiting') && <Leaving {...props} />}
    </Page>
  );
}

/** For registered people only: whoever draws it has checked. */
export function OnlineLink({ href }: { href: string }) {
  const t = useT(messages);
  return (
    <div class="online-link">
      <p>
        <a class="button full" href={href} rel="noreferrer nofollow">
          {t('link.open')}
        </a>
      </p>
      <p class="quiet">{t('link.private')}</p>
    </div>
  );
}

function StateOf({ registration: { state, kind }, hrefs, isOver, mayAccept }: MineProps) {
  const t = useT(messages);
  const { to } = useView();
  if (state === 'registered') return <Note tone="celebrate" title={t('block.registered')} />;
  if (state === 'waiting') return <Note title={t('block.waiting')} />;
  const isAsked = state === 'asked' || state === 'invited';
  const label = state === 'asked' ? t('mine.asked.do') : state === 'invited' || kind === 'expert' ? t('mine.invited.do') : t('mine.again');
  return (
    <>
      <Note title={state === 'cancelled' ? t('mine.cancelled') : t(`mine.${state}`)}>{isAsked && <p>{t(`mine.${state as 'asked'}.text`)}</p>}</Note>
      {!isOver && mayAccept && (
        <div class="actions">
          <form method="post" action={to(hrefs.accept)}>
            <Button>{label}</Button>
          </form>
          {state === 'invited' && (
            <form method="post" action={to(hrefs.cancel)}>
              <Button kind="outline">{t('mine.invited.no')}</Button>
            </form>
          )}
        </div>
      )}
    </>
  );
}

function Presence({ registration, hrefs, errors }: MineProps) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Section title={t('mine.presence.title')}>
      {registration.present ? (
        <p>{t('mine.presence.done')}</p>
      ) : (
        <form method="post" action={to(hrefs.presence)} class="edit-form">
          <Field label={t('mine.presence.code')} name="code" autocomplete="off" maxLength={8} error={errors.find(({ name }) => name === 'code')?.message} />
          <Button>{t('mine.presence.do')}</Button>
        </form>
      )}
    </Section>
  );
}

function Sessions({ sessions, chosen, errors, hrefs }: MineProps) {
  const t = useT(messages);
  const { to } = useView();
  if (!sessions.length) return null;
  return (
    <form method="post" action={to(hrefs.sessions)} class="edit-form">
      <SessionChoice sessions={sessions} chosen={chosen} errors={errors} />
      <div class="actions">
        <Button kind="outline">{t('sessions.save')}</Button>
      </div>
    </form>
  );
}

function Leaving({ registration, hrefs }: MineProps) {
  const t = useT(messages);
  const { to } = useView();
  const { reminders } = registration;
  return (
    <div class="leaving">
      <form method="post" action={to(hrefs.reminders)}>
        <p>{t(reminders ? 'mine.reminders.on' : 'mine.reminders.off')}</p>
        <input type="hidden" name="rappels" value={reminders ? '' : '1'} />
        <Button kind="plain">{t(reminders ? 'mine.reminders.stop' : 'mine.reminders.start')}</Button>
      </form>
      <form method="post" action={to(hrefs.cancel)} id="annuler">
        <p>{t('mine.cancel.text')}</p>
        <Button kind="outline">{t('mine.cancel')}</Button>
      </form>
    </div>
  );
}
