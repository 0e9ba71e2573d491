import type { Read, Tx } from '~/platform/db/index.ts';

/** What was answered so far, step by step: it waits for the person, on any of their devices. */
export type Answers = Record<string, string[]>;

export async function findAnswers(db: Read, accountId: string, form: string): Promise<Answers> {
  const row = await db.selectFrom('drafts').select('field_values').where('account_id', '=', accountId).where('form', '=', form).executeTakeFirst();
  return (row?.field_values ?? {}) as Answers;
}

export async function updateAnswers(tx: Tx, accountId: string, form: string, answers: Answers): Promise<void> {
  const values = JSON.stringify(answers);
  await tx
    .insertInto('drafts')
    .values({ account_id: accountId, form, field_values: values })
    .onConflict((oc) => oc.columns(['account_id', 'form']).doUpdateSet({ field_values: values, updated_at: new Date().toISOString() }))
    .execute();
}

export async function removeAnswers(tx: Tx, accountId: string, form: string): Promise<void> {
  await tx.deleteFrom('drafts').where('account_id', '=', accountId).where('form', '=', form).execute();
}
