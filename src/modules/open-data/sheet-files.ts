import { commonPaths } from '~/sheets/paths.ts';
import { listRows } from '~/sheets/ask/index.ts';
import { answerOne, toItem, type Item } from '~/sheets/export/index.ts';
import { findSheet, getFrame, getKind, listKinds, sheetHref, type LinkedSheet, type SheetAsk, type SheetFrame, type SourceShown } from '~/sheets/index.ts';

type Format = 'json' | 'csv' | 'geojson';

/** One sheet, whatever its kind, as a file. */
export async function answerSheetFile(ask: SheetAsk, format: Format): Promise<Response> {
  const slug = ask.param('file').slice(0, -format.length - 1);
  const spec = listKinds().find((one) => one.path.href({ slug }) === `/${ask.param('section')}/${encodeURIComponent(slug)}`);
  if (!spec) return ask.notFound();
  const found = await findSheet(ask.db, ask.reader, spec.kind, slug);
  if (!found) return ask.notFound();
  if ('movedTo' in found) return ask.redirect(`${sheetHref(spec.kind, found.movedTo)}.${format}`, 301);
  const [row] = await listRows(ask.db, ask.reader, [found.num]);
  if (!row) return ask.notFound();
  const item = toItem(row, ask.origin);
  if (format !== 'json') return answerOne(item, format, slug, ask.instanceName);
  const frame = await getFrame(ask.db, ask.reader, found);
  return new Response(JSON.stringify(describeSheet(item, frame, ask.origin)), { headers: { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' } });
}

/** The item of lists, and what hangs on the sheet: names, history, facts that may disagree, links. */
function describeSheet(item: Item, frame: SheetFrame, origin: string) {
  const source = (one: SourceShown) => ({ title: one.title, author: one.author, nature: one.nature, published: one.published, locator: one.locator, url: one.url ?? origin + commonPaths.document.href({ id: one.documentId }) });
  const link = (one: LinkedSheet) => ({ role: one.role, kind: getKind(one.kind).genre, title: one.title, url: origin + sheetHref(one.kind, one.slug) });
  return {
    ...item,
    names: frame.names,
    history: frame.states.map((one) => ({ state: one.state, at: one.at, reason: one.reason, note: one.note, source: one.source && source(one.source) })),
    facts: frame.facts.map((one) => ({ field: one.field, label: one.label, value: one.value, unit: one.unit, qualifier: one.qualifier, observed: one.observed, chosen: one.chosen, outdated: one.outdated, note: one.note, sources: one.sources.map(source) })),
    links: frame.outgoing.map(link),
    linkedFrom: frame.incoming.map(link),
  };
}
