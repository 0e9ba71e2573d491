import { translator } from '~/platform/i18n/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { checkGuard, openGuard } from '~/sheets/guard/index.ts';
import { findKindByGenre, findSheet, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import { createAppeal } from './commands.ts';
import { readReport } from './forms.ts';
import { messages } from './messages.ts';
import { MinePage } from './pages/mine.tsx';
import { ReportedPage, ReportPage, ReportWherePage } from './pages/report.tsx';
import { paths } from './paths.ts';
import { listMeasuresAgainst, listOwnPublications } from './queries.ts';
import { createReport } from './reports.ts';
import { longest, mayAppeal } from './rules.ts';

const paces = [{ most: 10, minutes: 60 }, { most: 30, minutes: 1440 }];

/** What `?fiche=partenariat/bordeaux-lima` names, if this reader may see it. */
async function findReported(ask: SheetAsk): Promise<SheetSummary | undefined> {
  const [genre = '', slug = ''] = (ask.query('fiche') ?? '').split('/');
  const spec = findKindByGenre(genre);
  const found = spec && (await findSheet(ask.primary, ask.reader, spec.kind, slug));
  return found && !('movedTo' in found) ? found : undefined;
}

export const routes = [
  get(paths.report, { who: 'everyone', cached: false }, async (ask: SheetAsk) => {
    if (!ask.query('fiche')) return ask.page(<ReportWherePage />);
    const sheet = await findReported(ask);
    return sheet ? ask.page(<ReportPage sheet={sheet} stamp={await openGuard(ask)} />) : ask.notFound();
  }),
  post(paths.report, { who: 'everyone' }, async (ask: SheetAsk) => {
    const sheet = await findReported(ask);
    if (!sheet) return ask.notFound();
    const form = await ask.form();
    const { typed, faults, reason, mail } = readReport(form);
    if (faults.length > 0) return ask.page(<ReportPage sheet={sheet} typed={typed} faults={faults} stamp={form.text('marque') || (await openGuard(ask))} />, { status: 422 });
    const { refused, stamp } = await checkGuard(ask, form, 'report', paces);
    if (refused) return ask.page(<ReportPage sheet={sheet} typed={typed} refused={refused} stamp={stamp} />, { status: refused === 'often' ? 429 : 422 });
    await ask.primary.transaction().execute((tx) => createReport(tx, { sheetId: sheet.id, reason, text: typed.text, lang: ask.lang, mail }, ask.now));
    return ask.redirect(ask.to(paths.reported.href({}, { reponse: mail ? 'oui' : undefined })));
  }),
  get(paths.reported, { who: 'everyone', cached: false }, (ask: SheetAsk) => ask.page(<ReportedPage reply={ask.query('reponse') === 'oui'} />)),
  get(paths.mine, { who: 'account' }, async (ask: SheetAsk) => answerMine(ask)),
  post(paths.appeal, { who: 'account' }, async (ask: SheetAsk) => {
    const measure = (await listMeasuresAgainst(ask.primary, ask.reader)).find(({ id }) => id === ask.param('id'));
    if (!measure || !mayAppeal(measure, ask.today)) return ask.notFound();
    const text = (await ask.form()).text('recours');
    if (!text || text.length > longest) return answerMine(ask, { id: measure.id, text, fault: text ? 'long' : 'missing' });
    await ask.primary.transaction().execute((tx) => createAppeal(tx, { ...ask.actor, accountId: ask.reader.account!.id }, measure.id, text));
    return ask.done(paths.mine.href({}), translator(messages, ask.lang)('done.appealed'));
  }),
];

async function answerMine(ask: SheetAsk, wrong?: { id: string; text: string; fault: 'missing' | 'long' }) {
  const [publications, measures] = await Promise.all([listOwnPublications(ask.primary, ask.reader.account!.id), listMeasuresAgainst(ask.primary, ask.reader)]);
  return ask.page(<MinePage publications={publications} measures={measures} account={ask.reader.account!} wrong={wrong} />, { status: wrong ? 422 : 200 });
}
