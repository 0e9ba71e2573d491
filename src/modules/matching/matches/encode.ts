import { findTheme, listThemes } from '~/reference/index.ts';
import type { Profile } from './types.ts';

/** A member as numbers: five thousand of them are twelve million comparisons. Themes are bits of two words. */
export interface Coded {
  id: string;
  partners: Int32Array;
  countries: Int32Array;
  year: Bits;
  seeks: Bits;
  offers: Bits;
  population: number;
  lat: number;
  lon: number;
  /** Cosine of the latitude, for distances that need no table. */
  width: number;
  lessons: Profile['lessons'];
}

export type Bits = readonly [low: number, high: number];

const rootThemes: readonly string[] = listThemes().filter((theme) => theme.parent === null).map((theme) => theme.slug);
const places = new Map(rootThemes.map((slug, at) => [slug, at]));
if (rootThemes.length > 64) throw new RangeError('More themes of the first level than two words hold');

/** The theme of the first level that a theme belongs to. */
export function rootOf(slug: string): string {
  return findTheme(slug)?.parent ?? slug;
}

function toBits(themes: readonly string[]): Bits {
  let [low, high] = [0, 0];
  for (const theme of themes) {
    const at = places.get(rootOf(theme));
    if (at === undefined) continue;
    if (at < 32) low |= 1 << at;
    else high |= 1 << (at - 32);
  }
  return [low, high];
}

export function fromBits(low: number, high: number): string[] {
  return rootThemes.filter((_, at) => (at < 32 ? low & (1 << at) : high & (1 << (at - 32))));
}

function bitsOf(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

export function countCommon(a: Bits, b: Bits): number {
  return bitsOf(a[0] & b[0]) + bitsOf(a[1] & b[1]);
}

/** Numbers for names, the same for all members of one comparison. */
export class Names {
  private readonly numbers = new Map<string, number>();
  readonly names: string[] = [];

  numberOf(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.numbers.set(name, number);
    }
    return number;
  }

  /** Sorted, so that two lists are compared in one walk. */
  listOf(names: readonly string[]): Int32Array {
    return Int32Array.from(new Set(names), (name) => this.numberOf(name)).sort();
  }
}

export function encodeProfile(profile: Profile, partners: Names, countries: Names): Coded {
  const lat = profile.lat ?? Number.NaN;
  return {
    id: profile.id,
    partners: partners.listOf(profile.partners),
    countries: countries.listOf(profile.countries),
    year: toBits(profile.yearThemes), seeks: toBits(profile.seeks), offers: toBits(profile.offers),
    population: profile.population ?? 0,
    lat, lon: profile.lon ?? Number.NaN, width: Math.cos((lat * Math.PI) / 180),
    lessons: profile.lessons,
  };
}

/** Numbers that two sorted lists share. */
export function listCommon(a: Int32Array, b: Int32Array): number[] {
  const common: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]! === b[j]!) {
      common.push(a[i]!);
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return common;
}

/** Whether two sorted lists share a number. */
export function hasCommon(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]! === b[j]!) return true;
    if (a[i]! < b[j]!) i++;
    else j++;
  }
  return false;
}
