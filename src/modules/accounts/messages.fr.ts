export const fr = {
  'role.none': 'Citoyen ou citoyenne',
  'role.agent': 'Agent ou agente',
  'role.elected': 'Élu ou élue',
  'role.project-holder': 'Porteur ou porteuse de projet',
  'role.funder': 'Financeur',
  'role.partner': 'Partenaire à l’étranger',
  'role.animator': 'Animation du réseau',
  'role.expert': 'Expert invité ou experte invitée',
  'role.administrator': 'Administration de l’instance',
};
