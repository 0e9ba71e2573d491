import { isId, sql, type Read } from '~/platform/db/index.ts';
import { visibleTo, type Reader } from '~/sheets/index.ts';
import type { Fate, Kind } from './rules.ts';

export interface Import {
  id: string;
  kind: Kind;
  aboutId: string;
  about: { kind: string; slug: string; title: string };
  name: string;
  header: string[];
  columns: string[];
  state: 'checked' | 'under-way' | 'done';
  createdAt: string;
  total: number;
  done: number;
}

const columns = sql`i.id, i.kind, i.about_id as "aboutId", json_build_object('kind', s.kind, 'slug', s.slug, 'title', s.title) as about, i.name, i.header, i.columns,
  case when i.finished_at is not null then 'done' when i.started_at is not null then 'under-way' else 'checked' end as state, i.created_at::text as "createdAt",
  (select count(*) from import_lines l where l.import_id = i.id)::integer as total, (select count(*) from import_lines l where l.import_id = i.id and l.done_at is not null)::integer as done`;

/** Those who act for the same body share its lists; an administrator's own have none. */
const mine = (reader: Reader) => sql<boolean>`(i.body_id = ${reader.acting?.body?.id ?? null}::uuid or (i.body_id is null and i.account_id = ${reader.account?.id ?? null}::uuid and ${reader.acting?.role === 'administrator'}))`;

export async function listImports(db: Read, reader: Reader): Promise<Import[]> {
  const { rows } = await sql<Import>`select ${columns} from imports i join sheets s on s.id = i.about_id where ${mine(reader)} order by i.created_at desc limit 30`.execute(db);
  return rows;
}

export async function findImport(db: Read, reader: Reader, id: string): Promise<Import | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Import>`select ${columns} from imports i join sheets s on s.id = i.about_id where i.id = ${id} and ${mine(reader)}`.execute(db);
  return rows[0];
}

export interface Line {
  number: number;
  cells: string[];
  choice: string | null;
  fate: Fate | null;
  reason: string | null;
}

export async function listLines(db: Read, id: string, waiting?: { limit: number }): Promise<Line[]> {
  const rows = await db
    .selectFrom('import_lines')
    .select(['number', 'cells', 'choice', 'fate', 'reason'])
    .where('import_id', '=', id)
    .$if(waiting !== undefined, (query) => query.where('done_at', 'is', null).limit(waiting!.limit))
    .orderBy('number')
    .execute();
  return rows as Line[];
}

/** Networks that this reader may bring a list of members to. */
export async function listNetworks(db: Read, reader: Reader): Promise<{ id: string; slug: string; title: string }[]> {
  const { acting } = reader;
  if (acting?.role === 'animator' && acting.body?.kind !== 'network') return [];
  const { rows } = await sql<{ id: string; slug: string; title: string }>`
    select sheets.id, sheets.slug, sheets.title from sheets where kind = 'network' and ${visibleTo(reader)}
      and (${acting?.role === 'administrator'} or sheets.id = ${acting?.body?.id ?? null}::uuid) order by title limit 200`.execute(db);
  return rows;
}
