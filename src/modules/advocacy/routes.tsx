import { readPageNumber } from '~/platform/http/page-number.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { answerSheet, findSheet, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import { addSupport, withdrawSupport } from './commands.ts';
import { messages } from './messages.ts';
import { AdvocacyPage } from './pages/item.tsx';
import { AdvocacyListPage } from './pages/list.tsx';
import { paths } from './paths.ts';
import { getItem, listItems, maySupport, pageSize } from './queries.ts';
import { create } from './specs.ts';

async function findSeen(ask: SheetAsk): Promise<SheetSummary | undefined> {
  const sheet = await findSheet(ask.primary, ask.reader, 'advocacy', ask.param('slug'));
  return sheet && !('movedTo' in sheet) && maySupport(ask.reader) ? sheet : undefined;
}

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => {
    const page = readPageNumber(ask.query('page'));
    const found = await listItems(ask.db, ask.reader, page);
    return ask.page(<AdvocacyListPage items={found.slice(0, pageSize)} page={page} hasNext={found.length > pageSize} mayCreate={create.may(ask.reader)} />);
  }),
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) =>
    answerSheet(ask, 'advocacy', async (frame) => <AdvocacyPage frame={frame} item={await getItem(ask.db, frame.sheet.id)} body={maySupport(ask.reader) ? ask.reader.acting!.body : null} />)),
  post(paths.support, { who: 'member' }, async (ask: SheetAsk) => {
    const sheet = await findSeen(ask);
    if (!sheet || !(await ask.primary.transaction().execute((tx) => addSupport(tx, ask.actor, sheet.id, ask.reader.acting!.body!.id, ask.today)))) return ask.notFound();
    return ask.done(paths.show.href({ slug: sheet.slug }), translator(messages, ask.lang)('support.done', { body: ask.reader.acting!.body!.title }));
  }),
  post(paths.withdraw, { who: 'member' }, async (ask: SheetAsk) => {
    const sheet = await findSeen(ask);
    if (!sheet || !(await ask.primary.transaction().execute((tx) => withdrawSupport(tx, ask.actor, sheet.id, ask.reader.acting!.body!.id)))) return ask.notFound();
    return ask.done(paths.show.href({ slug: sheet.slug }), translator(messages, ask.lang)('support.withdrawn', { body: ask.reader.acting!.body!.title }));
  }),
];
