import { translator } from '~/platform/i18n/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { commonPaths, listPersonal, type SheetAsk } from '~/sheets/index.ts';
import { createExport, findLeavingRefusal, leaveInstance, type LeavingRefusal } from './commands.ts';
import { messages } from './messages.ts';
import { DataPage } from './pages/data.tsx';
import { ExportPage } from './pages/export.tsx';
import { LeavePage } from './pages/leave.tsx';
import { paths } from './paths.ts';
import { findExport, findExportFile, listAccesses, listExports } from './queries.ts';

const answerLeave = (ask: SheetAsk, refusal: LeavingRefusal | null, typed?: string) =>
  ask.page(<LeavePage parts={listPersonal()} refusal={refusal} mail={ask.reader.account!.mail} typed={typed} />, { status: typed === undefined ? 200 : 422 });

export const routes = [
  get(paths.data, { who: 'account' }, async (ask: SheetAsk) => {
    const [accesses, exports] = await Promise.all([listAccesses(ask.db, ask.reader), listExports(ask.primary, ask.reader.account!.id)]);
    return ask.page(<DataPage parts={listPersonal()} accesses={accesses} exports={exports} />);
  }),
  post(paths.askExport, { who: 'account' }, async (ask: SheetAsk) => {
    const at = new Date(ask.now).toISOString();
    const id = await ask.primary.transaction().execute((tx) => createExport(tx, ask.actor, ask.reader.account!.id, at));
    return ask.redirect(ask.to(paths.export.href({ id })));
  }),
  get(paths.export, { who: 'account' }, async (ask: SheetAsk) => {
    const found = await findExport(ask.primary, ask.reader.account!.id, ask.param('id'));
    return found ? ask.page(<ExportPage asked={found} />) : ask.notFound();
  }),
  get(paths.file, { who: 'account' }, async (ask: SheetAsk) => {
    const kind = ask.param('file').endsWith('.json') ? 'json' : 'txt';
    const text = await findExportFile(ask.primary, ask.reader.account!.id, ask.param('id'), kind);
    if (text === undefined) return ask.notFound();
    const type = kind === 'json' ? 'application/json' : 'text/plain';
    return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8`, 'content-disposition': `attachment; filename="mes-donnees.${kind}"` } });
  }),
  get(paths.leave, { who: 'account' }, async (ask: SheetAsk) => answerLeave(ask, await ask.primary.transaction().execute((tx) => findLeavingRefusal(tx, ask.reader.account!.id)))),
  post(paths.leave, { who: 'account' }, async (ask: SheetAsk) => {
    const typed = (await ask.form()).text('adresse');
    const { id, mail } = ask.reader.account!;
    if (typed.toLowerCase() !== mail.toLowerCase()) return answerLeave(ask, null, typed);
    const refusal = await ask.primary.transaction().execute((tx) => leaveInstance(tx, id));
    if (refusal) return answerLeave(ask, refusal, typed);
    ask.setCookie('session', '', { maxAge: 0 });
    return ask.done(commonPaths.home.href({}), translator(messages, ask.lang)('leave.done'));
  }),
];
