import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, Page, sheetHref } from '~/sheets/index.ts';
import { Button, Empty, ErrorSummary, Field, Hero, Note, Section, StateMark } from '~/ui/index.ts';
import type { Subject } from '../../access.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import { MinutesCrumbs } from '../../writing/pages/crumbs.tsx';
import { labelOf } from '../../writing/pages/texts.tsx';
import type { Draft } from '../../writing/queries.ts';
import type { OwnWords } from '../queries.ts';

export interface WordsPageProps {
  subject: Subject;
  draft: Draft;
  words: OwnWords[];
  typed?: { roleId: string; text: string };
}

/** « J'y ai parlé : corriger »: one's own words, and no others. */
export function WordsPage({ subject, draft, words, typed }: WordsPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const published = subject.state === 'published';
  const error = typed && t(typed.text ? 'fault.words.long' : 'fault.words.missing');
  return (
    <Page title={t('words.title')} section="rencontres" noIndex>
      <MinutesCrumbs writing={subject} />
      <Hero title={t('words.title')} size="title" eyebrow={<a href={to(sheetHref(subject.sheet.kind, subject.sheet.slug))} lang="fr">{subject.sheet.title}</a>} lede={words.length ? t(published ? 'words.lede.published' : 'words.lede') : undefined} />
      <ErrorSummary errors={error ? [{ name: 'mots', message: error }] : []} />
      {words.length === 0 && (
        <Empty title={t('words.none')}>
          <p>{t('words.none.text')}</p>
          <p><a href={to(commonPaths.card.href({}))}>{t('words.none.card')}</a></p>
          <p><a href={to(commonPaths.feedback.href({}, { page: sheetHref(subject.sheet.kind, subject.sheet.slug) }))}>{t('words.none.write')}</a></p>
        </Empty>
      )}
      {words.map((one) => {
        const speech = draft.speeches.find(({ id }) => id === one.roleId)!;
        const mine = typed?.roleId === one.roleId ? typed.text : undefined;
        return (
          <Section key={one.roleId} title={<span lang="fr">{labelOf(speech)}</span>}>
            {one.proposed && <Note title={t('words.waiting')}><p lang="fr" class="kept-lines">{one.proposed}</p></Note>}
            {!one.said && <p><StateMark status="non-rapportee" word={t('silent')} /></p>}
            <form method="post" action={to(paths.words.href(subject.at))}>
              <input type="hidden" name="prise" value={one.roleId} />
              <Field type="textarea" name="mots" rows={8} label={t('field.mots')} hint={t('field.mots.hint')} value={mine ?? one.proposed ?? one.said ?? ''} error={mine === undefined ? undefined : error} />
              <div class="actions"><Button>{t('words.send')}</Button></div>
            </form>
          </Section>
        );
      })}
      {words.length > 0 && !published && !words.every(({ agreed }) => agreed) && (
        <form method="post" action={to(paths.agreement.href(subject.at))}>
          <p>{t('words.agree.text')}</p>
          <div class="actions"><Button kind="outline">{t('words.agree')}</Button></div>
        </form>
      )}
    </Page>
  );
}
