import { formatDay, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { WhyHidden } from '~/modules/people/index.ts';
import { linked, sheetHref, SheetPage, type SheetFrame } from '~/sheets/index.ts';
import { Empty, FactsLine, MarginNote, Note, Section } from '~/ui/index.ts';
import { describeSession } from '../json-ld.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { SessionDetail } from '../queries.ts';
import { isAhead, isUnanswered, readWrittenDay } from '../rules.ts';
import { MinutesText } from './minutes.tsx';
import { SessionAside, type SessionPageProps } from './session-aside.tsx';
import { SessionNav } from './session-nav.tsx';
import { SessionKind } from './session-sign.tsx';
import { formatHours } from './when.tsx';

export function SessionPage({ frame, session, minutes }: SessionPageProps) {
  const t = useT(messages);
  const view = useView();
  const [meeting] = linked(frame.outgoing, 'event');
  return (
    <SheetPage
      frame={frame}
      section="rencontres"
      breadcrumb={[
        { href: view.to(paths.list.href({})), label: t('list.title') },
        ...(meeting ? [{ href: view.to(sheetHref('event', meeting.slug)), label: meeting.title }] : []),
        { label: session.shortTitle },
      ]}
      jsonLd={describeSession(frame, session, view)}
      hero={<SessionHero frame={frame} session={session} written={minutes.isPublished} />}
      aside={
        <>
          <SessionAside frame={frame} session={session} minutes={minutes} />
          {minutes.roles.length > 0 && <WhyHidden />}
          {meeting && <Cite frame={frame} meeting={meeting.title} />}
        </>
      }
      wide={<SessionNav session={session} current={frame.sheet.id} />}
    >
      {frame.sheet.summary && <p class="lede minutes-lede" lang="fr">{frame.sheet.summary}</p>}
      {session.announced && (
        <Section title={t('session.announced')}>
          <p lang="fr">{session.announced}</p>
        </Section>
      )}
      {minutes.roles.length > 0 || minutes.parts.length > 0 ? <MinutesText minutes={minutes} /> : <Unwritten frame={frame} begun={minutes.isBegun} />}
      {session.conclusion && (
        <section class="conclusion">
          <h2>{t('conclusion')}</h2>
          <p lang="fr">{session.conclusion}</p>
        </section>
      )}
    </SheetPage>
  );
}

/** Neither speakers nor minutes: who will come is said before, what was said after. */
function Unwritten({ frame: { sheet }, begun }: { frame: SheetFrame; begun: boolean }) {
  const t = useT(messages);
  const { today } = useView();
  if (isAhead(sheet.state) && !isUnanswered(sheet.state, sheet.start, sheet.end, today)) return <Empty title={t('session.ahead')} />;
  return begun ? null : <Empty title={t('session.none')} />;
}

function SessionHero({ frame, session, written }: { frame: SheetFrame; session: SessionDetail; written: boolean }) {
  const t = useT(messages);
  const { lang } = useView();
  const { sheet } = frame;
  const day = sheet.start;
  const isCut = sheet.title.length > 60 && session.shortTitle !== sheet.title;
  return (
    <header class="hero session-hero">
      <p class="eyebrow">
        {session.number > 0 && (
          <strong class="session-numeral">
            <span class="visually-hidden">{t('session.number', { n: session.number })}</span>
            <span aria-hidden="true">{session.number}</span>
          </strong>
        )}{' '}
        <SessionKind type={sheet.type} />
      </p>
      <h1 class="title" lang="fr">{isCut ? session.shortTitle : sheet.title}</h1>
      {isCut && <p class="full-title" lang="fr">{t('session.fullTitle', { title: sheet.title })}</p>}
      <FactsLine items={[day ? <time dateTime={day.value}>{formatPartialDate(lang, day, { weekday: true })}</time> : t('session.when.unknown'), formatHours(t, lang, session), session.room, written && t('session.minutes')]} />
      {written && <p class="as-of">{day ? t('session.asOf', { date: formatPartialDate(lang, day) }) : t('session.asOfUnknown')}</p>}
      <WeekdayNote written={session.dayWritten} />
    </header>
  );
}

/** What the minutes write, and what the calendar says: both are shown. */
function WeekdayNote({ written }: { written: string | null }) {
  const t = useT(messages);
  const { lang } = useView();
  const read = written ? readWrittenDay(written) : undefined;
  if (!read || read.written === null || read.written === read.real) return null;
  const real = formatDay(lang, read.day, { weekday: 'long' });
  return (
    <Note tone="confirm" title={t('weekday.title')} sign="a-confirmer">
      {t('weekday.text', { written: written!, day: formatDay(lang, read.day, { day: 'numeric', month: 'long' }), real })} {t('weekday.kept', { real })}
    </Note>
  );
}

function Cite({ frame, meeting }: { frame: SheetFrame; meeting: string }) {
  const t = useT(messages);
  const { lang, origin } = useView();
  const { sheet } = frame;
  const when = sheet.start ? formatPartialDate(lang, sheet.start) : t('session.when.unknown');
  return (
    <MarginNote title={t('session.cite')}>
      <p lang="fr">{t('session.cite.text', { title: sheet.title, event: meeting, when, address: origin + sheetHref('session', sheet.slug) })}</p>
    </MarginNote>
  );
}
