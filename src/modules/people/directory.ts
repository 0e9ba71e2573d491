import type { RawBuilder } from 'kysely';
import { isId, sql, type Read } from '~/platform/db/index.ts';
import { listThemes, withSubthemes } from '~/reference/index.ts';
import { sheetHref, toDate, visibleTo, type Reader } from '~/sheets/index.ts';
import type { FunctionHeld } from './functions.ts';
import { codeOfStanding, findStanding, type Standing } from './rules.ts';

/** What is asked of the directory, as its address says it. */
export interface DirectoryQuestion {
  words?: string;
  /** The beginning or a part of the name of an authority, an organisation or a network. */
  body?: string;
  standing?: Standing;
  theme?: string;
  country?: string;
  after?: [sort: string, id: string];
}

export interface DirectoryEntry {
  id: string;
  /** Null: listed by function only. */
  name: string | null;
  functions: FunctionHeld[];
}

export interface DirectoryAnswer {
  entries: DirectoryEntry[];
  total: number;
  next: string | null;
  countries: string[];
}

const pageSize = 30;
// after every name, as names are sorted by plain(): those who show only their function
const nameless = '~';

export function readDirectoryQuestion(query: (name: string) => string | undefined): DirectoryQuestion {
  const theme = query('theme');
  const country = query('pays')?.toUpperCase();
  const cut = (text: string | undefined) => text?.slice(0, 100);
  return {
    words: cut(query('q')), body: cut(query('collectivite')), standing: findStanding(query('qualite')), after: readCursor(query('apres')),
    theme: theme && listThemes().some((one) => one.slug === theme) ? theme : undefined,
    country: country && /^[A-Z]{2}$/.test(country) ? country : undefined,
  };
}

export function buildDirectoryQuery({ words, body, standing, theme, country }: DirectoryQuestion, apres?: string | null) {
  return { q: words, collectivite: body, qualite: standing && codeOfStanding(standing), theme, pays: country, apres };
}

/** Members read everybody who is listed; others only public mandates. One person a row, in the order of names. */
export async function searchDirectory(db: Read, reader: Reader, question: DirectoryQuestion): Promise<DirectoryAnswer> {
  const conditions = sql.join([sql`d.is_current`, ...(reader.kind === 'member' ? [] : [sql`d.is_public`]), ...filtersOf(question, reader)], sql` and `);
  const [sort, id] = question.after ?? ['', '00000000-0000-0000-0000-000000000000'];
  const { rows } = await sql<{ person_id: string; name: string | null; sort: string; total: number }>`
    with found as (
      select d.person_id, max(d.name) as name, coalesce(max(d.sort_name), ${nameless}) collate "C" as sort
      from directory d left join sheets b on b.id = d.body_id and ${visibleTo(reader, 'b')}
      where ${conditions} group by d.person_id)
    select *, (select count(*) from found) as total from found where (sort, person_id) > (${sort}, ${id}::uuid) order by sort, person_id limit ${pageSize + 1}`.execute(db);
  const shown = rows.slice(0, pageSize);
  const [functions, countries] = await Promise.all([listListed(db, reader, shown.map((row) => row.person_id)), listCountriesOfBodies(db)]);
  const last = shown.at(-1);
  return {
    entries: shown.map((row) => ({ id: row.person_id, name: row.name, functions: functions.get(row.person_id) ?? [] })),
    total: rows[0]?.total ?? 0,
    next: rows.length > pageSize && last ? writeCursor([last.sort, last.person_id]) : null,
    countries,
  };
}

function filtersOf({ words, body, standing, theme, country }: DirectoryQuestion, reader: Reader) {
  const like = (text: string) => sql`'%' || replace(replace(replace(plain(${text}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`;
  const themes = theme ? withSubthemes(theme) : [];
  return [
    ...(words ? [matching(like(words))] : []),
    ...(body ? [sql`(plain(b.title) like ${like(body)} or plain(d.body) like ${like(body)} or plain(d.function) like ${like(body)})`] : []),
    ...(standing ? [sql`d.standing = ${standing}`] : []),
    ...(country ? [sql`b.countries @> array[${country}]`] : []),
    ...(theme
      ? [sql`(b.themes && ${themes}::text[] or b.num in (select unnest(s.territories) from sheets s where s.themes && ${themes}::text[] and ${visibleTo(reader, 's')}))`]
      : []),
  ];
}

/** Functions that this reader may read, by person: the present ones first, past ones said to be past. */
export async function listListed(db: Read, reader: Reader, people: readonly string[], audience: 'members' | 'public' = reader.kind === 'member' ? 'members' : 'public'): Promise<Map<string, FunctionHeld[]>> {
  if (!people.length) return new Map();
  let query = db
    .selectFrom('directory')
    .leftJoin('sheets', (join) => join.onRef('sheets.id', '=', 'directory.body_id').on(visibleTo(reader)))
    .select(['person_id', 'function_id', 'function', 'directory.body', 'standing', 'is_current', 'since', 'since_precision', 'until', 'until_precision', 'as_of', 'as_of_precision', 'sheets.kind', 'sheets.slug', 'sheets.title'])
    .where('person_id', 'in', [...people]);
  if (audience === 'public') query = query.where('is_public', '=', true);
  const rows = await query.orderBy('is_current', 'desc').orderBy('position').execute();
  const held = (row: (typeof rows)[number]): FunctionHeld => ({
    id: row.function_id!, function: row.function!, standing: row.standing as Standing, isCurrent: row.is_current!,
    body: row.body ?? (row.title && !row.function!.includes(row.title) ? row.title : null),
    bodyHref: row.kind && row.slug ? sheetHref(row.kind, row.slug) : null,
    since: toDate(row.since, row.since_precision), until: toDate(row.until, row.until_precision), asOf: toDate(row.as_of, row.as_of_precision),
  });
  return new Map([...Map.groupBy(rows, (row) => row.person_id!)].map(([id, group]) => [id, group.map(held)]));
}

/** The two indexes of words first, then the rule: a name that waits finds nobody. */
function matching(pattern: RawBuilder<unknown>) {
  return sql`d.function_id in (select id from person_functions where plain(function) like ${pattern}
      union select f.id from people p join person_functions f on f.person_id = p.id where plain(p.first_name || ' ' || p.last_name) like ${pattern})
    and (plain(d.function) like ${pattern} or (d.name is not null and plain(d.name) like ${pattern}))`;
}

async function listCountriesOfBodies(db: Read): Promise<string[]> {
  const { rows } = await sql<{ iso: string }>`
    select distinct unnest(countries) as iso from sheets where id in (select body_id from person_functions where body_id is not null)`.execute(db);
  return rows.map((row) => row.iso);
}

function writeCursor(cursor: [string, string]): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function readCursor(text: string | undefined): [string, string] | undefined {
  if (!text) return undefined;
  try {
    const [sort, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    return typeof sort === 'string' && !sort.includes('\0') && typeof id === 'string' && isId(id) ? [sort.toWellFormed(), id] : undefined;
  } catch {
    return undefined;
  }
}
