import { isId, type Read } from '~/platform/db/index.ts';
import { mayOrganise, mayOrganiseSession } from '~/modules/meetings/index.ts';
import { findSheet, getKind, findKindByGenre, type Reader, type SheetAsk, type SheetSummary } from '~/sheets/index.ts';
import type { State } from './rules.ts';

/** The meeting or the session whose minutes are asked for. */
export interface Subject {
  sheet: SheetSummary;
  /** The meeting itself, or the one that the session belongs to. */
  meetingId: string;
  state: State;
  at: { genre: string; slug: string };
}

export interface Writing extends Subject {
  /** False: a note taker, who writes and does not decide. */
  organises: boolean;
}

export async function findSubject(ask: SheetAsk): Promise<Subject | undefined> {
  const kind = findKindByGenre(ask.param('genre'))?.kind;
  if (kind !== 'event' && kind !== 'session') return undefined;
  const sheet = await findSheet(ask.primary, ask.reader, kind, ask.param('slug'));
  return sheet && !('movedTo' in sheet) ? toSubject(ask.primary, sheet) : undefined;
}

export async function toSubject(db: Read, sheet: SheetSummary): Promise<Subject> {
  const [state, session] = await Promise.all([
    findState(db, sheet.id),
    sheet.kind === 'session' ? db.selectFrom('meeting_sessions').select('meeting_id').where('sheet_id', '=', sheet.id).executeTakeFirst() : undefined,
  ]);
  return { sheet, state, meetingId: session?.meeting_id ?? sheet.id, at: { genre: getKind(sheet.kind).genre, slug: sheet.slug } };
}

async function findState(db: Read, sheetId: string): Promise<State> {
  return ((await db.selectFrom('minutes').select('state').where('sheet_id', '=', sheetId).executeTakeFirst())?.state as State | undefined) ?? 'none';
}

export function mayOrganiseSubject(db: Read, reader: Reader, { sheet, meetingId }: Pick<Subject, 'sheet' | 'meetingId'>): Promise<boolean> {
  return sheet.kind === 'session' ? mayOrganiseSession(db, reader, { id: sheet.id, meetingId }) : mayOrganise(db, reader, meetingId);
}

/** Named as a note taker for this session, or for the whole meeting. */
export async function isWriter(db: Read, reader: Reader, { sheet, meetingId }: Pick<Subject, 'sheet' | 'meetingId'>): Promise<boolean> {
  if (!reader.account) return false;
  return (await db.selectFrom('minutes_writers').select('sheet_id').where('account_id', '=', reader.account.id).where('sheet_id', 'in', [sheet.id, meetingId]).executeTakeFirst()) !== undefined;
}

/** Who may write: the organisers, and those whom they named. Anybody else gets nothing, and a 404. */
export async function findWriting(ask: SheetAsk): Promise<Writing | undefined> {
  const subject = await findSubject(ask);
  if (!subject) return undefined;
  const organises = await mayOrganiseSubject(ask.primary, ask.reader, subject);
  return organises || (await isWriter(ask.primary, ask.reader, subject)) ? { ...subject, organises } : undefined;
}

/** The same, while there is still something to write. */
export async function findOpenWriting(ask: SheetAsk): Promise<Writing | undefined> {
  const writing = await findWriting(ask);
  return writing && writing.state !== 'published' ? writing : undefined;
}

export async function findOrganising(ask: SheetAsk): Promise<Writing | undefined> {
  const writing = await findWriting(ask);
  return writing?.organises ? writing : undefined;
}

/** An id of the address; undefined when it cannot be one. */
export const idIn = (ask: SheetAsk): string | undefined => (isId(ask.param('id')) ? ask.param('id') : undefined);
