import { readPageNumber } from '~/platform/http/page-number.ts';
import { get } from '~/platform/http/request.ts';
import { findKindByGenre, type SheetAsk } from '~/sheets/index.ts';
import { DocumentPage } from './pages/document.tsx';
import { DocumentsPage } from './pages/documents.tsx';
import { paths } from './paths.ts';
import { findDocument, listDocuments, listFed, listLooseFigures, listPassages } from './queries.ts';

const size = 60;

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => ask.page(<DocumentsPage documents={await listDocuments(ask.db, ask.reader)} />)),
  get(paths.show, { who: 'everyone' }, async (ask: SheetAsk) => {
    const document = await findDocument(ask.db, ask.reader, ask.param('id'));
    if (!document) return ask.notFound();
    const kind = findKindByGenre(ask.query('genre') ?? '')?.kind;
    const page = readPageNumber(ask.query('page'), 10_000);
    const [passages, figures, fed] = await Promise.all([
      listPassages(ask.db, document.id),
      listLooseFigures(ask.db, document.id),
      listFed(ask.db, ask.reader, document.id, { kind, page, size }),
    ]);
    return ask.page(<DocumentPage document={document} passages={passages} figures={figures} fed={fed} kind={kind} page={page} pages={Math.ceil(fed.total / size)} />);
  }),
];
