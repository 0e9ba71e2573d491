import { sql, type Read } from '~/platform/db/index.ts';
import { summaryColumns, toSummary, visibleTo, type Reader, type SheetSummary } from '~/sheets/index.ts';

export interface Practice {
  title: string;
  summary: string | null;
  state: string | null;
  themes: string[];
  countries: string[];
  ownerId: string | null;
  actionId: string | null;
  context: string | null;
  steps: string[];
  reuse: string | null;
  failed: string | null;
  contact: { function: string; mail: string } | null;
}

export async function getPractice(db: Read, id: string): Promise<Practice> {
  const row = await db.selectFrom('practices').innerJoin('sheets', 'sheets.id', 'sheet_id')
    .select(['title', 'summary', 'state', 'themes', 'countries', 'owner_id', 'action_id', 'practices.context', 'steps', 'reuse', 'failed', 'contact_function', 'contact_mail']).where('sheet_id', '=', id).executeTakeFirstOrThrow();
  return {
    title: row.title, summary: row.summary, state: row.state, themes: row.themes, countries: row.countries, ownerId: row.owner_id, actionId: row.action_id,
    context: row.context, steps: row.steps, reuse: row.reuse, failed: row.failed,
    contact: row.contact_mail === null ? null : { function: row.contact_function ?? '', mail: row.contact_mail },
  };
}

export async function listResultFacts(db: Read, id: string) {
  return db.selectFrom('sheet_facts').select(['id', 'label', 'value', 'unit']).where('sheet_id', '=', id).where('field', '=', 'resultat').orderBy('position').execute();
}

export interface PracticeFilters {
  theme?: string;
  country?: string;
  words?: string;
  page: number;
}

export type PracticeListed = SheetSummary & { owner: string | null };
export const pageSize = 30;

/** The latest first; drafts are their own body's. */
export async function listPractices(db: Read, reader: Reader, { theme, country, words, page }: PracticeFilters): Promise<PracticeListed[]> {
  const rows = await db
    .selectFrom('sheets')
    .leftJoin('sheets as owner', (join) => join.onRef('owner.id', '=', 'sheets.owner_id').on('owner.visibility', '=', 'public'))
    .select(summaryColumns.map((column) => `sheets.${column}` as const)).select('owner.title as owner')
    .where('sheets.kind', '=', 'practice').where(visibleTo(reader))
    .$if(theme !== undefined, (query) => query.where(sql<boolean>`sheets.themes @> array[${theme}]`))
    .$if(country !== undefined, (query) => query.where(sql<boolean>`sheets.countries @> array[${country}]`))
    .$if(words !== undefined, (query) => query.where(sql<boolean>`(plain(sheets.title) like ${'%'} || plain(${words}) || ${'%'} or plain(coalesce(sheets.body, '')) like ${'%'} || plain(${words}) || ${'%'})`))
    .orderBy('sheets.num', 'desc').limit(pageSize + 1).offset((page - 1) * pageSize).execute();
  return rows.map((row) => ({ ...toSummary(row), owner: row.owner }));
}

/** Themes and countries that practices seen by this reader are about: what the filters offer. */
export async function listOffered(db: Read, reader: Reader): Promise<{ themes: string[]; countries: string[] }> {
  const { rows } = await sql<{ themes: string[] | null; countries: string[] | null }>`
    with seen as (select themes, countries from sheets where kind = 'practice' and ${visibleTo(reader)} limit 5000)
    select (select array_agg(distinct x) from seen, unnest(themes) x) as themes, (select array_agg(distinct x) from seen, unnest(countries) x) as countries`.execute(db);
  return { themes: rows[0]?.themes ?? [], countries: rows[0]?.countries ?? [] };
}
