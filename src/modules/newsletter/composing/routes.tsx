import { isId } from '~/platform/db/index.ts';
import { get, post } from '~/platform/http/request.ts';
import { formatDay, translator } from '~/platform/i18n/index.ts';
import { findTheme, findZone, withSubthemes } from '~/reference/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { findIssue, findSince, getProgress, listIssues, listItems, listOffered, type Issue } from '../queries.ts';
import { most } from '../rules.ts';
import { createIssue, publishIssue, removeIssue, updateIssue } from './commands.ts';
import { ComposePage, type ComposeFault, type TypedIssue } from './pages/compose.tsx';
import { DeskPage } from './pages/desk.tsx';
import { PreviewPage } from './pages/preview.tsx';

const t = (ask: SheetAsk) => translator(messages, ask.lang);

async function findDraft(ask: SheetAsk): Promise<Issue | undefined> {
  const id = ask.param('id');
  return isId(id) ? findIssue(ask.primary, { id }) : undefined;
}

type Read = (name: string) => string | undefined;

const readFilter = (read: Read) => ({ theme: findTheme(read('theme') ?? '')?.slug, zone: findZone(read('zone') ?? '') });

/** What is offered, narrowed by the address: `?theme=eau&zone=afrique`, or by what was sent. What was chosen stays, whatever is asked. */
async function draw(ask: SheetAsk, issue: Issue, { read = ask.query, typed, faults = [] }: { read?: Read; typed?: TypedIssue; faults?: ComposeFault[] } = {}): Promise<Response> {
  const { theme, zone } = readFilter(read);
  const asked = { ...(theme ? { theme: withSubthemes(theme) } : {}), ...(zone ? { countries: zone.members } : {}) };
  const [chosen, offered, progress] = await Promise.all([listItems(ask.primary, issue.id), listOffered(ask.primary, issue.since, asked), getProgress(ask.primary, issue.id)]);
  return ask.page(<ComposePage {...{ issue, chosen, offered, progress, typed, faults }} theme={theme ?? ''} zone={zone?.slug ?? ''} />, { status: faults.length ? 422 : 200 });
}

function readIssue(values: Readonly<Record<string, readonly string[]>>, text: (name: string) => string): TypedIssue {
  const picked = [...new Set(values.fiche ?? [])].filter(isId);
  const place = (id: string) => Number.parseInt(text(`ordre-${id}`), 10) || 999;
  return { title: text('titre'), introduction: text('introduction'), items: picked.sort((a, b) => place(a) - place(b)), version: Number.parseInt(text('version'), 10) || 0 };
}

async function save(ask: SheetAsk): Promise<Response> {
  const issue = await findDraft(ask);
  if (issue?.state !== 'draft') return ask.notFound();
  const form = await ask.form();
  const read = (name: string) => form.text(name);
  const typed = readIssue(form.values, read);
  const faults: ComposeFault[] = [];
  if (!typed.title || typed.title.length > most.title) faults.push({ name: 'titre', code: typed.title ? 'title.long' : 'title.missing' });
  if (typed.introduction.length > most.introduction) faults.push({ name: 'introduction', code: 'introduction.long' });
  if (typed.items.length > most.items) faults.push({ name: 'fiche', code: 'items.many' });
  if (faults.length) return draw(ask, issue, { read, typed, faults });
  const done = await ask.primary.transaction().execute((tx) => updateIssue(tx, ask.actor, issue.id, typed));
  // What was typed is shown again, on the version that the other left: sending once more keeps it knowingly.
  if (done === 'stale') return draw(ask, (await findDraft(ask))!, { read, typed, faults: [{ name: 'titre', code: 'stale' }] });
  const { theme, zone } = readFilter(read);
  const at = { id: issue.id };
  return ask.done(form.text('ensuite') === 'apercu' ? paths.preview.href(at) : paths.compose.href(at, { theme, zone: zone?.slug }), t(ask)('compose.saved'));
}

export const routes = [
  get(paths.desk, { who: 'animator' }, async (ask: SheetAsk) => {
    const [drafts, sent, progress] = await Promise.all([listIssues(ask.primary, 'draft'), listIssues(ask.primary, 'sent', 5), getProgress(ask.primary, null)]);
    return ask.page(<DeskPage drafts={drafts} sent={sent} progress={progress} />);
  }),
  post(paths.desk, { who: 'animator' }, async (ask: SheetAsk) => {
    const since = await findSince(ask.primary, ask.now);
    // A letter is written in French, whatever language its author reads the pages in.
    const title = translator(messages, 'fr')('issue.defaultTitle', { month: formatDay('fr', ask.today, { month: 'long', year: 'numeric' }) });
    const id = await ask.primary.transaction().execute((tx) => createIssue(tx, ask.actor, { title, since }));
    return ask.redirect(ask.to(paths.compose.href({ id })));
  }),
  get(paths.compose, { who: 'animator' }, async (ask: SheetAsk) => {
    const issue = await findDraft(ask);
    return issue ? draw(ask, issue) : ask.notFound();
  }),
  post(paths.compose, { who: 'animator' }, save),
  get(paths.preview, { who: 'animator' }, async (ask: SheetAsk) => {
    const issue = await findDraft(ask);
    return issue ? ask.page(<PreviewPage issue={issue} items={await listItems(ask.primary, issue.id)} progress={await getProgress(ask.primary, issue.id)} />) : ask.notFound();
  }),
  post(paths.send, { who: 'animator' }, async (ask: SheetAsk) => {
    const issue = await findDraft(ask);
    if (!issue) return ask.notFound();
    const refused = await ask.primary.transaction().execute((tx) => publishIssue(tx, ask.actor, issue.id, ask.now));
    if (refused === 'empty') return draw(ask, issue, { faults: [{ name: 'fiche', code: 'empty' }] });
    return ask.done(paths.compose.href({ id: issue.id }), t(ask)(refused ? 'send.already' : 'send.done'));
  }),
  post(paths.remove, { who: 'animator' }, async (ask: SheetAsk) => {
    const issue = await findDraft(ask);
    const removed = issue && (await ask.primary.transaction().execute((tx) => removeIssue(tx, ask.actor, issue.id)));
    return removed ? ask.done(paths.desk.href({}), t(ask)('compose.removed')) : ask.notFound();
  }),
];
