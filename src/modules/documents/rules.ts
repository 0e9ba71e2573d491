/** The parts of a document's page, in the order in which they are read. */
export const parts = ['about', 'objectives', 'diagnosis', 'record', 'recommendations', 'needs', 'goals', 'operations', 'name', 'services', 'sources'] as const;
export type Part = (typeof parts)[number];

/** A fact can be checked in the document; an opinion belongs to its author; a reference leads elsewhere. */
export type PassageNature = 'fact' | 'opinion' | 'reference';

/** Opinions of an official paper or of minutes would pass for facts: only a document of opinion may carry them. */
export function mayCarry(documentNature: string, passage: PassageNature): boolean {
  return passage !== 'opinion' || documentNature === 'opinion';
}
