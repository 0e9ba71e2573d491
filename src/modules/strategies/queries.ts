import { type Read } from '~/platform/db/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { summaryColumns, toDate, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';
import type { Family, Following, Part, Standing, Tier } from './rules.ts';

export interface Item {
  part: Part;
  text: string;
  detail: string | null;
  documentId: string;
  locator: string | null;
  followed: Following | null;
  followedAt: PartialDate | null;
  followedNote: string | null;
}

export interface Priority {
  id: string;
  family: Family;
  rank: number | null;
  tier: Tier | null;
  label: string;
  rationale: string | null;
  zones: string[];
  themes: string[];
}

export interface StrategyDetail {
  isDraft: boolean;
  standing: Standing;
  ambition: string | null;
  adoptedOn: PartialDate | null;
  adoptedBy: string | null;
  presentedBy: string | null;
  effectiveFrom: PartialDate | null;
  before: SheetSummary | null;
  after: SheetSummary | null;
  items: Item[];
  priorities: Priority[];
  objectives: ObjectiveItem[];
}

export type ObjectiveItem = SheetSummary & { number: number; short: string; transversal: 'stated' | 'implied' | null; commitments: string[] };

export async function getStrategy(db: Read, reader: Reader, id: string): Promise<StrategyDetail> {
  const [row, items, priorities, objectives, after] = await Promise.all([
    db.selectFrom('strategies').innerJoin('sheets', 'sheets.id', 'sheet_id').selectAll('strategies').select('visibility').where('sheet_id', '=', id).executeTakeFirstOrThrow(),
    db.selectFrom('strategy_items').select(['part', 'text', 'detail', 'document_id', 'locator', 'followed', 'followed_at', 'followed_precision', 'followed_note']).where('strategy_id', '=', id).orderBy('position').execute(),
    db.selectFrom('strategy_priorities').select(['id', 'family', 'rank', 'tier', 'label', 'rationale', 'zones', 'themes']).where('strategy_id', '=', id).orderBy('rank', (order) => order.nullsLast()).orderBy('position').execute(),
    listObjectives(db, reader, id),
    findFollowing(db, reader, id),
  ]);
  return {
    isDraft: row.visibility === 'draft',
    standing: row.standing as Standing,
    ambition: row.ambition,
    adoptedOn: toDate(row.adopted_on, row.adopted_precision),
    adoptedBy: row.adopted_by,
    presentedBy: row.presented_by,
    effectiveFrom: toDate(row.effective_from, row.effective_precision),
    before: row.follows ? await findOne(db, reader, row.follows) : null,
    after,
    items: items.map((item) => ({
      part: item.part as Part, text: item.text, detail: item.detail, documentId: item.document_id, locator: item.locator,
      followed: item.followed as Following | null, followedAt: toDate(item.followed_at, item.followed_precision), followedNote: item.followed_note,
    })),
    priorities: priorities.map((one) => ({ ...one, family: one.family as Family, tier: one.tier as Tier | null })),
    objectives,
  };
}

/** Those of a strategy, or an objective and those beside it: its strategy may be hidden. */
export async function listObjectives(db: Read, reader: Reader, id: string): Promise<ObjectiveItem[]> {
  const rows = await db
    .selectFrom('objectives')
    .innerJoin('sheets', 'sheets.id', 'objectives.sheet_id')
    .select(summaryColumns.map((column) => `sheets.${column}` as const))
    .select(['number', 'short', 'transversal', 'commitments'])
    .where((eb) => eb.or([eb('strategy_id', '=', id), eb('strategy_id', '=', eb.selectFrom('objectives as one').select('one.strategy_id').where('one.sheet_id', '=', id))]))
    .where(visibleTo(reader))
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...toSummary(row), number: row.number, short: row.short, transversal: row.transversal as ObjectiveItem['transversal'], commitments: row.commitments }));
}

async function findFollowing(db: Read, reader: Reader, id: string): Promise<SheetSummary | null> {
  const row = await db.selectFrom('strategies').select('sheet_id').where('follows', '=', id).executeTakeFirst();
  return row ? findOne(db, reader, row.sheet_id) : null;
}

async function findOne(db: Read, reader: Reader, id: string): Promise<SheetSummary | null> {
  const row = await db.selectFrom('sheets').select(summaryColumns).where('id', '=', id).where(visibleTo(reader)).executeTakeFirst();
  return row ? toSummary(row) : null;
}

export type StrategyListItem = SheetSummary & { standing: Standing; objectives: number; actions: number; holder: string };

/** Each strategy with the number of its objectives and of the actions that serve them, counted once. */
export async function listStrategies(db: Read, reader: Reader): Promise<StrategyListItem[]> {
  const rows = await db
    .selectFrom('strategies')
    .innerJoin('sheets', 'sheets.id', 'strategies.sheet_id')
    .innerJoin('sheet_links', (join) => join.onRef('sheet_links.from_id', '=', 'sheets.id').on('sheet_links.role', 'in', ['holder', 'wished']))
    .innerJoin('sheets as holder', 'holder.id', 'sheet_links.to_id')
    .select(summaryColumns.map((column) => `sheets.${column}` as const))
    .select((eb) => [
      'standing',
      'holder.title as holder_title',
      eb.selectFrom('objectives').innerJoin('sheets as objective', 'objective.id', 'objectives.sheet_id').select((e) => e.fn.countAll<number>().as('n'))
        .whereRef('objectives.strategy_id', '=', 'sheets.id').where(visibleTo(reader, 'objective')).as('objectives'),
      eb
        .selectFrom('objective_actions')
        .innerJoin('objectives', 'objectives.sheet_id', 'objective_actions.objective_id')
        .innerJoin('sheets as objective', 'objective.id', 'objectives.sheet_id')
        .innerJoin('sheets as action', 'action.id', 'objective_actions.action_id')
        .select((e) => e.fn.count<number>('objective_actions.action_id').distinct().as('n'))
        .whereRef('objectives.strategy_id', '=', 'sheets.id')
        .where(visibleTo(reader, 'objective'))
        .where(visibleTo(reader, 'action'))
        .as('actions'),
    ])
    .where(visibleTo(reader))
    .orderBy('sheets.start_date', (order) => order.desc().nullsLast())
    .execute();
  return rows.map((row) => ({ ...toSummary(row), standing: row.standing as Standing, objectives: Number(row.objectives), actions: Number(row.actions), holder: row.holder_title }));
}
