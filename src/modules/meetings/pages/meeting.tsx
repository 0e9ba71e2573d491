import type { ComponentChildren } from 'preact';
import { useT, useView } from '~/platform/i18n/index.ts';
import { WhyHidden } from '~/modules/people/index.ts';
import { labelOfKind, labelOfType, linked, sheetHref, SheetPage, type SheetFrame } from '~/sheets/index.ts';
import { Hero, Note, Section, SheetList } from '~/ui/index.ts';
import { calendarHref } from '../calendar.ts';
import { describeMeeting } from '../json-ld.ts';
import { messages } from '../messages.ts';
import type { Minutes } from '../minutes-queries.ts';
import { paths } from '../paths.ts';
import type { MeetingDetail } from '../queries.ts';
import { isAhead, isUnanswered } from '../rules.ts';
import { Attendance } from './attendance.tsx';
import { MeetingFacts } from './meeting-facts.tsx';
import { MinutesNotes } from './minutes-notes.tsx';
import { MinutesText } from './minutes.tsx';
import { Programme } from './programme.tsx';
import { Said } from './said.tsx';

export function MeetingPage({ frame, meeting, minutes }: { frame: SheetFrame; meeting: MeetingDetail; minutes: Minutes }) {
  const t = useT(messages);
  const view = useView();
  const { sheet } = frame;
  const isOver = isUnanswered(sheet.state, sheet.start, sheet.end, view.today);
  const themesOpen = isAhead(sheet.state) && !isOver ? 'themesOpen.ahead' : 'themesOpen';
  const isWritten = minutes.isPublished || meeting.sessions.some(({ written }) => written);
  const announced = frame.facts.find((fact) => fact.field === 'authorities' && !fact.chosen);
  // Two days of programme fill two screens: how to come, or why it is off, is read before them.
  const isBefore = meeting.sessions.length > 0;
  return (
    <SheetPage
      frame={isBefore && frame.inside ? { ...frame, inside: { ...frame.inside, head: [] } } : frame}
      section="rencontres"
      breadcrumb={[{ href: view.to(paths.list.href({})), label: t('list.title') }, { label: sheet.title }]}
      jsonLd={describeMeeting(frame, meeting, view)}
      hero={<MeetingHero frame={frame} meeting={meeting} head={isBefore ? frame.inside?.head : undefined} />}
      aside={
        <>
          <MinutesNotes minutes={minutes} />
          {minutes.roles.length > 0 && <WhyHidden />}
        </>
      }
    >
      {isOver && (
        <Note tone="confirm" title={t('unanswered.title')} sign="a-confirmer">
          {t('unanswered.text')}
        </Note>
      )}
      {sheet.state === 'tentative' && (
        <Note title={t('tentative.title')} sign="envisage">
          {t('tentative.text')} {meeting.themesOpen && t(themesOpen)}
        </Note>
      )}
      {sheet.state !== 'tentative' && meeting.themesOpen && !isWritten && <p>{t(themesOpen)}</p>}
      {meeting.aims && (
        <Section title={t('facts.aims')}>
          <p lang="fr">{meeting.aims}</p>
        </Section>
      )}
      {meeting.attendance && (sheet.state === 'held' || sheet.state === 'minutes') && <Attendance count={meeting.attendance} announced={announced} />}
      {meeting.sessions.some(({ written }) => written) && <Said sessions={meeting.sessions} groups={meeting.groups} />}
      {(minutes.parts.length > 0 || minutes.roles.length > 0) && <MinutesText minutes={minutes} />}
      <Related frame={frame} />
    </SheetPage>
  );
}

function MeetingHero({ frame, meeting, head }: { frame: SheetFrame; meeting: MeetingDetail; head?: ComponentChildren }) {
  const t = useT(messages);
  const { to, lang } = useView();
  const { sheet } = frame;
  const days = new Set(meeting.sessions.map((session) => session.day).filter(Boolean)).size;
  const speeches = meeting.sessions.reduce((sum, session) => sum + session.speakers, 0);
  const plenaries = meeting.sessions.filter((session) => session.type === 'pleniere').length;
  const size = t('lede.meeting', { days, plenaries, sessions: meeting.sessions.length - plenaries, speeches });
  return (
    <>
      <Hero
        title={<span lang="fr">{sheet.title}</span>}
        size="title"
        eyebrow={labelOfType('event', sheet.type, lang)}
        lede={meeting.sessions.length > 0 ? `${meeting.edition === null ? '' : `${t('edition', { n: meeting.edition })}. `}${size}` : <span lang="fr">{sheet.summary}</span>}
        side={<MeetingFacts frame={frame} meeting={meeting} />}
      />
      {meeting.guidingTheme && (
        <p class="guiding">
          {t('facts.guiding')} <span lang="fr">« {meeting.guidingTheme} »</span>
        </p>
      )}
      {head}
      {meeting.sessions.length > 0 && <Programme sessions={meeting.sessions} calendarHref={to(calendarHref(sheet.slug))} />}
    </>
  );
}

function Related({ frame }: { frame: SheetFrame }) {
  const t = useT(messages);
  const { to, lang } = useView();
  const list = [...linked(frame.outgoing, 'partnership'), ...linked(frame.outgoing, 'law'), ...frame.incoming.filter((one) => one.kind !== 'session')];
  if (!list.length) return null;
  return (
    <Section id="autour" title={t('related.title')}>
      <SheetList items={list.map((one) => ({ href: to(sheetHref(one.kind, one.slug)), title: one.title, lang: 'fr', context: labelOfKind(one.kind, lang) }))} />
    </Section>
  );
}
