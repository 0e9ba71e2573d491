import { expect, test } from 'vitest';
import { openApp } from '~root/tests/support/index.ts';
import { families, familyOf, types } from './rules.ts';

const { request } = await openApp();

async function read(path: string): Promise<string> {
  const response = await request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.text()).replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');
}

test('R005 economic, associative, cultural and academic actors have their sheets', async () => {
  expect(await read('/organisations/civb')).toContain('Acteur économique');
  expect(await read('/organisations/sos-mediterranee')).toContain('Association');
  expect(await read('/organisations/institut-francais')).toContain('Opérateur culturel');
  expect(await read('/organisations/ecole-architecture-bordeaux')).toContain('Enseignement supérieur');
  expect(await read('/organisations/hydrogene-de-france')).toContain('Entreprise');
});

test('R006 ministry, agency, funders and support associations have theirs, with their acronym', async () => {
  expect(await read('/organisations/daect')).toMatch(/Service de l’État · DAECT .*Délégation à l.action extérieure/);
  expect(await read('/organisations/afd')).toContain('Bailleur · AFD');
  expect(await read('/organisations/ps-eau')).toMatch(/Association .*pS-Eau/);
});

test('the list holds the 63 organisations, once each', async () => {
  const html = await (await request('/organisations')).text();
  const links = html.match(/href="\/organisations\/[a-z0-9-]+"/g)!;
  expect(links).toHaveLength(63);
  expect(new Set(links).size).toBe(63);
});

test('an organisation shows what it funds and carries', async () => {
  const page = await read('/organisations/cites-unies-france');
  expect(page).toMatch(/Elle porte .*DCOL/);
  expect(page).toMatch(/Elle finance .*DCOL/);
  expect(page).toContain('Aussi un réseau');
});

test('a spelling that is our guess is said to be one', async () => {
  expect(await read('/organisations/asointermedias')).toContain('est notre supposition');
});

test('each kind of organisation is read in one family', () => {
  for (const type of types) expect(families).toContain(familyOf(type));
});
