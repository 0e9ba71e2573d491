import type { Form } from '~/platform/http/form.ts';
import { listFound, readSources, readSourcesOf, readTyped, toCanonicalValues, toSourceValues, type FieldSpec, type Search, type SheetAsk, type TypedSource, type Values } from '~/sheets/index.ts';
import { parseVersion } from '../drafts/rules.ts';
import type { Desk } from './desk.ts';

/** What a form shows: as it was sent, as a draft kept it, or as the sheet is. */
export interface Shown {
  values: Values;
  sources: ReadonlyMap<string, TypedSource>;
  comment: string;
  version: number | null;
  /** Marks of what was there when it was opened, as they came. */
  marks: string;
}

export function readShown(desk: Desk, form: Form): Shown {
  return {
    values: toCanonicalValues(desk.fields, readTyped(desk.fields, form, desk.present)),
    sources: readSourcesOf(desk.fields, form),
    comment: form.text('message').slice(0, 2000),
    version: parseVersion(form.text('version')),
    marks: form.text('repere'),
  };
}

/** A draft is what the form would have sent. */
export function toDraft({ values, sources, comment, marks }: Shown): Values {
  return { ...values, ...toSourceValues(sources), message: [comment], repere: [marks] };
}

/** Only the fields of this form: what a draft holds was typed by a browser. */
export function fromDraft(desk: Desk, draft: { values: Values; version: number | null }): Shown {
  const textOf = (name: string) => String(draft.values[name]?.[0] ?? '');
  const kept = Object.fromEntries(desk.fields.map(({ name }) => [name, listTexts(draft.values[name]) ?? desk.present[name] ?? []]));
  return { values: toCanonicalValues(desk.fields, kept), sources: readSources(desk.fields, textOf), comment: textOf('message'), version: draft.version, marks: textOf('repere') };
}

function listTexts(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}

/**
 * What was looked for in a field: its button was pressed, or words were typed in its box and the form sent without
 * looking: sending it then would lose them.
 */
export async function findSearches(ask: SheetAsk, fields: readonly FieldSpec[], form: Form): Promise<{ searches: Map<string, Search>; isSearching: boolean }> {
  const searches = new Map<string, Search>();
  let isSearching = form.text('chercher') !== '';
  for (const field of fields.filter(({ type }) => type === 'sheets')) {
    const words = form.text(`chercher.${field.name}`);
    if (!words) continue;
    if (words !== form.text(`cherche.${field.name}`)) isSearching = true;
    searches.set(field.name, { words, found: await listFound(ask.db, ask.reader, field.of ?? [], words) });
  }
  return { searches, isSearching };
}

/** `choix.debut` = `moi` or `eux`, on the page that shows two versions. */
export function readChoices(fields: readonly FieldSpec[], form: Form): Map<string, 'mine' | 'theirs'> {
  const choiceOf = { moi: 'mine', eux: 'theirs' } as const;
  const given = fields.map(({ name }) => [name, choiceOf[form.text(`choix.${name}`) as 'moi' | 'eux']] as const);
  return new Map(given.filter((pair): pair is [string, 'mine' | 'theirs'] => pair[1] !== undefined));
}
