import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Scheme = 'light' | 'dark';
const schemes: Scheme[] = ['light', 'dark'];
const css = readFileSync(new URL('../client/styles/tokens.css', import.meta.url), 'utf8');

function read(token: string, scheme: Scheme): [number, number, number] {
  const line = new RegExp(`--${token}: light-dark\\(oklch\\(([^)]+)\\), oklch\\(([^)]+)\\)\\)`).exec(css);
  if (!line) throw new Error(`--${token} is not among the tokens`);
  return (scheme === 'light' ? line[1]! : line[2]!).split(' ').map(Number) as [number, number, number];
}

/** Relative luminance of an OKLCH colour: Björn Ottosson's matrices, then WCAG 2.2. */
function luminance([l, c, h]: [number, number, number]): number {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const [x, y, z] = [l + 0.3963377774 * a + 0.2158037573 * b, l - 0.1055613458 * a - 0.0638541728 * b, l - 0.0894841775 * a - 1.291485548 * b].map((one) => one ** 3) as [number, number, number];
  const linear = [4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z, -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z, -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z];
  const [r, g, blue] = linear.map((one) => Math.min(1, Math.max(0, one))) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
}

function contrast(front: string, back: string, scheme: Scheme): number {
  const [a, b] = [luminance(read(front, scheme)), luminance(read(back, scheme))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const texts = `
  ink: paper sand blush straw rose land white
  ink2: paper sand blush
  estuary: paper sand blush straw
  estuary-d: paper sand blush straw
  paper: estuary estuary-d ink
  terra-t: paper sand
  pine: paper
  saffron-t: paper straw
  brick: paper rose`;
const marks = `
  terra: paper sand blush land
  edge: paper white sand
  ink: paper sand land
  saffron-t: paper straw
  pine: paper sand`;
const pairs = (table: string) =>
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [front, backs] = line.trim().split(': ') as [string, string];
      return backs.split(' ').map((back) => [front, back] as const);
    });

describe('the colours can be told apart', () => {
  test.each(pairs(texts))('text: %s on %s is at least 4.5:1 in both schemes', (front, back) => {
    for (const scheme of schemes) expect(contrast(front, back, scheme), scheme).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(marks))('mark: %s on %s is at least 3:1 in both schemes', (front, back) => {
    for (const scheme of schemes) expect(contrast(front, back, scheme), scheme).toBeGreaterThanOrEqual(3);
  });

  test('the computation gives the figures of the design: ink on paper 15.4 and 15.7, terracotta on land 3.2 and 4.9', () => {
    expect(contrast('ink', 'paper', 'light')).toBeCloseTo(15.4, 0);
    expect(contrast('ink', 'paper', 'dark')).toBeCloseTo(15.7, 0);
    expect(contrast('terra', 'land', 'light')).toBeCloseTo(3.2, 1);
    expect(contrast('terra', 'land', 'dark')).toBeCloseTo(4.9, 1);
  });
});
