import { get } from '~/platform/http/request.ts';
import { answerSheet, getKind, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import { countDocuments } from './documents/queries.ts';
import { documentRoutes } from './documents/routes.tsx';
import { GroupPage } from './pages/group.tsx';
import { GroupsPage } from './pages/list.tsx';
import type { Room } from './pages/room.tsx';
import { paths } from './paths.ts';
import { findDoor } from './people/door.ts';
import { invitationRoutes } from './people/invitation-routes.tsx';
import { countPeople } from './people/queries.ts';
import { peopleRoutes } from './people/routes.tsx';
import { findStanding, isGroupMember } from './policy.ts';
import { getGroup, listGroups, listMeetings, type Group } from './queries.ts';

async function readRoom(ask: SheetAsk, group: Group): Promise<Room> {
  const standing = await findStanding(ask.db, ask.reader, group.id);
  if (!standing) return { standing, people: 0, requests: 0, documents: 0, door: await findDoor(ask.db, ask.reader, group) };
  const [counts, documents] = await Promise.all([countPeople(ask.db, group.id), countDocuments(ask.db, group.id)]);
  return { standing, ...counts, documents, door: null };
}

async function drawGroup(ask: SheetAsk, sheet: SheetSummary) {
  const [detail, meetings] = await Promise.all([getGroup(ask.db, ask.reader, sheet), listMeetings(ask.db, ask.reader, sheet.id, ask.today)]);
  const room = await readRoom(ask, detail.group);
  // The form offers the groups that one is in: who only hosts the group is not offered it.
  const mayAnnounce = room.standing !== null && room.standing !== 'guest' && isGroupMember(ask.reader, sheet.id) && getKind('event').create?.may(ask.reader) === true;
  return { detail, meetings, room, mayAnnounce };
}

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<GroupsPage groups={await listGroups(ask.db, ask.reader)} mayCreate={getKind('group').create?.may(ask.reader) === true} />)),
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) => answerSheet(ask, 'group', async (frame) => <GroupPage frame={frame} {...await drawGroup(ask, frame.sheet)} />)),
  ...peopleRoutes,
  ...invitationRoutes,
  ...documentRoutes,
];
