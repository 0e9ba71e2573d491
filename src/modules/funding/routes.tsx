import { get } from '~/platform/http/request.ts';
import { answerSheet, type SheetAsk } from '~/sheets/index.ts';
import { createLawSpec } from './library.ts';
import { LawPage } from './pages/law.tsx';
import { LawsPage } from './pages/laws.tsx';
import { SchemePage } from './pages/scheme.tsx';
import { SchemesPage } from './pages/schemes.tsx';
import { paths } from './paths.ts';
import { getLaw, getScheme, listLaws, listSchemes } from './queries.ts';

export const routes = [
  get(paths.schemes, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<SchemesPage schemes={await listSchemes(ask.db, ask.reader)} />)),
  get(paths.scheme, { who: 'everyone' }, (ask: SheetAsk) =>
    answerSheet(ask, 'funding', async (frame) => <SchemePage frame={frame} scheme={await getScheme(ask.db, frame.sheet.id)} />),
  ),
  get(paths.laws, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<LawsPage laws={await listLaws(ask.db, ask.reader)} mayCreate={createLawSpec.may(ask.reader)} />)),
  get(paths.law, { who: 'everyone' }, (ask: SheetAsk) =>
    answerSheet(ask, 'law', async (frame) => <LawPage frame={frame} law={await getLaw(ask.db, frame.sheet.id)} />),
  ),
];
