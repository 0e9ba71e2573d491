import { parsePartialDate } from '~/platform/dates/partial.ts';
import { sql, type Tx } from '~/platform/db/index.ts';
import type { Actor, Changes } from '~/platform/events/index.ts';
import { changeSheetState, findFreeSlug, patchSheet, recordChange, refreshSheet, updateLinks, type EditRefusal, type Input, type SheetRef, type Visibility } from '~/sheets/index.ts';
import { createMeeting, createSession } from '../commands.ts';
import { moveWaiting } from '../registration/commands.ts';
import type { Around } from '../registration/mail.ts';
import { getDoors } from '../registration/queries.ts';
import { getSetup } from './queries.ts';
import { isOutside, listKept, readHour, type ProgrammeLine } from './rules.ts';

/** Announcement and registration. The online link is written and told nowhere else: no event, no history. */
export async function updateSetup(tx: Tx, actor: Actor, meetingId: string, input: Input, around: Around): Promise<EditRefusal | null> {
  const [opens, closes, places, edition] = [input.date('ouverture'), input.date('cloture'), input.number('places'), input.number('edition')];
  if (opens && opens.precision !== 'day') return { refused: 'day', field: 'ouverture' };
  if (closes && closes.precision !== 'day') return { refused: 'day', field: 'cloture' };
  if (opens && closes && closes.value < opens.value) return { refused: 'closesFirst', field: 'cloture' };
  if (places !== null && (!Number.isInteger(places) || places < 1 || places > 100_000)) return { refused: 'places', field: 'places' };
  if (edition !== null && (!Number.isInteger(edition) || edition < 1 || edition > 999)) return { refused: 'edition', field: 'edition' };
  const [before, doors] = await Promise.all([getSetup(tx, meetingId), getDoors(tx, meetingId)]);
  const after = { edition, guiding_theme: input.text('fil'), place: input.text('lieu') };
  await tx.updateTable('meetings').set(after).where('sheet_id', '=', meetingId).execute();
  const door = { registration: input.checked('inscription'), opens_on: opens?.value ?? null, closes_on: closes?.value ?? null, places, online_link: input.text('lien') };
  await tx.insertInto('meeting_doors').values({ sheet_id: meetingId, ...door }).onConflict((oc) => oc.column('sheet_id').doUpdateSet(door)).execute();
  const changes: Changes = Object.fromEntries(
    ([['edition', before.edition, edition], ['fil', before.guidingTheme, after.guiding_theme], ['lieu', before.place, after.place]] as const).filter(([, a, b]) => a !== b).map(([name, a, b]) => [name, [a, b]]),
  );
  if (Object.keys(changes).length) await recordChange(tx, actor, meetingId, 'updated', changes);
  if (doors.registration !== door.registration || doors.opensOn !== door.opens_on || doors.closesOn !== door.closes_on || doors.places !== places) await recordChange(tx, actor, meetingId, 'registration');
  await moveWaiting(tx, meetingId, around);
  return null;
}

interface Frame {
  meetingId: string;
  slug: string;
  state: string | null;
}

/** What a new session takes from its meeting: who keeps it, who sees it, the zone of its hours. */
async function getMould(tx: Tx, meetingId: string) {
  const row = await tx.selectFrom('sheets').innerJoin('meetings', 'meetings.sheet_id', 'sheets.id').select(['owner_id', 'visibility', 'shared_with', 'time_zone']).where('sheets.id', '=', meetingId).executeTakeFirstOrThrow();
  const organiser = await tx.selectFrom('sheet_links').select('to_id').where('from_id', '=', meetingId).where('role', '=', 'organiser').executeTakeFirst();
  return { ownerId: row.owner_id ?? organiser?.to_id ?? null, visibility: row.visibility as Visibility, sharedWith: row.shared_with, timeZone: row.time_zone ?? 'Europe/Paris' };
}

/** An address keeps the session's own words: those of a long meeting would fill it. */
const shortenSlug = (slug: string) => (slug.length <= 32 ? slug : slug.slice(0, 33).replace(/-[^-]*$/, ''));

/** The sessions of a programme, in the order of its lines; numbers that are not written follow those taken. A plenary without an hour is number 0. */
export async function createSessions(tx: Tx, actor: Actor, { meetingId, slug, state }: Frame, lines: readonly ProgrammeLine[]): Promise<number> {
  await tx.selectFrom('meetings').select('sheet_id').where('sheet_id', '=', meetingId).forUpdate().execute();
  const { timeZone, ...mould } = await getMould(tx, meetingId);
  const taken = new Set((await tx.selectFrom('meeting_sessions').select('number').where('meeting_id', '=', meetingId).execute()).map((row) => row.number));
  const fresh = listKept(lines);
  for (const one of fresh) {
    const number = chooseNumber(one, taken);
    taken.add(number);
    await createSession(tx, actor, {
      meetingId, number, slug: await findFreeSlug(tx, 'session', `${shortenSlug(slug)} ${number || ''} ${one.title}`), title: one.title, shortTitle: one.title.slice(0, 150), type: one.type,
      state: { state: state === 'held' || state === 'minutes' ? 'held' : 'planned' }, ...mould,
      ...(one.day ? { start: parsePartialDate(one.day) } : {}), ...(one.dayWritten ? { dayWritten: one.dayWritten } : {}),
      ...(one.room ? { room: one.room } : {}), ...(one.track ? { track: one.track } : {}),
      ...(one.starts ? { hours: { starts: one.starts, ...(one.ends ? { ends: one.ends } : {}), timeZone } } : {}),
    });
  }
  if (fresh.length) await recordChange(tx, actor, meetingId, 'programme');
  return fresh.length;
}

