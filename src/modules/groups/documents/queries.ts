import { isId, sql, type Read } from '~/platform/db/index.ts';

export type Reading = 'waiting' | 'read' | 'empty' | 'locked' | 'broken' | 'unread';

export interface Version {
  number: number;
  name: string;
  mediaType: string;
  bytes: number;
  change: string | null;
  /** A function, never a name. */
  author: string;
  body: string | null;
  addedAt: string;
  reading: Reading;
  cut: boolean;
}

export interface DocumentListed extends Version {
  id: string;
  title: string;
  /** Pieces of an excerpt, the odd ones are the words that were looked for. */
  excerpt: string[] | null;
}

export const pageSize = 30;
const [before, after] = ['\u0001', '\u0002'];
const headline = `StartSel=${before}, StopSel=${after}, MaxFragments=2, MaxWords=24, MinWords=12, FragmentDelimiter=" … "`;
const versionColumns = sql`v.number, f.name, f.media_type as "mediaType", f.bytes, v.change, v.author, b.title as body, v.added_at::text as "addedAt", v.reading, v.cut`;

/** The last version of each, newest first; with words, those that hold them all, in their title or their text, the best first. */
export async function listDocuments(db: Read, groupId: string, words: string | undefined, page = 1): Promise<{ documents: DocumentListed[]; total: number }> {
  // As the index reads: « porte-à-porte » is three words, an apostrophe divides.
  // a row of hyphens is too many negations for PostgreSQL
  const asked = sql`websearch_to_tsquery('french_plain', translate(regexp_replace(${words ?? ''}, '-{2,}', ' ', 'g'), '’', ' '))`;
  const titled = sql`to_tsvector('french_plain', translate(d.title, '-’', '  '))`;
  const found = words === undefined ? sql`` : sql`and (v.search || ${titled}) @@ ${asked}`;
  const order = words === undefined ? sql`added_at desc` : sql`rank desc, added_at desc`;
  const { rows } = await sql<Omit<DocumentListed, 'excerpt'> & { excerpt: string | null; total: number }>`
    select p.id, p.title, p.total, ${versionColumns},
      ${words === undefined ? sql`null` : sql`case when v.search @@ ${asked} then ts_headline('french_plain', v.text, ${asked}, ${headline}) end`} as excerpt
    from (
      select d.id, d.title, v.id as version_id, v.added_at, count(*) over ()::integer as total, ${words === undefined ? sql`0` : sql`ts_rank(setweight(${titled}, 'A') || v.search, ${asked})`} as rank
      from group_documents d
      join lateral (select id, added_at, search from group_document_versions where document_id = d.id order by number desc limit 1) v on true
      where d.group_id = ${groupId}::uuid ${found}
      order by ${order}, d.id limit ${pageSize} offset ${(page - 1) * pageSize}) p
    join group_document_versions v on v.id = p.version_id join files f on f.id = v.file_id left join sheets b on b.id = v.body_id
    order by ${words === undefined ? sql`v.added_at desc` : sql`p.rank desc, v.added_at desc`}, p.id`.execute(db);
  const documents = rows.map(({ excerpt, ...row }) => ({ ...row, excerpt: excerpt?.includes(before!) ? excerpt.split(/[\u0001\u0002]/) : null }));
  return { documents, total: rows[0]?.total ?? 0 };
}

export async function countDocuments(db: Read, groupId: string): Promise<number> {
  const { n } = await db.selectFrom('group_documents').select((eb) => eb.fn.countAll<number>().as('n')).where('group_id', '=', groupId).executeTakeFirstOrThrow();
  return n;
}

export interface GroupDocument {
  id: string;
  title: string;
  /** Counted up at each change. */
  version: number;
  /** Whoever brought it, to say who may remove it. */
  authorId: string | null;
  versions: Version[];
}

/** Versions shown: a document that has more keeps them all, by their addresses. */
const mostVersions = 100;

export async function findDocument(db: Read, groupId: string, id: string): Promise<GroupDocument | undefined> {
  if (!isId(id)) return undefined;
  const row = await db.selectFrom('group_documents').select(['id', 'title', 'version']).where('id', '=', id).where('group_id', '=', groupId).executeTakeFirst();
  if (!row) return undefined;
  const [{ rows }, first] = await Promise.all([
    sql<Version>`select ${versionColumns} from group_document_versions v join files f on f.id = v.file_id left join sheets b on b.id = v.body_id
      where v.document_id = ${id} order by v.number desc limit ${mostVersions}`.execute(db),
    db.selectFrom('group_document_versions').select('author_id').where('document_id', '=', id).orderBy('number').limit(1).executeTakeFirst(),
  ]);
  return { ...row, authorId: first?.author_id ?? null, versions: rows };
}

/** The file of one version, by its place. */
export async function findVersionFile(db: Read, groupId: string, id: string, number: string): Promise<string | undefined> {
  if (!isId(id) || !/^\d{1,6}$/.test(number)) return undefined;
  const row = await db
    .selectFrom('group_document_versions as v')
    .innerJoin('group_documents as d', 'd.id', 'v.document_id')
    .select('v.file_id')
    .where('d.group_id', '=', groupId)
    .where('d.id', '=', id)
    .where('v.number', '=', Number(number))
    .executeTakeFirst();
  return row?.file_id;
}

/** A document that this account has just sent and that hangs nowhere yet: kept while a form comes back. */
export async function findLoose(db: Read, accountId: string, id: string): Promise<{ id: string; name: string } | undefined> {
  if (!isId(id)) return undefined;
  return db
    .selectFrom('files')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('kept', '=', false)
    .where('content', 'is not', null)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('sheet_attachments').select('id').whereRef('file_id', '=', 'files.id'))))
    .executeTakeFirst();
}
