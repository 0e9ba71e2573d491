import { expect, test } from 'vitest';
import { readSettings } from '~/platform/settings.ts';

function refusalOf(environment: Record<string, string>): string {
  try {
    readSettings(environment);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
}

test('without any setting, Jumelles listens on 3000 with its own database and the demonstration', () => {
  expect(readSettings({})).toMatchObject({ port: 3000, dataDir: './data', databaseUrl: undefined, demo: true, publicUrl: null, logLevel: 'info' });
});

test('with DATABASE_URL the demonstration is off unless it is asked for', () => {
  const url = 'postgres://jumelles@localhost/jumelles';
  expect(readSettings({ DATABASE_URL: url }).demo).toBe(false);
  expect(readSettings({ DATABASE_URL: url, DEMO: 'oui' }).demo).toBe(true);
  expect(readSettings({ DEMO: '0' }).demo).toBe(false);
});

test('an empty setting is an absent one', () => {
  expect(readSettings({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined });
});

test.each([
  ['PORT', 'abc', 'Le réglage PORT doit être un nombre de 0 à 65535 (reçu : « abc »).'],
  ['PORT', '70000', 'Le réglage PORT doit être un nombre de 0 à 65535 (reçu : « 70000 »).'],
  ['DEMO', 'maybe', 'Le réglage DEMO doit être oui ou non (reçu : « maybe »).'],
  ['LOG_LEVEL', 'loud', 'Le réglage LOG_LEVEL doit être debug, info, warn, error ou silent (reçu : « loud »).'],
  ['PUBLIC_URL', 'example.org', 'Le réglage PUBLIC_URL doit être une adresse http(s)://nom sans chemin (reçu : « example.org »).'],
])('%s=%s is refused in one sentence', (name, value, sentence) => {
  expect(refusalOf({ [name]: value })).toBe(sentence);
});

test('a refused database address is not repeated, since it may hold a password', () => {
  const sentence = refusalOf({ DATABASE_URL: 'mysql://jumelles:secret@localhost/x' });
  expect(sentence).toBe('Le réglage DATABASE_URL doit être une adresse postgres://compte:secret@serveur:5432/base.');
});

test('every bad value is said at once', () => {
  expect(refusalOf({ PORT: 'x', DEMO: 'x' }).split('\n')).toHaveLength(2);
});

test('the public address loses its final slash', () => {
  expect(readSettings({ PUBLIC_URL: 'https://jumelles.example.org/' }).publicUrl).toBe('https://jumelles.example.org');
});

test('sending mail wants the public address, since links are written in it: a host that a request names would be believed', () => {
  expect(refusalOf({ SMTP_URL: 'smtp://localhost' })).toBe('Le réglage SMTP_URL demande PUBLIC_URL : les courriels contiennent des liens.');
  expect(readSettings({ SMTP_URL: 'smtps://jumelles:secret@mail.example:465', PUBLIC_URL: 'https://jumelles.example' }).smtpUrl).toBe('smtps://jumelles:secret@mail.example:465');
  expect(refusalOf({ SMTP_URL: 'jumelles:secret@mail.example' })).not.toContain('secret@mail.example');
});

test('an identity provider is asked over https, or on this machine, and needs an identifier', () => {
  expect(refusalOf({ OIDC_ISSUER: 'http://idp.example', OIDC_CLIENT_ID: 'x' })).toContain('Le réglage OIDC_ISSUER doit être une adresse https://');
  expect(refusalOf({ OIDC_ISSUER: 'https://idp.example' })).toBe('Le réglage OIDC_ISSUER demande OIDC_CLIENT_ID.');
  expect(readSettings({ OIDC_ISSUER: 'https://idp.example', OIDC_CLIENT_ID: 'x' }).oidc).toMatchObject({ label: 'ProConnect', scopes: 'openid email profile' });
  expect(readSettings({ OIDC_CLIENT_ID: 'x' }).oidc).toBeNull();
});
