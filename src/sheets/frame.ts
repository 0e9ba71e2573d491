import type { VNode } from 'preact';
import { sql, type Read } from '~/platform/db/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { summaryColumns, toDate, toSummary } from './queries.ts';
import type { NameKind, Place, SheetSummary } from './types.ts';
import { listAttachments, type Attachment } from './attachments.tsx';
import { getKind } from './kinds.ts';
import { findRight, type Right } from './rights.ts';
import { visibleTo, type Reader } from './visibility.ts';

export interface SourceShown {
  documentId: string;
  title: string;
  author: string;
  nature: string;
  published: PartialDate | null;
  url: string | null;
  locator: string | null;
  factId: string | null;
}

export interface FactShown {
  id: string;
  field: string;
  label: string | null;
  value: string;
  unit: string | null;
  qualifier: string | null;
  observed: PartialDate | null;
  chosen: boolean;
  outdated: boolean;
  note: string | null;
  /** Somebody who knows said which of two values holds. */
  settled: { note: string; by: string; on: string } | null;
  sources: SourceShown[];
}

export interface StateShown {
  state: string;
  at: PartialDate | null;
  reason: string | null;
  note: string | null;
  source: SourceShown | null;
  /** The function of whoever wrote it, and when: ISO day. */
  author: string;
  recorded: string;
}

export type LinkedSheet = SheetSummary & { role: string; note: string | null };

export interface PastEvent {
  name: string;
  at: string;
}

/** What other modules draw in a sheet's page: before its own sections, after them, in the margin. */
export type Inside = Record<'head' | 'main' | 'aside', VNode[]>;

/** Everything that hangs on a sheet, whatever its kind: what the common frame of a page shows. */
export interface SheetFrame {
  sheet: SheetSummary;
  names: { name: string; kind: NameKind }[];
  states: StateShown[];
  facts: FactShown[];
  sources: SourceShown[];
  places: Place[];
  /** This sheet points at them. */
  outgoing: LinkedSheet[];
  /** They point at this sheet. */
  incoming: LinkedSheet[];
  created: string;
  versions: number;
  /** Who last said that it is exact: a function and a body. `mine`: this reader, less than ten minutes ago. */
  confirmation: { by: string; body: string | null; mine: boolean } | null;
  /** What this reader may do with it; null: read. */
  right: Right | null;
  /** Gestures of its kind that this reader may do now. */
  acts: string[];
  attachments: Attachment[];
  /** What other modules draw in its page. */
  inside?: Inside;
}

/** One round of queries side by side, whatever hangs on the sheet: nothing per item. */
export async function getFrame(db: Read, reader: Reader, sheet: SheetSummary): Promise<SheetFrame> {
  const [names, states, facts, sources, places, outgoing, incoming, history, right, attachments] = await Promise.all([
    db.selectFrom('sheet_names').select(['name', 'kind']).where('sheet_id', '=', sheet.id).orderBy('name').execute(),
    db.selectFrom('sheet_states').leftJoin('documents', 'documents.id', 'sheet_states.document_id')
      .select(['state', 'at', 'at_precision', 'reason', 'note', 'sheet_states.author as recorded_by', 'recorded_at', 'locator', 'documents.id as document_id', 'title', 'documents.author', 'nature', 'published', 'published_precision', 'url'])
      .where('sheet_id', '=', sheet.id).orderBy('position').execute(),
    db.selectFrom('sheet_facts').selectAll().where('sheet_id', '=', sheet.id).orderBy('position').execute(),
    db.selectFrom('sheet_sources').innerJoin('documents', 'documents.id', 'sheet_sources.document_id')
      .select(['sheet_sources.fact_id', 'locator', 'documents.id as document_id', 'title', 'author', 'nature', 'published', 'published_precision', 'url'])
      .where('sheet_id', '=', sheet.id).orderBy('position').execute(),
    db.selectFrom('sheet_places').select(['role', 'territory_id', 'label', 'lat', 'lon', 'approximate']).where('sheet_id', '=', sheet.id).orderBy('position').execute(),
    listLinked(db, reader, sheet.id, 'from_id', 'to_id'),
    listLinked(db, reader, sheet.id, 'to_id', 'from_id'),
    findHistory(db, reader, sheet.id),
    findRight(db, reader, sheet.id),
    listAttachments(db, sheet.id),
  ]);
  const shown = sources.map((row) => ({ ...toSource(row), factId: row.fact_id }));
  return {
    sheet,
    names: names.filter((row) => row.kind !== 'title') as SheetFrame['names'],
    states: states.map((row) => ({
      state: row.state, at: toDate(row.at, row.at_precision), reason: row.reason, note: row.note,
      source: row.document_id === null ? null : toSource(row), author: row.recorded_by, recorded: dayOf(row.recorded_at),
    })),
    facts: facts.map((row) => ({
      id: row.id, field: row.field, label: row.label, value: row.value, unit: row.unit, qualifier: row.qualifier,
      observed: toDate(row.observed, row.observed_precision), chosen: row.chosen, outdated: row.outdated, note: row.note,
      settled: row.settled_at === null ? null : { note: row.settled_note ?? '', by: row.settled_by ?? '', on: dayOf(row.settled_at) },
      sources: shown.filter((source) => source.factId === row.id),
    })),
    sources: shown,
    places: places.map((row) => ({ role: row.role as Place['role'], territoryId: row.territory_id, label: row.label, lat: row.lat, lon: row.lon, approximate: row.approximate })),
    outgoing,
    incoming,
    created: String(history.created_at),
    versions: history.version,
    confirmation: history.by === null ? null : { by: history.by, body: history.body, mine: history.mine === true },
    right,
    acts: right ? await listActs(db, sheet, right) : [],
    attachments,
  };
}

