import { simplify, type Role } from '../rules.ts';
import { findRole, type Fault, type Warning } from './rules.ts';

/** In which quality somebody speaks. An elected person or an ambassador is named on public pages; others when they agree. */
export const speakerQualities = ['elu', 'agent', 'ambassade', 'association', 'etat', 'etranger', 'expertise', 'recherche'] as const;

const standings: Record<(typeof speakerQualities)[number], string> = {
  elu: 'elected', agent: 'agent', ambassade: 'ambassador', association: 'association', etat: 'state', etranger: 'foreign', expertise: 'expert', recherche: 'researcher',
};

export function standingOf(code: string): string {
  return standings[code as keyof typeof standings] ?? 'expert';
}

export interface SpeakerLine {
  line: number;
  /** Number of the session. */
  session: number | null;
  role: Role;
  video: boolean;
  /** Empty: somebody who is not named. */
  name: string;
  function: string;
  body: string;
  standing: string;
  replaces: string;
  faults: Fault[];
  warnings: Warning[];
}

const qualityWords: readonly [RegExp, (typeof speakerQualities)[number]][] = [
  [/^elue?s?\b/, 'elu'], [/^agente?s?\b|^technicien/, 'agent'], [/^ambassad/, 'ambassade'], [/^asso/, 'association'], [/^etat/, 'etat'], [/^etrang/, 'etranger'], [/^expert/, 'expertise'], [/^cherch|^recherche/, 'recherche'],
];

/** « 6 | Animation | Prénom Nom | fonction | organisme | qualité | remplace ». Without a name: somebody who is not named. */
export function parseSpeakers(text: string, sessions: readonly { number: number }[]): SpeakerLine[] {
  return text.split('\n').flatMap((raw, index) => {
    const cells = raw.replace(/\u00a0|\u202f/g, ' ').split(/[|\t]/).map((cell) => cell.trim());
    if (cells.every((cell) => cell === '')) return [];
    const [at = '', role = '', name = '', held = '', body = '', quality = '', replaces = ''] = cells;
    const number = /^\d{1,3}$/.test(at) ? Number(at) : /^pl[ée]ni[èe]re$/i.test(at) ? 0 : null;
    const found = findRole(role);
    const known = qualityWords.find(([shape]) => shape.test(simplify(quality)))?.[1];
    const isUnnamed = /^(|-|non nomm[ée]e?)$/i.test(name);
    return [{
      line: index + 1, session: number, role: found?.role ?? 'speaker', video: found?.video ?? false, name: isUnnamed ? '' : name, function: held, body,
      standing: standingOf(known ?? ''), replaces,
      faults: [
        ...(number === null || !sessions.some((one) => one.number === number) ? ['session' as const] : []),
        ...(found ? [] : ['role' as const]),
        ...(held ? [] : ['function' as const]),
      ],
      warnings: quality && !known ? ['quality' as const] : [],
    }];
  });
}
