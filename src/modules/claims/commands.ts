import { chooseMandate, endMandate, grantMandate, listAccountsOf } from '~/modules/accounts/index.ts';
import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { instance, recordEvent, type Actor } from '~/platform/events/index.ts';
import { addMember, type Role } from '~/sheets/index.ts';
import { tell, type Sender } from './mails.ts';
import { hasProof, listHeld } from './proofs.ts';
import { countMandates, findClaim, getPerson, type Claim, type Missing } from './queries.ts';
import { isEnough, mostADay, type ClaimRole, type Proof } from './rules.ts';

export interface ClaimInput {
  accountId: string;
  role: ClaimRole;
  function: string;
  service: string | null;
  proof: Proof;
  word: string | null;
  /** The sheet, or what was told of the one that is missing. */
  of: { sheetId: string } | { missing: Missing; areaId: string | null };
}

export interface Requested {
  id: string;
  granted: boolean;
}

/** Asks to keep a sheet. A proof that holds grants at once; those who keep the sheet already are told. */
export async function requestClaim(tx: Tx, actor: Actor, sender: Sender, input: ClaimInput): Promise<Requested | { refused: 'kept' | 'asked' | 'gone' | 'many' }> {
  // Locked: two clicks make one request, and many at once are counted one by one.
  await tx.selectFrom('accounts').select('id').where('id', '=', input.accountId).forUpdate().execute();
  const same = 'missing' in input.of ? await findDeclared(tx, input.accountId, input.of.missing) : null;
  if (same) return { id: same, granted: false };
  const refused = ('sheetId' in input.of ? await findRefusal(tx, input.accountId, input.of.sheetId) : null) ?? (await findTooMany(tx, input.accountId));
  if (refused) return { refused };
  const id = newId();
  await tx
    .insertInto('claims')
    .values({
      id, account_id: input.accountId, role: input.role, function: input.function, service: input.service, proof: input.proof, word: input.word,
      ...('sheetId' in input.of ? { sheet_id: input.of.sheetId } : { missing: JSON.stringify(input.of.missing), area_id: input.of.areaId }),
    })
    .execute();
  await recordEvent(tx, { name: 'claim.requested', actor, changes: { claim: [null, id] } });
  const claim = (await findClaim(tx, id))!;
  const keepers = claim.sheetId ? await listAccountsOf(tx, claim.sheetId, ['agent', 'elected', 'partner']) : [];
  for (const keeper of new Map(keepers.map((one) => [one.id, one])).values()) if (keeper.id !== input.accountId) await tell(tx, sender, keeper, 'asked', claim);
  const granted = claim.sheetId !== null && isEnough(input.role, input.proof) && hasProof(await listHeld(tx, input.accountId, claim.sheetId), input.proof);
  if (granted) await grantClaim(tx, instance, sender, claim, null);
  else await tell(tx, sender, await getPerson(tx, input.accountId), 'requested', claim);
  return { id, granted };
}

/** What this account declared already, and waits for an answer. */
async function findDeclared(tx: Tx, accountId: string, { nom, nature, pays }: Missing): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from claims where account_id = ${accountId}::uuid and state = 'requested' and sheet_id is null
      and plain(missing ->> 'nom') = plain(${nom}) and missing ->> 'nature' = ${nature} and missing ->> 'pays' = ${pays} limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Each request is a mail to those who keep the sheet, and work for whoever answers. */
