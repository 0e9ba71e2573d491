import { commonPaths } from '~/sheets/paths.ts';
import { getKind, sheetHref } from '../kinds.ts';
import type { AnswerRow } from '../ask/rows.ts';
import { stateOfPhase } from '../ask/question.ts';
import { licence } from './licence.ts';

export type Item = ReturnType<typeof toItem>;

/** A sheet as machines read it. English keys; values are the words of addresses. These keys are for keeps. */
export function toItem(row: AnswerRow, origin: string) {
  return {
    id: row.id,
    kind: getKind(row.kind).genre,
    type: row.type,
    title: row.title,
    context: row.context,
    url: origin + sheetHref(row.kind, row.slug),
    summary: row.summary,
    lang: row.lang,
    countries: row.countries,
    places: row.places,
    themes: row.themes,
    sdgs: row.sdgs,
    state: row.phase && (stateOfPhase[row.phase] ?? null),
    stateDetail: row.state,
    start: row.start && { ...row.start, meaning: row.startMeaning },
    end: row.end,
    toConfirm: row.toConfirm,
    confirmed: row.confirmedAt,
    updated: toIso(row.updatedAt),
    sources: row.sources.map((source) => ({ title: source.title, locator: source.locator, url: source.url ?? origin + commonPaths.document.href({ id: source.document }) })),
    license: licence.id,
  };
}

/** PostgreSQL's `2026-11-22 02:45:01.5+00` as RFC 3339. */
export function toIso(timestamp: string): string {
  return Temporal.Instant.from(timestamp.replace(' ', 'T')).toString({ fractionalSecondDigits: 0 });
}
