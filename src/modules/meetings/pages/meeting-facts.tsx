import { formatList, formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { hoursBetween } from '~/platform/geo/distance.ts';
import { earliestDay } from '~/platform/dates/partial.ts';
import { labelOfState, linked, sheetHref, type LinkedSheet, type SheetFrame } from '~/sheets/index.ts';
import { DefinitionList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { MeetingDetail } from '../queries.ts';
import { MeetingState } from './state.tsx';
import { formatHours, When } from './when.tsx';

/** When, where, who invites, how many, state: what one asks of a meeting first. */
export function MeetingFacts({ frame, meeting }: { frame: SheetFrame; meeting: MeetingDetail }) {
  const t = useT(messages);
  const { lang } = useView();
  const { sheet } = frame;
  const organisers = linked(frame.outgoing, 'organiser');
  const groups = linked(frame.outgoing, 'group');
  const hasMinutes = sheet.state === 'held' && meeting.sessions.some(({ written }) => written);
  const state = hasMinutes ? t('state.minutes', { state: labelOfState('event', sheet.state, lang) ?? '' }) : undefined;
  return (
    <DefinitionList
      items={[
        [t('facts.when'), <><When sheet={sheet} />{meeting.hours && `, ${formatHours(t, lang, meeting.hours) ?? ''}`}<ZoneNote frame={frame} meeting={meeting} /></>],
        [t('facts.where'), <Where frame={frame} meeting={meeting} />],
        [t('facts.who'), organisers.length ? <Links list={organisers} /> : t('who.unknown')],
        meeting.edition !== null && meeting.sessions.length === 0 && [t('facts.edition'), t('edition', { n: meeting.edition })],
        meeting.participants !== null && [
          t('facts.howMany'),
          t(`participants.${meeting.participantsQualifier ?? 'exact'}` as 'participants.exact', { n: meeting.participantsQualifier === 'exact' ? meeting.participants : formatNumber(lang, meeting.participants) }),
        ],
        groups.length > 0 && [t('facts.groups'), <Links list={groups} />],
        [t('facts.state'), <MeetingState state={sheet.state} word={state} />],
        meeting.series.length > 0 && [t('facts.series'), <Links list={meeting.series} />],
      ]}
    />
  );
}

function Where({ frame, meeting }: { frame: SheetFrame; meeting: MeetingDetail }) {
  const t = useT(messages);
  const { to } = useView();
  if (meeting.online) return <>{t('where.online')}</>;
  const label = meeting.place ?? frame.places[0]?.label;
  if (!label) return <>{t('where.unknown')}</>;
  return <span lang="fr">{meeting.placeHref ? <a href={to(meeting.placeHref)}>{label}</a> : label}</span>;
}

/** Somebody in Paris and somebody in Shizuoka read the same hour differently. */
function ZoneNote({ frame, meeting }: { frame: SheetFrame; meeting: MeetingDetail }) {
  const t = useT(messages);
  const { start } = frame.sheet;
  if (!meeting.timeZone || !start || start.precision !== 'day') return null;
  const hours = hoursBetween('Europe/Paris', meeting.timeZone, earliestDay(start));
  if (hours === 0) return null;
  const place = meeting.place ?? frame.places[0]?.label ?? meeting.timeZone;
  return <><br /><small>{t(hours > 0 ? 'zone.ahead' : 'zone.behind', { place, hours: Math.abs(hours) })}</small></>;
}

function Links({ list }: { list: readonly (LinkedSheet | MeetingDetail['series'][number])[] }) {
  const { lang, to } = useView();
  const names = list.map((one) => one.title);
  if (list.length === 1) return <a href={to(sheetHref(list[0]!.kind, list[0]!.slug))}>{names[0]}</a>;
  return (
    <ul class="plain" aria-label={formatList(lang, names)}>
      {list.map((one) => (
        <li key={one.id}>
          <a href={to(sheetHref(one.kind, one.slug))}>{one.title}</a>
        </li>
      ))}
    </ul>
  );
}
