export const kinds = ['members', 'attendance'] as const;
export type Kind = (typeof kinds)[number];

export const maxLines = 5000;
export const maxBytes = 5 * 1024 * 1024;
export const maxColumns = 60;
/** Days that the lines of a finished list are kept. */
export const keptDays = 30;

/** What a column may be read as, and the heads that say so. */
const heads = {
  nom: ['nom', 'noms', 'nom de famille', 'last name'],
  prenom: ['prenom', 'prenoms', 'first name'],
  civilite: ['civilite'],
  fonction: ['fonction', 'fonctions', 'titre', 'poste', 'mandat'],
  collectivite: ['collectivite', 'collectivite territoriale', 'collectivites', 'structure', 'organisme', 'organisation', 'membre', 'etablissement', 'employeur', 'collectivite ou structure'],
  code: ['code', 'code insee', 'insee', 'siren', 'code insee ou siren', 'siret'],
  qualite: ['qualite', 'statut', 'elu', 'elu ou agent', 'categorie'],
} as const;
export type Field = keyof typeof heads;
export const fields = Object.keys(heads) as Field[];

/** What one line says, by field; empty when there is nothing. */
export type Said = Record<Field, string>;

/** Lower case, without accents nor signs: « Conseil Départemental » is « conseil departemental ». */
export function simplify(text: string): string {
  return text.toLowerCase().replaceAll('œ', 'oe').normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Each column's field by its head; '' when it is not read, and each field once. */
export function readColumns(header: readonly string[]): (Field | '')[] {
  const taken = new Set<Field>();
  return header.map((head) => {
    const found = fields.find((field) => !taken.has(field) && (heads[field] as readonly string[]).includes(simplify(head)));
    if (found) taken.add(found);
    return found ?? '';
  });
}

/** What is missing for the list to be read at all. */
export function findMissing(kind: Kind, columns: readonly string[]): Field[] {
  if (kind === 'members') return columns.includes('collectivite') || columns.includes('code') ? [] : ['collectivite'];
  return (['nom', 'collectivite'] as const).filter((field) => !columns.includes(field));
}

export function readLine(columns: readonly string[], cells: readonly string[]): Said {
  const said = Object.fromEntries(fields.map((field) => [field, ''])) as Said;
  columns.forEach((field, index) => {
    if (field !== '') said[field as Field] = (cells[index] ?? '').replace(/\s+/g, ' ').trim();
  });
  // « - » and « néant » are how lists say nothing
  for (const field of fields) if (/^(?:[-–—./]+|n[ée]ant|nc|n\/a)$/i.test(said[field])) said[field] = '';
  return said;
}

export type Standing = 'elected' | 'ambassador' | 'agent' | 'trainee' | 'association' | 'state' | 'expert';

const qualities: Record<string, Standing> = {
  elu: 'elected', elue: 'elected', oui: 'elected', x: 'elected', agent: 'agent', agente: 'agent', non: 'agent', technicien: 'agent', technicienne: 'agent',
  stagiaire: 'trainee', association: 'association', etat: 'state', expert: 'expert', experte: 'expert',
};
const elected = /^(?:(?:vice )?president\w*|maire|(?:premier\w* )?adjoint\w* (?:au|a la) maire|conseill\w+ (?:municipal|departemental|regional|communautaire|metropolitain|territorial)\w*|elue?s?|depute\w*|senat\w+)\b/;

/**
 * In which capacity somebody is present: what the list says, else what the function says. « Président » of an authority is
 * elected, of an association not. The dry run shows it for each line, and a column « Qualité » has the last word.
 */
export function readStanding({ fonction, qualite }: Pick<Said, 'fonction' | 'qualite'>, body: 'territory' | 'organisation' | null): Standing {
  const said = qualities[simplify(qualite)];
  if (said) return said;
  const words = simplify(fonction);
  if (/\bstagiaire\b/.test(words)) return 'trainee';
  if (/\bambassad/.test(words)) return 'ambassador';
  if (body === 'organisation') return 'association';
  return body === 'territory' && elected.test(words) ? 'elected' : 'agent';
}

export const fates = ['add', 'known', 'incomplete', 'repeated', 'choose', 'refused'] as const;
/** What becomes of a line: written, already known, written and to be completed, said twice, waiting for a choice, given back. */
export type Fate = (typeof fates)[number];

export const isKept = (fate: Fate) => fate === 'add' || fate === 'incomplete';
