import type { View } from '~/platform/i18n/index.ts';
import type { SheetFrame } from './frame.ts';
import { getKind, sheetHref } from './kinds.ts';

/** schema.org in JSON-LD: what every sheet can say, and what its kind adds. */
export function buildJsonLd(frame: SheetFrame, view: View, more: Record<string, unknown> = {}): object {
  const { sheet } = frame;
  const spot = frame.places.find((place) => place.lat !== null && place.lat !== undefined);
  return {
    '@context': 'https://schema.org',
    '@type': getKind(sheet.kind).schema,
    '@id': view.origin + sheetHref(sheet.kind, sheet.slug),
    name: sheet.title,
    url: view.origin + sheetHref(sheet.kind, sheet.slug),
    inLanguage: sheet.lang,
    ...(sheet.summary ? { description: sheet.summary } : {}),
    ...(frame.names.length ? { alternateName: frame.names.filter((one) => one.kind !== 'misspelling' && one.kind !== 'code').map((one) => one.name) } : {}),
    ...(spot && sheet.kind === 'territory' ? { geo: { '@type': 'GeoCoordinates', latitude: spot.lat, longitude: spot.lon } } : {}),
    ...more,
  };
}
