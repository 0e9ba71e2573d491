import { newId, sql, type Tx } from '~/platform/db/index.ts';
import { instance, type Actor } from '~/platform/events/index.ts';
import { addLinks, tellAccounts, type Reader } from '~/sheets/index.ts';
import { listOrganisers, listVolunteers } from './queries.ts';
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

/** Their body is shown as co-organiser; the person may organise from now on. */
export async function acceptVolunteer(tx: Tx, actor: Actor, meetingId: string, id: string, path: string): Promise<boolean> {
  const offer = await findOffer(tx, meetingId, id);
  if (!offer) return false;
  const row = await tx.updateTable('meeting_volunteers').set({ state: 'accepted', decided_at: sql`now()` }).where('id', '=', id).returning(['body_id', 'account_id']).executeTakeFirstOrThrow();
  const { kind, title } = await tx.selectFrom('sheets').select(['kind', 'title']).where('id', '=', offer.sheetId).executeTakeFirstOrThrow();
  if (row.body_id) await addLinks(tx, offer.sheetId, [{ role: 'coorganiser', to: row.body_id }]);
  await tellAccounts(tx, { name: `${kind}.accepted`, sheetId: offer.sheetId, actor }, { accounts: [row.account_id!], path, label: title });
  return true;
}

export async function declineVolunteer(tx: Tx, meetingId: string, id: string, path: string): Promise<boolean> {
  const offer = await findOffer(tx, meetingId, id);
  if (!offer) return false;
  const row = await tx.updateTable('meeting_volunteers').set({ state: 'declined', decided_at: sql`now()` }).where('id', '=', id).returning('account_id').executeTakeFirstOrThrow();
  const { kind, title } = await tx.selectFrom('sheets').select(['kind', 'title']).where('id', '=', offer.sheetId).executeTakeFirstOrThrow();
  await tellAccounts(tx, { name: `${kind}.declined`, sheetId: offer.sheetId, actor: instance }, { accounts: [row.account_id!], path, label: title });
  return true;
}

async function findOffer(tx: Tx, meetingId: string, id: string) {
  return (await listVolunteers(tx, meetingId)).find((one) => one.id === id && one.state === 'offered');
}
