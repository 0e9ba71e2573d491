import {
  generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse,
  type AuthenticationResponseJSON, type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { newId, sql, type Db } from '~/platform/db/index.ts';
import type { Account } from '~/sheets/index.ts';
import { acceptChallenge, createChallenge } from '../challenges.ts';
import { findCredential, listCredentials } from './queries.ts';

/** Where keys are made for: another host, or another site that copies our pages, gets none of them to answer. */
export interface Place {
  origin: string;
  name: string;
}

interface Asked {
  challenge: string;
}

const rpID = ({ origin }: Place) => new URL(origin).hostname;
const known = 60; // most passkeys of one account

/** What the browser needs to make a key; the challenge stays here. */
export async function buildAddQuestion(db: Db, place: Place, account: Account) {
  const options = await generateRegistrationOptions({
    rpID: rpID(place), rpName: place.name, userID: Uint8Array.from(Buffer.from(account.id)), userName: account.mail, userDisplayName: account.name, attestationType: 'none',
    // the key alone signs in: it must find the account, and the device must know its person
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: [-8, -7, -257],
    excludeCredentials: await listCredentials(db, account.id),
  });
  return { options, token: await createChallenge(db, 'passkey.add', { challenge: options.challenge }, { accountId: account.id }) };
}

/** Keeps the key that the browser made; null when its answer does not hold. */
export async function addPasskey(db: Db, place: Place, accountId: string, token: string | undefined, answer: string, name: string): Promise<string | null> {
  const asked = await acceptChallenge<Asked>(db, 'passkey.add', token);
  const response = parseAnswer<RegistrationResponseJSON>(answer);
  if (!asked || asked.accountId !== accountId || !response) return null;
  const made = await verifyRegistrationResponse({ response, expectedChallenge: asked.data.challenge, expectedOrigin: place.origin, expectedRPID: rpID(place), requireUserVerification: true }).catch(() => null);
  if (!made?.verified || (await listCredentials(db, accountId)).length >= known) return null;
  const { credential } = made.registrationInfo;
  const row = await db
    .insertInto('passkeys')
    .values({
      id: newId(), account_id: accountId, credential_id: credential.id, public_key: Buffer.from(credential.publicKey), counter: credential.counter,
      transports: credential.transports ?? [], name,
    })
    .onConflict((oc) => oc.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The same for everybody: which keys exist is not told. */
export async function buildSignInQuestion(db: Db, place: Place) {
  const options = await generateAuthenticationOptions({ rpID: rpID(place), userVerification: 'required' });
  return { options, token: await createChallenge(db, 'passkey.sign-in', { challenge: options.challenge }, { minutes: 5 }) };
}

/** The account whose key answered the challenge of this very browser, or null. */
export async function acceptPasskey(db: Db, place: Place, token: string | undefined, answer: string): Promise<string | null> {
  const asked = await acceptChallenge<Asked>(db, 'passkey.sign-in', token);
  const response = parseAnswer<AuthenticationResponseJSON>(answer);
  const found = asked && response && (await findCredential(db, response.id));
  if (!found) return null;
  const credential = { id: response.id, publicKey: Uint8Array.from(found.publicKey), counter: found.counter };
  const proof = await verifyAuthenticationResponse({ response, expectedChallenge: asked.data.challenge, expectedOrigin: place.origin, expectedRPID: rpID(place), credential, requireUserVerification: true }).catch(() => null);
  if (!proof?.verified) return null;
  await db.updateTable('passkeys').set({ counter: proof.authenticationInfo.newCounter, used_at: sql`now()` }).where('id', '=', found.id).execute();
  return found.accountId;
}

export async function updatePasskey(db: Db, accountId: string, id: string, name: string): Promise<void> {
  await db.updateTable('passkeys').set({ name }).where('id', '=', id).where('account_id', '=', accountId).execute();
}

export async function removePasskey(db: Db, accountId: string, id: string): Promise<void> {
  await db.deleteFrom('passkeys').where('id', '=', id).where('account_id', '=', accountId).execute();
}

/** JSON from a browser: an object with an id, or nothing. The library checks the rest. */
function parseAnswer<T extends { id: string }>(text: string): T | null {
  try {
    const answer = JSON.parse(text) as T | null;
    return answer && typeof answer.id === 'string' && typeof (answer as { response?: unknown }).response === 'object' ? answer : null;
  } catch {
    return null;
  }
}
