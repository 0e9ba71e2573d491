import type { Tx } from '~/platform/db/index.ts';
import { sql } from '~/platform/db/index.ts';
import { recordEvent, type Actor, type Changes } from '~/platform/events/index.ts';
import { Input } from './input.ts';
import { listSince, type Since } from './since.ts';
import { replaceSources, writeSources, type TypedSource } from './sources.ts';
import type { EditContext, EditRefusal, EditSpec, FieldSpec, Values } from './types.ts';
import { isSame, listDifferent, markOf, toCanonicalValues, toTold } from './values.ts';

/** A form as it came back: what was typed, and what it showed when it was opened. */
export interface Sent {
  /** Of every field that this right may fill, checked. */
  values: Values;
  sources: ReadonlyMap<string, TypedSource>;
  /** Version that was shown; null for whoever saw none: a program, a test. */
  version: number | null;
  /** Marks of the values that were shown. Without them, the history tells what others changed since. */
  marks: ReadonlyMap<string, string>;
  /** Settled by the person between two versions: whose value stays. */
  choices: ReadonlyMap<string, 'mine' | 'theirs'>;
  /** Fields whose two versions were shown: each wants a choice. */
  contested?: ReadonlySet<string>;
}

/** One field that two people changed differently. */
export interface Clash {
  field: FieldSpec;
  theirs: readonly string[];
  mine: readonly string[];
  since: Since | undefined;
}

export interface Conflict {
  conflict: Clash[];
  /** Present values with what only this person changed. */
  merged: Values;
  present: Values;
  version: number;
}

export type Edited = { changed: string[]; version: number } | EditRefusal | Conflict;

/**
 * Writes a correction: locks the sheet, takes what only one of two people changed, asks where both did, writes, counts
 * the version, records one event with what differs, and the sources. Nothing differs: nothing is written.
 */
export async function editSheet(tx: Tx, actor: Actor, sheetId: string, spec: EditSpec, fields: readonly FieldSpec[], sent: Sent, context: EditContext): Promise<Edited> {
  const sheet = await tx.selectFrom('sheets').select(['kind', 'version']).where('id', '=', sheetId).forUpdate().executeTakeFirstOrThrow();
  const present = toCanonicalValues(spec.fields, await spec.read(tx, sheetId, context));
  const isStale = sent.version !== null && sent.version !== sheet.version;
  const { clashes, merged } = isStale || sent.marks.size > 0 ? await merge(tx, sheetId, fields, sent, present) : { clashes: [], merged: sent.values };
  if (clashes.length) return { conflict: clashes, merged, present, version: sheet.version };
  const values = { ...present, ...merged };
  const changed = listDifferent(fields, present, values);
  if (!changed.length && !sent.sources.size) return { changed, version: sheet.version };
  const sources = await writeSources(tx, await nameBody(tx, actor), sent.sources);
  const refusal = changed.length ? await spec.write(tx, actor, sheetId, new Input(values, sources), new Set(changed), context) : null;
  if (refusal) return refusal;
  await replaceSources(tx, sheetId, sources);
  const version = sheet.version + 1;
  await tx.updateTable('sheets').set({ version, updated_at: sql`now()` }).where('id', '=', sheetId).execute();
  const after = toCanonicalValues(spec.fields, await spec.read(tx, sheetId, context));
  await recordEvent(tx, { name: `${sheet.kind}.updated`, sheetId, actor, changes: { ...buildChanges(spec.fields, present, after), ...sourceChanges(sent.sources) }, version });
  return { changed, version };
}

async function merge(tx: Tx, sheetId: string, fields: readonly FieldSpec[], sent: Sent, present: Values) {
  const since = sent.version === null ? [] : await listSince(tx, sheetId, sent.version);
  const clashes: Clash[] = [];
  const merged: Values = {};
  for (const field of fields) {
    const { name } = field;
    const mine = sent.values[name] ?? [];
    const theirs = present[name] ?? [];
    const shown = sent.marks.get(name);
    const first = since.find((one) => name in one.before);
    const iChanged = shown === undefined ? !first || !isSame(field, mine, first.before[name]!) : shown !== markOf(field, mine);
    const theyChanged = shown === undefined ? first !== undefined : shown !== markOf(field, theirs);
    const choice = sent.choices.get(name);
    merged[name] = choice === 'theirs' || !iChanged ? theirs : mine;
    if (((iChanged && theyChanged) || sent.contested?.has(name)) && !choice && !isSame(field, mine, theirs)) {
      merged[name] = mine;
      clashes.push({ field, mine, theirs, since: since.findLast((one) => name in one.before) });
    }
  }
  return { clashes, merged };
}

export function buildChanges(fields: readonly FieldSpec[], before: Values, after: Values): Changes {
  const different = new Set(listDifferent(fields, before, after));
  return Object.fromEntries(fields.filter(({ name }) => different.has(name)).map((field) => [field.name, [toTold(field, before[field.name]), toTold(field, after[field.name])]]));
}

/** That a source was given is told, without the document's words: its page has them. */
function sourceChanges(sources: ReadonlyMap<string, TypedSource>): Changes {
  return sources.size ? { sources: [null, [...sources.keys()]] } : {};
}

/** A document that somebody brings is their body's, never a person's. */
export async function nameBody(tx: Tx, actor: Actor): Promise<string> {
  const body = actor.onBehalfOf ? await tx.selectFrom('sheets').select('title').where('id', '=', actor.onBehalfOf).executeTakeFirst() : undefined;
  return body?.title ?? actor.name;
}
