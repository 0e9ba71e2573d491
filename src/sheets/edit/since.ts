import type { Read } from '~/platform/db/index.ts';
import { fromTold } from './values.ts';
import type { Values } from './types.ts';

/** A change that came after the version somebody was reading. */
export interface Since {
  /** A function. */
  actor: string;
  body: string | null;
  at: string;
  name: string;
  /** What the fields held before it. */
  before: Values;
}

/** What happened to a sheet after a version, the oldest first. */
export async function listSince(db: Read, sheetId: string, version: number): Promise<Since[]> {
  const rows = await db
    .selectFrom('events')
    .leftJoin('sheets', 'sheets.id', 'events.on_behalf_of')
    .select(['events.actor', 'sheets.title as body', 'events.at', 'events.name', 'events.changes'])
    .where('events.sheet_id', '=', sheetId)
    .where('events.sheet_version', '>', version)
    .orderBy('events.sheet_version')
    .orderBy('events.position')
    .limit(200)
    .execute();
  return rows.map((row) => ({ actor: row.actor, body: row.body, at: String(row.at), name: row.name, before: toBefore(row.changes as Record<string, unknown>) }));
}

function toBefore(changes: Record<string, unknown>): Values {
  return Object.fromEntries(Object.entries(changes).map(([name, pair]) => [name, fromTold(Array.isArray(pair) ? pair[0] : null)]));
}