async function findHistory(db: Read, { account }: Reader, id: string) {
  const { rows } = await sql<{ created_at: string; version: number; by: string | null; body: string | null; mine: boolean | null }>`
    select s.created_at, s.version, c.actor as by, b.title as body, c.account_id = ${account?.id ?? null}::uuid and c.recorded_at > now() - interval '10 minutes' as mine
    from sheets s
    left join lateral (select * from confirmations where sheet_id = s.id and withdrawn_at is null order by recorded_at desc limit 1) c on s.confirmed_at is not null
    left join sheets b on b.id = c.on_behalf_of and b.visibility = 'public'
    where s.id = ${id}`.execute(db);
  return rows[0]!;
}

/** Those that this right allows and that have an object. */
async function listActs(db: Read, { id, kind }: SheetSummary, right: Right): Promise<string[]> {
  const allowed = (getKind(kind).acts ?? []).filter((act) => (act.may ? act.may(right) : right !== 'partner'));
  const has = await Promise.all(allowed.map((act) => act.has?.(db, id) ?? true));
  return allowed.filter((_, index) => has[index]).map(({ name }) => name);
}

/** The day in France of an instant that the database gave. */
function dayOf(at: unknown): string {
  return Temporal.Instant.from(String(at)).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
}

async function listLinked(db: Read, reader: Reader, id: string, here: 'from_id' | 'to_id', there: 'from_id' | 'to_id'): Promise<LinkedSheet[]> {
  const rows = await db
    .selectFrom('sheet_links')
    .innerJoin('sheets', 'sheets.id', `sheet_links.${there}`)
    .select(summaryColumns.map((column) => `sheets.${column}` as const))
    .select(['sheet_links.role', 'sheet_links.note'])
    .where(`sheet_links.${here}`, '=', id)
    .where(visibleTo(reader))
    .orderBy('sheet_links.role')
    .orderBy('sheet_links.position')
    .orderBy(sql`sheets.start_date nulls last`)
    .orderBy('sheets.title')
    .execute();
  return rows.map((row) => ({ ...toSummary(row), role: row.role, note: row.note }));
}

interface SourceRow {
  document_id: string | null; title: string | null; author: string | null; nature: string | null;
  published: string | null; published_precision: string | null; url: string | null; locator: string | null;
}

function toSource(row: SourceRow): SourceShown {
  return {
    documentId: row.document_id!, title: row.title!, author: row.author!, nature: row.nature!,
    published: toDate(row.published, row.published_precision), url: row.url, locator: row.locator, factId: null,
  };
}

/** Linked sheets in one role. */
export function linked(list: LinkedSheet[], role: string, kind?: string): LinkedSheet[] {
  return list.filter((one) => one.role === role && (kind === undefined || one.kind === kind));
}
