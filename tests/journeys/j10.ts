import { equal, notSee, see, step, type Walker } from './walk.ts';

/** Nobody reads a form in less: what is sent at once is taken for a robot's. */
const read = ({ page }: Walker) => page.waitForTimeout(3_200);

const openFeedback = async ({ open, page, press }: Walker) => {
  await open('/reseaux/aimf');
  await press('Écrivez-nous (non publié)');
  await page.waitForURL(/\/avis\?/);
};

export const j10 = [
  step('J10', 1, 'AIMF : 188 villes, 23 associations, 48 pays, date d’observation et source ; les rôles de Bordeaux', async ({ open, text, page }) => {
    await open('/reseaux');
    await page.locator('main a[href$="/reseaux/aimf"]').first().click();
    await page.waitForURL(/\/reseaux\/aimf$/);
    see(await text(), /188\s+villes/i, /23\s+associations/i, /48\s+pays/i, /observation/i, 'l. 9', 'Bordeaux', /bureau/i, /commission/i);
  }),
  step('J10', 2, 'écrit « l’année est à corriger », répond « Non » : aucune adresse demandée, merci', async (walker) => {
    await openFeedback(walker);
    const { page, fill, send, text } = walker;
    equal(await page.getByLabel(/Votre adresse électronique/).isVisible(), false, 'l’adresse est demandée à qui n’attend pas de réponse');
    await fill('Votre message', 'l’année est à corriger, xylographique');
    await page.getByRole('radio', { name: 'Non' }).check();
    await read(walker);
    await send('Envoyer le message');
    see(await text(), 'Merci, votre message est arrivé', 'Il ne sera pas publié', 'aucune adresse n’est gardée');
    equal(await page.context().cookies(), [], 'des témoins de connexion');
  }),
  step('J10', 3, 'écrit encore avec « Oui » et une mauvaise adresse : demandée de nouveau, rien n’est perdu', async (walker) => {
    await openFeedback(walker);
    const { page, fill, send, text } = walker;
    await page.getByRole('radio', { name: 'Un complément d’information' }).check();
    await fill('Votre message', 'Il manque une ville, xylographique');
    await page.getByRole('radio', { name: /^Oui/ }).check();
    await fill(/Votre adresse électronique/, 'lectrice@example');
    await read(walker);
    await send('Envoyer le message');
    see(await text(), 'Cette adresse n’a pas la forme nom@exemple.fr');
    equal(await page.getByLabel('Votre message', { exact: true }).inputValue(), 'Il manque une ville, xylographique', 'le message');
    equal(await page.getByRole('radio', { name: 'Un complément d’information' }).isChecked(), true, 'la nature du message');
    await fill(/Votre adresse électronique/, 'lectrice@example.org');
    await send('Envoyer le message');
    see(await text(), 'Merci, votre message est arrivé', 'La réponse viendra à l’adresse');
  }),
  step('J10', 4, 'le message n’apparaît nulle part en public ni dans la recherche', async ({ open, text, json, page, site }) => {
    for (const path of ['/reseaux/aimf', '/fiches/reseau/aimf/historique', '/nouveautes']) {
      await open(path);
      notSee(await text(), 'xylographique', 'Il manque une ville');
    }
    await open('/recherche?q=xylographique');
    notSee(await text(), 'est à corriger', 'Il manque une ville');
    equal((await json<{ items: unknown[] }>('/observatoire.json?q=xylographique')).items, [], 'des réponses');
    for (const path of ['/reseaux/aimf.json', '/observatoire.csv?genre=reseau', '/nouveautes.atom', '/agenda.ics']) notSee(await (await page.request.get(site.base + path)).text(), 'xylographique');
  }),
  step('J10', 5, 'quelqu’un s’en charge, corrige la page, répond : le message se ferme, le changement est dans l’historique', async ({ become, open, press, send, fill, text, page, readMail }) => {
    await become('Administrateur');
    await open('/retours');
    await press(/Il manque une ville/);
    const address = new URL(page.url()).pathname;
    await send(/^(Je m’en occupe|Confier)$/);
    see(await text(), 'Quelqu’un s’en occupe.');
    await press('Corriger la fiche');
    await page.locator('main textarea').first().fill('Réseau mondial des élus locaux francophones, corrigé.');
    await send('Enregistrer');
    await open(address);
    await page.locator('main input[name="changement"]').first().check();
    await send('Dire que c’est appliqué');
    see(await text(), 'Il reste à répondre');
    await fill('Votre réponse', 'Merci, la ville est ajoutée.');
    await send('Envoyer la réponse');
    see(await text(), 'Le suivi de ce message est terminé.', 'Voir le changement');
    notSee(await text(), 'lectrice@example.org');
    see(await readMail('lectrice@example.org'), 'Merci, la ville est ajoutée.');
    await press('Voir le changement');
    see(await text(), 'corrigé', 'Administration de l’instance');
  }),
  step('J10', 6, 'après le délai de conservation, l’adresse est effacée', async ({ site }) => {
    const { db } = site;
    if (!db) return;
    const addresses = async () => (await db.selectFrom('feedback').select('mail').where('mail', 'is not', null).execute()).map(({ mail }) => mail);
    equal(await addresses(), ['lectrice@example.org'], 'les adresses avant le délai');
    await site.runQueue('privacy.retention', Date.now() + 91 * 86_400_000);
    equal(await addresses(), [], 'les adresses après le délai');
  }),
];
