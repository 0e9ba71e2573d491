import { get } from '~/platform/http/request.ts';
import { answerSheet, listSheets, type SheetAsk } from '~/sheets/index.ts';
import { OrganisationsPage } from './pages/list.tsx';
import { OrganisationPage } from './pages/organisation.tsx';
import { paths } from './paths.ts';

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<OrganisationsPage organisations={await listSheets(ask.db, ask.reader, 'organisation')} />)),
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) => answerSheet(ask, 'organisation', (frame) => <OrganisationPage frame={frame} />)),
];
