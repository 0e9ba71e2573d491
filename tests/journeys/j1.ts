import { equal, notSee, see, step } from './walk.ts';

const question = '/observatoire?genre=partenariat&territoire=bordeaux';
interface Answer {
  total: number;
  items: { title: string; url: string }[];
}

export const j1 = [
  step('J1', 1, 'se connecter : agir pour la Ville ou pour Bordeaux Métropole, et le choix se lit sur chaque page', async ({ become, open, text, send, page }) => {
    await become('Agente de Bordeaux');
    equal(new URL(page.url()).pathname, '/compte/mandats', 'la page après « Essayer »');
    const offered = await page.locator('main').getByRole('button').locator('visible=true').allInnerTexts();
    equal(offered.map((one) => one.split('\n')[0]), ['Bordeaux', 'Bordeaux Métropole'], 'les deux collectivités');
    await send(/^Bordeaux Métropole/);
    for (const path of ['/', '/partenariats/bordeaux-lima', '/mon-espace', '/recherche?q=lima', '/reseaux']) {
      await open(path);
      see(await text('header'), /pour\s+Bordeaux Métropole/);
    }
    await open('/compte/mandats');
    await send(/^Bordeaux(?! Métropole)/);
    await open('/partenariats');
    see(await text('header'), /pour\s+Bordeaux(?! Métropole)/);
  }),
  step('J1', 2, 'Les partenariats de Bordeaux : 21, dont 13 jumelages et 8 accords ; ni Cuba ni Comodoro Rivadavia', async ({ open, text, json, become }) => {
    await open(question);
    const page = await text();
    see(page, /21\s+partenariats/, /13/, /8/, 'Ashdod', 'Lima', 'Riga');
    const answer = await json<Answer>(`/observatoire.json${question.slice(question.indexOf('?'))}`);
    equal(answer.total, 21, 'total du JSON');
    notSee(answer.items.map((item) => item.title).join(), 'Cuba', 'Comodoro', 'Nouakchott');
    for (const [type, n] of [['jumelage', 13], ['accord-de-cooperation', 8]] as const) {
      equal((await json<Answer>(`/observatoire.json?genre=partenariat&territoire=bordeaux&type=${type}`)).total, n, type);
    }
    await become('Agente de Bordeaux', /^Bordeaux(?! Métropole)/);
    await open('/territoires/bordeaux');
    see(await text(), /^21 partenariats publiés/m);
  }),
  step('J1', 3, 'Chercher « Ashod » puis « Saint Petersburg » : Ashdod et Saint-Pétersbourg sont trouvés', async ({ open, text, page }) => {
    for (const [typed, found] of [['Ashod', 'Ashdod'], ['Saint Petersburg', 'Saint-Pétersbourg']] as const) {
      await open('/');
      await page.getByRole('searchbox').first().fill(typed);
      await page.getByRole('searchbox').first().press('Enter');
      await page.waitForURL(/\/recherche\?/);
      see(await text(), found);
    }
  }),
  step('J1', 4, 'Bamako : 2000 et 1999 avec leurs sources, « à confirmer » ; une note tranche, l’autre année reste dans l’historique', async ({ become, open, text, press, choose, fill, send, page, readOutside }) => {
    const bamako = '/partenariats/bordeaux-bamako';
    await open(bamako);
    see(await text(), '2000', '1999', 'l. 55', 'l. 74', /à confirmer/i);
    await press(/Voir ce qui est à confirmer/);
    see(await text('#x002'), '2000', '1999', 'Bamako');
    equal(new URL(page.url()).pathname, '/a-confirmer', 'adresse');
    await become('Agente de Bordeaux', /^Bordeaux(?! Métropole)/);
    await open(bamako);
    await press('Trancher entre deux valeurs');
    await choose(/^1999/);
    await send('Retenir cette valeur');
    see(await text(), /à reprendre/);
    await fill('Pourquoi', 'La convention signée est datée de 1999.');
    await send('Retenir cette valeur');
    see(await text(), 'C’est tranché', 'La convention signée est datée de 1999.');
    await press('Historique');
    see(await text(), '1999', '2000', 'Agente des relations internationales', 'pour Bordeaux');
    const { words } = await readOutside(bamako);
    see(words, 'démarré en 1999', '1999 a été retenu. Un autre texte donnait 2000', '1999 Actif');
    notSee(words, 'démarré en 2000', '2000 Actif');
  }),
  step('J1', 5, 'publier Casablanca sans dire ce que les habitants y gagnent : refusé clairement ; écrit, c’est publié', async ({ become, open, text, press, choose, fill, send, page, readOutside }) => {
    const casablanca = '/partenariats/bordeaux-casablanca';
    await become('Agente de Bordeaux', /^Bordeaux(?! Métropole)/);
    await open(casablanca);
    await press('Corriger cette fiche');
    await choose('Nous seuls : c’est un brouillon');
    await send('Enregistrer');
    equal((await readOutside(casablanca)).status, 404, 'un brouillon, vu sans compte');
    await press('Corriger cette fiche');
    await choose('Tout le monde');
    await fill('En deux phrases', 'Une phrase qui ne doit pas se perdre.');
    await send('Enregistrer');
    see(await text(), 'Dites d’abord ce que les habitants y gagnent, au moins d’un côté');
    equal(await page.getByLabel('En deux phrases', { exact: true }).inputValue(), 'Une phrase qui ne doit pas se perdre.', 'ce qui était écrit');
    equal((await readOutside(casablanca)).status, 404, 'refusé, vu sans compte');
    await fill('Pour les habitants d’ici', 'Des lycéens des deux villes tiennent ensemble un journal.');
    await send('Enregistrer');
    const published = await readOutside(casablanca);
    equal(published.status, 200, 'publié, vu sans compte');
    see(published.words, 'Des lycéens des deux villes tiennent ensemble un journal.');
  }),
  step('J1', 6, 'Casablanca et Ramallah : Bordeaux et Toulouse sur chacune', async ({ open, text }) => {
    for (const territory of ['casablanca', 'ramallah']) {
      await open(`/territoires/${territory}`);
      see(await text(), 'Bordeaux', 'Toulouse');
    }
  }),
  step('J1', 7, 'changer le nom d’un territoire pour les pages de Bordeaux : les autres gardent le leur', async ({ become, open, press, pick, fill, send, text, readOutside }) => {
    await become('Agente de Bordeaux', /^Bordeaux(?! Métropole)/);
    await open('/territoires/bordeaux');
    await press('Choisir comment un pays ou un territoire est nommé');
    await pick('Ou un territoire', 'Ramallah', /^Ramallah/);
    await fill('Nom', 'Ramallah-la-Jumelle');
    await send('Utiliser ce nom');
    see(await text(), 'Ramallah-la-Jumelle');
    see((await readOutside('/territoires/bordeaux')).words, 'Ramallah-la-Jumelle');
    for (const path of ['/territoires/toulouse', '/partenariats/toulouse-ramallah']) {
      const { words } = await readOutside(path);
      see(words, 'Ramallah');
      notSee(words, 'Ramallah-la-Jumelle');
    }
    await open('/territoires/ramallah');
    see(await text('h1'), /^Ramallah$/m);
  }),
  step('J1', 8, 'La carte a sa liste, par zone ; un partenaire sans coordonnées est listé', async ({ open, text, page }) => {
    await open(question);
    const list = await text();
    see(list, 'Europe', 'Afrique', 'Asie', 'Amériques', 'Bristol', 'Douala', 'Wuhan', 'Québec');
    see((await page.locator('main svg title').first().textContent()) ?? '', /\S/);
    const rows = await page.locator('main table tbody tr', { hasText: /Jumelage|Accord de coopération/ }).count();
    equal(rows, 21, 'lignes de la liste');
    await open('/observatoire?genre=partenariat&territoire=houdan');
    see(await text(), 'Pas encore sur la carte', 'Bailar');
  }),
];
