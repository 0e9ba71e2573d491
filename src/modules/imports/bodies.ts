import { sql, type Read } from '~/platform/db/index.ts';
import { simplify } from './rules.ts';

/** A sheet that a name in a list may mean. */
export interface Found {
  id: string;
  kind: 'territory' | 'organisation';
  title: string;
  context: string | null;
  /** Level of a territory; empty for an organisation. */
  level: Level | '';
}

type Level = 'commune' | 'epci' | 'departement' | 'region';

const levelOfType: Record<string, Level> = {
  commune: 'commune', communaute_communes: 'epci', communaute_agglomeration: 'epci', communaute_urbaine: 'epci', metropole: 'epci', ept: 'epci',
  departement: 'departement', collectivite_europeenne: 'departement', region: 'region', collectivite_unique: 'region', collectivite_outre_mer: 'region',
};

const titles: readonly [Level, RegExp][] = [
  ['departement', /^(?:conseil (?:departemental|general)|departement|cd|cg) (.+)$/],
  ['region', /^(?:conseil regional|region) (.+)$/],
  ['epci', /^(?:communaute d agglomeration|communaute de communes|communaute urbaine|communaute d agglo|agglomeration|agglo|cda|cdc|ca|cc|cu|epci) (.+)$/],
  ['commune', /^(?:ville|mairie|commune|municipalite) (.+)$/],
];

interface Meant {
  /** The level that its own words give. */
  level?: Level;
  /** Ways of writing it, without the title and without its article. */
  names: string[];
}

/** « Mairie du Lamentin » is the commune « le lamentin »; « CdA La Rochelle » the intercommunality « la rochelle ». */
function readName(text: string): Meant {
  const words = simplify(text).replace(/\bst\b/g, 'saint').replace(/\bste\b/g, 'sainte');
  for (const [level, pattern] of titles) {
    const rest = pattern.exec(words)?.[1];
    if (rest) return { level, names: withoutArticle(rest) };
  }
  return { names: [words] };
}

function withoutArticle(words: string): string[] {
  const [, article, rest] = /^(de la|de l|du|des|de|d) (.+)$/.exec(words) ?? [];
  if (!article || !rest) return [words];
  const kept: Record<string, string> = { 'de la': 'la', 'de l': 'l', du: 'le', des: 'les' };
  return kept[article] ? [`${kept[article]} ${rest}`, rest, words] : [rest, words];
}

const codeOf = (text: string) => /^(?:\d{9}|\d{14}|\d[\dAB]\d{3}|\d{2,3}|2[AB])$/i.exec(text.replace(/\s/g, ''))?.[0].toUpperCase().slice(0, 9);
const departmentCodeOf = (text: string) => /^(?:cd|cg|departement|dept) ?(\d{2,3}|2[ab])$/.exec(simplify(text))?.[1]?.toUpperCase();

/** Finds what the names of one list mean: everything is read once, whatever the number of lines. */
export async function openBodies(db: Read, wanted: readonly { name: string; code: string }[]): Promise<(name: string, code: string) => Found[]> {
  const names = [...new Set(wanted.map((one) => one.name).filter(Boolean))];
  const codes = wanted.flatMap(({ name, code }) => [codeOf(code), codeOf(name), departmentCodeOf(name)].filter((one) => one !== undefined));
  const spoken = [...new Set(names.flatMap((name) => [...readName(name).names, simplify(name)]))];
  const { rows } = await sql<{ id: string; kind: Found['kind'] | 'network'; type: string | null; title: string; context: string | null; name: string; code: boolean }>`
    select s.id, s.kind, s.type, s.title, s.context, n.name, n.kind = 'code' as code
    from sheet_names n join sheets s on s.id = n.sheet_id
    where s.merged_into is null and s.visibility in ('public', 'members') and (
      (n.kind = 'code' and n.name = any(${codes}::text[]) and s.kind = 'territory')
      or (n.kind <> 'code' and s.kind = 'territory' and s.type <> 'commune' and s.countries @> array['FR'])
      or (n.kind <> 'code' and s.kind = 'territory' and s.type = 'commune' and replace(n.plain, '-', ' ') = any(${spoken}::text[]))
      or (n.kind <> 'code' and s.kind = 'organisation'))`.execute(db);
  const byCode = new Map<string, Found[]>();
  const whole = new Map<string, Found[]>();
  const short = new Map<string, Found[]>();
  for (const row of rows) {
    const found: Found = { id: row.id, kind: row.kind === 'territory' ? 'territory' : 'organisation', title: row.title, context: row.context, level: row.kind === 'territory' ? (levelOfType[row.type ?? ''] ?? '') : '' };
    if (row.code) { enter(byCode, row.name, found); continue; }
    enter(whole, squash(row.name), found);
    if (found.kind === 'territory') for (const name of readName(row.name).names) enter(short, `${found.level} ${squash(name)}`, found);
  }
  const find = (name: string, code: string): Found[] => {
    const asked = codeOf(code) ?? codeOf(name) ?? departmentCodeOf(name);
    if (asked && byCode.has(asked)) return preferred(byCode.get(asked)!);
    if (name === '') return [];
    const { level, names: ways } = readName(name);
    const exact = whole.get(squash(name)) ?? [];
    if (exact.length > 0) return preferred(exact);
    const levels: Level[] = level ? [level] : ['epci', 'departement', 'region', 'commune'];
    for (const one of levels) for (const way of ways) {
      const found = short.get(`${one} ${squash(way)}`);
      if (found) return found;
    }
    return [];
  };
  return find;
}

/** « Poitiers » alone is the commune, not what surrounds it; an authority comes before an association of the same name. */
function preferred(found: Found[]): Found[] {
  const order = ['commune', 'departement', 'region', 'epci', ''];
  const best = Math.min(...found.map((one) => order.indexOf(one.level)));
  return found.filter((one) => order.indexOf(one.level) === best);
}

const squash = (text: string) => simplify(text).replace(/\bst\b/g, 'saint').replace(/\bste\b/g, 'sainte').replaceAll(' ', '');

function enter(map: Map<string, Found[]>, key: string, found: Found): void {
  const list = map.get(key);
  if (!list) map.set(key, [found]);
  else if (!list.some((one) => one.id === found.id)) list.push(found);
}
