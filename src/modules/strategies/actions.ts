import { sql, type Read } from '~/platform/db/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { summaryColumns, toDate, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';
import type { Basis } from './rules.ts';

export interface ActionSource {
  documentId: string;
  title: string;
  published: PartialDate | null;
  locator: string | null;
}

export type ObjectiveAction = SheetSummary & { objectiveId: string; basis: Basis };

/** Actions of the objectives given: the dated ones first, the latest first, then the others by title. */
export async function listObjectiveActions(db: Read, reader: Reader, objectiveIds: string[]): Promise<ObjectiveAction[]> {
  if (!objectiveIds.length) return [];
  const rows = await db
    .selectFrom('objective_actions')
    .innerJoin('sheets', 'sheets.id', 'objective_actions.action_id')
    .select(summaryColumns.map((column) => `sheets.${column}` as const))
    .select(['objective_id', 'basis'])
    .where('objective_id', 'in', objectiveIds)
    .where(visibleTo(reader))
    .orderBy('sheets.start_date', (order) => order.desc().nullsLast())
    .orderBy('sheets.title')
    .execute();
  return rows.map((row) => ({ ...toSummary(row), objectiveId: row.objective_id, basis: row.basis as Basis }));
}

/** Where each action is written. */
export async function listActionSources(db: Read, actionIds: string[]): Promise<Map<string, ActionSource[]>> {
  if (!actionIds.length) return new Map();
  const rows = await db
    .selectFrom('sheet_sources')
    .innerJoin('documents', 'documents.id', 'sheet_sources.document_id')
    .select(['sheet_id', 'documents.id as document_id', 'title', 'published', 'published_precision', 'locator'])
    .where('sheet_id', 'in', actionIds)
    .where('fact_id', 'is', null)
    .orderBy('position')
    .execute();
  const shown = rows.map((row) => ({ sheetId: row.sheet_id, documentId: row.document_id, title: row.title, published: toDate(row.published, row.published_precision), locator: row.locator }));
  return Map.groupBy(shown, (row) => row.sheetId);
}

/**
 * Actions outside the circle of partnerships: abroad, with nobody whom a twinning or an agreement joins to their holder, and carried by no network.
 * Partners say it when they are named; countries do when no partner is. A local actor has no circle: only authorities have partnerships.
 */
export async function listOccasional(db: Read, reader: Reader, actionIds: string[]): Promise<Set<string>> {
  if (!actionIds.length) return new Set();
  const { rows } = await sql<{ id: string }>`
    with partner as (
      select h.from_id as action, t.id, t.countries
      from sheet_links h
      join sheet_links french on french.role = 'french' and french.to_id = h.to_id
      join sheets p on p.id = french.from_id and p.kind = 'partnership' and p.type in ('jumelage', 'accord-de-cooperation') and ${visibleTo(reader, 'p')}
      join sheet_links abroad on abroad.from_id = p.id and abroad.role = 'foreign'
      join sheets t on t.id = abroad.to_id and ${visibleTo(reader, 't')}
      where h.role = 'holder' and h.from_id = any(${actionIds}::uuid[])
    ), named as (
      select l.from_id as action, t.id
      from sheet_links l join sheets t on t.id = l.to_id and t.kind = 'territory' and not 'FR' = any(t.countries) and ${visibleTo(reader, 't')}
      where l.role = 'partner' and l.from_id = any(${actionIds}::uuid[])
    )
    select a.id from sheets a
    where a.id = any(${actionIds}::uuid[]) and a.countries <> '{}'
      and exists (select from sheet_links l join sheets h on h.id = l.to_id and h.kind = 'territory' where l.from_id = a.id and l.role = 'holder')
      and not exists (select from sheet_links l join sheets n on n.id = l.to_id where l.from_id = a.id and l.role = 'network' and ${visibleTo(reader, 'n')})
      and case when exists (select from named n where n.action = a.id)
        then not exists (select from named n join partner p on p.action = a.id and p.id = n.id where n.action = a.id)
        else not exists (select from partner p where p.action = a.id and p.countries && a.countries) end`.execute(db);
  return new Set(rows.map((row) => row.id));
}

export interface ObjectiveOfAction {
  slug: string;
  title: string;
  lang: string;
  number: number;
  basis: Basis;
  strategy: { slug: string; title: string; start: PartialDate | null; end: PartialDate | null };
}

/** The objectives that one action serves, with their strategy and its period. */
export async function listObjectivesOfAction(db: Read, reader: Reader, actionId: string): Promise<ObjectiveOfAction[]> {
  const rows = await db
    .selectFrom('objective_actions')
    .innerJoin('objectives', 'objectives.sheet_id', 'objective_actions.objective_id')
    .innerJoin('sheets', 'sheets.id', 'objectives.sheet_id')
    .innerJoin('sheets as strategy', 'strategy.id', 'objectives.strategy_id')
    .select(['sheets.slug', 'sheets.title', 'sheets.lang', 'number', 'basis'])
    .select(['strategy.slug as strategy_slug', 'strategy.title as strategy_title', 'strategy.start_date', 'strategy.start_precision', 'strategy.end_date', 'strategy.end_precision'])
    .where('action_id', '=', actionId)
    .where(visibleTo(reader))
    .where(visibleTo(reader, 'strategy'))
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    slug: row.slug, title: row.title, lang: row.lang, number: row.number, basis: row.basis as Basis,
    strategy: { slug: row.strategy_slug, title: row.strategy_title, start: toDate(row.start_date, row.start_precision), end: toDate(row.end_date, row.end_precision) },
  }));
}
