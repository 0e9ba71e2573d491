import type { Form } from '~/platform/http/form.ts';
import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page } from '~/sheets/index.ts';
import { Button, ErrorSummary, Field, Hero, Note } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import { dayOf } from '../../rules.ts';
import type { OpenInvitation } from '../invited.ts';

export type AnswerFault = 'pour' | 'nom' | 'fonction';

export interface AnswerPageProps {
  invitation: OpenInvitation;
  /** Somebody has an account with this address, or is signed in: no name is asked. */
  known: boolean;
  faults?: readonly AnswerFault[];
  typed?: Form;
}

/** What an invitation leads to: who invites where, until when, and two gestures. */
export function AnswerPage({ invitation, known, faults = [], typed }: AnswerPageProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { standing, until, word, by, token, bodies } = invitation;
  const errors = faults.map((name) => ({ name, message: t(`error.answer.${name}`) }));
  const title = t('answer.title', { group: invitation.group });
  return (
    <Page title={errors.length ? t('form.refused', { title }) : title} noIndex>
      <Hero title={title} size="small" lede={t(`answer.lede.${standing}`, { by })} />
      <ErrorSummary errors={errors} />
      {invitation.summary && <p lang="fr">{invitation.summary}</p>}
      {word && <blockquote lang="fr"><p>{word}</p></blockquote>}
      {until && <p>{t('answer.until', { date: formatPartialDate(lang, dayOf(until)) })}</p>}
      <p class="hint">{t(`answer.seen.${standing}`)}</p>
      <AnswerForm {...{ invitation, known, errors, typed }} />
      <form method="post" action={to(paths.decline.href({ id: invitation.id }))}>
        {token && <input type="hidden" name="jeton" value={token} />}
        <Button kind="plain">{t('answer.decline')}</Button>
      </form>
      {bodies.length === 0 && standing === 'member' && <p class="hint">{t('answer.later')}</p>}
    </Page>
  );
}

function AnswerForm({ invitation, known, errors, typed }: Pick<AnswerPageProps, 'invitation' | 'known' | 'typed'> & { errors: readonly { name: string; message: string }[] }) {
  const t = useT(messages);
  const { to, account } = useView();
  const { id, token, standing, bodies } = invitation;
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  const here = to(paths.invitation.href({ id }, { jeton: token }));
  if (standing === 'member' && !account) {
    return (
      <Note tone="context" title={t('answer.signIn.title')}>
        <p>{t('answer.signIn.text')}</p>
        <p class="actions"><Button href={to(commonPaths.signIn.href({}, { suite: here }))}>{t('answer.signIn')}</Button></p>
      </Note>
    );
  }
  if (standing === 'member' && !bodies.length) {
    return (
      <Note tone="context" title={t('answer.noBody')}>
        <p><a href={to(commonPaths.claims.href({}))}>{t('join.claim')}</a></p>
      </Note>
    );
  }
  return (
    <form method="post" action={to(paths.invitation.href({ id }))} class="form">
      {token && <input type="hidden" name="jeton" value={token} />}
      {standing === 'member' && (bodies.length > 1 ? (
        <Field type="radio" name="pour" label={t('join.for')} options={bodies.map((body) => [body.id, body.title] as const)} value={typed?.text('pour')} error={errorOf('pour')} />
      ) : (
        <p>{t('join.forOne', { body: bodies[0]!.title })}</p>
      ))}
      {!known && (
        <>
          <Field name="nom" label={t('answer.name')} autocomplete="name" value={typed?.text('nom')} maxLength={120} error={errorOf('nom')} />
          <Field name="fonction" label={t('answer.function')} hint={t('answer.function.hint')} autocomplete="organization-title" value={typed?.text('fonction')} maxLength={200} error={errorOf('fonction')} />
        </>
      )}
      <p class="actions"><Button>{t('answer.accept')}</Button></p>
    </form>
  );
}

/** Answered, withdrawn, or too late. */
export function OverPage() {
  const t = useT(messages);
  return (
    <Page title={t('answer.over')} noIndex>
      <Hero title={t('answer.over')} size="small" lede={t('answer.over.text')} />
    </Page>
  );
}
