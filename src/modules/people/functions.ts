import type { PartialDate } from '~/platform/dates/partial.ts';
import type { Standing } from './rules.ts';

/** A function with its dates, as a card shows it. */
export interface FunctionHeld {
  id: string;
  function: string;
  standing: Standing;
  /** The body's name, when the function does not already say it. */
  body: string | null;
  bodyHref: string | null;
  isCurrent: boolean;
  since: PartialDate | null;
  until: PartialDate | null;
  /** The day of the document that says it. */
  asOf: PartialDate | null;
}
