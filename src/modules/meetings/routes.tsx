import { get } from '~/platform/http/request.ts';
import { answerSheet, type SheetAsk } from '~/sheets/index.ts';
import { announce } from './announce/create.ts';
import { getMinutes } from './minutes-queries.ts';
import { MeetingsPage } from './pages/list.tsx';
import { MeetingPage } from './pages/meeting.tsx';
import { SessionPage } from './pages/session.tsx';
import { paths } from './paths.ts';
import { getMeeting, getSession, listMeetings } from './queries.ts';

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<MeetingsPage {...await listMeetings(ask.db, ask.reader)} mayAnnounce={announce.may(ask.reader)} />)),
  get(paths.meeting, { who: 'everyone' }, (ask: SheetAsk) =>
    answerSheet(ask, 'event', async (frame) => {
      const [meeting, minutes] = await Promise.all([getMeeting(ask.db, ask.reader, frame.sheet.id), getMinutes(ask.db, ask.reader, frame.sheet.id)]);
      return <MeetingPage frame={frame} meeting={meeting} minutes={minutes} />;
    }),
  ),
  get(paths.session, { who: 'everyone' }, (ask: SheetAsk) =>
    answerSheet(ask, 'session', async (frame) => {
      const [session, minutes] = await Promise.all([getSession(ask.db, ask.reader, frame.sheet.id), getMinutes(ask.db, ask.reader, frame.sheet.id)]);
      return <SessionPage frame={frame} session={session} minutes={minutes} />;
    }),
  ),
];
