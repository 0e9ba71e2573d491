import { expect, test } from 'vitest';
import { openApp, useWorld } from '~root/tests/support/index.ts';

const world = await useWorld();
const { request } = await openApp();
async function read(path: string): Promise<string> {
  const response = await request(path);
  expect(response.status).toBe(200);
  return (await response.text()).replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ');
}

test('R176 a country group shows its chair with the function of that day, its host, its country, its meetings', async () => {
  const page = await read('/groupes/groupe-pays-japon');
  expect(page).toContain('Karima Zerkani-Raynal Présidente du groupe-pays Japon de Cités Unies France');
  expect(page).toContain('Au 18 septembre 2023.');
  expect(page).toContain('Cités Unies France');
  expect(page).toContain('Réunion du groupe-pays Japon');
  expect(page).toContain('Cannes – Shizuoka');
  expect(await read('/groupes/groupe-pays-palestine')).toContain('entre 70 et 80, selon la source');
});

test('R177 fourteen groups: countries, regions, themes, missions, a committee, a platform', async () => {
  expect((await world.selectFrom('working_groups').select('sheet_id').execute()).length).toBe(14);
  const page = await read('/groupes');
  for (const word of ['14 groupes', 'Groupes-pays', 'Groupes régionaux', 'Groupes thématiques', 'Missions transversales', 'Comités', 'Plateformes régionales']) expect(page).toContain(word);
  expect(await read('/groupes/groupe-genre')).toContain('non précisée par les documents');
});

test('R177 the regional platform says what its members expect, and that its name is still to choose', async () => {
  const page = await read('/groupes/plateforme-na');
  expect(page).toContain('Deux ou trois webinaires par an');
  expect(page).toContain('Un nom à choisir');
  expect(page).toContain('Lancement de la Plateforme');
});
