import { get } from '~/platform/http/request.ts';
import { findKindByGenre, findRight, findSheet, fromTold, listPicked, type Choice, type KindSpec, type SheetAsk } from '~/sheets/index.ts';
import { paths } from '../paths.ts';
import { fieldsOf } from './describe.ts';
import { HistoryPage } from './pages/history.tsx';
import { listHistory, type Entry } from './queries.ts';

/** Sheets that the changes name, which the reader may see. */
async function listNames(ask: SheetAsk, entries: readonly Entry[]): Promise<Map<string, string>> {
  const ids = entries.flatMap(({ changes }) => Object.values(changes).flatMap((pair) => fromTold([pair].flat(2))));
  return new Map((await listPicked(ask.db, ask.reader, null, ids)).map((one) => [one.id, one.title]));
}

/** Words of the codes whose choices are found by a query. */
async function listWords(ask: SheetAsk, spec: KindSpec, sheetId: string, entries: readonly Entry[]): Promise<Map<string, readonly Choice[]>> {
  const changed = new Set(entries.flatMap(({ changes }) => Object.keys(changes)));
  const context = { reader: ask.reader, right: 'own' as const, today: ask.today };
  const found = [...fieldsOf(spec).values()].filter(({ name, choices }) => typeof choices === 'function' && changed.has(name));
  return new Map(await Promise.all(found.map(async ({ name, choices }) => [name, await (choices as Exclude<typeof choices, readonly string[] | undefined>)(ask.db, sheetId, ask.lang, context)] as const)));
}

export const routes = [
  get(paths.history, { who: 'everyone' }, async (ask: SheetAsk) => {
    const spec = findKindByGenre(ask.param('genre'));
    const sheet = spec && (await findSheet(ask.db, ask.reader, spec.kind, ask.param('slug')));
    if (!spec || !sheet) return ask.notFound();
    if ('movedTo' in sheet) return ask.redirect(ask.to(paths.history.href({ genre: spec.genre, slug: sheet.movedTo })), 301);
    const right = await findRight(ask.db, ask.reader, sheet.id);
    const asked = Number(ask.query('avant'));
    const before = Number.isSafeInteger(asked) && asked > 0 ? asked : undefined;
    const { entries, next } = await listHistory(ask.db, ask.reader, sheet.id, { before, keeps: right !== null });
    const [names, choices] = await Promise.all([listNames(ask, entries), listWords(ask, spec, sheet.id, entries)]);
    return ask.page(<HistoryPage sheet={sheet} right={right} entries={entries} next={next} isFirst={before === undefined} telling={{ lang: ask.lang, spec, names, choices, keeps: right !== null }} />);
  }),
];
