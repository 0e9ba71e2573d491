import { translator } from '~/platform/i18n/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { getKind, type SheetAsk } from '~/sheets/index.ts';
import { acceptPublication, closeAppeal, closeReport, declinePublication, findAuthor, liftMeasure } from './commands.ts';
import { findReason, listDecisionFaults, readDecision, type Attempted } from './forms.ts';
import { messages } from './messages.ts';
import { AppealPage, PublicationPage, ReportShownPage } from './pages/decide.tsx';
import { LogPage, QueuePage } from './pages/queue.tsx';
import { paths } from './paths.ts';
import { listAppeals, listMeasures, listPublications, listReports, type Publication, type Report } from './queries.ts';
import { isSuspensionDay, listVerdicts, mayJudge, type Verdict } from './rules.ts';
import type { Judge } from './types.ts';

const judgeOf = (ask: SheetAsk): Judge => ({ ...ask.actor, accountId: ask.reader.account!.id });
const status = ({ faults = [] }: Attempted) => ({ status: faults.length > 0 ? 422 : 200 });
const done = (ask: SheetAsk, key: 'approved' | 'refused' | 'reported' | 'appeal' | 'lifted') => ask.done(paths.queue.href({}), translator(messages, ask.lang)(`done.${key}`));

/** What the form of a sheet holds, to be read by a moderator who may not see the sheet itself. */
async function readContent(ask: SheetAsk, { kind, sheetId }: { kind: string; sheetId: string }) {
  const { edit } = getKind(kind);
  const sheet = await ask.primary.selectFrom('sheets').select(['title', 'summary']).where('id', '=', sheetId).executeTakeFirstOrThrow();
  const values = edit ? await edit.read(ask.primary, sheetId, { reader: ask.reader, right: 'animator', today: ask.today }) : {};
  const said = (edit?.fields ?? []).filter(({ type }) => ['text', 'textarea', 'lines', 'url', 'mail', 'number', 'date'].includes(type)).map(({ name }) => ({ name, text: (values[name] ?? []).join('\n').trim() }));
  return { summary: sheet.summary, said: said.filter(({ text }) => text && text !== sheet.title && text !== sheet.summary) };
}

async function answerPublication(ask: SheetAsk, found: Publication, attempted: Attempted = {}) {
  return ask.page(<PublicationPage publication={found} content={await readContent(ask, found)} {...attempted} />, status(attempted));
}

async function answerReport(ask: SheetAsk, found: Report, verdicts: readonly Verdict[], attempted: Attempted = {}) {
  return ask.page(<ReportShownPage report={found} content={await readContent(ask, found)} verdicts={verdicts} {...attempted} />, status(attempted));
}

async function findVerdicts(ask: SheetAsk, report: Report): Promise<Verdict[]> {
  const author = await findAuthor(ask.primary, report.sheetId);
  if (!mayJudge(ask.reader.account!.id, author)) return [];
  return listVerdicts({ kind: report.kind, hasAuthor: author !== null, isAdministrator: ask.reader.acting?.role === 'administrator', isHidden: report.isHidden });
}

