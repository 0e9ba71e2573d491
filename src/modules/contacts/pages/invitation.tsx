import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page, sheetHref, toDate } from '~/sheets/index.ts';
import { Breadcrumb, Button, DataTable, ErrorSummary, Field, Figures, Hero, Pager, Section } from '~/ui/index.ts';
import type { Fault } from '../form.ts';
import type { Guest, GuestInvited, InvitationShown, MeetingChoice } from '../invitations/queries.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { ListLine } from '../queries.ts';
import { pageSize } from '../rules.ts';
import { useFaults } from './contact.tsx';

export interface InviteTyped {
  meeting: string;
  lists: readonly string[];
  words: string;
  replyBy: string;
}

export interface InvitePageProps {
  meetings: readonly MeetingChoice[];
  lists: readonly ListLine[];
  typed: InviteTyped;
  faults?: readonly Fault[];
  preview?: { total: number; fresh: number; title: string };
}

/** R137: one form, a look at what it would send, then the sending. */
export function InvitePage({ meetings, lists, typed, faults = [], preview }: InvitePageProps) {
  const t = useT(messages);
  const { to } = useView();
  const errors = useFaults(faults);
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <Page title={t('invite')} noIndex edit>
      <Breadcrumb items={[{ href: to(paths.lists.href({})), label: t('title') }, { label: t('invite') }]} />
      <Hero size="title" title={t('invite')} lede={t('invite.lede')} />
      <ErrorSummary errors={errors} />
      {meetings.length === 0 ? (
        <p>{t('invite.meeting.none')} <a href={to(commonPaths.create.href({ genre: 'rencontre' }))}>{t('invite.announce')}</a></p>
      ) : (
        <form method="post" action={to(paths.invite.href({}))}>
          {preview && (
            <Section title={t('invite.preview')}>
              <p>{t('invite.preview.count', { fresh: preview.fresh, title: preview.title })} {t('invite.preview.known', { n: preview.total - preview.fresh })}</p>
              {preview.fresh > 0 && <div class="actions"><Button name="geste" value="envoyer">{t('invite.send', { n: preview.fresh })}</Button></div>}
            </Section>
          )}
          <Field type="select" name="rencontre" label={t('invite.meeting')} value={typed.meeting} error={errorOf('rencontre')} options={[['', t('invite.meeting.choose')], ...meetings.map((one) => [one.id, one.title] as const)]} />
          <Field type="checkboxes" name="liste" label={t('invite.lists')} values={typed.lists} error={errorOf('liste')} options={lists.map((one) => [one.id, `${one.name} (${t('list.count', { n: one.contacts })})`] as const)} />
          <Field type="textarea" rows={5} name="mots" label={t('invite.words')} hint={t('invite.words.hint')} optional value={typed.words} error={errorOf('mots')} />
          <Field type="date" name="avant" label={t('invite.replyBy')} optional value={typed.replyBy} error={errorOf('avant')} />
          <div class="actions"><Button kind={preview ? 'outline' : 'full'}>{t('invite.check')}</Button></div>
        </form>
      )}
    </Page>
  );
}

