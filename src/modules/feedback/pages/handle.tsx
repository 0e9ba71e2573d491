import type { ComponentChildren } from 'preact';
import { findMessage, formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, getKind, Page, sheetHref } from '~/sheets/index.ts';
import { Button, Columns, DefinitionList, ErrorSummary, Field, Hero, MarginNote, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Change, Feedback, Step } from '../queries.ts';
import { dayOf, isReplyDue, listClosings, longest, mayAnswer, mayApply, mayAssign, retention } from '../rules.ts';

export type HandleFault = 'assignee' | 'answer.missing' | 'answer.long' | 'change' | 'note' | 'reason' | 'late';
const fieldOf: Record<HandleFault, string> = { 'assignee': 'personne', 'answer.missing': 'reponse', 'answer.long': 'reponse', 'change': 'changement', 'note': 'precision', 'reason': 'motif', 'late': 'message' };

export interface HandlePageProps {
  feedback: Feedback;
  steps: Step[];
  assignees: { id: string; name: string; title: string }[];
  changes: Change[];
  fault?: HandleFault;
  typed: string;
  me: string;
}

/** R193: one message, from its arrival to what came of it. */
export function HandlePage({ feedback, steps, assignees, changes, fault, typed, me }: HandlePageProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const day = (at: string) => formatDay(lang, dayOf(at), { dateStyle: 'long' });
  const errors = fault ? [{ name: fieldOf[fault], message: t(`handle.fault.${fault}`, { most: longest }) }] : [];
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  const closings = listClosings(feedback);
  const form = (path: { href(params: { id: string }): string }, title: string, children: ComponentChildren) => (
    <Section title={title} rule>
      <form method="post" action={to(path.href({ id: feedback.id }))}>{children}</form>
    </Section>
  );
  return (
    <Page title={t('handle.title')} noIndex>
      <p class="crumbs"><a href={to(paths.list.href({}))}>{t('list.title')}</a></p>
      <Hero title={t(`handle.${feedback.kind}`)} size="title" lede={t(`state.${feedback.state}.sentence`)} />
      <ErrorSummary errors={errors} />
      <Columns
        main={
          <>
            <blockquote id="champ-message" class="feedback-text" lang={feedback.text ? feedback.lang : undefined}>{feedback.text ?? t('erased')}</blockquote>
            {feedback.answer && (
              <Section title={t('handle.answered')}>
                <blockquote class="feedback-text" lang={feedback.lang}>{feedback.answer}</blockquote>
              </Section>
            )}
            {mayAssign(feedback) && (assignees.length > 1 || feedback.assigneeId !== me) && form(paths.assignment, t('assign.title'), (
              <>
                {assignees.length > 1 && (
                  <Field type="select" name="personne" label={t('assign.to')} error={errorOf('personne')} value={feedback.assigneeId ?? me} options={assignees.map(({ id, name, title }) => [id, id === me ? t('assign.me') : `${name}, ${title}`] as const)} />
                )}
                <div class="actions"><Button kind={feedback.state === 'received' ? 'full' : 'outline'}>{assignees.length > 1 ? t('assign.do') : t('assign.mine')}</Button></div>
              </>
            ))}
            {mayApply(feedback) && form(paths.application, t('apply.title'), (
              <>
                {feedback.sheet ? (
                  <ChangeChoice feedback={feedback} changes={changes} error={errorOf('changement')} />
                ) : (
                  <Field name="precision" label={t('apply.note')} hint={t('apply.note.hint')} error={errorOf('precision')} />
                )}
                {(!feedback.sheet || changes.length > 0) && <div class="actions"><Button>{t('apply.do')}</Button></div>}
              </>
            ))}
            {mayAnswer(feedback) && form(paths.answer, t('answer.title'), (
              <>
                <Field type="textarea" name="reponse" rows={7} label={t('answer.text')} hint={t('answer.hint')} value={typed} error={errorOf('reponse')} />
                {!feedback.applied && <Field type="checkbox" name="reste" label={t('answer.remains')} />}
                <div class="actions"><Button>{t('answer.do')}</Button></div>
              </>
            ))}
            {closings.length > 0 && form(paths.closing, t('close.title'), (
              <>
                {closings.length > 1 ? (
                  <Field type="radio" name="motif" label={t('close.why')} error={errorOf('motif')} options={closings.map((reason) => [reason, t(`closing.${reason}`)] as const)} />
                ) : (
                  <>
                    <p>{t(`close.${closings[0] as 'done' | 'unwanted'}`)}</p>
                    <input type="hidden" name="motif" value={closings[0]} />
                  </>
                )}
                <div class="actions"><Button kind="outline">{t(closings[0] === 'unwanted' ? 'close.unwanted.do' : 'close.do')}</Button></div>
              </>
            ))}
          </>
        }
        aside={
          <>
            <MarginNote title={t('handle.page')}>
              <p><a href={to(feedback.sheet ? sheetHref(feedback.sheet.kind, feedback.sheet.slug) : feedback.page)}>{feedback.sheet?.title ?? feedback.page}</a></p>
              <p>{isReplyDue(feedback) ? t('handle.reply', { days: retention.mailDays }) : feedback.wantsReply ? t(feedback.answered ? 'handle.replied' : 'handle.tooLate') : t('handle.noReply')}</p>
              <p>{t('handle.private')}</p>
            </MarginNote>
            <MarginNote title={t('handle.steps')}>
              <DefinitionList items={steps.map((step) => [day(step.at), <StepLine feedback={feedback} step={step} />] as const)} />
            </MarginNote>
          </>
        }
      />
    </Page>
  );
}

function StepLine({ feedback, step }: { feedback: Feedback; step: Step }) {
  const t = useT(messages);
  const { to } = useView();
  const { sheet } = feedback;
  const note = step.note && step.step === 'closed' ? t(`closing.${step.note as 'done'}`) : step.note === step.actor ? null : step.note;
  return (
    <>
      {t(`step.${step.step}`)}
      {step.step !== 'received' && <>, {step.actor}</>}
      {note && <> ({note})</>}
      {step.eventId && sheet && (
        <> <a href={`${to(commonPaths.history.href({ genre: getKind(sheet.kind).genre, slug: sheet.slug }))}#evenement-${step.eventId}`}>{t('step.change')}</a></>
      )}
    </>
  );
}

function ChangeChoice({ feedback, changes, error }: { feedback: Feedback; changes: Change[]; error?: ComponentChildren }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const sheet = feedback.sheet!;
  const kind = getKind(sheet.kind);
  const at = { genre: kind.genre, slug: sheet.slug };
  const labelOf = (change: Change) => {
    const fields = change.fields.map((field) => findMessage(kind.messages, lang, `field.${field}`)).filter(Boolean).join(', ');
    const when = formatDay(lang, dayOf(change.at), { dateStyle: 'long' });
    return fields ? t('apply.change', { when, fields, actor: change.actor }) : t('apply.change.plain', { when, actor: change.actor });
  };
  return (
    <>
      {kind.edit && <p><a href={to(commonPaths.edit.href(at))}>{t('apply.edit')}</a></p>}
      {changes.length > 0 ? (
        <Field type="radio" name="changement" label={t('apply.which')} error={error} value={changes.length === 1 ? changes[0]!.id : undefined} options={changes.map((change) => [change.id, labelOf(change)] as const)} />
      ) : (
        <p>{t('apply.none')}</p>
      )}
    </>
  );
}
