import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { Page } from '~/sheets/index.ts';
import { Button, ErrorSummary, Field, Hero } from '~/ui/index.ts';
import type { Writing } from '../../access.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { WrongDay } from '../../rules.ts';
import { MinutesCrumbs } from '../../writing/pages/crumbs.tsx';
import { labelOf } from '../../writing/pages/texts.tsx';
import type { Draft } from '../../writing/queries.ts';

export interface TypedNote {
  kind: string;
  about: string;
  text: string;
  dated: string;
}

export interface NotesFault {
  name: string;
  code: 'note.kind' | 'note.missing' | 'note.long' | 'note.date' | 'weekday';
  day?: WrongDay;
}

/** R175: what is added to published minutes, beside a text that nobody alters. */
export function NotesPage({ writing, draft, typed, faults }: { writing: Writing; draft: Draft; typed: TypedNote; faults: NotesFault[] }) {
  const t = useT(messages);
  const { to, lang } = useView();
  const errors = faults.map(({ name, code, day }) => ({
    name,
    message: day ? t('fault.weekday', { day: formatDay(lang, day.day, { dateStyle: 'long' }), real: formatDay(lang, day.day, { weekday: 'long' }) }) : t(`fault.${code as 'note.kind'}`),
  }));
  const errorOf = (name: string) => errors.find((one) => one.name === name)?.message;
  const passages = [...draft.parts.map((part) => [part.id, part.title] as const), ...draft.speeches.map((one) => [one.id, labelOf(one)] as const)];
  return (
    <Page title={t('notes.title')} section="rencontres" noIndex>
      <MinutesCrumbs writing={writing} last={t('notes.title')} />
      <Hero title={t('notes.title')} size="title" lede={t('notes.lede')} />
      <ErrorSummary errors={errors} />
      <form method="post" action={to(paths.notes.href(writing.at))}>
        <Field type="radio" name="sorte" label={t('field.sorte')} value={typed.kind} error={errorOf('sorte')} options={[['note', t('notes.note')], ['erratum', t('notes.erratum')]]} />
        <Field type="select" name="passage" label={t('field.passage')} hint={t('field.passage.hint')} value={typed.about} options={[['', t('field.passage.whole')], ...passages]} />
        <Field type="textarea" name="note" rows={5} label={t('field.note')} hint={t('field.note.hint')} value={typed.text} error={errorOf('note')} />
        <Field type="date" name="date" label={t('field.date')} value={typed.dated} error={errorOf('date')} />
        <div class="actions"><Button>{t('notes.add')}</Button></div>
      </form>
    </Page>
  );
}
