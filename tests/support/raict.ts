import sessionData from '~root/db/demo/sessions.json';
import peopleData from '~root/db/demo/people.json';

export interface RaictRole {
  person: string;
  function: number;
  role: string;
  video?: boolean;
  replaces?: string;
  topic?: string;
}

/** What the minutes of September 2023 say, as an organiser would have it in a document. */
export const raictSessions = sessionData.sessions as unknown as { number: number; type: string; title: string; day?: string; dayWritten?: string; starts?: string; ends?: string; roles: RaictRole[] }[];

const people = new Map((peopleData.people as unknown as { id: string; firstName: string; lastName: string; named?: boolean; functions: { function: string; standing: string }[] }[]).map((one) => [one.id, one]));
const typeWords: Record<string, string> = { 'pleniere': 'plénière', 'region': 'région', 'groupe-pays': 'groupe-pays', 'groupe-thematique': 'groupe thématique', 'theme': 'thème' };
const roleWords: Record<string, string> = { opening: 'ouverture', chair: 'présidence', moderator: 'animation', speaker: 'intervention', closing: 'conclusion' };

/** The programme to paste: a day alone on its line, then its sessions. */
export function raictProgramme(): string {
  let written = '';
  return raictSessions.map((one) => {
    const heading = one.dayWritten && one.dayWritten !== written ? `${(written = one.dayWritten)}\n` : '';
    return `${heading}${one.starts ? `${one.starts.replace(':', 'h')}-${one.ends!.replace(':', 'h')}` : ''} | ${one.number ? `${one.number}. ` : ''}${one.title} | ${typeWords[one.type]!}`;
  }).join('\n');
}

export interface RaictSpeaker {
  session: number;
  role: string;
  name: string;
  function: string;
  isElected: boolean;
  replaces: string;
}

/** The 81 roles, in their order. Somebody who is not named has no name. */
export const raictSpeakers: readonly RaictSpeaker[] = raictSessions.flatMap((one) => one.roles.map((role) => {
  const person = people.get(role.person)!;
  const held = person.functions[role.function - 1]!;
  return {
    session: one.number, role: role.video ? 'message vidéo' : roleWords[role.role]!, name: person.named === false ? '' : `${person.firstName} ${person.lastName}`,
    function: held.function, isElected: held.standing === 'elected', replaces: role.replaces ?? '',
  };
}));

/** The list to paste. */
export const raictSpeakerLines = (speakers: readonly RaictSpeaker[] = raictSpeakers): string =>
  speakers.map((one) => [one.session, one.role, one.name, one.function, '', one.isElected ? 'élu' : 'agent', one.replaces].join(' | ')).join('\n');
