import { findContact } from '~/modules/territories/index.ts';
import { get } from '~/platform/http/request.ts';
import { answerSheet, listSheets, type SheetAsk } from '~/sheets/index.ts';
import { create } from './create.ts';
import { OrganisationsPage } from './pages/list.tsx';
import { OrganisationPage } from './pages/organisation.tsx';
import { paths } from './paths.ts';
import { findNetworkNamed, findSeat } from './queries.ts';

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<OrganisationsPage organisations={await listSheets(ask.db, ask.reader, 'organisation')} mayAdd={create.may(ask.reader)} />)),
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) =>
    answerSheet(ask, 'organisation', async (frame) => (
      <OrganisationPage frame={frame} network={await findNetworkNamed(ask.db, ask.reader, frame.sheet.title)} contact={await findContact(ask.db, frame.sheet.id)} seat={await findSeat(ask.db, ask.reader, frame.sheet.id)} />
    )),
  ),
];
