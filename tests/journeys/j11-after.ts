import { event, openSession, organiser } from './j11-again.ts';
import { equal, notSee, see, step } from './walk.ts';

/** What an organiser does next with these meetings, and the next edition of others. */
export const j11After = [
  step('J11', 3, 'Quelqu’un qui n’est pas nommé, un remplacement, et « Jean Marie Tetart » retrouvé', async (walker) => {
    const { become, press, send, fill, choose, select, text, page, readOutside } = walker;
    await become(organiser);
    const path = await openSession(walker, 9);
    await press('Organiser cette séance');
    await choose('intervention');
    await fill('Fonction ce jour-là', 'Traductrice de la délégation');
    await select('Qualité', 'partenaire à l’étranger');
    await send('Ajouter');
    see(await text(), 'La personne est au programme.', 'Personne non nommée', 'Traductrice de la délégation');
    await choose('intervention');
    await fill('Prénom et nom', 'Jean Marie Tetart');
    await fill('Fonction ce jour-là', 'Maire de Houdan');
    await select('Qualité', 'élu ou élue');
    await send('Ajouter');
    // He is in another session of that slot: asked once.
    const clash = page.locator('main').getByRole('checkbox', { name: 'Garder les deux rôles au même moment' });
    if (await clash.count()) {
      await clash.check();
      await send('Ajouter');
    }
    see(await text(), 'Jean Marie Tétart');
    const line = page.locator('main ul.held > li').filter({ hasText: 'Traductrice de la délégation' });
    await line.getByRole('link', { name: 'Remplacer' }).click();
    see(await text(), 'Traductrice de la délégation ne vient pas.');
    await fill('Fonction ce jour-là', 'Attaché de coopération');
    await select('Qualité', 'partenaire à l’étranger');
    await fill('Remplace', 'La traductrice de la délégation, empêchée');
    await send('Remplacer');
    see(await text(), 'Le remplacement est au programme.');
    const { words } = await readOutside(path);
    see(words, 'Jean Marie Tétart', 'Attaché de coopération', 'La traductrice de la délégation, empêchée');
    notSee(words, 'Tetart');
  }),
  step('J11', 4, 'Inscription aux séances 4 et 6, en même temps : c’est dit, et demandé une fois', async (walker) => {
    const { become, open, press, send, fill, choose, text, page } = walker;
    await become(organiser);
    await open(event);
    await press('Organiser cette rencontre');
    await press('Préparer la prochaine édition');
    await fill('Titre', 'Rencontres de l’action internationale, la suivante');
    await fill('Premier jour', '20 septembre 2027');
    await choose('Reprendre les séances, décalées aux nouveaux jours');
    await send('Créer l’édition');
    see(await text(), 'La nouvelle édition est créée.');
    const next = new URL(page.url()).pathname;
    await press('Organiser cette rencontre');
    await choose('On s’inscrit sur cette page');
    await send('Enregistrer');
    await become('Agent de Toulouse');
    await open(next);
    await send('M’inscrire');
    see(await text(), 'Votre inscription est faite.');
    await choose(/^4\. /);
    await choose(/^6\. /);
    await send('Enregistrer mes séances');
    see(await text(), 'Séance 4 : cette séance a lieu en même temps que la séance 6. Garder les deux ?');
    equal(await page.getByRole('checkbox', { name: /^[46]\. /, checked: true }).count(), 2, 'ce qui était coché');
    await choose('Oui, garder les deux');
    await send('Enregistrer mes séances');
    see(await text(), 'Vos séances sont enregistrées.');
  }),
  step('J11', 5, 'Le compte rendu de la séance 2 est publié, daté, avec sa note de contexte ; le texte n’a pas changé', async (walker) => {
    const { become, press, send, fill, choose, text, page, readOutside } = walker;
    const said = 'Le groupe prépare les assises de 2024. Quatre thèmes sont pressentis.';
    await become(organiser);
    const path = await openSession(walker, 2);
    await press('Écrire le compte rendu');
    await choose('Partie');
    await fill('Titre', 'Ce qui se prépare');
    await send('Ajouter et écrire');
    await fill(/^Texte/, said);
    await send(/^Enregistrer$/);
    await send('Publier le compte rendu');
    see(await text(), 'Le compte rendu est publié.');
    equal(new URL(page.url()).pathname, path, 'la page de la séance');
    const before = await page.locator('main').getByText(said).count();
    await press('Erratum, note ou suites');
    await press('Ajouter');
    await choose('Une note de contexte');
    await fill(/^Texte/, 'Cette séance s’est tenue avant le 7 octobre 2023.');
    await send('Ajouter');
    see(await text(), 'La note est ajoutée, sans toucher au texte.');
    const { words } = await readOutside(path);
    see(words, said, 'Cette séance s’est tenue avant le 7 octobre 2023.', 'Organisatrice des rencontres', /18 septembre 2023/);
    equal([before, await page.locator('main').getByText(said).count()], [1, 1], 'le texte du compte rendu');
    // Nobody alters it any more: the way to write in it is closed.
    await press('Erratum, note ou suites');
    equal(await page.locator('main').getByRole('link', { name: /^Écrire/ }).count(), 0, 'des liens pour écrire');
  }),
  step('J11', 7, 'La présidente du groupe-pays annonce l’édition suivante à Shizuoka, trois thèmes encore ouverts, aux deux heures', async ({ become, open, start, press, send, fill, choose, text, page, readOutside }) => {
    await open('/rencontres/rencontres-franco-japonaises-8');
    see(await text(), /18\b.*\b21 novembre 2024/s, 'Shizuoka : 8 heures de plus qu’à Paris', 'Les thèmes étaient encore à préciser.', 'S’est-elle tenue ?');
    await become('Présidente du groupe-pays Japon');
    await start('Annoncer un rendez-vous');
    await fill('Titre', '9es Rencontres franco-japonaises');
    await choose('Une rencontre, un forum, un colloque');
    await fill('Quand, aussi précisément', '18-21 novembre 2027 à 10 h');
    await choose('Prévu : la décision est prise');
    await fill('Une ville, une adresse', 'Shizuoka');
    await page.getByText('Choisir des thèmes').click();
    for (const theme of ['Économie', 'Société inclusive', 'Environnement']) await page.getByRole('checkbox', { name: theme, exact: true }).check();
    await choose('Ces thèmes peuvent encore changer');
    await send('Annoncer');
    see(await text(), 'Groupe-pays Japon', '8 heures de plus qu’à Paris', 'Les thèmes restent à préciser.', 'Société inclusive');
    const path = new URL(page.url()).pathname;
    await press('Organiser cette rencontre');
    await fill('Numéro de l’édition', '9');
    await send('Enregistrer');
    const agenda = (await readOutside('/agenda/2027-11')).words;
    see(agenda, '9es Rencontres franco-japonaises', /10 h à Shizuoka, 2 h à Paris/);
    see((await readOutside(path)).words, '9e édition');
    for (const [slug, words] of [['rencontres-franco-argentines-4', 'envisagée'], ['assises-france-israel-2024', 'envisagée']] as const) see((await readOutside(`/rencontres/${slug}`)).words, words);
  }),
];