function chooseNumber({ number, type, starts }: ProgrammeLine, taken: ReadonlySet<number>): number {
  if (number !== null && !taken.has(number)) return number;
  if (type === 'pleniere' && !starts && !taken.has(0)) return 0;
  return Math.max(0, ...taken) + 1;
}

/** One session, whole. Outside the meeting, or on another weekday than written: the form has asked. */
export async function updateSession(tx: Tx, actor: Actor, { id, meetingId }: { id: string; meetingId: string }, input: Input, around: { from: string | null; to: string | null; keep: boolean }): Promise<EditRefusal | null> {
  const [number, day] = [input.number('numero')!, input.date('jour')];
  const [starts, ends] = ['de', 'a'].map((name) => (input.text(name) === null ? null : (readHour(input.text(name)!) ?? undefined)));
  if (!Number.isInteger(number) || number < 0 || number > 999) return { refused: 'number', field: 'numero' };
  const twin = await tx.selectFrom('meeting_sessions').select('sheet_id').where('meeting_id', '=', meetingId).where('number', '=', number).where('sheet_id', '<>', id).executeTakeFirst();
  if (twin) return { refused: 'numberTaken', field: 'numero' };
  if (starts === undefined) return { refused: 'hour', field: 'de' };
  if (ends === undefined) return { refused: 'hour', field: 'a' };
  if (ends && !starts) return { refused: 'hourStart', field: 'de' };
  if (starts && ends && ends <= starts) return { refused: 'backwards', field: 'a' };
  if (day && day.precision !== 'day') return { refused: 'day', field: 'jour' };
  if (day && !around.keep && isOutside(day.value, around)) return { refused: 'outside', field: 'jour' };
  const title = input.text('titre')!;
  const { timeZone } = await getMould(tx, meetingId);
  await tx.updateTable('meeting_sessions').set({ number, short_title: input.text('court') ?? title.slice(0, 150), room: input.text('salle'), track: input.text('parcours') }).where('sheet_id', '=', id).execute();
  await patchSheet(tx, id, { title, type: input.text('nature'), start: day });
  await tx.deleteFrom('sheet_hours').where('sheet_id', '=', id).execute();
  if (starts) await tx.insertInto('sheet_hours').values({ sheet_id: id, starts, ends: ends ?? null, time_zone: timeZone }).execute();
  await updateLinks(tx, id, 'group', input.list('groupe'), ['group']);
  await recordChange(tx, actor, id, 'updated');
  return null;
}

/** It will not take place: it stays in the programme, said to be cancelled, and nobody is counted in it. */
export async function cancelSession(tx: Tx, actor: Actor, id: string): Promise<void> {
  await changeSheetState(tx, actor, id, { state: 'cancelled' });
  await tx.deleteFrom('registration_sessions').where('session_id', '=', id).execute();
}

export interface EditionInput {
  title: string;
  edition: number | null;
  /** ISO day of its first day. */
  start: string | null;
  withSessions: boolean;
}

/** The next edition of a meeting: who organises, where, for whom, and, when it is asked, the programme moved to the new days. Nobody who spoke or came is taken along. */
export async function createEdition(tx: Tx, actor: Actor, fromId: string, { title, edition, start, withSessions }: EditionInput): Promise<SheetRef | EditRefusal> {
  const from = await tx.selectFrom('sheets').innerJoin('meetings', 'meetings.sheet_id', 'sheets.id').selectAll().where('sheets.id', '=', fromId).executeTakeFirstOrThrow();
  const links = await tx.selectFrom('sheet_links').select(['role', 'to_id']).where('from_id', '=', fromId).where('role', 'in', ['organiser', 'group']).execute();
  const series = from.series ?? from.slug;
  if (!from.series) await tx.updateTable('meetings').set({ series }).where('sheet_id', '=', fromId).execute();
  const days = from.start_precision === 'day' && from.end_precision === 'day' ? Temporal.PlainDate.from(from.start_date!).until(Temporal.PlainDate.from(from.end_date!)).days : 0;
  const made = await createMeeting(tx, actor, {
    slug: await findFreeSlug(tx, 'event', title), title, type: from.type, countries: from.countries, themesOpen: true, series, ...(edition ? { edition } : {}),
    ownerId: from.owner_id ?? actor.onBehalfOf ?? null, visibility: from.visibility as Visibility, sharedWith: from.shared_with,
    state: { state: 'planned' }, online: from.online, ...(from.time_zone ? { timeZone: from.time_zone } : {}),
    ...(start ? { start: parsePartialDate(start), ...(days ? { end: parsePartialDate(shift(start, days)) } : {}) } : {}),
    links: links.map(({ role, to_id }) => ({ role, to: to_id })),
  });
  if ('refused' in made || !withSessions) return made;
  const offset = start && from.start_precision === 'day' ? Temporal.PlainDate.from(from.start_date!).until(Temporal.PlainDate.from(start)).days : null;
  const { rows } = await sql<ProgrammeLine>`
    select 0 as line, s.title, m.number, s.start_date as day, null as "dayWritten", h.starts::text as starts, h.ends::text as ends, s.type, m.room, m.track, '{}'::text[] as faults, '{}'::text[] as warnings
    from meeting_sessions m join sheets s on s.id = m.sheet_id left join sheet_hours h on h.sheet_id = s.id where m.meeting_id = ${fromId} and s.state is distinct from 'cancelled' order by m.number`.execute(tx);
  await createSessions(tx, actor, { meetingId: made.id, slug: made.slug, state: 'planned' }, rows.map((row) => ({ ...row, day: row.day && offset !== null ? shift(row.day, offset) : null, starts: offset === null ? null : row.starts, ends: offset === null ? null : row.ends })));
  await refreshSheet(tx, made.id);
  return made;
}

const shift = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