async function findTooMany(tx: Tx, accountId: string): Promise<'many' | null> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from claims where account_id = ${accountId}::uuid and created_at > now() - interval '1 day'`.execute(tx);
  return rows[0]!.n >= mostADay ? 'many' : null;
}

async function findRefusal(tx: Tx, accountId: string, sheetId: string): Promise<'kept' | 'asked' | 'gone' | null> {
  const sheet = await tx.selectFrom('sheets').select('merged_into').where('id', '=', sheetId).where('kind', '=', 'territory').forUpdate().executeTakeFirst();
  if (!sheet || sheet.merged_into) return 'gone';
  const { rows } = await sql<{ kept: boolean; asked: boolean }>`select
    exists (select 1 from mandates where account_id = ${accountId}::uuid and body_id = ${sheetId}::uuid and role in ('agent', 'elected', 'partner') and ended_at is null and (until is null or until >= current_date)) as kept,
    exists (select 1 from claims where account_id = ${accountId}::uuid and sheet_id = ${sheetId}::uuid and state = 'requested') as asked`.execute(tx);
  return rows[0]!.kept ? 'kept' : rows[0]!.asked ? 'asked' : null;
}

/** Gives the mandate. A network whose animator grants may help from then on: it is said to the person. */
export async function grantClaim(tx: Tx, actor: Actor, sender: Sender, claim: Claim, network: { id: string; title: string } | null): Promise<void> {
  const body = claim.sheetId!;
  const role: Role = claim.side === 'foreign' ? 'partner' : claim.role;
  const mandateId = await grantMandate(tx, actor, { accountId: claim.accountId, role, bodyId: body, function: claim.function, ...(claim.service ? { service: claim.service } : {}) });
  if (network) await addMember(tx, actor, network.id, { id: body, title: claim.title });
  await decide(tx, actor, claim.id, { state: 'granted', mandate_id: mandateId, sheet_id: body, decided_for: network?.id ?? null, reason: null });
  const several = (await countMandates(tx, claim.accountId)) > 1;
  await tell(tx, sender, await getPerson(tx, claim.accountId), 'granted', claim, { several, ...(network ? { network: network.title } : {}) });
}

/** From now on the person acts for the authority that was granted; false when the mandate is over. */
export function chooseGranted(tx: Tx, sessionId: string, claim: Claim): Promise<boolean> {
  return claim.mandateId ? chooseMandate(tx, sessionId, claim.mandateId) : Promise.resolve(false);
}

/** Says no, or ends what was granted, with the reason. */
export async function refuseClaim(tx: Tx, actor: Actor, sender: Sender, claim: Claim, reason: string): Promise<void> {
  if (claim.mandateId) await endMandate(tx, actor, claim.mandateId);
  await decide(tx, actor, claim.id, { state: 'refused', reason });
  await tell(tx, sender, await getPerson(tx, claim.accountId), claim.state === 'granted' ? 'ended' : 'refused', claim, { reason });
}

/** An objection was read and the mandate stays. */
export async function confirmClaim(tx: Tx, actor: Actor, claim: Claim): Promise<void> {
  await decide(tx, actor, claim.id, { state: 'granted' });
}

async function decide(tx: Tx, actor: Actor, id: string, set: { state: 'granted' | 'refused'; reason?: string | null; mandate_id?: string; sheet_id?: string; decided_for?: string | null }): Promise<void> {
  await tx.updateTable('claims').set({ ...set, decided_at: sql`now()`, decided_by: actor.name }).where('id', '=', id).execute();
  await recordEvent(tx, { name: `claim.${set.state}`, actor, changes: { claim: [null, id] } });
}

/** One's own request, taken back; a mandate that it gave is given back with it. */
export async function withdrawClaim(tx: Tx, actor: Actor, claim: Claim): Promise<void> {
  if (claim.mandateId) await endMandate(tx, actor, claim.mandateId);
  await tx.updateTable('claims').set({ state: 'withdrawn', decided_at: sql`now()`, decided_by: actor.name, word: null }).where('id', '=', claim.id).execute();
  await recordEvent(tx, { name: 'claim.withdrawn', actor, changes: { claim: [claim.id, null] } });
}

/** Somebody who keeps the sheet says why the request should be looked at again. Said once, changed at will. */
export async function addObjection(tx: Tx, actor: Actor, claimId: string, accountId: string, reason: string): Promise<void> {
  await tx
    .insertInto('claim_objections')
    .values({ claim_id: claimId, account_id: accountId, reason })
    .onConflict((oc) => oc.columns(['claim_id', 'account_id']).doUpdateSet({ reason, created_at: sql`now()` }))
    .execute();
  await recordEvent(tx, { name: 'claim.objected', actor, changes: { claim: [null, claimId] } });
}
