/** A set of small whole numbers, one bit each. It grows at its end. */
export class Bits {
  words: Uint32Array;

  constructor(words: Uint32Array = new Uint32Array(4)) {
    this.words = words;
  }

  add(n: number): void {
    const at = n >>> 5;
    if (at >= this.words.length) {
      const grown = new Uint32Array(Math.max(at + 1, this.words.length * 2));
      grown.set(this.words);
      this.words = grown;
    }
    this.words[at]! |= 1 << (n & 31);
  }

  remove(n: number): void {
    if (n >>> 5 < this.words.length) this.words[n >>> 5]! &= ~(1 << (n & 31));
  }

  has(n: number): boolean {
    return ((this.words[n >>> 5] ?? 0) & (1 << (n & 31))) !== 0;
  }

  count(): number {
    let n = 0;
    for (let at = 0; at < this.words.length; at++) n += ones(this.words[at]!);
    return n;
  }

  /** In ascending order. */
  *[Symbol.iterator](): Generator<number> {
    for (let at = 0; at < this.words.length; at++) {
      for (let word = this.words[at]!; word !== 0; word &= word - 1) yield (at << 5) + (31 - Math.clz32(word & -word));
    }
  }

  /** The same without the cost of a generator: for the loops that see every sheet. */
  each(act: (n: number) => void): void {
    for (let at = 0; at < this.words.length; at++) {
      for (let word = this.words[at]!; word !== 0; word &= word - 1) act((at << 5) + (31 - Math.clz32(word & -word)));
    }
  }
}

function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** What is in all of them. At least one. */
export function intersect(first: Bits, ...others: Bits[]): Bits {
  const length = Math.min(first.words.length, ...others.map((one) => one.words.length));
  const words = first.words.slice(0, length);
  for (const { words: more } of others) for (let at = 0; at < length; at++) words[at]! &= more[at]!;
  return new Bits(words);
}

export function unite(sets: readonly Bits[]): Bits {
  const words = new Uint32Array(Math.max(1, ...sets.map((one) => one.words.length)));
  for (const { words: more } of sets) for (let at = 0; at < more.length; at++) words[at]! |= more[at]!;
  return new Bits(words);
}

export function without(from: Bits, taken: Bits): Bits {
  const words = from.words.slice();
  const length = Math.min(words.length, taken.words.length);
  for (let at = 0; at < length; at++) words[at]! &= ~taken.words[at]!;
  return new Bits(words);
}

export function countCommon(a: Bits, b: Bits): number {
  const length = Math.min(a.words.length, b.words.length);
  let n = 0;
  for (let at = 0; at < length; at++) {
    const common = a.words[at]! & b.words[at]!;
    if (common !== 0) n += ones(common);
  }
  return n;
}
