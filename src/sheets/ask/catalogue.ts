import { listKinds } from '../kinds.ts';
import { Bits } from './bits.ts';
import { stateOfPhase } from './question.ts';
import { themeAndAbove, zonesOfCountry } from './reference.ts';

/** What is counted beside an answer. */
export const dimensions = ['kind', 'type', 'state', 'zone', 'country', 'theme', 'sdg', 'decade'] as const;
export type Dimension = (typeof dimensions)[number];

/** What a question may be asked of, read from one row of `sheets`. */
export interface Entry {
  num: number;
  kind: string;
  type: string | null;
  phase: string | null;
  weight: number;
  /** How many words its title has. */
  length: number;
  year: number | null;
  countries: string[];
  themes: string[];
  sdgs: string[];
  territories: number[];
  /** For everyone; for every member. */
  open: boolean;
  shared: boolean;
  /** Where it is, the far ends of its threads rather than the near ones. */
  places: [lon: number, lat: number][];
  /** Lexemes, each with its best class: 0 in a title or name, 1 in a context, 2 in a summary, 3 in a body. */
  words: [lexeme: string, rank: number][];
}

type Postings = number | number[];
const home = 'FR';

/**
 * Every sheet as bits: one set per value of each filter, one list per word. It only grows at its end: a sheet that
 * changed is entered again and its former place forgotten (`open` and `shared` no longer hold it).
 */
export class Catalogue {
  size = 0;
  forgotten = 0;
  readonly nums: number[] = [];
  readonly weights: number[] = [];
  readonly lengths: number[] = [];
  readonly open = new Bits();
  readonly shared = new Bits();
  readonly dated = new Bits();
  readonly located = new Bits();
  /** Points of the map, and the sheet that each is of. */
  readonly points = { lon: [] as number[], lat: [] as number[], of: [] as number[] };
  /** Beside the partnerships of a territory, not among them: see `KindSpec.apart`. */
  readonly apart = new Bits();
  readonly values: Record<Dimension, Map<string, Bits>> = {
    kind: new Map(), type: new Map(), state: new Map(), zone: new Map(), country: new Map(), theme: new Map(), sdg: new Map(), decade: new Map(),
  };
  readonly years = new Map<number, Bits>();
  /** The kind that a type was first met in, to name it. */
  readonly kindOfType = new Map<string, string>();
  private readonly places = new Map<number, number>();
  private readonly words = new Map<string, Postings>();
  private readonly territories = new Map<number, Postings>();
  private readonly genres = new Map(listKinds().map((spec) => [spec.kind, spec]));

  enter(entry: Entry): void {
    this.forget(entry.num);
    const at = this.size++;
    this.places.set(entry.num, at);
    this.nums.push(entry.num);
    this.weights.push(entry.weight);
    this.lengths.push(entry.length);
    if (entry.open) this.open.add(at);
    if (entry.shared) this.shared.add(at);
    const spec = this.genres.get(entry.kind);
    this.mark('kind', spec?.genre ?? entry.kind, at);
    if (entry.type) {
      this.mark('type', entry.type, at);
      if (!this.kindOfType.has(entry.type)) this.kindOfType.set(entry.type, entry.kind);
      if (spec?.apart?.includes(entry.type)) this.apart.add(at);
    }
    const state = entry.phase && stateOfPhase[entry.phase];
    if (state) this.mark('state', state, at);
    // France is one end of nearly everything here: it counts where it is the only country.
    const abroad = entry.countries.filter((iso) => iso !== home);
    for (const iso of abroad.length ? abroad : entry.countries) {
      this.mark('country', iso, at);
      for (const zone of zonesOfCountry(iso)) this.mark('zone', zone, at);
    }
    for (const theme of entry.themes) for (const slug of themeAndAbove(theme)) this.mark('theme', slug, at);
    for (const sdg of entry.sdgs) this.mark('sdg', sdg, at);
    if (entry.year !== null) this.enterYear(entry.year, at);
    this.locate(entry.places, at);
    for (const num of entry.territories) push(this.territories, num, at);
    for (const [lexeme, rank] of entry.words) push(this.words, lexeme, at * 4 + rank);
  }

  forget(num: number): void {
    const at = this.places.get(num);
    if (at === undefined) return;
    this.places.delete(num);
    this.open.remove(at);
    this.shared.remove(at);
    this.forgotten++;
  }

  /** Place of a sheet in the sets, by its number. */
  placeOf(num: number): number | undefined {
    return this.places.get(num);
  }

  concerning(territory: number): Bits {
    const bits = new Bits();
    for (const at of list(this.territories.get(territory))) bits.add(at);
    return bits;
  }

  /** Numbers of the territories that most of these sheets concern, themselves aside. */
  mostConcerned(limit: number, among: Bits): number[] {
    const several = [...this.territories].filter((one): one is [number, number[]] => typeof one[1] !== 'number' && among.has(this.places.get(one[0]) ?? -1));
    const counted = several.map(([num, places]) => ({ num, n: places.reduce((n, at) => n + (among.has(at) ? 1 : 0), 0) })).filter(({ n }) => n > 1);
    return counted.sort((a, b) => b.n - a.n || a.num - b.num).slice(0, limit).map(({ num }) => num);
  }

  /** Where a word is, as `place * 4 + class`, in ascending order. */
  postings(lexeme: string): readonly number[] {
    return list(this.words.get(lexeme));
  }

  private mark(dimension: Dimension, value: string, at: number): void {
    bitsOf(this.values[dimension], value).add(at);
  }

  private locate(places: Entry['places'], at: number): void {
    for (const [lon, lat] of places) {
      this.points.lon.push(lon);
      this.points.lat.push(lat);
      this.points.of.push(at);
      this.located.add(at);
    }
  }

  private enterYear(year: number, at: number): void {
    this.dated.add(at);
    bitsOf(this.years, year).add(at);
    this.mark('decade', String(Math.floor(year / 10) * 10), at);
  }
}

function bitsOf<K>(sets: Map<K, Bits>, value: K): Bits {
  const found = sets.get(value);
  if (found) return found;
  const made = new Bits();
  sets.set(value, made);
  return made;
}

// Nearly every code and many names have one sheet: a number alone takes a tenth of a list.
function push<K>(lists: Map<K, Postings>, key: K, value: number): void {
  const found = lists.get(key);
  if (found === undefined) lists.set(key, value);
  else if (typeof found === 'number') lists.set(key, [found, value]);
  else found.push(value);
}

function list(postings: Postings | undefined): readonly number[] {
  return postings === undefined ? [] : typeof postings === 'number' ? [postings] : postings;
}
