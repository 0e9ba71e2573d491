import type { FieldSpec } from '~/sheets/index.ts';

const seconds: Partial<Record<FieldSpec['type'], number>> = { textarea: 40, lines: 30, sheets: 20 };

/** Nobody fills every field: about half of them are read and left. */
export function estimateMinutes(fields: readonly FieldSpec[]): number {
  return Math.max(1, Math.round(fields.reduce((sum, { type }) => sum + (seconds[type] ?? 10), 0) / 120));
}
