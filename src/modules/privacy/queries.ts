import { isId, sql, type Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';
import { exportDays } from './rules.ts';

export interface AccessKept {
  at: string;
  what: string;
  /** The function of who read, and their body: never a name. */
  reader: string;
  body: string | null;
}

/** Who read my private fields during the last year, latest first. */
export async function listAccesses(db: Read, reader: Reader, limit = 100): Promise<AccessKept[]> {
  const { rows } = await sql<AccessKept>`
    select a.at, a.what, a.reader_function as reader, sheets.title as body
    from personal_accesses a join accounts me on me.id = ${reader.account!.id}
    left join sheets on sheets.id = a.reader_body_id and ${visibleTo(reader)}
    where a.account_id = me.id or (a.person_id = me.person_id) order by a.at desc limit ${limit}`.execute(db);
  return rows;
}

export interface ExportKept {
  id: string;
  askedAt: string;
  steps: number;
  done: number;
  state: 'ready' | 'failed' | 'under-way';
  /** Last day on which it can be taken. */
  until: string;
}

export async function listExports(db: Read, accountId: string): Promise<ExportKept[]> {
  const rows = await db.selectFrom('data_exports').select(['id', 'asked_at', 'steps', 'done', 'finished_at', 'failed']).where('account_id', '=', accountId).orderBy('asked_at', 'desc').limit(10).execute();
  return rows.map((row) => ({
    id: row.id, askedAt: row.asked_at, steps: row.steps, done: row.done, state: row.finished_at ? 'ready' : row.failed ? 'failed' : 'under-way',
    until: new Date(Date.parse(row.asked_at) + exportDays * 86_400_000).toISOString().slice(0, 10),
  }));
}

export async function findExport(db: Read, accountId: string, id: string): Promise<ExportKept | undefined> {
  return (await listExports(db, accountId)).find((one) => one.id === id);
}

/** The file itself, for its owner alone. */
export async function findExportFile(db: Read, accountId: string, id: string, kind: 'json' | 'txt'): Promise<string | undefined> {
  if (!isId(id)) return undefined;
  const row = await db.selectFrom('data_exports').select(kind === 'json' ? 'data as text' : 'readable as text').where('id', '=', id).where('account_id', '=', accountId).executeTakeFirst();
  return row?.text ?? undefined;
}
