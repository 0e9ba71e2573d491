export interface Labelled {
  x: number;
  y: number;
  label: string;
  /** Smaller is placed first. */
  rank: number;
  /** Placed even where it covers another. */
  must?: boolean;
  /** The radius of its sign. */
  r: number;
  bold?: boolean;
  lines?: number;
}

export interface PlacedLabel {
  index: number;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface LabelRoom {
  width: number;
  height: number;
  /** Size of the letters, in the map's units. */
  size: number;
  /** At most so many. */
  most?: number;
  /** Points of the threads: a label rather stands beside them. */
  avoid?: readonly (readonly [number, number])[];
  inside?: (x: number, y: number) => boolean;
}

// average letter of Atkinson Hyperlegible Next, measured on the names of the demonstration
const letter = 0.56;
const cross = (a: Box, b: Box) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

/** Labels one after the other, each where it disturbs least; one that finds no place is left out, its point stays. */
export function placeLabels(items: readonly Labelled[], { width, height, size, most = Infinity, avoid = [], inside }: LabelRoom): PlacedLabel[] {
  const taken: Box[] = [];
  const signs = items.map(({ x, y, r }) => ({ x1: x - r, y1: y - r, x2: x + r, y2: y + r }));
  const placed: PlacedLabel[] = [];
  // the lonely first: in a crowd each name costs its neighbours theirs
  const crowd = items.map(({ x, y }) => items.filter((other) => Math.hypot(other.x - x, other.y - y) < size * 5).length);
  const order = items.map((_, index) => index).sort((a, b) => items[a]!.rank - items[b]!.rank || crowd[a]! - crowd[b]!);
  while (order.length && placed.length < most) {
    const index = order.splice(nextOf(order), 1)[0]!;
    const item = items[index]!;
    if (!item.label) continue;
    const best = candidates(item, size)
      .map(({ box, ...at }, position) => ({ at, box, cost: position * 0.6 + cost(box, index) }))
      .sort((a, b) => a.cost - b.cost)[0]!;
    if (best.cost >= 45 && !item.must) continue;
    taken.push(best.box);
    placed.push({ index, ...best.at });
  }
  return placed;

  /** Where only a few names fit, each goes where the map is still silent. */
  function nextOf(left: readonly number[]): number {
    if (most === Infinity || !taken.length) return 0;
    const silence = left.map((index) => (items[index]!.must || !items[index]!.label ? 0 : Math.min(...taken.map((box) => Math.hypot((box.x1 + box.x2) / 2 - items[index]!.x, (box.y1 + box.y2) / 2 - items[index]!.y)))));
    const first = left.findIndex((index) => items[index]!.must);
    return first >= 0 ? first : silence.indexOf(Math.max(...silence));
  }

  function cost(box: Box, index: number): number {
    const out = box.x1 < 2 || box.y1 < 2 || box.x2 > width - 2 || box.y2 > height - 2 || (inside && !(inside(box.x1, box.y1) && inside(box.x2, box.y2)));
    const labels = taken.filter((other) => cross(box, other)).length;
    const points = signs.filter((sign, other) => other !== index && cross(box, sign)).length;
    const threads = avoid.filter(([x, y]) => x > box.x1 && x < box.x2 && y > box.y1 && y < box.y2).length;
    // where nothing fits, the name that is cut least
    const cut = Math.max(0, -box.x1, box.x2 - width) / size;
    return (out ? 150 : 0) + cut * 10 + labels * 120 + points * 12 + Math.min(threads, 20) * 0.8;
  }
}

function candidates({ x, y, r, label, bold, lines = 1 }: Labelled, size: number) {
  const w = label.length * size * letter * (bold ? 1.4 : 1);
  const gap = r + size * 0.4;
  const at = (tx: number, ty: number, anchor: PlacedLabel['anchor']) => {
    const x1 = anchor === 'start' ? tx : anchor === 'end' ? tx - w : tx - w / 2;
    return { x: tx, y: ty, anchor, box: { x1, y1: ty - size * 0.85, x2: x1 + w, y2: ty + size * (0.3 + (lines - 1) * 1.15) } };
  };
  const middle = y + size * 0.34;
  return [
    at(x + gap, middle, 'start'),
    at(x - gap, middle, 'end'),
    at(x, y + gap + size * 0.75, 'middle'),
    at(x, y - gap - (lines - 1) * size, 'middle'),
    at(x + gap * 0.7, y + gap + size * 0.55, 'start'),
    at(x + gap * 0.7, y - gap * 0.7, 'start'),
    at(x - gap * 0.7, y + gap + size * 0.55, 'end'),
    at(x - gap * 0.7, y - gap * 0.7, 'end'),
  ];
}