/** Answers as they come; the reminder only for who has not answered. */
export function InvitationPage({ invitation, guests, page }: { invitation: InvitationShown; guests: readonly Guest[]; page: number }) {
  const t = useT(messages);
  const { to } = useView();
  const { meeting } = invitation;
  const href = (n: number) => to(paths.invitation.href({ id: invitation.id }, { page: n > 1 ? n : undefined }));
  const answerOf = (guest: Guest) => guest.answer === 'yes' ? t('answer.yes', { n: guest.people ?? 1 }) : guest.answer === 'no' ? t('answer.no') : !guest.sent ? t('answer.unsent') : t(guest.reminded ? 'answer.reminded' : 'answer.none');
  return (
    <Page title={meeting.title} noIndex>
      <Breadcrumb items={[{ href: to(paths.lists.href({})), label: t('title') }, { label: meeting.title }]} />
      <Hero size="title" title={<span lang="fr">{meeting.title}</span>} eyebrow={t('sent')} lede={t('counts.people', { n: invitation.people })} />
      <Figures
        items={[
          { value: invitation.yes, label: t('counts.yes') }, { value: invitation.no, label: t('counts.no') }, { value: invitation.silent, label: t('counts.silent') },
          { value: invitation.sent, label: t('counts.sent'), rule: t('counts.sent.rule', { left: invitation.invited - invitation.sent }) },
        ]}
      />
      <p class="actions"><a href={href(page)}>{t('counts.refresh')}</a> <a href={to(sheetHref('event', meeting.slug))}>{t('reply.meeting')}</a></p>
      {invitation.remindable > 0 && (
        <form class="quiet-form" method="post" action={to(paths.remind.href({ id: invitation.id }))}>
          <Button kind="outline">{t('remind', { n: invitation.remindable })}</Button>
          <p class="hint">{t('remind.hint')}</p>
        </form>
      )}
      <Section title={t('guests')}>
        <DataTable
          caption={t('guests')} hideCaption
          columns={[{ label: t('guests.name'), head: true }, { label: t('guests.organisation'), wideOnly: true }, { label: t('guests.answer') }]}
          rows={guests.map((guest) => [guest.mail === null ? t('guests.erased') : guest.name || guest.mail, guest.organisation, answerOf(guest)])}
        />
        <Pager prevHref={page > 1 ? href(page - 1) : null} nextHref={page * pageSize < invitation.invited ? href(page + 1) : null} />
      </Section>
    </Page>
  );
}

export interface AnswerPageProps {
  token: string;
  guest: GuestInvited;
  typed: { answer: string; people: string; name: string };
  faults?: readonly Fault[];
}

/** By the person's own link: opening it answers nothing, since programs that read mail open links too. */
export function AnswerPage({ token, guest, typed, faults = [] }: AnswerPageProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const errors = useFaults(faults);
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  const { meeting } = guest;
  const date = toDate(meeting.start, meeting.startPrecision);
  const title = t('reply.title', { title: meeting.title });
  return (
    <Page title={title} noIndex edit>
      <Hero size="title" title={title} eyebrow={date && formatPartialDate(lang, date, { weekday: true })} lede={t('reply.lede', { body: guest.body })} />
      {meeting.isPublic && <p><a href={to(sheetHref('event', meeting.slug))}>{t('reply.meeting')}</a></p>}
      {meeting.state === 'cancelled' ? <p>{t('reply.past')}</p> : (
        <>
          <ErrorSummary errors={errors} />
          <form method="post" action={to(paths.answer.href({ token }))}>
            <Field type="radio" name="reponse" label={t('reply.question')} value={typed.answer} error={errorOf('reponse')} options={[['oui', t('reply.yes')], ['non', t('reply.no')]]} />
            <Field type="number" name="personnes" label={t('reply.people')} value={typed.people} inputmode="numeric" error={errorOf('personnes')} />
            <Field name="nom" label={t('reply.name')} value={typed.name} autocomplete="name" error={errorOf('nom')} />
            <div class="actions"><Button>{t('reply.send')}</Button></div>
          </form>
        </>
      )}
    </Page>
  );
}

/** One sentence, after a gesture done by a link. */
export function SaidPage({ title, lede }: { title: string; lede: string }) {
  return (
    <Page title={title} noIndex>
      <Hero size="small" title={title} lede={lede} />
    </Page>
  );
}

export function ErasePage({ token, body }: { token: string; body: string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('erase.title', { body })} noIndex>
      <Hero size="small" title={t('erase.title', { body })} lede={t('erase.lede', { body })} />
      <form method="post" action={to(paths.erase.href({ token }))}>
        <Button>{t('erase.do')}</Button>
      </form>
    </Page>
  );
}
