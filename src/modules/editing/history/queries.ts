import { sql, type Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';

/** Something that happened to a sheet, or to one that was merged into it. */
export interface Entry {
  id: string;
  name: string;
  position: number;
  at: string;
  /** A function, never a person. */
  actor: string;
  role: string | null;
  version: number | null;
  changes: Record<string, [unknown, unknown]>;
  /** For whom; null when nobody, or when the reader may not see it. */
  body: { kind: string; slug: string; title: string } | null;
}

export const pageSize = 30;

/** Newest first. What is being proposed, and who may act, is told to those who keep the sheet; who is put in touch with whom, to those two alone. */
export async function listHistory(db: Read, reader: Reader, sheetId: string, { before, keeps }: { before?: number; keeps: boolean }): Promise<{ entries: Entry[]; next: number | null }> {
  const { rows } = await sql<Entry & { body_kind: string | null; body_slug: string | null; body_title: string | null }>`
    select e.id, e.name, e.position, e.at, e.actor, e.acting_role as role, e.sheet_version as version, e.changes, b.kind as body_kind, b.slug as body_slug, b.title as body_title
    from events e
    left join sheets b on b.id = e.on_behalf_of and ${visibleTo(reader, 'b')}
    where e.sheet_id in (select id from sheets where id = ${sheetId} or merged_into = ${sheetId})
      and e.position is not null and e.position < ${before ?? Number.MAX_SAFE_INTEGER}
      ${keeps ? sql`` : sql`and e.name not like 'proposal.%' and e.name not like 'mandate.%'`}
      and e.name not like 'matching.%'
    order by e.position desc limit ${pageSize + 1}`.execute(db);
  const entries = rows.slice(0, pageSize).map(({ body_kind, body_slug, body_title, ...row }) => ({
    ...row,
    at: String(row.at),
    body: body_kind === null ? null : { kind: body_kind, slug: body_slug!, title: body_title! },
  }));
  return { entries, next: rows.length > pageSize ? entries.at(-1)!.position : null };
}

/** Changes of a form since an event, that event included, newest first: undoing them one after the other leads back. */
export async function listChangesSince(db: Read, sheetId: string, eventId: string): Promise<{ id: string; at: string; changes: Record<string, [unknown, unknown]> }[]> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(eventId)) return [];
  const { rows } = await sql<{ id: string; at: string; changes: Record<string, [unknown, unknown]> }>`
    select e.id, e.at, e.changes from events e join events f on f.id = ${eventId} and f.sheet_id = e.sheet_id
    where e.sheet_id = ${sheetId} and e.position >= f.position and e.name like '%.updated'
    order by e.position desc limit 2000`.execute(db);
  return rows.map((row) => ({ ...row, at: String(row.at) }));
}
