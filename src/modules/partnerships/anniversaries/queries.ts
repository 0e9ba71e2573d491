import type { Read } from '~/platform/db/index.ts';
import type { Reader } from '~/sheets/index.ts';
import { listPartnerships, type PartnershipSummary } from '../queries.ts';
import { roundAnniversary } from '../rules.ts';

export interface Anniversary {
  partnership: PartnershipSummary;
  years: number;
}

/** Round numbers of five years in that year, the longest life first; what has ended is not celebrated. */
export async function listAnniversaries(db: Read, reader: Reader, year: number): Promise<Anniversary[]> {
  return pickAnniversaries(await listPartnerships(db, reader), year);
}

export function pickAnniversaries(partnerships: readonly PartnershipSummary[], year: number): Anniversary[] {
  return partnerships
    .filter((one) => one.state !== 'ended')
    .flatMap((partnership) => {
      const years = roundAnniversary(partnership.start, year);
      return years === null ? [] : [{ partnership, years }];
    })
    .sort((a, b) => b.years - a.years || a.partnership.title.localeCompare(b.partnership.title, 'fr'));
}
