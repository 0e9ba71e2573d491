import type { Tx } from '~/platform/db/index.ts';
import type { Form } from '~/platform/http/form.ts';
import type { SheetAsk } from '~/sheets/index.ts';
import { confirmClaim, grantClaim, refuseClaim } from './commands.ts';
import { createMissing, joinCommunes, listJoined } from './missing.ts';
import { findClaim, findSeat, type Claim, type Missing } from './queries.ts';

type Answer = { done: 'done.accepted' | 'done.refused' | 'done.ended' | 'done.confirmed' } | { error: string; field: string };

/** What somebody who answers for the area decides. The claim is read again under a lock: two reviewers make one decision. */
export async function decideOn(tx: Tx, ask: SheetAsk, id: string, form: Form): Promise<Answer> {
  await tx.selectFrom('claims').select('id').where('id', '=', id).forUpdate().execute();
  const claim = await findClaim(tx, id);
  if (!claim || (await findSeat(tx, ask.reader, claim)) !== 'reviewer') throw new Error('The claim was answered for by somebody else');
  const [decision, reason] = [form.text('decision'), form.text('motif').slice(0, 1000)];
  if (decision === 'non') return refuse(tx, ask, claim, reason);
  if (decision !== 'oui') return { error: 'error.decision', field: 'decision' };
  if (claim.state === 'granted') {
    await confirmClaim(tx, ask.actor, claim);
    return { done: 'done.confirmed' };
  }
  return claim.state === 'requested' ? accept(tx, ask, claim, form) : { error: 'error.answered', field: 'decision' };
}

async function refuse(tx: Tx, ask: SheetAsk, claim: Claim, reason: string): Promise<Answer> {
  if (claim.state !== 'requested' && claim.state !== 'granted') return { error: 'error.answered', field: 'decision' };
  if (reason.length < 10) return { error: 'error.reason', field: 'motif' };
  await refuseClaim(tx, ask.actor, ask, claim, reason);
  return { done: claim.state === 'granted' ? 'done.ended' : 'done.refused' };
}

async function accept(tx: Tx, ask: SheetAsk, claim: Claim, form: Form): Promise<Answer> {
  const ready = claim.sheetId ? claim : await makeSheet(tx, ask, claim, form);
  if ('error' in ready) return ready;
  const { acting } = ask.reader;
  const network = acting?.role === 'animator' && acting.body ? { id: acting.body.id, title: acting.body.title } : null;
  await grantClaim(tx, ask.actor, ask, ready, network);
  return { done: 'done.accepted' };
}

/** The reviewer may have corrected what was declared. */
async function makeSheet(tx: Tx, ask: SheetAsk, claim: Claim, form: Form): Promise<Claim | { error: string; field: string }> {
  const told = claim.missing!;
  const corrected: Missing = { ...told, nom: form.text('nom') || told.nom, nature: form.text('nature') || told.nature, departement: form.text('departement') || told.departement, code: form.text('code'), site: form.text('site') };
  const sheet = await createMissing(tx, ask.actor, ask.reader, ask.today, corrected);
  if ('refused' in sheet) return { error: `refusal.${sheet.refused}`, field: 'nom' };
  if (ask.reader.acting?.role === 'administrator' && corrected.nature === 'commune') {
    const communes = (await listJoined(tx, corrected)).flatMap((one) => (one.id ? [one.id] : []));
    const refused = await joinCommunes(tx, ask.actor, ask.reader, ask.today, sheet.id, communes);
    // Told by a throw: the sheet that was just made goes with it.
    if (refused) throw new Error(`The communes of ${sheet.slug} were not joined: ${refused.refused}`);
  }
  return { ...claim, sheetId: sheet.id, slug: sheet.slug, title: corrected.nom, side: corrected.pays === 'FR' ? 'french' : 'foreign' };
}
