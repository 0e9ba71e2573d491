import { frenchOnly } from '~root/tests/support/french-only.ts';
import { equal, notSee, see, step, type Walker } from './walk.ts';

const lima = '/partenariats/bordeaux-lima';
const mail = 'cooperacion@munlima.example';

/** The link of the mail, as the person without an account opens it. */
const openLink = async ({ page, open, readMail }: Walker) => {
  await page.context().clearCookies();
  const url = new URL(/https?:\S+/.exec(await readMail(mail))![0]);
  await open(url.pathname + url.search);
};

/** No sentence of the interface in French, unless it is said to be French. */
const checkSpanish = async ({ page }: Walker) => {
  equal(await page.locator('html').getAttribute('lang'), 'es', 'la langue de la page');
  const french = frenchOnly('es');
  equal(french.size > 500, true, 'les phrases de l’interface sont connues');
  const texts = await page.locator('body').evaluate((body) => {
    const found: string[] = [];
    const nodes = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) if (nodes.currentNode.parentElement!.closest('[lang]')!.getAttribute('lang') !== 'fr') found.push(nodes.currentNode.textContent!.trim());
    return found;
  });
  equal(texts.filter((text) => french.has(text)), [], 'des phrases en français');
};

export const j8 = [
  step('J8', 1, 'Bordeaux invite Lima en espagnol ; la personne ouvre le lien sans compte et lit en espagnol', async (walker) => {
    const { become, open, press, fill, choose, send, text, page, readMail } = walker;
    await become('Agente de Bordeaux', /^Bordeaux(?! Métropole)/);
    await open(lima);
    await press('Inviter le partenaire');
    await fill('Fonction', 'Responsable de cooperación');
    await fill('Adresse électronique', mail);
    await choose('Español');
    await send('Envoyer l’invitation');
    see(await text(), 'Pas encore de réponse');
    const received = await readMail(mail);
    see(received, 'Bordeaux le invita a releer su ficha común: Bordeaux – Lima', 'sin cuenta ni contraseña');
    notSee(received, 'vous', 'fiche');
    await openLink(walker);
    see(await text(), 'Bordeaux le invita a releer lo que está escrito aquí', 'Hermanamiento', '¿Es exacto?');
    await checkSpanish(walker);
    equal((await page.locator('main [lang="fr"]', { hasText: 'cantines communautaires' }).count()) > 0, true, 'les faits en français sont dits en français');
    await page.locator('main a', { hasText: 'Proponer una corrección' }).click();
    await page.waitForURL(/\/invitation\/correction/);
    await checkSpanish(walker);
  }),
  step('J8', 2, 'elle confirme la fiche et corrige une réponse : proposé à Bordeaux, pas imposé ; Bordeaux accepte, cela se lit', async (walker) => {
    const { become, open, press, fill, send, text, readOutside } = walker;
    await openLink(walker);
    await send('Es exacto');
    see(await text(), 'Su confirmación está inscrita en la ficha');
    await checkSpanish(walker);
    see((await readOutside(lima)).words, /Lima : confirmé le .* \(Responsable de cooperación\)/);
    await press('Proponer una corrección');
    await fill('Para los habitantes de allí', 'Los comedores populares de tres barrios reciben apoyo.');
    await fill(/^Una palabra para explicar/, 'Lo dice nuestro informe anual.');
    await send('Enviar mi propuesta');
    see(await text(), 'Su corrección se ha transmitido a la administración francesa');
    await checkSpanish(walker);
    notSee((await readOutside(lima)).words, 'Los comedores populares');
    await become('Agente de Bordeaux', /^Bordeaux(?! Métropole)/);
    await open('/mon-espace');
    see(await text(), 'Correction proposée');
    await press('Lire et répondre');
    see(await text(), 'Los comedores populares de tres barrios reciben apoyo.', 'Lo dice nuestro informe anual.', 'Responsable de cooperación');
    await send('Accepter et publier');
    see(await text(), 'La proposition est acceptée et la fiche est à jour.');
    see((await readOutside(lima)).words, 'Los comedores populares de tres barrios reciben apoyo.');
  }),
  step('J8', 5, 'Lima demande à être reçue à Bordeaux sur l’urbanisme ; la bonne agente répond ; programme, hôtes et entreprises, dans l’agenda de la région', async (walker) => {
    const { become, open, press, fill, choose, pick, send, text, page, readOutside } = walker;
    const year = new Date().getFullYear() + 1;
    await become('Partenaire à Lima');
    await open('/es/territoires/bordeaux');
    await page.locator('main a[href*="sorte=accueil"]').first().click();
    await page.waitForURL(/\/es\/nouveau\/visite/);
    await checkSpanish(walker);
    equal(await page.locator('main fieldset.picker input:checked').count(), 1, 'Bordeaux est déjà choisie');
    await page.locator('main textarea[name="pourquoi"]').fill('Conocer el urbanismo de Burdeos y sus nuevos barrios.');
    await page.locator('main input[name="quand"]').fill(`${year}`);
    await page.locator('main input[name="personnes"]').fill('Dos responsables de urbanismo');
    if (!(await page.getByRole('checkbox', { name: 'Urbanismo' }).first().isVisible())) await page.locator('main form details summary').first().click();
    await page.getByRole('checkbox', { name: 'Urbanismo' }).first().check();
    await send('Enviar la petición');
    await checkSpanish(walker);
    const visit = new URL(page.url()).pathname.replace(/^\/es/, '');
    equal((await readOutside(visit)).status, 404, 'la demande, pour tout le monde');
    await become('Agent de Toulouse');
    equal((await page.goto(walker.site.base + visit))?.status(), 404, 'la demande, pour une autre ville');
    await become('Agente de Bordeaux', /^Bordeaux(?! Métropole)/);
    await open('/mon-espace');
    await page.locator('main li, main article').filter({ hasText: 'On demande à être reçu : Lima en visite : Bordeaux' }).getByRole('link', { name: 'Répondre' }).first().click();
    await page.waitForURL(/\/gestes\/repondre/);
    await choose('Oui, nous vous recevons');
    await send('Envoyer la réponse');
    see(await text(), 'Votre réponse est envoyée.', 'acceptée');
    await press('Corriger cette fiche');
    await fill('Premier jour', `18 mai ${year}`);
    await fill('Dernier jour', `20 mai ${year}`);
    await fill('Programme', 'Mardi : visite de la Bastide.\nMercredi : atelier sur le plan local d’urbanisme.');
    await pick('Qui reçoit, avec vous', 'bordeaux metropole', /^Bordeaux Métropole/);
    await pick('Entreprises et organismes rencontrés', 'electriciens', /Électriciens sans frontières/);
    await send('Enregistrer');
    await press('Faire avancer');
    await send('Enregistrer');
    see(await text(), 'prévue');
    equal((await readOutside(visit)).status, 404, 'la visite, avant d’être montrée');
    await press('Montrer dans l’agenda');
    await choose('Tout le monde');
    await send('Montrer');
    see((await readOutside(visit)).words, 'visite de la Bastide', 'Bordeaux Métropole', 'Électriciens sans frontières', `20 mai ${year}`);
    see((await readOutside(`/agenda/${year}-05?territoire=bordeaux`)).words, 'Lima en visite : Bordeaux');
    await become('Partenaire à Lima');
    await open(`/es${visit}`);
    see(await text(), 'Bordeaux Métropole');
    await checkSpanish(walker);
  }),
];
