import { newId, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { recordChange, type Source } from '~/sheets/index.ts';
import { addSourceOnce } from '../queries.ts';
import type { ExchangeForm, Initiative, Register } from './rules.ts';

export interface ExchangeInput {
  register: Register;
  initiative: Initiative;
  form: ExchangeForm;
  subject: string;
  /** Functions on each side, never names. */
  here: string | null;
  there: string | null;
  at: PartialDate;
  source?: Source;
}

export async function recordExchange(tx: Tx, actor: Actor, sheetId: string, { at, source, ...exchange }: ExchangeInput): Promise<void> {
  await tx
    .insertInto('partnership_exchanges')
    .values({
      id: newId(), sheet_id: sheetId, ...exchange, at: at.value, at_precision: at.precision,
      document_id: source?.document ?? null, locator: source?.locator ?? null, author: actor.name,
    })
    .execute();
  await addSourceOnce(tx, sheetId, source);
  await recordChange(tx, actor, sheetId, 'exchange', { registre: [null, exchange.register], objet: [null, exchange.subject], quand: [null, at.value] });
}
