import { findCountryCode, findZoneCode, readQuestion, resolve, toQuery, type Question, type Resolved } from '~/sheets/ask/index.ts';
import type { SheetAsk } from '~/sheets/index.ts';

export const readings = ['carte', 'liste', 'chiffres', 'donnees'] as const;
export type Reading = (typeof readings)[number];

/** The first reading needs no word in the address. */
export function sayReading(reading: Reading): { lecture: string | undefined } {
  return { lecture: reading === readings[0] ? undefined : reading };
}

export interface Inquiry {
  resolved: Resolved;
  reading: Reading;
  /** The same inquiry at its own address, when it was asked in other words: a form's empty fields, a name for a code. */
  canonical: string | null;
}

/** What a request asks. `avec` is the sentence's one word for a zone or a country. */
export async function readInquiry(ask: SheetAsk): Promise<Inquiry> {
  const params = ask.url.searchParams;
  const written = readQuestion(params);
  const resolved = await resolve(ask.db, ask.reader, { ...written, ...readWith(params) });
  const reading = readings.find((one) => one === params.get('lecture')) ?? 'carte';
  const asked = { ...resolved.question, ...pickUnknown(resolved) };
  const rewritten = params.has('avec') || [...params.values()].some((value) => value.trim() === '') || toQuery(written) !== toQuery(asked);
  return { resolved, reading, canonical: rewritten ? toQuery(asked, sayReading(reading)) : null };
}

function readWith(params: URLSearchParams): Partial<Question> {
  const value = params.get('avec')?.trim();
  if (value === undefined) return {};
  if (value === '') return { zone: undefined, country: undefined };
  const zone = findZoneCode(value);
  const country = zone ? undefined : findCountryCode(value);
  return { zone: zone ?? (country ? undefined : value), country };
}

/** What was not understood stays in the address: nothing that was typed is lost. */
function pickUnknown({ unknown }: Resolved): Partial<Question> {
  return Object.fromEntries(unknown.map(({ filter, value }) => [filter, value]));
}
