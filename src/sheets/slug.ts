import { sql, type Tx } from '~/platform/db/index.ts';

/** The first address of a kind that is free and was never used, from words as people write them. */
export async function findFreeSlug(tx: Tx, kind: string, words: string): Promise<string> {
  const base = plainWords(words).slice(0, 70).replace(/-+$/, '') || 'fiche';
  const { rows } = await sql<{ slug: string }>`
    select slug from sheets where kind = ${kind} and slug like ${`${base}%`}
    union select slug from sheet_redirects where kind = ${kind} and slug like ${`${base}%`}`.execute(tx);
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(base)) return base;
  let n = 2;
  while (taken.has(`${base}-${n}`)) n += 1;
  return `${base}-${n}`;
}

function plainWords(words: string): string {
  return words
    .replace(/[œŒ]/g, 'oe').replace(/[æÆ]/g, 'ae')
    .normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
