import { get } from '~/platform/http/request.ts';
import { answerSheet, type SheetAsk } from '~/sheets/index.ts';
import { create } from './create.ts';
import { ActionPage } from './pages/action.tsx';
import { ActionsPage } from './pages/list.tsx';
import { paths } from './paths.ts';
import { getAction, listActions } from './queries.ts';

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<ActionsPage {...await listActions(ask.db, ask.reader)} mayCreate={create.may(ask.reader)} />)),
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) =>
    answerSheet(ask, 'action', async (frame) => <ActionPage frame={frame} detail={await getAction(ask.db, ask.reader, frame.sheet.id)} />)),
];
