import { readDate } from '~/platform/dates/typed.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import type { Source } from '../types.ts';

/** What a form holds, as typed: every field, each with its values in order. */
export type Values = Record<string, readonly string[]>;

/** A form that was checked: fields are read by their names, in the type that the domain wants. */
export class Input {
  readonly values: Values;
  /** Where each field is said, already written as documents. */
  readonly sources: ReadonlyMap<string, Source>;

  constructor(values: Values, sources: ReadonlyMap<string, Source> = new Map()) {
    this.values = values;
    this.sources = sources;
  }

  /** First value, or null when nothing was typed. */
  text(name: string): string | null {
    return this.values[name]?.[0]?.trim() || null;
  }

  list(name: string): string[] {
    return (this.values[name] ?? []).map((value) => value.trim()).filter(Boolean);
  }

  /** Lines of a textarea, without the empty ones. */
  lines(name: string): string[] {
    return (this.text(name) ?? '').split('\n').map((line) => line.trim()).filter(Boolean);
  }

  date(name: string): PartialDate | null {
    return readDate(this.text(name) ?? '') ?? null;
  }

  number(name: string): number | null {
    const text = this.text(name);
    return text === null ? null : Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
  }

  checked(name: string): boolean {
    return this.text(name) !== null;
  }

  source(name: string): Source | undefined {
    return this.sources.get(name);
  }
}
