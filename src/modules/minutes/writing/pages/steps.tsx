import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { Button, Field, MarginNote } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { DeskProps } from '../desk.ts';
import { OneButton } from './one-button.tsx';

/** To the speakers, then to everybody; after that, notes only. */
export function NextStep({ writing, draft, review, fault }: DeskProps) {
  const t = useT(messages);
  const { to, lang } = useView();
  const { state, at } = writing;
  if (state === 'published') {
    return (
      <MarginNote title={t('notes.title')}>
        <p>{t('notes.why')}</p>
        <p><a href={to(paths.notes.href(at))}>{t('notes.add')}</a></p>
      </MarginNote>
    );
  }
  if (state === 'none') return null;
  const answered = review.reviewers.filter(({ agreed }) => agreed).length;
  return (
    <>
      <MarginNote title={t('review.title')}>
        <p>{state === 'review' ? t('review.progress', { asked: review.reviewers.length, answered, until: review.until ? formatDay(lang, review.until, { dateStyle: 'long' }) : '' }) : t('review.why')}</p>
        <p><a href={to(paths.review.href(at))}>{t(state === 'review' ? 'review.more' : 'review.open')}</a></p>
      </MarginNote>
      <MarginNote title={t('publish.title')}>
        <p>{t('publish.why')}</p>
        <form method="post" action={to(paths.publication.href(at))} id="champ-publication">
          {draft.wrongDays.length > 0 && <Field type="checkbox" name="garder" label={t('publish.keep', { n: draft.wrongDays.length })} error={fault?.on === 'garder' ? t(`fault.${fault.code}`) : undefined} />}
          <div class="actions"><Button kind={state === 'review' ? 'full' : 'outline'}>{t('publish.do')}</Button></div>
        </form>
      </MarginNote>
    </>
  );
}

/** By function: those whom the organisers asked to take notes. */
export function Writers({ writing, writers, colleagues, fault }: DeskProps) {
  const t = useT(messages);
  const { to } = useView();
  const open = writing.state !== 'published' && writing.organises;
  if (!open && !writers.length) return null;
  return (
    <MarginNote title={t('writers.title')}>
      {writers.length === 0 && <p>{t('writers.none')}</p>}
      <ul class="plain">
        {writers.map((one) => (
          <li key={one.id}>
            {one.function || t('someone')}
            {open && <OneButton action={paths.removeWriter.href({ ...writing.at, id: one.id })} label={t('writer.remove')} />}
          </li>
        ))}
      </ul>
      {open && (
        <form method="post" action={to(paths.writers.href(writing.at))}>
          {colleagues.length > 0 && <Field type="select" name="personne" label={t('field.personne')} value="" options={[['', t('field.personne.none')], ...colleagues.map((one) => [one.id, one.function] as const)]} />}
          <Field type="email" name="courriel" label={t(colleagues.length > 0 ? 'field.courriel' : 'field.courriel.only')} hint={t('field.courriel.hint')} value={fault?.on === 'courriel' ? fault.typed?.courriel : undefined} error={fault?.on === 'courriel' ? t(`fault.${fault.code}`) : undefined} optional={colleagues.length > 0} />
          <div class="actions"><Button kind="outline">{t('writer.add')}</Button></div>
        </form>
      )}
    </MarginNote>
  );
}
