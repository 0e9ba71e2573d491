import { freshnessOf } from '~/sheets/freshness.ts';

export type ClaimRole = 'agent' | 'elected';
export type Proof = 'domain' | 'siret' | 'word';
export type ClaimState = 'requested' | 'granted' | 'refused' | 'withdrawn';

/** Requests of one account within a day. */
export const mostADay = 20;

/** Where the keeping of a sheet stands, from nobody to true this year. */
export type Keeping = 'unclaimed' | 'requested' | 'granted' | 'to-refresh' | 'confirmed';

export interface KeepingFacts {
  kept: boolean;
  requested: boolean;
  confirmedAt: string | null;
  /** First day of the oldest mandate in force, ISO. */
  since: string | null;
}

/** unclaimed → requested → granted → to refresh → confirmed: a confirmation older than a year, or than the keeping itself, is to be given again. */
export function keepingOf({ kept, requested, confirmedAt, since }: KeepingFacts, today: string): Keeping {
  if (!kept) return requested ? 'requested' : 'unclaimed';
  if (confirmedAt && (!since || confirmedAt.slice(0, 10) >= since.slice(0, 10))) return freshnessOf(confirmedAt, today) === 'fresh' ? 'confirmed' : 'to-refresh';
  return freshnessOf(since, today) === 'fresh' ? 'granted' : 'to-refresh';
}

// An address there proves nothing about who one works for.
const openToAll = new Set([
  'gmail.com', 'googlemail.com', 'outlook.com', 'outlook.fr', 'hotmail.com', 'hotmail.fr', 'live.fr', 'live.com', 'msn.com', 'yahoo.fr', 'yahoo.com', 'orange.fr',
  'wanadoo.fr', 'laposte.net', 'free.fr', 'sfr.fr', 'neuf.fr', 'bbox.fr', 'numericable.fr', 'icloud.com', 'me.com', 'proton.me', 'protonmail.com', 'gmx.fr', 'gmx.com', 'aol.com',
  'club-internet.fr', 'aliceadsl.fr', 'cegetel.net', 'mailo.com', 'zaclys.net', 'tutanota.com', 'yopmail.com',
]);

/** `https://www.grabels.fr/international` is `grabels.fr`. */
export function hostOf(url: string): string | null {
  try {
    return new URL(url).hostname.toLowerCase().replace(/^www\./, '');
  } catch {
    return null;
  }
}

/** The domain of the mail is the very one of the authority's own site. */
export function isAtDomain(domain: string, web: string | null): boolean {
  const host = web ? hostOf(web) : null;
  return host !== null && domain.toLowerCase() === host && host.includes('.') && !openToAll.has(host);
}

/** The first nine digits of a SIRET are the SIREN of the body that it belongs to. */
export function isSameBody(siret: string, siren: string | null): boolean {
  const digits = siret.replace(/\s/g, '');
  return siren !== null && /^\d{14}$/.test(digits) && digits.slice(0, 9) === siren;
}

/** A domain or a SIRET tells where somebody works, not that they were elected: an élu is recognised by somebody. */
export function isEnough(role: ClaimRole, proof: Proof): boolean {
  return role === 'agent' && proof !== 'word';
}