export const desk = [
  get(paths.queue, { who: 'animator' }, async (ask: SheetAsk) => {
    const [publications, reports, appeals] = await Promise.all([listPublications(ask.primary, ask.reader), listReports(ask.primary, ask.reader), listAppeals(ask.primary, ask.reader)]);
    return ask.page(<QueuePage publications={publications} reports={reports} appeals={appeals} />);
  }),
  get(paths.log, { who: 'animator' }, async (ask: SheetAsk) => ask.page(<LogPage measures={await listMeasures(ask.primary, ask.reader)} />)),
  get(paths.publication, { who: 'animator' }, async (ask: SheetAsk) => {
    const [found] = await listPublications(ask.primary, ask.reader, ask.param('id'));
    return found ? answerPublication(ask, found) : ask.notFound();
  }),
  post(paths.publication, { who: 'animator' }, async (ask: SheetAsk) => {
    const [found] = await listPublications(ask.primary, ask.reader, ask.param('id'));
    if (!found) return ask.notFound();
    const typed = readDecision(await ask.form());
    const faults = listDecisionFaults(typed, ['approve', 'refuse'], ['refuse'], ['approve']);
    if (faults.length > 0) return answerPublication(ask, found, { typed, faults });
    const ground = { reason: findReason(typed.reason) ?? 'other', reasons: typed.reasons } as const;
    const passed = await ask.primary.transaction().execute((tx) =>
      typed.verdict === 'approve' ? acceptPublication(tx, judgeOf(ask), found.id) : declinePublication(tx, judgeOf(ask), found.id, ground, ask.origin));
    return passed ? done(ask, typed.verdict === 'approve' ? 'approved' : 'refused') : answerPublication(ask, found, { typed, faults: ['late'] });
  }),
  get(paths.reportShown, { who: 'animator' }, async (ask: SheetAsk) => {
    const [found] = await listReports(ask.primary, ask.reader, ask.param('id'));
    return found ? answerReport(ask, found, await findVerdicts(ask, found)) : ask.notFound();
  }),
  post(paths.reportShown, { who: 'animator' }, async (ask: SheetAsk) => {
    const [found] = await listReports(ask.primary, ask.reader, ask.param('id'));
    if (!found) return ask.notFound();
    const verdicts = await findVerdicts(ask, found);
    const typed = readDecision(await ask.form());
    const faults = listDecisionFaults(typed, verdicts, ['hide', 'warn', 'suspend']);
    if (typed.verdict === 'suspend' && !isSuspensionDay(typed.until, ask.today)) faults.push('until');
    if (faults.length > 0) return answerReport(ask, found, verdicts, { typed, faults });
    const verdict = { what: typed.verdict as Verdict, reason: findReason(typed.reason) ?? 'other', reasons: typed.reasons, ...(typed.verdict === 'suspend' ? { until: typed.until } : {}) } as const;
    const passed = await ask.primary.transaction().execute((tx) => closeReport(tx, judgeOf(ask), found.id, verdict, ask.origin));
    return passed ? done(ask, 'reported') : answerReport(ask, found, verdicts, { typed, faults: ['late'] });
  }),
  get(paths.appealShown, { who: 'animator' }, async (ask: SheetAsk) => {
    const [found] = await listAppeals(ask.primary, ask.reader, ask.param('id'));
    return found ? ask.page(<AppealPage measure={found} />) : ask.notFound();
  }),
  post(paths.appealShown, { who: 'animator' }, async (ask: SheetAsk) => {
    const [found] = await listAppeals(ask.primary, ask.reader, ask.param('id'));
    if (!found) return ask.notFound();
    const typed = readDecision(await ask.form());
    const faults = listDecisionFaults(typed, ['upheld', 'overturned'], []);
    if (faults.length > 0) return ask.page(<AppealPage measure={found} typed={typed} faults={faults} />, { status: 422 });
    const passed = await ask.primary.transaction().execute((tx) => closeAppeal(tx, judgeOf(ask), found.id, typed.verdict as 'upheld' | 'overturned', typed.reasons, ask.origin));
    return passed ? done(ask, 'appeal') : ask.page(<AppealPage measure={found} typed={typed} faults={['late']} />, { status: 422 });
  }),
  post(paths.lifting, { who: 'animator' }, async (ask: SheetAsk) => {
    const [found] = await listMeasures(ask.primary, ask.reader, ask.param('id'));
    // Who suspends from the instance is its administration, and who gives back too; nobody gives back to themselves.
    if (!found || found.liftedAt || !mayJudge(ask.reader.account!.id, found.accountId) || (found.what === 'suspend' && ask.reader.acting?.role !== 'administrator')) return ask.notFound();
    await ask.primary.transaction().execute((tx) => liftMeasure(tx, judgeOf(ask), found.id));
    return done(ask, 'lifted');
  }),
];
