import { sql, type Read } from '~/platform/db/index.ts';
import { anonymous, visibleTo, type Reader } from '../visibility.ts';
import type { Catalogue, Entry } from './catalogue.ts';

interface Row {
  num: number;
  kind: string;
  type: string | null;
  phase: string | null;
  weight: number;
  length: number;
  year: number | null;
  countries: string;
  themes: string;
  sdgs: string;
  territories: string;
  places: string | null;
  open: boolean;
  shared: boolean;
  words: string;
}

const everyMember: Reader = { kind: 'member', bodies: [] };

// Lists as text: the driver's reading of arrays is what would take longest here.
const columns = sql`num, kind, type, phase, weight, cardinality(string_to_array(replace(title, '-', ' '), ' ')) as length, left(start_date, 4)::int as year, array_to_string(countries, ',') as countries,
  array_to_string(themes, ',') as themes, array_to_string(sdgs, ',') as sdgs, array_to_string(territories, ',') as territories,
  (select string_agg(p.role || ' ' || coalesce(p.lon || ' ' || p.lat, ''), ';') from sheet_places p where p.sheet_id = sheets.id) as places,
  ${visibleTo(anonymous)} as open, ${visibleTo(everyMember)} as shared, search::text as words`;

const batch = 5000;

/** Enters every sheet, a few thousand at a time so that other requests are answered meanwhile. */
export async function loadAll(db: Read, catalogue: Catalogue): Promise<void> {
  for (let last = 0; ; ) {
    const { rows } = await sql<Row>`select ${columns} from sheets where num > ${last} order by num limit ${batch}`.execute(db);
    for (const row of rows) catalogue.enter(toEntry(row));
    if (rows.length < batch) return;
    last = rows.at(-1)!.num;
  }
}

/** Enters again what changed. */
export async function loadSome(db: Read, catalogue: Catalogue, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<Row>`select ${columns} from sheets where id = any(${[...ids]}::uuid[])`.execute(db);
  for (const row of rows) catalogue.enter(toEntry(row));
}

function toEntry(row: Row): Entry {
  return {
    ...row,
    countries: split(row.countries),
    themes: split(row.themes),
    sdgs: split(row.sdgs),
    territories: split(row.territories).map(Number),
    places: parsePlaces(row.places ?? ''),
    words: parseVector(row.words),
  };
}

function split(text: string): string[] {
  return text === '' ? [] : text.split(',');
}

/** `from -0.58 44.84;to -77.03 -12.04`: the far ends when there are any, known or not. */
function parsePlaces(text: string): Entry['places'] {
  if (text === '') return [];
  const places = text.split(';').map((place) => place.split(' '));
  const far = places.filter(([role]) => role !== 'from');
  return (far.length ? far : places).flatMap(([, lon, lat]): Entry['places'] => (lon ? [[Number(lon), Number(lat)]] : []));
}

/** `'bordeau':1A,7 'l''eau':3C` as words and the best class of each. */
export function parseVector(text: string): Entry['words'] {
  const words: Entry['words'] = [];
  for (const [, quoted, positions] of text.matchAll(/'((?:[^'\\]|''|\\\\)*)'(?::([0-9A-C,]+))?/g)) {
    const lexeme = quoted!.replaceAll("''", "'").replaceAll('\\\\', '\\');
    words.push([lexeme, bestClass(positions ?? '')]);
  }
  return words;
}

function bestClass(positions: string): number {
  return positions.includes('A') ? 0 : positions.includes('B') ? 1 : positions.includes('C') ? 2 : 3;
}
