import type { Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';

/** Objectives of the strategies that these bodies hold, the latest strategy first: what their actions may count for. */
export async function listHeldObjectives(db: Read, reader: Reader, holders: readonly string[]): Promise<{ id: string; number: number; short: string; strategy: string }[]> {
  if (!holders.length) return [];
  return db
    .selectFrom('objectives')
    .innerJoin('sheets', 'sheets.id', 'objectives.sheet_id')
    .innerJoin('sheets as strategy', 'strategy.id', 'objectives.strategy_id')
    .select(['sheets.id', 'number', 'short', 'strategy.title as strategy'])
    .where((eb) => eb.exists(eb.selectFrom('sheet_links').select('to_id').whereRef('from_id', '=', 'objectives.strategy_id').where('role', '=', 'holder').where('to_id', 'in', [...holders])))
    .where(visibleTo(reader))
    .where(visibleTo(reader, 'strategy'))
    .orderBy('strategy.start_date', (order) => order.desc().nullsLast())
    .orderBy('number')
    .execute();
}
