import type { Read } from '~/platform/db/index.ts';
import { summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';
import { listObjectivesOfAction, listOccasional, type ObjectiveOfAction } from '~/modules/strategies/index.ts';

export interface ActionDetail {
  note: string | null;
  objectives: ObjectiveOfAction[];
  /** Outside the circle of partnerships. */
  isOccasional: boolean;
}

export async function getAction(db: Read, reader: Reader, id: string): Promise<ActionDetail> {
  const [row, objectives, occasional] = await Promise.all([
    db.selectFrom('actions').select('note').where('sheet_id', '=', id).executeTakeFirst(),
    listObjectivesOfAction(db, reader, id),
    listOccasional(db, reader, [id]),
  ]);
  return { note: row?.note ?? null, objectives, isOccasional: occasional.has(id) };
}

export interface ActionList {
  actions: SheetSummary[];
  occasional: ReadonlySet<string>;
}

/** The latest first; those without a date come last and stay without one. */
export async function listActions(db: Read, reader: Reader): Promise<ActionList> {
  const rows = await db
    .selectFrom('sheets')
    .select(summaryColumns)
    .where('kind', '=', 'action')
    .where(visibleTo(reader))
    .orderBy('start_date', (order) => order.desc().nullsLast())
    .orderBy('title')
    .limit(500)
    .execute();
  const actions = rows.map(toSummary);
  return { actions, occasional: await listOccasional(db, reader, actions.map((one) => one.id)) };
}
