export interface Exported {
  module: string;
  what: string;
  why: string;
  seenBy: string;
  kept: string;
  data: unknown;
}

/** The same export as text that one reads, in French as the register is. */
export function writeReadable(parts: readonly Exported[], made: string): string {
  const head = [`Vos données, telles qu’elles étaient le ${made.slice(0, 10)} à ${made.slice(11, 16)} (temps universel).`, ''];
  const body = parts.flatMap(({ what, why, seenBy, kept, data }) => [
    '='.repeat(72), what, `Pourquoi\u00a0: ${why}`, `Qui le voit\u00a0: ${seenBy}`, `Gardé\u00a0: ${kept}`, '', ...linesOf(data, ''), '',
  ]);
  return `${[...head, ...(parts.length ? body : ['Rien n’est gardé de vous.'])].join('\n')}\n`;
}

function linesOf(value: unknown, indent: string): string[] {
  if (value === null || value === undefined || value === '') return [`${indent}(rien)`];
  if (Array.isArray(value)) return value.length ? value.flatMap((one, index) => [`${indent}${index + 1}.`, ...linesOf(one, `${indent}   `)]) : [`${indent}(rien)`];
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, one]) => (isSimple(one) ? [`${indent}${key}\u00a0: ${String(one ?? '(rien)')}`] : [`${indent}${key}`, ...linesOf(one, `${indent}  `)]));
  }
  return String(value).split('\n').map((line) => indent + line);
}

const isSimple = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value);
