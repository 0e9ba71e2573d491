/** What a person answers of human rights before an action is published; `watch` and `not-applicable` say why. */
export const rightsAnswers = ['clear', 'watch', 'purpose', 'not-applicable'] as const;
export type RightsAnswer = (typeof rightsAnswers)[number];

/** How the action takes equality into account: the three degrees of the OECD's marker, and « sans objet » with its reason. */
export const genderAnswers = ['principal', 'significant', 'not-targeted', 'not-applicable'] as const;
export type GenderAnswer = (typeof genderAnswers)[number];

export interface Marks {
  rights: RightsAnswer | null;
  rightsNote: string | null;
  gender: GenderAnswer | null;
  genderNote: string | null;
}

export type MarkRefusal = { refused: 'rights-missing' | 'rights-note' | 'gender-missing' | 'gender-note'; field: string };

/** An answer that wants a reason has it. */
export function findUnexplained(marks: Marks): MarkRefusal | null {
  if ((marks.rights === 'watch' || marks.rights === 'not-applicable') && !marks.rightsNote) return { refused: 'rights-note', field: 'droits_note' };
  if (marks.gender === 'not-applicable' && !marks.genderNote) return { refused: 'gender-note', field: 'egalite_note' };
  return null;
}

/** Why an action may not be published yet: nobody has answered, or an answer gives no reason. */
export function findUnanswered(marks: Marks): MarkRefusal | null {
  if (marks.rights === null) return { refused: 'rights-missing', field: 'droits' };
  if (marks.gender === null) return { refused: 'gender-missing', field: 'egalite' };
  return findUnexplained(marks);
}

/** Answers that were given are not taken back from an action that everybody reads. */
export function isTakenBack(before: Marks, after: Marks): boolean {
  return (before.rights !== null && after.rights === null) || (before.gender !== null && after.gender === null);
}

/** What a person does in each kind of action. */
export const types = [
  'mission', 'visite-recue', 'evenement', 'evenement-recurrent', 'projet', 'projet-europeen', 'programme', 'convention', 'partenariat', 'mobilite-jeunes', 'volontariat',
  'residence', 'appui-acteurs', 'soutien-association', 'groupe-travail', 'role-reseau', 'plaidoyer', 'financement', 'communication', 'regle-interne', 'urgence-humanitaire',
] as const;
