import { equal, notSee, see, step } from './walk.ts';

export const j9 = [
  step('J9', 1, 'Le texte citoyen de Toulouse : objectifs, diagnostic, préconisations, sources ; le lien d’évitement marche au clavier', async ({ open, text, page }) => {
    await open('/documents/archipel-citoyen-toulouse');
    for (const part of ['objectives', 'diagnosis', 'record', 'recommendations', 'sources']) see(await text(`#${part}`), /\S{3}/);
    see(await text('#diagnosis'), 'Selon Archipel Citoyen');
    see(await text('#sources'), 'Les partenaires de Toulouse');
    notSee(await text(), 'Le vrai bilan du maire');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.hash === '#contenu');
    await page.keyboard.press('Tab');
    equal(await page.locator('main :focus').count(), 1, 'le clavier est dans le contenu');
  }),
];
