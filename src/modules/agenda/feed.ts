import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { localizePath, translator, type Lang } from '~/platform/i18n/index.ts';
import { labelOfState, sheetHref } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import type { Entry } from './queries.ts';
import { feedStatusOf, hasDay } from './rules.ts';

export interface FeedInput {
  entries: readonly Entry[];
  name: string;
  /** Said of what is not in the feed: what has no day. */
  description: string;
  /** Address of the page that asks the same question. */
  url: string;
  origin: string;
  lang?: Lang;
}

/**
 * RFC 5545. Only what is known to the day is here (docs/decisions/0070): a month drawn over thirty days would be read
 * as thirty days. Hours are instants in UTC, which every reader shows in its own zone without needing a VTIMEZONE.
 */
export function buildFeed({ entries, name, description, url, origin, lang = 'fr' }: FeedInput): string {
  const host = new URL(origin).host;
  const calendar = ical({ name, description, url, prodId: { company: 'Jumelles', product: 'agenda', language: lang.toUpperCase() }, method: ICalCalendarMethod.PUBLISH, ttl: 86_400 });
  for (const entry of entries.filter(hasDay)) {
    const address = origin + localizePath(lang, sheetHref(entry.kind, entry.slug));
    calendar.createEvent({
      // for keeps: the id of the sheet does not change when its title, its dates or its address do
      id: `${entry.id}@${host}`,
      ...spanOf(entry),
      summary: titleOf(entry, lang),
      description: [entry.summary, address].filter(Boolean).join('\n\n'),
      location: entry.place ?? undefined,
      url: address,
      status: ICalEventStatus[feedStatusOf(entry.state)],
      sequence: entry.version,
      stamp: new Date(entry.updatedAt),
      lastModified: new Date(entry.updatedAt),
    });
  }
  return calendar.toString();
}

/** Most readers do not show a status: the title says what is not certain. */
function titleOf(entry: Entry, lang: Lang): string {
  if (entry.deadline) return translator(messages, lang)('feed.deadline', { title: entry.title });
  if (feedStatusOf(entry.state) === 'CONFIRMED') return entry.title;
  const word = labelOfState(entry.kind, entry.state, lang);
  return word ? `${entry.title} (${word})` : entry.title;
}

function spanOf(entry: Entry) {
  const first = entry.start!.value;
  const last = entry.end?.precision === 'day' ? entry.end.value : first;
  if (entry.starts && entry.timeZone) {
    const zone = entry.timeZone;
    const at = (day: string, time: string) => new Date(Temporal.ZonedDateTime.from(`${day}T${time}[${zone}]`).epochMilliseconds);
    return { start: at(first, entry.starts), end: entry.ends ? at(last, entry.ends) : undefined };
  }
  // the end of whole days is the day after, by the standard
  const after = Temporal.PlainDate.from(last).add({ days: 1 }).toString();
  return { allDay: true, start: new Date(`${first}T00:00:00Z`), end: new Date(`${after}T00:00:00Z`), transparency: ICalEventTransparency.TRANSPARENT };
}
