import { sql, newId, type Tx } from '~/platform/db/index.ts';
import type { Actor } from '~/platform/events/index.ts';
import { addLinks, recordChange, refreshSheet, toDate } from '~/sheets/index.ts';
import type { Role } from '../rules.ts';
import { doOverlap, type Timed } from '../registration/rules.ts';
import { findOrAddFunction, type SpokenBy } from './people.ts';
import { listKept } from './rules.ts';
import type { SpeakerLine } from './speaker-lines.ts';

export interface SpeakerInput extends SpokenBy {
  role: Role;
  video: boolean;
  topic?: string | null;
  /** Instead of whom, in words. */
  replaces?: string | null;
}

export interface SpeakerAt {
  meetingId: string;
  session: Timed;
  sessions: readonly Timed[];
  /** Two roles at the same time are wanted. */
  keep: boolean;
}

type Clash = { refused: 'clash'; field: 'nom'; number: number };

/** Somebody speaks in a session. Twice at the same moment is asked about first. */
export async function addSpeaker(tx: Tx, actor: Actor, at: SpeakerAt, input: SpeakerInput): Promise<{ id: string } | Clash> {
  const added = await writeSpeaker(tx, actor, at, input);
  if (!('refused' in added)) await recordSpeakers(tx, actor, at.session.id);
  return added;
}

async function writeSpeaker(tx: Tx, actor: Actor, at: SpeakerAt, input: SpeakerInput): Promise<{ id: string } | Clash> {
  const held = await prepare(tx, actor, at, input);
  if ('refused' in held) return held;
  const id = newId();
  const { last } = await tx.selectFrom('meeting_roles').select((eb) => eb.fn.max('position').as('last')).where('sheet_id', '=', at.session.id).executeTakeFirstOrThrow();
  await tx
    .insertInto('meeting_roles')
    .values({ id, sheet_id: at.session.id, position: Number(last ?? 0) + 1, role: input.role, function_id: held.functionId, video: input.video, topic: input.topic ?? null, replaces: input.replaces ?? null })
    .execute();
  await writeWords(tx, at.session.id, input, held.bodyId);
  return { id };
}

/** Somebody else speaks in their stead: the role stays, and says whom it replaces. */
export async function replaceSpeaker(tx: Tx, actor: Actor, at: SpeakerAt, roleId: string, input: SpeakerInput): Promise<{ id: string } | Clash> {
  const held = await prepare(tx, actor, at, input);
  if ('refused' in held) return held;
  await tx.updateTable('meeting_roles').set({ function_id: held.functionId, role: input.role, video: input.video, topic: input.topic ?? null, replaces: input.replaces ?? null }).where('id', '=', roleId).where('sheet_id', '=', at.session.id).execute();
  await writeWords(tx, at.session.id, input, held.bodyId);
  await recordSpeakers(tx, actor, at.session.id);
  return { id: roleId };
}

/** Null: their words are reported, and minutes do not change so. */
export async function removeSpeaker(tx: Tx, actor: Actor, sessionId: string, roleId: string): Promise<true | null> {
  const gone = await sql`
    delete from meeting_roles r where r.id = ${roleId} and r.sheet_id = ${sessionId} and r.reported is null
      and not exists (select 1 from minutes_remarks m where m.sheet_id = r.sheet_id and m.role = r.position)`.execute(tx);
  if (!gone.numAffectedRows) return null;
  await recordChange(tx, actor, sessionId, 'speakers');
  return true;
}

/** A whole list at once: what its dry run accepted. Each session that it touches says so once. */
export async function addSpeakers(tx: Tx, actor: Actor, meetingId: string, sessions: readonly Timed[], lines: readonly SpeakerLine[]): Promise<number> {
  const good = listKept(lines);
  const touched = new Set<string>();
  for (const line of good) {
    const session = sessions.find(({ number }) => number === line.session)!;
    await writeSpeaker(tx, actor, { meetingId, session, sessions, keep: true }, { ...line, replaces: line.replaces || null });
    touched.add(session.id);
  }
  for (const id of touched) await recordSpeakers(tx, actor, id);
  return good.length;
}

async function prepare(tx: Tx, actor: Actor, { meetingId, session, sessions, keep }: SpeakerAt, input: SpeakerInput) {
  await tx.selectFrom('sheets').select('id').where('id', '=', session.id).forUpdate().execute();
  const held = await findOrAddFunction(tx, actor, meetingId, input, toDate(session.day, session.day ? 'day' : null) ?? undefined);
  const clash = keep ? undefined : await findClash(tx, held.personId, session, sessions);
  return clash === undefined ? held : { refused: 'clash' as const, field: 'nom' as const, number: clash };
}

/** Number of another session of the meeting in which this person speaks at the same time. */
export async function findClash(tx: Tx, personId: string, session: Timed, sessions: readonly Timed[]): Promise<number | undefined> {
  const together = sessions.filter((one) => one.id !== session.id && doOverlap(one, session));
  if (!together.length) return undefined;
  const row = await tx.selectFrom('meeting_roles').innerJoin('person_functions', 'person_functions.id', 'function_id').select('sheet_id').where('person_id', '=', personId).where('sheet_id', 'in', together.map(({ id }) => id)).executeTakeFirst();
  return together.find(({ id }) => id === row?.sheet_id)?.number;
}

/** Functions are searched, names never; the body is linked as in any minutes. */
async function writeWords(tx: Tx, sessionId: string, said: SpeakerInput, bodyId: string | null): Promise<void> {
  await sql`update sheets set body = concat_ws(E'\n', body, ${said.function}::text, ${said.topic ?? null}::text) where id = ${sessionId} and position(${said.function} in coalesce(body, '')) = 0`.execute(tx);
  if (bodyId) await addLinks(tx, sessionId, [{ role: 'speaker', to: bodyId }]);
}

async function recordSpeakers(tx: Tx, actor: Actor, sessionId: string): Promise<void> {
  await refreshSheet(tx, sessionId);
  await recordChange(tx, actor, sessionId, 'speakers');
}
