import { get } from '~/platform/http/request.ts';
import { answerSheet, type SheetAsk } from '~/sheets/index.ts';
import { paths } from '../paths.ts';
import { ProgrammesPage } from './pages/list.tsx';
import { ProgrammePage } from './pages/programme.tsx';
import { listProgrammes } from './queries.ts';

export const routes = [
  get(paths.programmes, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<ProgrammesPage programmes={await listProgrammes(ask.db, ask.reader)} />)),
  get(paths.programme, { who: 'everyone' }, (ask: SheetAsk) => answerSheet(ask, 'programme', (frame) => <ProgrammePage frame={frame} />)),
];
