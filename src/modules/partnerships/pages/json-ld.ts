import type { View } from '~/platform/i18n/index.ts';
import { linked, sheetHref, type SheetFrame } from '~/sheets/index.ts';

/** A partnership as schema.org knows it: something that two places carry on together. A doubtful year is left out. */
export function buildPartnershipJsonLd(frame: SheetFrame, view: View): Record<string, unknown> {
  const { sheet } = frame;
  const members = [...linked(frame.outgoing, 'french'), ...linked(frame.outgoing, 'foreign')];
  return {
    member: members.map((one) => ({ '@type': 'AdministrativeArea', name: one.title, url: view.origin + sheetHref('territory', one.slug) })),
    ...(sheet.start && !sheet.toConfirm ? { foundingDate: sheet.start.value } : {}),
    ...(sheet.themes.length ? { keywords: sheet.themes.join(', ') } : {}),
    citation: [...new Set(frame.sources.map((source) => source.title))],
  };
}
