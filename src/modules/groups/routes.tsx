import { get } from '~/platform/http/request.ts';
import { answerSheet, getKind, type SheetAsk, type SheetFrame } from '~/sheets/index.ts';
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
import { findStanding, isGroupMember, type Standing } from './policy.ts';
import { getGroup, listGroups, listMeetings, type Group } from './queries.ts';

async function readRoom(ask: SheetAsk, group: Group, standing: Standing | null): Promise<Room> {
  if (!standing) return { standing, people: 0, requests: 0, documents: 0, door: await findDoor(ask.db, ask.reader, group) };
  const [counts, documents] = await Promise.all([countPeople(ask.db, group.id), countDocuments(ask.db, group.id)]);
  return { standing, ...counts, documents, door: null };
}

async function drawGroup(ask: SheetAsk, { sheet, right }: SheetFrame) {
  const [detail, meetings, standing] = await Promise.all([
    getGroup(ask.db, ask.reader, sheet), listMeetings(ask.db, ask.reader, sheet.id, ask.today), findStanding(ask.db, ask.reader, sheet.id, right),
  ]);
  const room = await readRoom(ask, detail.group, standing);
  const mayAnnounce = room.standing !== null && room.standing !== 'guest' && isGroupMember(ask.reader, sheet.id) && getKind('event').create?.may(ask.reader) === true;
  return { detail, meetings, room, mayAnnounce };
}

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<GroupsPage groups={await listGroups(ask.db, ask.reader)} mayCreate={getKind('group').create?.may(ask.reader) === true} />)),
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) => answerSheet(ask, 'group', async (frame) => <GroupPage frame={frame} {...await drawGroup(ask, frame)} />)),
  ...peopleRoutes,
  ...invitationRoutes,
  ...documentRoutes,
];
