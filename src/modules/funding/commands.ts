import type { PartialDate } from '~/platform/dates/partial.ts';
import type { Tx } from '~/platform/db/index.ts';
import { recordEvent, type Actor } from '~/platform/events/index.ts';
import { createSheet, type SheetInput, type SheetRef } from '~/sheets/index.ts';
import { checkMoney, toPermille, type Money } from './rules.ts';

export interface SchemeInput extends Omit<SheetInput, 'kind'> {
  amount: Money | null;
  maxRatePercent: number | null;
  projects: number | null;
  eligible: string | null;
  note: string | null;
  /** When the source says so: the value date of the amount. */
  asOf: PartialDate;
}

export async function createScheme(tx: Tx, actor: Actor, { amount, maxRatePercent, projects, eligible, note, asOf, ...sheet }: SchemeInput): Promise<SheetRef> {
  if (amount) checkMoney(amount);
  const created = await createSheet(tx, actor, { ...sheet, kind: 'funding' });
  await tx
    .insertInto('funding_schemes')
    .values({
      sheet_id: created.id,
      amount: amount?.minor ?? null,
      currency: amount?.currency ?? null,
      amount_qualifier: amount?.qualifier ?? null,
      amount_per: amount?.per ?? null,
      max_rate_permille: toPermille(maxRatePercent),
      projects,
      eligible,
      note,
      as_of: asOf.value,
      as_of_precision: asOf.precision,
    })
    .execute();
  return created;
}

/** A text enters the library unverified, whoever writes it. */
export async function createLaw(tx: Tx, actor: Actor, sheet: Omit<SheetInput, 'kind'>): Promise<SheetRef> {
  const created = await createSheet(tx, actor, { ...sheet, kind: 'law' });
  await tx.insertInto('laws').values({ sheet_id: created.id }).execute();
  return created;
}

/** A person read the text and vouches for what its sheet says. */
export async function confirmLaw(tx: Tx, actor: Actor, sheetId: string, by: { name: string; on: string }): Promise<void> {
  await tx.updateTable('laws').set({ verified_by: by.name, verified_on: by.on }).where('sheet_id', '=', sheetId).executeTakeFirstOrThrow();
  await recordEvent(tx, { name: 'law.verified', sheetId, actor, changes: { verified: [null, by.name] } });
}
