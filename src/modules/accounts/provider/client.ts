import {
  allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, ClientSecretPost, discovery, fetchUserInfo, None,
  randomNonce, randomPKCECodeVerifier, randomState, type Configuration,
} from 'openid-client';
import type { OidcSettings } from '~/platform/settings.ts';

/** What must come back with the person: kept here, never in the address. */
export interface Errand {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom the provider recognised. */
export interface ProviderPerson {
  issuer: string;
  subject: string;
  mail: string | null;
  mailProved: boolean;
  name: string;
  siret: string | null;
}

const known = new Map<string, Promise<Configuration>>();

/** Asked of the provider at the first sign-in, not at start: a provider that is away stops nothing else. Asked again after a failure. */
function configure(settings: OidcSettings): Promise<Configuration> {
  const key = JSON.stringify(settings);
  let found = known.get(key);
  if (!found) {
    const options = { timeout: 10, ...(settings.issuer.startsWith('http:') ? { execute: [allowInsecureRequests] } : {}) };
    found = discovery(new URL(settings.issuer), settings.clientId, undefined, settings.clientSecret ? ClientSecretPost(settings.clientSecret) : None(), options);
    known.set(key, found);
    found.catch(() => known.delete(key));
  }
  return found;
}

export function createErrand(): Errand {
  return { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
}

/** Where to send the browser. Throws when the provider does not answer. */
export async function buildProviderAddress(settings: OidcSettings, { state, nonce, verifier }: Errand, redirectUri: string): Promise<string> {
  return buildAuthorizationUrl(await configure(settings), {
    redirect_uri: redirectUri, scope: settings.scopes, state, nonce, code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    ...(settings.acr ? { acr_values: settings.acr } : {}),
  }).href;
}

/** Who came back; throws when anything does not hold (state, nonce, PKCE, signature, issuer, audience, dates). */
export async function findProviderPerson(settings: OidcSettings, { state, nonce, verifier }: Errand, returned: URL): Promise<ProviderPerson> {
  const config = await configure(settings);
  const tokens = await authorizationCodeGrant(config, returned, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
  const proved = tokens.claims()!;
  const said: Record<string, unknown> = config.serverMetadata().userinfo_endpoint ? { ...proved, ...(await fetchUserInfo(config, tokens.access_token, proved.sub)) } : proved;
  const text = (name: string) => (typeof said[name] === 'string' ? (said[name] as string).trim() : '');
  const siret = text('siret').replace(/\s/g, '');
  return {
    issuer: proved.iss,
    subject: proved.sub,
    mail: text('email') || null,
    mailProved: said.email_verified === true,
    // `usual_name` is ProConnect's
    name: (text('name') || [text('given_name'), text('usual_name') || text('family_name')].filter(Boolean).join(' ')).slice(0, 120),
    siret: /^\d{14}$/.test(siret) ? siret : null,
  };
}
