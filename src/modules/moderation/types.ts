import type { Actor } from '~/platform/events/index.ts';
import type { MeasureKind, Reason } from './rules.ts';

/** Whoever decides: signed in. */
export type Judge = Actor & { accountId: string };

export interface Ground {
  reason: Reason;
  /** In the words of whoever decides. */
  reasons: string;
}

export interface MeasureInput {
  kind: MeasureKind;
  sheetId: string;
  accountId: string | null;
  publicationId?: string;
  reportId?: string;
  reason: Reason;
  reasons: string;
  until?: string;
  /** For a sheet that is hidden already: the visibility to give back. */
  was?: string | null;
}
