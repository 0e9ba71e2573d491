import { readLink } from '~/modules/accounts/index.ts';
import { isId } from '~/platform/db/index.ts';
import { findSheet, toDate, type SheetAsk } from '~/sheets/index.ts';
import { listSessions } from '../queries.ts';
import { findMeeting } from './found.ts';
import type { Holder } from './gestures.ts';
import type { MineProps } from './pages/mine.tsx';
import { paths } from './paths.ts';
import { findOwnRegistration, findRegistration, getDoors } from './queries.ts';
import { isPast, linkPurpose, mayReturn, openingOf } from './rules.ts';

export type Found = Holder & Pick<MineProps, 'hrefs' | 'mayAccept'> & { back: string; isSeen: boolean };

/** By the account: `/rencontres/:slug/inscription`. */
export async function findByAccount(ask: SheetAsk): Promise<Found | undefined> {
  const found = await findMeeting(ask);
  const registration = found && ask.reader.account && (await findOwnRegistration(ask.primary, ask.reader.account.id, found.sheet.id));
  if (!found || !registration) return undefined;
  const at = { slug: found.sheet.slug };
  const hrefs = { accept: paths.registration.href(at), sessions: paths.registration.href(at), cancel: paths.cancel.href(at), reminders: paths.reminders.href(at), presence: paths.presence.href(at) };
  return { registration, doors: found.doors, sessions: found.sessions, isOver: isPast(found.sheet, ask.today), mayAccept: mayReturn(registration, found.opening), hrefs, back: paths.registration.href(at), isSeen: true };
}

/** By the link of a mail. Whoever holds it sees the meeting's title, day and place, whatever its audience: they were invited or registered. */
export async function findByToken(ask: SheetAsk): Promise<Found | undefined> {
  const token = ask.query('jeton') ?? '';
  const link = await readLink(ask.primary, linkPurpose, token, ask.now);
  const id = link && !link.expired ? link.payload.id : undefined;
  const registration = id && isId(id) ? await findRegistration(ask.primary, id) : undefined;
  if (!registration) return undefined;
  const row = await ask.primary.selectFrom('sheets').select(['slug', 'state', 'start_date', 'start_precision', 'end_date', 'end_precision']).where('id', '=', registration.meetingId).executeTakeFirstOrThrow();
  const [doors, sessions, seen] = await Promise.all([getDoors(ask.primary, registration.meetingId), listSessions(ask.primary, ask.reader, registration.meetingId), findSheet(ask.primary, ask.reader, 'event', row.slug)]);
  const query = { jeton: token };
  const hrefs = { accept: paths.confirmMine.href({}, query), sessions: paths.sessionsOfMine.href({}, query), cancel: paths.cancelMine.href({}, query), reminders: paths.remindersOfMine.href({}, query), presence: paths.presenceOfMine.href({}, query) };
  const happens = { state: row.state, start: toDate(row.start_date, row.start_precision), end: toDate(row.end_date, row.end_precision) };
  const mayAccept = mayReturn(registration, openingOf(doors, happens, ask.today));
  return { registration, doors, sessions, isOver: isPast(happens, ask.today), mayAccept, hrefs, back: paths.mine.href({}, query), isSeen: seen !== undefined };
}
