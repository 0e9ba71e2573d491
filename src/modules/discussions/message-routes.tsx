import { get, post } from '~/platform/http/request.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { addReport, closeReport, removeMessage, updateMessage } from './commands.ts';
import { findMessageOf, findPiece, listVersions, type FoundMessage } from './message-queries.ts';
import { FormerPage, GesturePage, type GesturePageProps } from './pages/gestures.tsx';
import { ReportsPage, type RefusedReport } from './pages/reports.tsx';
import { paths } from './paths.ts';
import { listReports } from './reports.ts';
import { longestReason, longestText, type Fault } from './rules.ts';
import { placeOf, say } from './thread-routes.tsx';

/** A message of a thread that one reads, where the gesture makes sense. */
async function findHere(ask: SheetAsk, may: (found: FoundMessage) => boolean): Promise<FoundMessage | undefined> {
  const found = await findMessageOf(ask.primary, ask.reader, ask.param('id'));
  return found && may(found) ? found : undefined;
}

const live = ({ thread, message }: FoundMessage) => thread.mayWrite && !message.removedBy;
const may = {
  edit: (found: FoundMessage) => live(found) && found.message.mine,
  remove: (found: FoundMessage) => live(found) && (found.message.mine || found.thread.leads),
  report: (found: FoundMessage) => live(found) && !found.message.mine,
  former: ({ thread, message }: FoundMessage) => message.mine || thread.leads,
};

const draw = (gesture: GesturePageProps['gesture']) => async (ask: SheetAsk) => {
  const found = await findHere(ask, may[gesture]);
  return found ? ask.page(<GesturePage found={found} gesture={gesture} />) : ask.notFound();
};

function checkReason(reason: string): Fault | undefined {
  return !reason ? 'reason.missing' : reason.length > longestReason ? 'reason.long' : undefined;
}

/** A gesture that is done and leads back to its message; refused, its page again with what was typed. */
function act(gesture: GesturePageProps['gesture'], run: (ask: SheetAsk, found: FoundMessage) => Promise<{ typed: string; fault: Fault | undefined }>) {
  const done = ({ edit: 'done.edited', remove: 'done.removed', report: 'done.reported' } as const)[gesture];
  return async (ask: SheetAsk) => {
    const found = await findHere(ask, may[gesture]);
    if (!found) return ask.notFound();
    const { typed, fault } = await run(ask, found);
    if (fault) return ask.page(<GesturePage found={found} gesture={gesture} typed={typed} fault={fault} />, { status: 422 });
    return ask.done(placeOf(found.thread.id, found.message.position), say(ask)(done));
  };
}

async function answerReports(ask: SheetAsk, refused?: RefusedReport) {
  return ask.page(<ReportsPage reports={await listReports(ask.primary, ask.reader)} refused={refused} />, refused ? { status: 422 } : {});
}

export const messageRoutes = [
  get(paths.message, { who: 'account' }, async (ask: SheetAsk) => {
    const found = await findHere(ask, may.former);
    return found ? ask.page(<FormerPage found={found} versions={await listVersions(ask.primary, found.message.id)} />) : ask.notFound();
  }),
  get(paths.edit, { who: 'account' }, draw('edit')),
  post(paths.edit, { who: 'account' }, act('edit', async (ask, { message }) => {
    const typed = (await ask.form()).text('texte');
    const fault = !typed ? 'text.missing' : typed.length > longestText ? 'text.long' : undefined;
    if (!fault) await ask.primary.transaction().execute((tx) => updateMessage(tx, ask.actor, message.id, typed));
    return { typed, fault };
  })),
  get(paths.remove, { who: 'account' }, draw('remove')),
  post(paths.remove, { who: 'account' }, act('remove', async (ask, { message }) => {
    const typed = (await ask.form()).text('raison');
    const fault = message.mine ? undefined : checkReason(typed);
    if (!fault) await ask.primary.transaction().execute((tx) => removeMessage(tx, ask.actor, message.id, message.mine ? { author: true } : { reason: typed }));
    return { typed, fault };
  })),
  get(paths.report, { who: 'account' }, draw('report')),
  post(paths.report, { who: 'account' }, act('report', async (ask, { message }) => {
    const typed = (await ask.form()).text('raison');
    const fault = checkReason(typed);
    if (!fault) await ask.primary.transaction().execute((tx) => addReport(tx, ask.actor, message.id, typed));
    return { typed, fault };
  })),
  get(paths.reports, { who: 'member' }, (ask: SheetAsk) => answerReports(ask)),
  post(paths.handle, { who: 'member' }, async (ask: SheetAsk) => {
    const [report] = await listReports(ask.primary, ask.reader, ask.param('id'));
    if (!report) return ask.notFound();
    const form = await ask.form();
    const reason = form.text('raison');
    if (form.text('decision') === 'garder') {
      await ask.primary.transaction().execute((tx) => closeReport(tx, ask.actor, report.id));
      return ask.done(paths.reports.href({}), say(ask)('done.kept'));
    }
    const fault = checkReason(reason);
    if (fault) return answerReports(ask, { id: report.id, typed: reason, fault });
    await ask.primary.transaction().execute((tx) => removeMessage(tx, ask.actor, report.messageId, { reason }));
    return ask.done(paths.reports.href({}), say(ask)('done.removed'));
  }),
  get(paths.file, { who: 'account', machine: true }, async (ask: SheetAsk) => {
    const piece = await findPiece(ask.primary, ask.reader, ask.param('id'), Math.min(4000, Math.trunc(Number(ask.query('largeur'))) || 1600));
    if (!piece) return ask.notFound();
    // Saved, never shown as a page of ours: a document runs nothing if a browser opens it all the same.
    const shown = piece.mediaType === 'image/webp' ? 'inline' : 'attachment';
    return new Response(piece.content as Uint8Array<ArrayBuffer>, {
      headers: { 'content-type': piece.mediaType, 'content-length': String(piece.content.length), 'content-disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(piece.name)}` },
    });
  }),
];
