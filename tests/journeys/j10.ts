import { see, step } from './walk.ts';

export const j10 = [
  step('J10', 1, 'AIMF : 188 villes, 23 associations, 48 pays, date d’observation et source ; les rôles de Bordeaux', async ({ open, text, page }) => {
    await open('/reseaux');
    await page.locator('main a[href$="/reseaux/aimf"]').first().click();
    await page.waitForURL(/\/reseaux\/aimf$/);
    see(await text(), /188\s+villes/i, /23\s+associations/i, /48\s+pays/i, /observation/i, 'l. 9', 'Bordeaux', /bureau/i, /commission/i);
  }),
];
