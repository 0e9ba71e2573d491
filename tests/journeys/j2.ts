import { equal, see, step } from './walk.ts';

export const j2 = [
  step('J2', 2, 'L’objectif 9 : ses trois actions, leurs sources, un mois reste un mois, « date inconnue » sinon', async ({ open, text, page }) => {
    await open('/objectifs/bordeaux-2020-2026-9');
    const read = await text();
    see(read, 'Agir avec sobriété', 'juillet 2021', 'date inconnue', 'l. 362', 'l. 358', 'l. 360');
    equal(/\d{1,2} juillet 2021/.test(read), false, 'un jour inventé');
    const actions = await page.locator('main a[href*="/actions/"]').evaluateAll((links) => new Set(links.map((link) => link.getAttribute('href')!.split('#')[0])).size);
    equal(actions, 3, 'actions');
  }),
  step('J2', 8, 'La stratégie se lit sans compte : ambition, trois thèmes, priorités, neuf objectifs et leurs actions', async ({ open, text, page }) => {
    await open('/strategies/bordeaux-2020-2026');
    const read = await text();
    see(read, 'ambition', 'climat', 'économie sociale et solidaire', 'citoyenneté', 'Europe', 'Méditerranée', 'Axe atlantique', '4 avril 2023');
    const objectives = await page.locator('main a[href*="/objectifs/bordeaux-2020-2026-"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')!.split('#')[0]!))]);
    equal(objectives.length, 9, 'objectifs');
    for (const objective of objectives) {
      await open(objective);
      equal((await page.locator('main a[href*="/actions/"]').count()) > 0, true, `actions de ${objective}`);
    }
  }),
];
