import type { View } from '~/platform/i18n/index.ts';
import { linked, sheetHref, type SheetFrame } from '~/sheets/index.ts';
import { paths } from './paths.ts';
import type { Hours, MeetingDetail, SessionDetail } from './queries.ts';

/** schema.org Event. A meeting that is only considered has no status: the vocabulary has no word for it. */
export function describeMeeting(frame: SheetFrame, meeting: MeetingDetail, view: View): Record<string, unknown> {
  const { sheet } = frame;
  const organisers = linked(frame.outgoing, 'organiser');
  const place = meeting.place ?? frame.places[0]?.label;
  return {
    ...datesOf(sheet.start?.value, sheet.end?.value, meeting.hours, meeting.timeZone),
    ...(sheet.state === 'cancelled' ? { eventStatus: 'https://schema.org/EventCancelled' } : {}),
    ...(['planned', 'confirmed', 'held'].includes(sheet.state ?? '') ? { eventStatus: 'https://schema.org/EventScheduled' } : {}),
    ...(meeting.online ? { eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode', location: { '@type': 'VirtualLocation', url: view.origin + paths.meeting.href({ slug: sheet.slug }) } } : {}),
    ...(place && !meeting.online ? { location: { '@type': 'Place', name: place, address: place } } : {}),
    ...(organisers.length ? { organizer: organisers.map((one) => ({ '@type': 'Organization', name: one.title, url: view.origin + sheetHref(one.kind, one.slug) })) } : {}),
    ...(meeting.sessions.length ? { subEvent: meeting.sessions.map((one) => ({ '@type': 'Event', name: one.title, url: view.origin + paths.session.href({ slug: one.slug }), ...datesOf(one.day ?? undefined, undefined, one, 'Europe/Paris') })) } : {}),
  };
}

export function describeSession(frame: SheetFrame, session: SessionDetail, view: View): Record<string, unknown> {
  const [meeting] = linked(frame.outgoing, 'event');
  return {
    ...datesOf(frame.sheet.start?.value, undefined, session, 'Europe/Paris'),
    ...(meeting ? { superEvent: { '@type': 'Event', name: meeting.title, url: view.origin + sheetHref('event', meeting.slug) } } : {}),
  };
}

/** ISO 8601, cut to what is known; with an hour, its offset that day. */
function datesOf(start: string | undefined, end: string | undefined, hours: Hours | null, timeZone: string | null): { startDate?: string; endDate?: string } {
  if (!start) return {};
  const at = (time: string | null | undefined) => (time && timeZone && start.length === 10 ? Temporal.ZonedDateTime.from(`${start}T${time}[${timeZone}]`).toString({ timeZoneName: 'never' }) : undefined);
  return { startDate: at(hours?.starts) ?? start, ...(at(hours?.ends) ?? end ? { endDate: at(hours?.ends) ?? end! } : {}) };
}
