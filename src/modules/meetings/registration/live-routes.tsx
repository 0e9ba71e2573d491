import { get } from '~/platform/http/request.ts';
import { drawInside, findSheet, getFrame, type SheetAsk } from '~/sheets/index.ts';
import { findMeeting } from './found.ts';
import { LivePage } from './pages/live.tsx';
import { paths } from './paths.ts';
import { findOwnRegistration } from './queries.ts';
import { listNow } from './live.ts';
import { getSetup } from '../organising/queries.ts';

/** R173: what is now, where, and what the other modules ask the room: on a phone, by the hour of the place. */
async function showLive(ask: SheetAsk): Promise<Response> {
  const found = await findMeeting(ask);
  if (!found) return ask.notFound();
  const { sheet, doors, sessions } = found;
  const [own, setup] = await Promise.all([ask.reader.account ? findOwnRegistration(ask.primary, ask.reader.account.id, sheet.id) : undefined, getSetup(ask.primary, sheet.id)]);
  const moment = Temporal.Instant.fromEpochMilliseconds(ask.now).toZonedDateTimeISO(setup.timeZone ?? 'Europe/Paris');
  const programme = listNow(sessions, moment.toPlainDate().toString(), moment.toPlainTime().toString({ smallestUnit: 'minute' }));
  const shown = await Promise.all(programme.now.slice(0, 8).map(async ({ slug }) => {
    const session = await findSheet(ask.db, ask.reader, 'session', slug);
    return session && !('movedTo' in session) ? (await drawInside(ask, await getFrame(ask.db, ask.reader, session))).main : [];
  }));
  return ask.page(<LivePage sheet={sheet} programme={programme} asked={shown.flat()} onlineLink={own?.state === 'registered' ? doors.onlineLink : null} registration={own ? own.state : null} />);
}

export const routes = [get(paths.live, { who: 'everyone', cached: false }, showLive)];
