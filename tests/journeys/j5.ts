import { j5Peers } from './j5-peers.ts';
import { equal, notSee, see, step } from './walk.ts';

const phone = { width: 360, height: 740 };

export const j5 = [
  step('J5', 1, 'trouver sa commune, demander à la tenir ; l’animatrice accepte, l’agente est prévenue', async ({ become, open, fill, send, press, choose, text, readMail }) => {
    await become('Agente d’une commune');
    await open('/mon-espace');
    await press('Tenir la page de ma collectivité');
    await fill(/^Le nom, le code postal/, 'Bazas');
    await send('Chercher');
    see(await text(), 'code Insee 33036', 'Personne ne tient encore cette fiche.');
    await press(/^Tenir cette fiche/);
    await choose('Agent');
    await fill('Votre fonction', 'Secrétaire générale de mairie');
    await send('Continuer');
    await fill('Votre mot', 'Le standard de la mairie me passe vos appels.');
    await send('Continuer');
    await send('Envoyer la demande');
    see(await text(), 'Votre demande pour Bazas est envoyée.', 'En attente de réponse');
    await become('Animatrice du réseau');
    await open('/mon-espace');
    see(await text(), 'Une demande pour tenir la fiche de Bazas');
    await press('Lire et répondre');
    see(await text(), 'Secrétaire générale de mairie', 'Le standard de la mairie');
    await choose(/^Accepter/);
    await send('Répondre');
    see(await text(), 'La demande pour Bazas est acceptée.');
    see(await readMail('agent-commune@demonstration.invalid'), 'Vous tenez la fiche de Bazas', '/fiches/territoire/bazas/modifier', 'Aucun partenariat n’est demandé');
    await become('Agente d’une commune');
    await open('/mon-espace');
    see(await text(), 'La fiche de Bazas vous attend');
  }),
  step('J5', 2, 'sur un téléphone : présentation, contact, trois thèmes, et aucun partenariat demandé', async ({ become, open, press, send, fill, choose, text, page, readOutside }) => {
    await page.setViewportSize(phone);
    await become('Agente d’une commune');
    await open('/mon-espace');
    const box = page.locator('main li, main article, main section').filter({ hasText: 'La fiche de Bazas vous attend' });
    if (await box.getByRole('button', { name: 'Compléter la fiche' }).count()) await send('Compléter la fiche');
    else await press('Compléter la fiche');
    equal(new URL(page.url()).pathname, '/fiches/territoire/bazas/modifier', 'le formulaire');
    notSee(await text('main form'), /partenariat.*\(obligatoire\)/i, 'Partenaire');
    equal(await page.locator('main form').getByText('(obligatoire)').count(), 0, 'des questions obligatoires');
    equal(await page.evaluate(() => document.documentElement.scrollWidth), phone.width, 'la largeur de la page');
    await fill('Présentation', 'Bazas, sa cathédrale, et l’envie de s’ouvrir au monde.');
    await page.getByText('Choisir des thèmes').click();
    for (const theme of ['Jeunesse', 'Culture et arts', 'Eau et assainissement']) await page.getByRole('checkbox', { name: theme, exact: true }).check();
    await fill('Service', 'Vie associative et jumelages');
    await fill('Adresse électronique', 'jumelages@bazas.example');
    await choose(/^Publier ce contact/);
    await send('Enregistrer');
    see(await text(), 'C’est enregistré.');
    const { words } = await readOutside('/territoires/bazas');
    see(words, 'Bazas, sa cathédrale', 'Vie associative et jumelages', 'jumelages@bazas.example', 'Jeunesse', 'Eau et assainissement');
    await open('/mon-espace');
    notSee(await text(), 'La fiche de Bazas vous attend');
  }),
  ...j5Peers,
];
