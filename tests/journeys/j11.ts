import { j11After } from './j11-after.ts';
import { j11Again } from './j11-again.ts';
import { equal, see, step } from './walk.ts';

const event = '/rencontres/raict-2023';

export const j11 = [
  step('J11', 1, 'Les rencontres de septembre 2023 : une plénière, 14 séances, quatre créneaux, 81 rôles (lecture)', async ({ open, text, page }) => {
    await open(event);
    see(await text(), 'Plénière', /14 séances/, /81/, '14 h 30', '16 h 30', '11 h 30');
    const sessions = await page.locator('main a[href*="/seances/raict-2023-"]').evaluateAll((links) => new Set(links.map((link) => link.getAttribute('href'))).size);
    equal(sessions, 15, 'séances et plénière');
  }),
  step('J11', 2, 'La séance 3 : « Mardi 18 septembre » est signalé, le 18 était un lundi', async ({ open, text }) => {
    await open('/seances/raict-2023-3-outre-mer');
    see(await text(), /mardi 18 septembre/i, /lundi/i, /à confirmer|calendrier/i);
  }),
  step('J11', 6, 'Les 26 rôles sans propos rapportés le disent', async ({ open, page }) => {
    await open(event);
    const addresses = await page.locator('main a[href*="/seances/raict-2023-"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')!))]);
    let silent = 0;
    for (const address of addresses) {
      await open(address);
      silent += await page.getByText(/^\s*intervention non rapportée\s*$/i).count();
    }
    equal(silent, 26, 'interventions non rapportées');
  }),
  ...j11Again,
  ...j11After,
];
