import type { Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import type { Source } from '~/sheets/index.ts';
import { visibilityOf, type Named, type Outcome, type Severity, type Subject } from './rules.ts';

export interface DoubtInput {
  id: string;
  severity: Severity;
  subject: Subject;
  outcome: Outcome;
  title: string;
  handling: string;
  readings: { quote: string | null; source: Source }[];
  /** Ids of the sheets that it touches. */
  sheets: string[];
  people: Named[];
}

export async function createDoubt(tx: Tx, actor: Actor, { readings, sheets, people, ...doubt }: DoubtInput): Promise<void> {
  if (!readings.length) throw new RangeError(`A doubt needs what raises it: ${doubt.id}`);
  await tx.insertInto('doubts').values({ ...doubt, visibility: visibilityOf(people), people: JSON.stringify(people) }).execute();
  await tx
    .insertInto('doubt_readings')
    .values(readings.map(({ quote, source }, position) => ({ doubt_id: doubt.id, position, quote, document_id: source.document, locator: source.locator ?? null })))
    .execute();
  if (sheets.length) {
    await tx.insertInto('doubt_sheets').values(sheets.map((sheet_id, position) => ({ doubt_id: doubt.id, sheet_id, position }))).execute();
  }
  await recordEvent(tx, { name: 'doubt.created', actor, changes: { doubt: [null, doubt.id] } });
}
