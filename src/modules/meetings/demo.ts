import eventData from '~root/db/demo/events.json';
import sessionData from '~root/db/demo/sessions.json';
import { findPartialDate, parsePartialDate } from '~/platform/dates/partial.ts';
import type { Tx } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { findFunctions } from '~/modules/people/index.ts';
import { type Fact, type NameKind, type Place, type World } from '~/sheets/index.ts';
import { parseSeedSource } from '~/world/sources.ts';
import { addAttendances } from './attendance/commands.ts';
import { addContextNote, createMeeting, createSession } from './commands.ts';
import type { MeetingState } from './rules.ts';
import { minutesOf, type FindFunction, type SeedEvent, type SeedSession } from './seed.ts';

/** The 32 meetings, then the 15 sessions of the Rencontres of 2023 with who spoke in them. */
export async function demo(tx: Tx, world: World): Promise<void> {
  const find = await findFunctions(tx);
  for (const event of eventData.events as SeedEvent[]) await loadEvent(tx, world, find, event);
  for (const session of sessionData.sessions as SeedSession[]) await loadSession(tx, world, find, session);
}

async function loadEvent(tx: Tx, world: World, find: FindFunction, event: SeedEvent): Promise<void> {
  const source = parseSeedSource(event.source);
  const created = await createMeeting(tx, instance, {
    slug: event.slug,
    type: event.type,
    title: event.title,
    summary: event.summary,
    names: (event.names ?? []) as { name: string; kind: NameKind }[],
    state: { state: event.state as MeetingState, source },
    start: findPartialDate(event.start),
    end: findPartialDate(event.end),
    countries: event.country ? [world.country(event.country)] : [],
    themes: event.themes ?? [],
    places: placesOf(world, event),
    links: [
      ...event.organisers.map((known) => ({ role: 'organiser', to: findFirst(world, known) })),
      ...linksTo(world, 'partnership', event.partnerships),
      ...linksTo(world, 'law', event.laws),
    ],
    sources: [source],
    facts: factsOf(event),
    toConfirm: event.announced !== undefined,
    series: event.series,
    edition: event.edition,
    guidingTheme: event.guidingTheme,
    place: event.place,
    online: event.online,
    participants: event.participants,
    participantsQualifier: event.qualifier,
    themesOpen: event.themesOpen,
    aims: event.aims,
    timeZone: event.timeZone,
    hours: event.starts ? { starts: event.starts, ends: event.ends, timeZone: event.timeZone! } : undefined,
    ...minutesOf(find, event),
  });
  if ('refused' in created) throw new RangeError(`${event.id}: ${created.refused}`);
  world.set('event', event.id, created.id);
  if (event.attendance) await addAttendances(tx, instance, created.id, event.attendance.map((one) => ({
    ...one,
    functionId: find(one.person, one.function),
    authorityId: one.from ? world.find('territory', one.from) : undefined,
    stoodForId: one.stoodFor ? world.find('territory', one.stoodFor) : undefined,
    source: parseSeedSource(one.source),
  })));
}

/** What the minutes announced and what the list gives are two facts: both are kept. */
function factsOf({ announced, source }: SeedEvent): Fact[] {
  if (!announced) return [];
  const list = parseSeedSource(source.replace(/#.*/, '#L209-252'));
  return [
    { field: 'authorities', value: String(announced.counted), chosen: true, note: 'list', sources: [list] },
    { field: 'authorities', value: String(announced.authorities), chosen: false, note: 'announced', sources: [parseSeedSource(announced.source)] },
  ];
}

function placesOf(world: World, event: SeedEvent): Place[] {
  if (event.territory) return [{ ...world.place(event.territory, 'at'), ...(event.place ? { label: event.place } : {}) }];
  return event.place ? [{ role: 'at', label: event.place }] : [];
}

async function loadSession(tx: Tx, world: World, find: FindFunction, session: SeedSession): Promise<void> {
  const day = session.day ? parsePartialDate(session.day) : undefined;
  const bodies = [...new Set(session.roles.flatMap((role) => (role.at ? [world.find('territory', role.at) ?? world.find('organisation', role.at)] : [])))];
  const created = await createSession(tx, instance, {
    slug: session.slug,
    type: session.type,
    title: session.title,
    summary: session.summary,
    state: { state: 'held', source: parseSeedSource(session.source) },
    start: day,
    countries: (session.countries ?? []).map((country) => world.country(country)),
    themes: session.themes,
    links: [
      ...bodies.filter((id) => id !== undefined).map((to) => ({ role: 'speaker', to })),
      ...linksTo(world, 'partnership', session.partnerships),
      ...linksTo(world, 'law', session.laws),
    ],
    sources: [parseSeedSource(session.source)],
    facts: (session.dayReadings ?? []).map((one) => ({ field: 'day', value: one.value, chosen: one.chosen, note: one.note, sources: [parseSeedSource(one.source)] })),
    meetingId: world.id('event', session.event),
    number: session.number,
    shortTitle: session.short,
    dayWritten: session.dayWritten,
    announced: session.announced?.text,
    conclusion: session.conclusion,
    hours: session.starts ? { starts: session.starts, ends: session.ends, timeZone: 'Europe/Paris' } : undefined,
    ...minutesOf(find, session),
  });
  if (session.contextNote) await addContextNote(tx, instance, created.id, session.contextNote);
  world.set('session', session.id, created.id);
}

/** What a text cites and has no public sheet is left aside. */
function linksTo(world: World, kind: string, ids: string[] = []): { role: string; to: string }[] {
  return ids.flatMap((id) => { const to = world.find(kind, id); return to ? [{ role: kind, to }] : []; });
}

function findFirst(world: World, known: string[]): string {
  const pairs = known.map((one) => one.split(':') as [string, string]);
  return pairs.map(([kind, id]) => world.find(kind, id)).find((id) => id !== undefined) ?? world.id(...pairs[0]!);
}
