import type { fr } from './messages.fr.ts';

export const en: Record<keyof typeof fr, string> = {
  'title': 'Try as…',
  'lede': 'Choose a character: you see {instance} with their rights, at once and without a password. Characters are named by their function; they speak for nobody.',
  'become': 'Try',
  'persona.agent-bordeaux': 'Acts for the City of Bordeaux or for Bordeaux Métropole: one directorate, two authorities. Corrects sheets, proposes changes of state.',
  'persona.elue-bordeaux': 'Validates what officers propose, suspends or relaunches a partnership, follows the strategy.',
  'persona.agent-toulouse': 'Shares partners with Bordeaux, such as Ramallah and Casablanca, without touching the sheets of Bordeaux.',
  'persona.agent-commune': 'Looks for her commune, claims its sheet and starts without any partnership.',
  'persona.animatrice-reseau': 'Approves requests, helps members, reads what is published.',
  'persona.organisatrice-cuf': 'Organises the meetings and runs the country groups of Cités Unies France.',
  'persona.porteuse-projet': 'A small association: keeps its sheet and its projects.',
  'persona.financeur': 'Keeps its schemes up to date and follows what is supported.',
  'persona.partenaire-lima': 'Reads the sheet shared with Bordeaux, confirms it, proposes corrections. In Spanish.',
  'persona.citoyenne-toulouse': 'Follows what interests her and gives her opinion.',
  'persona.agente-charente-maritime': 'Officer of a département, a member like any other.',
  'persona.presidente-japon': 'Chairs a country group: its meetings, its members.',
  'persona.expert-invite': 'Invited to a group until a date, without membership.',
  'persona.administrateur': 'Sets up the instance, the roles, the jobs under way.',
};
