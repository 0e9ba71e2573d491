/** In which capacity somebody holds a function. It decides whether their name is public. */
export const standings = [
  'elected', 'ambassador', 'agent', 'trainee', 'association', 'state', 'diplomat', 'foreign', 'expert', 'researcher', 'credit',
] as const;
export type Standing = (typeof standings)[number];

/** What a person may agree to show, one by one. */
export const consentFields = ['name', 'function', 'photo', 'mail', 'phone'] as const;
export type ConsentField = (typeof consentFields)[number];

export interface Naming {
  standing: Standing;
  /** False: the documents give a function and no name. */
  named: boolean;
  /** The person agreed to be named, and has not gone back on it. */
  consented: boolean;
  erased: boolean;
}

/**
 * Elected people and ambassadors speak in public; everybody else chooses.
 * The database holds the same rule in may_be_named(), so that no query can go around it.
 */
export function mayBeNamed({ standing, named, consented, erased }: Naming): boolean {
  return named && !erased && (standing === 'elected' || standing === 'ambassador' || consented);
}

/** « Conseiller régional » says nothing more beside « Conseiller régional délégué à la coopération ». */
export function isSaidBy(short: string, long: string): boolean {
  return long !== short && long.toLocaleLowerCase('fr').startsWith(short.toLocaleLowerCase('fr'));
}

const standingCodes: Record<Standing, string> = {
  elected: 'elu', ambassador: 'ambassade', agent: 'agent', trainee: 'stage', association: 'association', state: 'etat',
  diplomat: 'diplomatie', foreign: 'etranger', expert: 'expertise', researcher: 'recherche', credit: 'credit',
};

/** In addresses and forms. */
export const codeOfStanding = (standing: Standing): string => standingCodes[standing];

export function findStanding(code: string | undefined): Standing | undefined {
  return standings.find((standing) => standing !== 'credit' && standingCodes[standing] === code);
}

/** Listed as people: a credit signs a picture and holds no function. */
export const listedStandings = standings.filter((standing) => standing !== 'credit');

/** What somebody may agree to today; a photo will come with the photos of people. */
export const offeredConsents = ['function', 'name', 'mail', 'phone'] as const satisfies readonly ConsentField[];
export type OfferedConsent = (typeof offeredConsents)[number];

/** A public mandate names its holder: only who holds one here, from their authority, may say so. */
export function maySay(standing: Standing, bodyId: string | null, mandates: readonly { role: string; bodyId: string | null }[]): boolean {
  if (standing === 'ambassador' || standing === 'credit') return false;
  return standing !== 'elected' || mandates.some((one) => one.role === 'elected' && one.bodyId !== null && one.bodyId === bodyId);
}
