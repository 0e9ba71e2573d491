import type { Read } from '~/platform/db/index.ts';
import { findRight, type Reader } from '~/sheets/index.ts';

/** Those who keep the meeting's sheet, and the volunteers whom they accepted. */
export async function mayOrganise(db: Read, reader: Reader, meetingId: string): Promise<boolean> {
  const right = await findRight(db, reader, meetingId);
  return (right !== null && right !== 'partner' && right !== 'keeper') || isAccepted(db, reader, meetingId);
}

/** A volunteer may have been accepted for one session only. */
export async function mayOrganiseSession(db: Read, reader: Reader, session: { id: string; meetingId: string }): Promise<boolean> {
  return (await mayOrganise(db, reader, session.meetingId)) || isAccepted(db, reader, session.id);
}

async function isAccepted(db: Read, { account, kind }: Reader, sheetId: string): Promise<boolean> {
  if (!account || kind !== 'member' || account.suspended) return false;
  const row = await db.selectFrom('meeting_volunteers').select('id').where('sheet_id', '=', sheetId).where('account_id', '=', account.id).where('state', '=', 'accepted').executeTakeFirst();
  return row !== undefined;
}
