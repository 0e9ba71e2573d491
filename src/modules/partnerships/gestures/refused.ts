import type { EditRefusal } from '~/sheets/index.ts';
import type { Refusal, RefusalCode } from '../rules.ts';

const fields: Partial<Record<RefusalCode, string>> = {
  'parties.foreign': 'etrangeres', 'parties.side': 'etrangeres', 'parties.placeholder': 'etrangeres', 'partner.incomplete': 'nouveau_nom', exists: 'etrangeres',
  'start.meaning': 'sens_debut', 'start.date': 'debut', 'start.future': 'debut', 'start.doubt': 'debut',
  'state.move': 'mouvement', 'state.reason': 'raison', 'state.note': 'contexte', 'state.act': 'acte', 'publish.state': 'publication',
  'strand.move': 'etat_volet', 'strand.reason': 'raison', 'strand.follows': 'etat_volet', 'strand.evidence': 'constat',
  'agreement.move': 'etat_accord', 'agreement.period': 'etat_accord', 'agreement.dates': 'fin_accord', 'agreement.renewed': 'accord',
  'exchange.future': 'quand', 'milestone.future': 'quand',
};

/** Where a form shows a refusal of the domain. */
export function atField(refusal: Refusal | null): EditRefusal | null {
  if (!refusal) return null;
  const field = fields[refusal.refused];
  return field ? { ...refusal, field } : { ...refusal };
}
