import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref } from '~/sheets/index.ts';
import { Columns, Empty, ErrorSummary, Hero, MarginNote, Note } from '~/ui/index.ts';
import type { Writing } from '../../access.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { DeskProps } from '../desk.ts';
import type { Draft } from '../queries.ts';
import { Corrections } from './corrections.tsx';
import { MinutesCrumbs } from './crumbs.tsx';
import { NewPart, PartList } from './part-list.tsx';
import { NextStep, Writers } from './steps.tsx';
import { FollowUps } from './follow-ups.tsx';

/** Where the minutes are written, by several people at once: what there is, part by part, and the next step. */
export function DeskPage(props: DeskProps) {
  const { writing, draft, review, fault } = props;
  const t = useT(messages);
  const { to, lang } = useView();
  const { state, sheet } = writing;
  const open = state !== 'published';
  const errors = fault ? [{ name: fault.on, message: t(`fault.${fault.code}`) }] : [];
  return (
    <Page title={t('desk.page', { title: sheet.title })} section="rencontres" noIndex>
      <MinutesCrumbs writing={writing} />
      <Hero title={t(open ? 'desk.title' : 'desk.title.published')} size="title" eyebrow={<a href={to(sheetHref(sheet.kind, sheet.slug))} lang="fr">{sheet.title}</a>} lede={t(`state.${state}.sentence`, { until: review.until ? formatDay(lang, review.until, { dateStyle: 'long' }) : '' })} />
      <ErrorSummary errors={errors} />
      <Columns
        main={
          <>
            {open && draft.wrongDays.length > 0 && (
              <Note tone="confirm" title={t('days.title')} sign="a-confirmer">
                {draft.wrongDays.map(({ written, day }) => <p key={written}>{t('days.one', { written, day: formatDay(lang, day, { dateStyle: 'long' }), real: formatDay(lang, day, { weekday: 'long' }) })}</p>)}
              </Note>
            )}
            {draft.asides.length > 0 && (
              <Note tone="confirm" title={t('asides.title', { n: draft.asides.length })} sign="a-confirmer">
                <p>{t('asides.text')}</p>
                <ul class="plain">{draft.asides.map((one) => <li key={one.id}><a href={to(hrefOfUnit(writing, draft, one.unit))}>{t('aside.one', { author: one.author || t('someone') })}</a></li>)}</ul>
              </Note>
            )}
            {writing.organises && <Corrections {...props} />}
            {draft.parts.length === 0 && draft.speeches.length === 0 && <Empty title={t('desk.empty')}><p>{t('desk.empty.text')}</p></Empty>}
            <PartList {...props} />
            {open && <NewPart {...props} />}
            <FollowUps {...props} />
          </>
        }
        aside={
          <>
            {writing.organises && <NextStep {...props} />}
            <Writers {...props} />
            {open && (
              <MarginNote title={t('desk.how')}>
                <p>{t('desk.how.text')}</p>
              </MarginNote>
            )}
          </>
        }
      />
    </Page>
  );
}

function hrefOfUnit(writing: Writing, draft: Draft, unit: string): string {
  const speech = draft.speeches.find((one) => one.id === unit);
  const part = draft.parts.find((one) => one.id === unit || (speech && one.position === speech.part));
  return part ? paths.part.href({ ...writing.at, id: part.id }) : paths.speeches.href(writing.at);
}
