import { useT, useView } from '~/platform/i18n/index.ts';
import { conversationHref } from '~/modules/discussions/index.ts';
import { commonPaths, Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Button, Columns, DefinitionList, ErrorSummary, Field, Hero, MarginNote, Section, type FormError } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import { outcomes } from '../rules.ts';
import type { Contact, Introduction } from '../queries.ts';
import { stateOf } from './list.tsx';

export interface IntroductionPageProps {
  introduction: Introduction;
  /** Empty until both have agreed. */
  contacts: readonly Contact[];
  errors?: readonly FormError[];
}

export function IntroductionPage({ introduction, contacts, errors = [] }: IntroductionPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const { other, subject, from, network } = introduction;
  const state = stateOf(introduction);
  const who = from === 'us' ? t('introduction.from.us') : from === 'them' ? t('introduction.from.them', { body: other.title }) : t('introduction.from.network', { network: network ?? '', known: network ? 'yes' : 'no' });
  return (
    <Page title={t('introduction.with', { body: other.title })} section="espace" noIndex>
      <Breadcrumb items={[{ href: to(paths.introductions.href({})), label: t('introductions.title') }, { label: other.title }]} />
      <Hero size="title" title={t('introduction.with', { body: other.title })} eyebrow={t(`introduction.${state}`)} lede={who} />
      <ErrorSummary errors={errors} />
      <Columns
        main={
          <>
            <blockquote class="introduction-subject">
              <p>{subject}</p>
            </blockquote>
            {state === 'toAnswer' && <Answer id={introduction.id} />}
            {state === 'waiting' && <Waiting introduction={introduction} />}
            {state === 'agreed' && <Agreed introduction={introduction} contacts={contacts} errors={errors} />}
            {(state === 'declined' || state === 'withdrawn') && <p>{t(`introduction.${state}.text`)}</p>}
          </>
        }
        aside={
          <MarginNote title={t('introduction.about', { body: other.title })}>
            <p>
              <a href={to(sheetHref(other.kind, other.slug))}>{t('introduction.sheet', { body: other.title })}</a>
            </p>
            {state !== 'agreed' && <p>{t('introduction.promise')}</p>}
          </MarginNote>
        }
      />
    </Page>
  );
}

function Answer({ id }: { id: string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <>
      <p>{t('introduction.answer.what')}</p>
      <div class="gestures">
        <form method="post" action={to(paths.agreement.href({ id }))}>
          <Button>{t('introduction.yes')}</Button>
        </form>
        <form method="post" action={to(paths.decline.href({ id }))}>
          <Button kind="outline">{t('introduction.no')}</Button>
        </form>
      </div>
      <p class="quiet">{t('introduction.no.quiet')}</p>
    </>
  );
}

function Waiting({ introduction: { id, from } }: { introduction: Introduction }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <>
      <p>{t('introduction.waiting.text')}</p>
      {from === 'us' && (
        <form method="post" action={to(paths.withdrawal.href({ id }))}>
          <Button kind="plain">{t('introduction.withdraw')}</Button>
        </form>
      )}
    </>
  );
}

function Agreed({ introduction, contacts, errors }: Required<IntroductionPageProps>) {
  const t = useT(messages);
  const { to } = useView();
  const { conversationId, other, outcome } = introduction;
  return (
    <>
      <Section title={t('introduction.contacts')} lede={t('introduction.contacts.lede')}>
        <DefinitionList
          items={contacts.map((one) => [one.body, (
            <>
              {one.function ? t('introduction.contact', { name: one.name, function: one.function }) : one.name}
              <br />
              <a href={`mailto:${one.mail}`}>{one.mail}</a>
            </>
          )])}
        />
        <p class="gestures">
          {conversationId && <Button href={to(conversationHref(conversationId))}>{t('introduction.talk')}</Button>}
          <a href={to(commonPaths.commonProject.href({}, { avec: other.slug }))}>{t('match.project')}</a>
        </p>
      </Section>
      {outcome !== null ? <Outcome introduction={introduction} /> : introduction.outcomeAskedAt !== null && <OutcomeForm id={introduction.id} errors={errors} />}
    </>
  );
}

function Outcome({ introduction: { outcome, outcomeNote } }: { introduction: Introduction }) {
  const t = useT(messages);
  return (
    <Section title={t('outcome.given')}>
      <p>{t(`outcome.${outcome!}`)}</p>
      {outcomeNote && <p>{outcomeNote}</p>}
    </Section>
  );
}

function OutcomeForm({ id, errors }: { id: string; errors: readonly FormError[] }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Section id="suites" title={t('outcome.title')} lede={t('outcome.lede')}>
      <form method="post" action={to(paths.outcome.href({ id }))} class="edit-form">
        <Field name="suite" type="radio" label={t('outcome.which')} options={outcomes.map((code) => [code, t(`outcome.${code}`)] as const)} error={errors.find(({ name }) => name === 'suite')?.message} />
        <Field name="note" type="textarea" rows={3} optional label={t('outcome.note')} hint={t('outcome.note.hint')} error={errors.find(({ name }) => name === 'note')?.message} />
        <Button>{t('outcome.do')}</Button>
      </form>
    </Section>
  );
}

