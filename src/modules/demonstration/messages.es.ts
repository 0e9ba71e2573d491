import type { fr } from './messages.fr.ts';

export const es: Record<keyof typeof fr, string> = {
  'title': 'Probar como…',
  'lede': 'Elija un personaje: verá {instance} con sus derechos, enseguida y sin contraseña. Los personajes se nombran por su función; no hablan por nadie.',
  'become': 'Probar',
  'persona.agent-bordeaux': 'Actúa por la Ciudad de Burdeos o por Bordeaux Métropole: una dirección, dos administraciones. Corrige las fichas, propone cambios de estado.',
  'persona.elue-bordeaux': 'Valida lo que proponen los técnicos, suspende o relanza una asociación, sigue la estrategia.',
  'persona.agent-toulouse': 'Comparte con Burdeos socios como Ramala y Casablanca, sin poder tocar las fichas de Burdeos.',
  'persona.agent-commune': 'Busca su municipio, reclama su ficha y empieza sin ninguna asociación.',
  'persona.animatrice-reseau': 'Aprueba las solicitudes, ayuda a los miembros, relee lo que se publica.',
  'persona.organisatrice-cuf': 'Organiza los encuentros y anima los grupos de país de Cités Unies France.',
  'persona.porteuse-projet': 'Pequeña asociación: mantiene su ficha y sus proyectos.',
  'persona.financeur': 'Mantiene al día sus dispositivos y sigue lo que se apoya.',
  'persona.partenaire-lima': 'Lee la ficha compartida con Burdeos, la confirma, propone correcciones. En español.',
  'persona.citoyenne-toulouse': 'Sigue lo que le interesa y da su opinión.',
  'persona.agente-charente-maritime': 'Técnica de un departamento, miembro como cualquier otra.',
  'persona.presidente-japon': 'Preside un grupo de país: sus encuentros, sus miembros.',
  'persona.expert-invite': 'Invitada a un grupo hasta una fecha, sin adhesión.',
  'persona.administrateur': 'Configura la instancia, los roles, los trabajos en curso.',
};
