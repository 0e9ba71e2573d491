import type { fr } from './messages.fr.ts';

export const es: Record<keyof typeof fr, string> = {
  'role.none': 'Ciudadano o ciudadana',
  'role.agent': 'Responsable técnico o técnica',
  'role.elected': 'Cargo electo',
  'role.project-holder': 'Titular de un proyecto',
  'role.funder': 'Financiador',
  'role.partner': 'Socio en el extranjero',
  'role.animator': 'Coordinación de la red',
  'role.expert': 'Persona experta invitada',
  'role.administrator': 'Administración de la instancia',
};
