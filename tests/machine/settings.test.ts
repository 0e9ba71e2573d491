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
