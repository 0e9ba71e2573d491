import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { instance, type Actor } from '~/platform/events/index.ts';
import { addLinks, tellAccounts, type Reader } from '~/sheets/index.ts';
import { listOrganisers } from './queries.ts';
import { paths } from './paths.ts';

export interface OfferAt {
  meeting: { id: string; slug: string; title: string };
  /** The meeting or one of its sessions. */
  sheet: { id: string; kind: string };
  title: string;
}

/** R150: a member offers to co-organise. The organisers are told; nobody else reads it before they answer. */
export async function addVolunteer(tx: Tx, reader: Reader, { meeting, sheet, title }: OfferAt, words: string | null): Promise<void> {
  const row = { body_id: reader.acting?.body?.id ?? null, words, state: 'offered' };
  await tx
    .insertInto('meeting_volunteers')
    .values({ id: newId(), sheet_id: sheet.id, account_id: reader.account!.id, ...row })
    .onConflict((oc) => oc.columns(['sheet_id', 'account_id']).doUpdateSet({ ...row, offered_at: sql`now()`, decided_at: null }))
    .execute();
  // Told in nobody's name: an offer that is declined leaves no trace in the history.
  await tellAccounts(tx, { name: `${sheet.kind}.volunteer`, sheetId: sheet.id, actor: instance }, { accounts: await listOrganisers(tx, meeting.id), path: paths.organise.href({ slug: meeting.slug }), label: title });
}

/** Their body is shown as co-organiser; the person may organise from now on. False: there is no such offer to answer. */
export async function acceptVolunteer(tx: Tx, actor: Actor, meetingId: string, id: string, path: string): Promise<boolean> {
  const offer = await answerOffer(tx, meetingId, id, 'accepted');
  if (!offer) return false;
  if (offer.bodyId) await addLinks(tx, offer.sheetId, [{ role: 'coorganiser', to: offer.bodyId }]);
  await tellAccounts(tx, { name: `${offer.kind}.accepted`, sheetId: offer.sheetId, actor }, { accounts: [offer.accountId], path, label: offer.title });
  return true;
}

export async function declineVolunteer(tx: Tx, meetingId: string, id: string, path: string): Promise<boolean> {
  const offer = await answerOffer(tx, meetingId, id, 'declined');
  if (!offer) return false;
  await tellAccounts(tx, { name: `${offer.kind}.declined`, sheetId: offer.sheetId, actor: instance }, { accounts: [offer.accountId], path, label: offer.title });
  return true;
}

interface Offer {
  sheetId: string;
  accountId: string;
  bodyId: string | null;
  kind: string;
  title: string;
}

/** Of the meeting or of one of its sessions; answered once. */
async function answerOffer(tx: Tx, meetingId: string, id: string, state: 'accepted' | 'declined'): Promise<Offer | undefined> {
  const { rows } = await sql<Offer>`
    update meeting_volunteers v set state = ${state}, decided_at = now() from sheets s
    where v.id = ${id} and v.state = 'offered' and s.id = v.sheet_id and (v.sheet_id = ${meetingId} or v.sheet_id in (select sheet_id from meeting_sessions where meeting_id = ${meetingId}))
    returning v.sheet_id as "sheetId", v.account_id as "accountId", v.body_id as "bodyId", s.kind, s.title`.execute(tx);
  return rows[0];
}
