import { get } from '~/platform/http/request.ts';
import { answerSheet, type SheetAsk } from '~/sheets/index.ts';
import { GroupPage } from './pages/group.tsx';
import { GroupsPage } from './pages/list.tsx';
import { paths } from './paths.ts';
import { getGroup, listGroups } from './queries.ts';

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<GroupsPage groups={await listGroups(ask.db, ask.reader)} />)),
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) =>
    answerSheet(ask, 'group', async (frame) => <GroupPage frame={frame} group={await getGroup(ask.db, ask.reader, frame.sheet)} />),
  ),
];
