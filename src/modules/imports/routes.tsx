import { stringify } from 'csv-stringify/sync';
import { readPageNumber } from '~/platform/http/page-number.ts';
import { get, post } from '~/platform/http/request.ts';
import { translator } from '~/platform/i18n/index.ts';
import { findKindByGenre, findRight, findSheet, sheetHref, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import { checkLines } from './check.ts';
import { createImport, removeImport, startImport, updateChoices, updateColumns } from './commands.ts';
import { messages } from './messages.ts';
import { ImportPage } from './pages/import.tsx';
import { NewImportPage, type Typed } from './pages/new.tsx';
import { paths } from './paths.ts';
import { findImport, listImports, listLines, listNetworks, type Import } from './queries.ts';
import { readList, type ReadFault } from './read.ts';
import { findMissing, maxBytes, type Kind } from './rules.ts';

const room = maxBytes + 64 * 1024;

async function showMembers(ask: SheetAsk, typed: Typed, status = 200): Promise<Response> {
  const [networks, lists] = await Promise.all([listNetworks(ask.db, ask.reader), listImports(ask.primary, ask.reader)]);
  return ask.page(<NewImportPage kind="members" networks={networks} lists={lists} typed={typed} />, { status });
}

/** The meeting, for who keeps it. */
async function findMeeting(ask: SheetAsk): Promise<SheetSummary | undefined> {
  const spec = findKindByGenre(ask.param('genre'));
  const sheet = spec?.kind === 'event' ? await findSheet(ask.primary, ask.reader, 'event', ask.param('slug')) : undefined;
  if (!sheet || 'movedTo' in sheet) return undefined;
  const right = await findRight(ask.primary, ask.reader, sheet.id);
  return right && right !== 'partner' ? sheet : undefined;
}

async function receive(ask: SheetAsk, kind: Kind, aboutId: string, again: (fault: ReadFault, pasted: string) => Promise<Response>): Promise<Response> {
  const form = await ask.form();
  const pasted = form.text('lignes');
  const list = await readList(form.file('fichier'), pasted);
  if ('fault' in list) return again(list.fault, pasted);
  const id = await ask.primary.transaction().execute((tx) => createImport(tx, ask.actor, kind, aboutId, list));
  return ask.redirect(ask.to(paths.show.href({ id })));
}

/** Runs a handler on a list of this reader; 404 for another's. */
const withImport = (handler: (ask: SheetAsk, list: Import) => Promise<Response>) => async (ask: SheetAsk) => {
  const list = await findImport(ask.primary, ask.reader, ask.param('id'));
  return list ? handler(ask, list) : ask.notFound();
};

async function showImport(ask: SheetAsk, list: Import, status = 200): Promise<Response> {
  const lines = await listLines(ask.primary, list.id);
  const checked = await checkLines(ask.primary, list, lines);
  return ask.page(<ImportPage list={list} lines={lines} checked={checked} page={readPageNumber(ask.query('page'))} />, { status });
}

export const routes = [
  get(paths.list, { who: 'animator' }, (ask: SheetAsk) => showMembers(ask, { network: ask.query('reseau') ?? '', pasted: '', fault: null })),
  post(paths.list, { who: 'animator', maxBytes: room }, async (ask: SheetAsk) => {
    const asked = (await ask.form()).text('reseau');
    const network = (await listNetworks(ask.primary, ask.reader)).find((one) => one.id === asked);
    const pasted = (await ask.form()).text('lignes');
    if (!network) return showMembers(ask, { network: asked, pasted, fault: 'network' }, 422);
    return receive(ask, 'members', network.id, (fault) => showMembers(ask, { network: asked, pasted, fault }, 422));
  }),
  get(paths.attendance, { who: 'editor' }, async (ask: SheetAsk) => {
    const meeting = await findMeeting(ask);
    if (!meeting) return ask.notFound();
    return ask.page(<NewImportPage kind="attendance" meeting={meeting} networks={[]} lists={await listImports(ask.primary, ask.reader)} typed={{ network: '', pasted: '', fault: null }} />);
  }),
  post(paths.attendance, { who: 'editor', maxBytes: room }, async (ask: SheetAsk) => {
    const meeting = await findMeeting(ask);
    if (!meeting) return ask.notFound();
    return receive(ask, 'attendance', meeting.id, async (fault, pasted) =>
      ask.page(<NewImportPage kind="attendance" meeting={meeting} networks={[]} lists={await listImports(ask.primary, ask.reader)} typed={{ network: '', pasted, fault }} />, { status: 422 }));
  }),
  get(paths.model, { who: 'everyone', machine: true }, (ask: SheetAsk) => {
    const members = ask.param('file') === 'membres.csv';
    const head = members ? ['Collectivité', 'Code Insee ou SIREN', 'Nom', 'Prénom', 'Fonction', 'Qualité'] : ['Nom', 'Prénom', 'Collectivité', 'Fonction', 'Qualité'];
    return csvOf([head], ask.param('file'));
  }),
  get(paths.show, { who: 'member' }, withImport((ask, list) => showImport(ask, list))),
  post(paths.columns, { who: 'member' }, withImport(async (ask, list) => {
    const asked = (await ask.form()).list('colonne');
    await ask.primary.transaction().execute((tx) => updateColumns(tx, list.id, asked, list.header.length));
    return ask.done(paths.show.href({ id: list.id }), translator(messages, ask.lang)('done.columns'));
  })),
  post(paths.choices, { who: 'member' }, withImport(async (ask, list) => {
    const form = await ask.form();
    const choices = Object.keys(form.values).flatMap((name) => {
      const number = /^ligne-(\d{1,5})$/.exec(name)?.[1];
      return number ? [{ number: Number(number), choice: form.text(name).slice(0, 40) || null }] : [];
    });
    await ask.primary.transaction().execute((tx) => updateChoices(tx, list.id, choices));
    return ask.done(paths.show.href({ id: list.id }), translator(messages, ask.lang)('done.choices'));
  })),
  post(paths.start, { who: 'member' }, withImport(async (ask, list) => {
    if (findMissing(list.kind, list.columns).length > 0) return showImport(ask, list, 422);
    await ask.primary.transaction().execute((tx) => startImport(tx, ask.actor, list.id, list.aboutId));
    return ask.redirect(ask.to(paths.show.href({ id: list.id })));
  })),
  post(paths.removal, { who: 'member' }, withImport(async (ask, list) => {
    await ask.primary.transaction().execute((tx) => removeImport(tx, list.id));
    return ask.done(list.kind === 'members' ? paths.list.href({}) : sheetHref(list.about.kind, list.about.slug), translator(messages, ask.lang)('done.removed'));
  })),
  get(paths.rest, { who: 'member' }, withImport(async (ask, list) => {
    const t = translator(messages, ask.lang);
    const lines = await listLines(ask.primary, list.id);
    const checked = await checkLines(ask.primary, list, lines);
    const rest = lines.flatMap((line, index) => {
      const [fate, reason] = list.state === 'checked' ? [checked[index]!.fate, checked[index]!.reason] : [line.fate, line.reason];
      return fate && fate !== 'add' && fate !== 'known' && reason ? [[...line.cells, t(`reason.${reason as 'name'}`, { line: checked[index]!.line ?? 0 })]] : [];
    });
    return csvOf([[...list.header, t('rest.why')], ...rest], 'lignes-a-revoir.csv');
  })),
];

function csvOf(rows: readonly (readonly string[])[], name: string): Response {
  // a cell that a spreadsheet would run as a formula is text
  const safe = rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) && cell.length > 1 ? `'${cell}` : cell)));
  const text = stringify(safe as string[][], { bom: true, delimiter: ';', record_delimiter: 'windows' });
  return new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` } });
}
