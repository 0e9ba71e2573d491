import { newId, sql, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { recordChange, type Source } from '~/sheets/index.ts';
import { addSourceOnce } from '../queries.ts';
import { refuse, type Refusal } from '../rules.ts';
import type { AgreementInput } from '../types.ts';
import { periodOf } from './queries.ts';
import { bindingStates, checkAgreementMove, checkPeriod, checkRenewal, type AgreementState } from './rules.ts';

export interface AgreementChange {
  state: AgreementState;
  at?: PartialDate;
  reason?: string;
  source?: Source;
}

/** Adds an agreement or a programme under a partnership; a renewal points to what it renews and closes it. */
export async function addAgreement(tx: Tx, actor: Actor, sheetId: string, input: AgreementInput): Promise<{ id: string } | Refusal> {
  const id = newId();
  const renewals = await listRenewals(tx, sheetId);
  if (input.renews && !renewals.has(input.renews)) return refuse('agreement.move');
  if (input.renews && [...renewals.values()].includes(input.renews)) return refuse('agreement.renewed');
  const refused = checkPeriod(input) ?? checkRenewal(id, input.renews ?? null, renewals);
  if (refused) return refused;
  await tx
    .insertInto('partnership_agreements')
    .values((eb) => ({
      id,
      sheet_id: sheetId,
      kind: input.kind,
      title: input.title,
      note: input.note ?? null,
      themes: input.themes ?? [],
      start_date: input.start?.value ?? null,
      start_precision: input.start?.precision ?? null,
      end_date: input.end?.value ?? null,
      end_precision: input.end?.precision ?? null,
      renews: input.renews ?? null,
      position: eb.selectFrom('partnership_agreements').select(sql<number>`count(*)`.as('n')).where('sheet_id', '=', sheetId),
    }))
    .execute();
  await addAgreementState(tx, actor, id, { state: input.state, at: input.stateAt, source: input.source });
  if (input.renews && bindingStates.includes(input.state)) await addAgreementState(tx, actor, input.renews, { state: 'renewed', at: input.stateAt, source: input.source });
  await addSourceOnce(tx, sheetId, input.source);
  await recordChange(tx, actor, sheetId, 'agreement', { accord: [null, input.title], etat_accord: [null, input.state] });
  return { id };
}

/** `sheetId` when the id comes from a form: an agreement of another partnership is none. */
export async function changeAgreementState(tx: Tx, actor: Actor, id: string, change: AgreementChange, today: string, sheetId?: string): Promise<Refusal | null> {
  const agreement = await tx
    .selectFrom('partnership_agreements')
    .select(['sheet_id', 'title', 'renews', 'start_date', 'start_precision', 'end_date', 'end_precision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (sheetId !== undefined && agreement.sheet_id !== sheetId) return refuse('agreement.move');
  const from = await getAgreementState(tx, id);
  const refused = checkAgreementMove(from, change.state, periodOf(agreement), today);
  if (refused) return refused;
  await addAgreementState(tx, actor, id, change);
  // what it renews is over from the day on which it binds, not before
  if (agreement.renews && bindingStates.includes(change.state) && (await getAgreementState(tx, agreement.renews)) !== 'renewed') {
    await addAgreementState(tx, actor, agreement.renews, { state: 'renewed', at: change.at, source: change.source });
  }
  await addSourceOnce(tx, agreement.sheet_id, change.source);
  await recordChange(tx, actor, agreement.sheet_id, 'agreement', { accord: [agreement.title, agreement.title], etat_accord: [from, change.state] });
  return null;
}

async function getAgreementState(tx: Tx, id: string): Promise<AgreementState> {
  const row = await tx.selectFrom('partnership_agreement_states').select('state').where('agreement_id', '=', id).orderBy('position', 'desc').limit(1).executeTakeFirstOrThrow();
  return row.state as AgreementState;
}

async function listRenewals(tx: Tx, sheetId: string): Promise<Map<string, string | null>> {
  const rows = await tx.selectFrom('partnership_agreements').select(['id', 'renews']).where('sheet_id', '=', sheetId).execute();
  return new Map(rows.map((row) => [row.id, row.renews]));
}

async function addAgreementState(tx: Tx, actor: Actor, agreementId: string, change: AgreementChange): Promise<void> {
  await tx
    .insertInto('partnership_agreement_states')
    .values((eb) => ({
      id: newId(),
      agreement_id: agreementId,
      state: change.state,
      at: change.at?.value ?? null,
      at_precision: change.at?.precision ?? null,
      reason: change.reason ?? null,
      author: actor.name,
      document_id: change.source?.document ?? null,
      locator: change.source?.locator ?? null,
      position: eb.selectFrom('partnership_agreement_states').select(sql<number>`count(*)`.as('n')).where('agreement_id', '=', agreementId),
    }))
    .execute();
}
