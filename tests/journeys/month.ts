import { countEffort, secondsOf, tellEffort } from './effort.ts';
import { equal, see, step, type Walker } from './walk.ts';

const days = 86_400_000;
const member = 'agent-toulouse@demonstration.invalid';
const inDays = (n: number) => new Date(Date.now() + n * days).toLocaleDateString('fr-FR', { day: 'numeric', month: 'long', year: 'numeric' });

/** What others do in that month, and that is not counted. */
async function prepare({ become, open, start, press, send, fill, choose, select, page }: Walker): Promise<void> {
  await become('Animatrice du réseau');
  await start('Lancer un sondage');
  await fill('La question', 'Quel jour pour nos webinaires ?');
  await choose('Une question, une préférence, une date');
  await choose('Une seule réponse');
  await fill('Les réponses proposées', 'Le mardi\nLe jeudi');
  await choose('Tous les membres de la plateforme');
  await choose(/^Collectivité ou organisme/);
  await choose(/^Ouvert/);
  await send('Garder le brouillon');
  await press(/^Ouvrir/);
  await send(/^Ouvrir/);

  await become('Organisatrice à Cités Unies France');
  await start('Annoncer un rendez-vous');
  await fill('Titre', 'Eau potable : premiers pas');
  await choose('Un webinaire');
  await fill('Quand, aussi précisément', `${inDays(25)} à 10 h`);
  await choose('Confirmé : la date ne bougera plus');
  await fill('Une ville, une adresse', 'en ligne');
  await send('Annoncer');
  await press('Organiser cette rencontre');
  await choose('On s’inscrit sur cette page');
  await send('Enregistrer');

  await become('Porteuse de projet');
  await start('Dire un besoin ou une offre');
  await choose('cherchez quelque chose');
  await select('De quoi s’agit-il', 'Expertise');
  await fill('En une phrase', 'Un regard sur un réseau d’eau à Douala');
  await fill('En quelques lignes', 'Deux demi-journées, à distance.');
  await send('Enregistrer l’annonce');

  await become('Agent de Toulouse');
  await open('/partenariats/bordeaux-porto');
  await press('Suivre');
  await send('Suivre');
  await become('Agente de Bordeaux', /^Bordeaux(?! Métropole)/);
  await open('/partenariats/bordeaux-porto');
  await press('Corriger cette fiche');
  await page.locator('main form').getByLabel('En deux phrases').first().fill('Bordeaux et Porto échangent depuis des décennies, des écoles aux vignes.');
  await send('Enregistrer');
  await page.waitForTimeout(1_500);
}

export const month = [
  step('MOIS', 1, 'Le mois d’un membre, en moins de cinq minutes : la lettre, un sondage, une fiche, une inscription, un besoin', async (walker) => {
    await prepare(walker);
    const { site, readMail, become, text } = walker;
    // Later than the weeks of the other walks: each week has one letter.
    await site.runQueue('notifications.digests', Date.now() + 36 * days);
    const { counted, effort } = countEffort(walker);
    const { open, press, send, choose, fill } = counted;

    const letter = await readMail(member);
    see(letter, 'Bordeaux – Porto', 'une fois par semaine');
    effort.words += letter.split(/\s+/).length;
    // Once a month one signs in: an address to type, a page, then the link of a mail.
    effort.pages += 2;
    effort.fields += 1;
    effort.characters += member.length;
    await become('Agent de Toulouse');
    await open(/https?:\/\/[^/]+(\/partenariats\/\S+)/.exec(letter)![1]!);
    see(await text(), 'des écoles aux vignes');

    await open('/mon-espace');
    see(await text(), 'Voter : « Quel jour pour nos webinaires ? »');
    await press('Voter');
    await choose('Le jeudi');
    await send('Voter');
    see(await text(), /vot/i);

    await open('/mon-espace');
    await press('Les relire');
    await choose('Toulouse – Bologne');
    await send('Les fiches cochées sont toujours exactes');
    see(await text(), 'Une fiche confirmée aujourd’hui.');

    await press('Agenda');
    await press('Eau potable : premiers pas');
    await send('M’inscrire');
    see(await text(), 'Votre inscription est faite.');

    await press('Bourse');
    await press('Un regard sur un réseau d’eau à Douala');
    await press('Répondre à cette annonce');
    await fill('Votre réponse', 'Notre régie peut relire vos plans en janvier. Deux demi-journées nous vont.');
    await send('Envoyer ma réponse');
    see(await text(), 'Votre réponse est partie.');

    console.log(`    ${tellEffort(effort)}`);
    equal(secondsOf(effort) < 5 * 60, true, 'moins de cinq minutes');
  }),
];
