import { readPageNumber } from '~/platform/http/page-number.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { answerSheet, commonPaths, findRight, findSheet, type SheetAsk } from '~/sheets/index.ts';
import { createFromAction } from './commands.ts';
import { messages } from './messages.ts';
import { PracticesPage } from './pages/list.tsx';
import { PracticePage } from './pages/practice.tsx';
import { paths } from './paths.ts';
import { getPractice, listOffered, listPractices, pageSize, type PracticeFilters } from './queries.ts';
import { mayTell } from './rules.ts';
import { create } from './specs.ts';

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => {
    const filters: PracticeFilters = { theme: ask.query('theme'), country: ask.query('pays'), words: ask.query('q')?.slice(0, 100), page: readPageNumber(ask.query('page')) };
    const [found, offered] = await Promise.all([listPractices(ask.db, ask.reader, filters), listOffered(ask.db, ask.reader)]);
    return ask.page(<PracticesPage practices={found.slice(0, pageSize)} hasNext={found.length > pageSize} filters={filters} offered={offered} mayCreate={create.may(ask.reader)} />);
  }),
  get(paths.show, { who: 'everyone' }, (ask: SheetAsk) =>
    answerSheet(ask, 'practice', async (frame) => <PracticePage frame={frame} practice={await getPractice(ask.db, frame.sheet.id)} isMember={ask.reader.kind === 'member'} />)),
  post(paths.fromAction, { who: 'editor' }, async (ask: SheetAsk) => {
    const action = await findSheet(ask.primary, ask.reader, 'action', ask.param('slug'));
    if (!action || 'movedTo' in action || !mayTell(await findRight(ask.primary, ask.reader, action.id))) return ask.notFound();
    const { owner_id } = await ask.primary.selectFrom('sheets').select('owner_id').where('id', '=', action.id).executeTakeFirstOrThrow();
    const practice = await ask.primary.transaction().execute((tx) => createFromAction(tx, ask.actor, action, owner_id, ask.today));
    return ask.done(commonPaths.edit.href({ genre: 'pratique', slug: practice.slug }), translator(messages, ask.lang)('from.done'));
  }),
];
