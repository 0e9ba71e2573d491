import type { SheetFrame } from '~/sheets/index.ts';

const statuses: Record<string, string> = { done: 'CompletedActionStatus', ongoing: 'ActiveActionStatus', finalising: 'PotentialActionStatus', planned: 'PotentialActionStatus' };

export function buildJsonLd({ sheet, places, outgoing }: SheetFrame, holder: string | undefined): Record<string, unknown> {
  const partners = outgoing.filter((one) => one.role === 'partner');
  return {
    ...(sheet.state && statuses[sheet.state] ? { actionStatus: `https://schema.org/${statuses[sheet.state]}` } : {}),
    ...(sheet.start ? { startTime: sheet.start.value } : {}),
    ...(sheet.end ? { endTime: sheet.end.value } : {}),
    ...(holder ? { agent: { '@type': 'GovernmentOrganization', name: holder } } : {}),
    ...(partners.length ? { participant: partners.map((one) => ({ '@type': one.kind === 'territory' ? 'AdministrativeArea' : 'Organization', name: one.title })) } : {}),
    ...(places.length ? { location: places.map((place) => ({ '@type': 'Place', name: place.label })) } : {}),
  };
}
