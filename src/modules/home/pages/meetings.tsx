import type { PartialDate } from '~/platform/dates/partial.ts';
import { formatDay, useT, useView, type Lang } from '~/platform/i18n/index.ts';
import { labelOfState, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { DateBlock, MoreLink, Section, SheetList, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';

/** What is coming; when nothing is announced, it is said, and the last meetings known are shown as such. */
export function Meetings({ upcoming, recent }: { upcoming: SheetSummary[]; recent: SheetSummary[] }) {
  const t = useT(messages);
  const { lang, to, today } = useView();
  const shown = upcoming.length ? upcoming : recent;
  return (
    <Section id="bientot" title={t('soon.title')}>
      {upcoming.length === 0 && <p>{recent.length ? t('soon.nothing') : t('soon.empty')}</p>}
      <SheetList
        items={shown.map((meeting) => ({
          href: to(sheetHref('event', meeting.slug)),
          title: meeting.title,
          lang: meeting.lang,
          meta: meeting.context ? <span lang={meeting.lang}>{meeting.context}</span> : undefined,
          sign: meeting.start ? <When date={meeting.start} lang={lang} withYear={upcoming.length === 0 || meeting.start.value.slice(0, 4) !== today.slice(0, 4)} /> : undefined,
          right: <StateMark status={statusOf(meeting)} word={labelOfState('event', meeting.state, lang) ?? ''} />,
        }))}
      />
      <MoreLink href={to('/agenda')}>{t('soon.all')}</MoreLink>
    </Section>
  );
}

/** « 12 mai », « mai », « 2024 »: no more than what is known. */
function When({ date, lang, withYear }: { date: PartialDate; lang: Lang; withYear: boolean }) {
  if (date.precision === 'year') return <DateBlock month={date.value} dateTime={date.value} />;
  const iso = date.precision === 'month' ? `${date.value}-01` : date.value;
  const month = formatDay(lang, iso, withYear ? { month: 'short', year: 'numeric' } : { month: 'long' });
  return <DateBlock day={date.precision === 'day' ? String(Number(iso.slice(8))) : undefined} month={month} dateTime={date.value} />;
}

const statuses = { held: 'tenu', confirmed: 'confirme-evt', planned: 'prevu', recurring: 'prevu', tentative: 'envisage', mentioned: 'envisage', cancelled: 'annule' } as const;

function statusOf(meeting: SheetSummary) {
  return statuses[meeting.state as keyof typeof statuses] ?? 'prevu';
}
