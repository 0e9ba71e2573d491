import { sql, type Read } from '~/platform/db/index.ts';

/** Why a sheet answers: the other name that was typed, or the words in their sentence. */
export interface Match {
  name: string | null;
  nameKind: string | null;
  /** Pieces of an excerpt, the odd ones are the words. */
  excerpt: string[] | null;
}

const [before, after] = ['\u0001', '\u0002'];
const headline = `StartSel=${before}, StopSel=${after}, MaxFragments=1, MaxWords=26, MinWords=14`;

/** By sheet number. A sheet whose title says it all needs no excerpt. */
export async function listMatches(db: Read, nums: readonly number[], lexemes: readonly string[]): Promise<Map<number, Match>> {
  if (!nums.length || !lexemes.length) return new Map();
  const any = lexemes.map((lexeme) => `'${lexeme.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' | ');
  const vector = (text: ReturnType<typeof sql.ref>) => sql`to_tsvector('french_plain', translate(${text}, '-’', '  '))`;
  const { rows } = await sql<{ num: number; name: string | null; nameKind: string | null; excerpt: string | null }>`
    select s.num, n.name, n.kind as "nameKind",
      case when not ${vector(sql.ref('s.title'))} @@ q.every and n.name is null
        then ts_headline('french_plain', concat_ws(' … ', s.summary, s.body), q.some, ${headline}) end as excerpt
    from sheets s
    cross join (select ${any}::tsquery as some, ${any.replaceAll(' | ', ' & ')}::tsquery as every) q
    left join lateral (
      select name, kind from sheet_names where sheet_id = s.id and kind <> 'title' and not ${vector(sql.ref('s.title'))} @@ q.every and ${vector(sql.ref('name'))} @@ q.every
      order by length(name) limit 1) n on true
    where s.num = any(${[...nums]}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.num, { ...row, excerpt: split(row.excerpt) }]));
}

function split(excerpt: string | null): string[] | null {
  return excerpt?.includes(before!) ? excerpt.split(/[\u0001\u0002]/) : null;
}
