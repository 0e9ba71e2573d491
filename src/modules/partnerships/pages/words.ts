import type { Lang } from '~/platform/i18n/index.ts';
import { labelOfKind, labelOfType, linked, type SheetFrame } from '~/sheets/index.ts';
import type { PartnershipDetail } from '../queries.ts';

export interface PartnershipProps {
  frame: SheetFrame;
  detail: PartnershipDetail;
  /** As this authority names countries, in the reader's language. */
  countryName: (iso: string) => string;
  /** IANA zone of each territory that has one. */
  zones: ReadonlyMap<string, string>;
}

export interface Names {
  french: string[];
  foreign: string[];
}

/** The two names of a partnership, from its links. */
export function namesOf(frame: SheetFrame): Names {
  const side = (role: string) => linked(frame.outgoing, role).map((one) => one.title);
  return { french: side('french'), foreign: side('foreign') };
}

/** « Jumelage », or the kind's own word when the type is not said. */
export function wordOfType(type: string | null, lang: Lang): string {
  return labelOfType('partnership', type, lang) ?? labelOfKind('partnership', lang);
}

/** The observatory's question about partnerships, narrowed. */
export function question(filter: Record<string, string>): string {
  return `/observatoire?${new URLSearchParams({ genre: 'partenariat', ...filter })}`;
}
