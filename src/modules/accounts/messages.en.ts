import type { fr } from './messages.fr.ts';

export const en: Record<keyof typeof fr, string> = {
  'role.none': 'Citizen',
  'role.agent': 'Officer',
  'role.elected': 'Elected official',
  'role.project-holder': 'Project holder',
  'role.funder': 'Funder',
  'role.partner': 'Partner abroad',
  'role.animator': 'Network coordination',
  'role.expert': 'Invited expert',
  'role.administrator': 'Administration of the instance',
};
