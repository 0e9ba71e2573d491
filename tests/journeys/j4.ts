import { readFileSync } from 'node:fs';
import { countEffort, secondsOf, tellEffort } from './effort.ts';
import { equal, notSee, see, step, type Walker } from './walk.ts';

const phone = { width: 360, height: 740 };
const launch = readFileSync('tests/support/lancement-2022.csv');
const title = 'Lancement de la plateforme régionale';
const name = 'Club néo-aquitain de l’AECT';
const poll = '/sondages/quel-nom-pour-notre-espace-commun';
const network = '/reseaux/so-cooperation';
const nineThemes = ['Économie circulaire', 'Transition écologique', 'Réponse aux crises', 'Cofinancements', 'Mise en œuvre des coopérations', 'Égalité femmes-hommes', 'Plaidoyer', 'Mutualisation', 'Mobilité des jeunes'];

/** The page says this sooner or later: the work is done outside requests. */
const waitFor = async ({ page, text }: Walker, ...wanted: (string | RegExp)[]) => {
  for (let turn = 0; turn < 60; turn++) {
    const said = await text();
    if (wanted.every((one) => (typeof one === 'string' ? said.includes(one) : one.test(said)))) return;
    await page.waitForTimeout(250);
    await page.reload();
  }
  see(await text(), ...wanted);
};

const countPeople = (words: string) => Number(/(\d+) personnes/.exec(words)?.[1]);

/** The members of the network that this journey needs, brought in by the animator. */
const bringMembers = async (walker: Walker) => {
  const { open, press, fill, send, text, page } = walker;
  await open('/animation');
  await press('Apporter une liste de membres');
  equal(await page.getByLabel('Réseau', { exact: true }).locator('option:checked').innerText(), 'SO Coopération', 'le réseau proposé');
  await fill('Ou collez les lignes ici', 'Collectivité\nMairie de Bordeaux\nCD Charente-Maritime\nConseil Général de la Charente Maritime\nAtlantide');
  await send('Voir ce que devient chaque ligne');
  see(await text(), 'Rien n’est encore écrit', 'Dit à la ligne 3', 'Aucune structure connue ne porte ce nom.');
  await send('Écrire 1 ligne');
  await waitFor(walker, 'La liste est lue');
};

export const j4 = [
  step('J4', 1, 'la liste du 1er avril 2022 : 36 personnes, 7 élus, 13 collectivités (11 réunies), rien de public', async (walker) => {
    const { become, open, press, fill, choose, send, text, page, readOutside } = walker;
    const before = countPeople((await readOutside('/personnes')).words);
    await become('Animatrice du réseau');
    await open('/rencontres');
    await press('Annoncer un rendez-vous');
    await fill('Titre', title);
    await choose('Une réunion');
    await fill('Quand', '1er avril 2022');
    await choose('C’est passé');
    await fill('Une ville, une adresse', 'Bordeaux');
    await send('Annoncer');
    see(await text(), title, '1er avril 2022', 'tenue');
    const meeting = new URL(page.url()).pathname;
    await press('Apporter une liste (CSV ou Excel)');
    await page.getByLabel('Fichier CSV ou Excel').setInputFiles({ name: 'liste-des-presents.csv', mimeType: 'text/csv', buffer: launch });
    await send('Voir ce que devient chaque ligne');
    see(await text(), 'Rien n’est encore écrit', '36 personnes, dont 7 élus, pour 13 collectivités');
    const spellings = await page.locator('main tr').filter({ hasText: /reconnue.:.Département de la Charente-Maritime/ }).allInnerTexts();
    equal(spellings.length, 4, 'les lignes de la Charente-Maritime');
    equal(new Set(spellings.map((line) => /((?:Conseil|Dép)\S+ .*?Charente.Maritime) reconnue/.exec(line)?.[1])).size, 3, 'ses graphies');
    see((await page.locator('main tr').filter({ hasText: 'BAYLOU' }).innerText()).replace(/\s+/g, ' '), 'Catherine BAYLOU', 'À écrire, puis à compléter. La structure n’est pas dite.');
    await send('Écrire 36 lignes');
    await waitFor(walker, 'La liste est lue', 'Une ligne à revoir');
    const list = new URL(page.url()).pathname;
    equal((await readOutside(list)).status, 303, 'la liste, sans compte');
    await open(`${meeting}/organiser/presence`);
    see(await text(), '36 personnes présentes, 7 élus, 13 collectivités');
    await press('Réunir une ville et l’intercommunalité qui porte son nom');
    see(await text(), '36 personnes présentes, 7 élus, 11 collectivités', 'Bordeaux Métropole');
    const outside = (await readOutside(meeting)).words;
    see(outside, /36 personnes/, /7 élus/, /13 collectivités/, /11 si l’on réunit/);
    for (const path of [meeting, '/personnes?q=renouard', '/recherche?q=baylou']) notSee((await readOutside(path)).words, 'Baylou', 'BAYLOU', 'Léonie', 'Courant');
    equal(countPeople((await readOutside('/personnes')).words), before, 'les personnes que tout le monde lit');
    await become('Agent de Toulouse');
    equal((await page.goto(walker.site.base + list))?.status(), 404, 'la liste, pour un autre membre');
    await become('Animatrice du réseau');
    await bringMembers(walker);
    await open('/animation/membres');
    see(await text(), 'Bordeaux', 'Département de la Charente-Maritime');
  }),

  step('J4', 2, 'le vote sur le nom : un bulletin par membre, le résultat à la clôture, le nom adopté partout', async ({ become, open, press, fill, choose, send, text, page, readOutside, site }) => {
    await become('Animatrice du réseau');
    await open('/sondages');
    await press('Faire choisir le nom de la plateforme');
    equal(await page.getByLabel('Les réponses proposées').inputValue(), 'Espace\nForum\nPlateforme\nClub\nRéseau néo-aquitain de l’AECT', 'les noms proposés');
    await fill('La question', 'Quel nom pour notre espace commun ?');
    await send('Garder le brouillon');
    await press('Ouvrir le vote');
    await send('Ouvrir le vote');
    see(await text(), 'Le vote est ouvert.');
    const ballot = async (persona: string, body: RegExp | undefined, answer: string | RegExp, other?: string) => {
      await become(persona, body);
      await open('/mon-espace');
      await page.locator('main a', { hasText: 'Voter' }).first().click();
      await page.waitForURL(/\/sondages\//);
      await choose(answer);
      if (other) await fill('Votre autre réponse', other);
      await send('Voter');
      see(await text(), 'Votre vote est compté.');
      notSee(await text(), 'En tête');
    };
    await ballot('Agente de Bordeaux', /^Bordeaux(?! Métropole)/, 'Club');
    await become('Élue de Bordeaux');
    await open(poll);
    see(await text(), 'Une ville vote une fois. Votre collègue a voté aujourd’hui.');
    equal(await page.getByRole('button', { name: 'Voter' }).count(), 0, 'un second bulletin pour Bordeaux');
    await ballot('Agente de la Charente-Maritime', undefined, 'Une autre réponse', 'Agora');
    await ballot('Agent de Toulouse', undefined, 'Club');
    await become('Animatrice du réseau');
    await open(poll);
    see(await text(), '3 ont voté sur');
    await press('Clore le vote');
    await send('Clore et compter');
    see(await text(), 'En tête : « Club ».', 'Agora');
    await press('Adopter ce nom');
    await fill('Le nom à adopter', name);
    await page.locator('main form').getByRole('button', { name: /Adopter|Envoyer ma proposition/ }).click();
    await page.waitForLoadState('domcontentloaded');
    notSee((await readOutside('/')).words, name);
    await become('Administrateur');
    await open('/mon-espace');
    await page.locator('main li, main article').filter({ hasText: 'Quel nom pour notre espace commun' }).getByRole('link', { name: 'Lire et répondre' }).first().click();
    await page.waitForURL(/\/propositions\//);
    await send(/^Accepter/);
    await page.context().clearCookies();
    for (const path of ['/', '/agenda', '/en/sondages', '/es', '/reseaux', '/connexion', '/page-qui-n-existe-pas', '/fiches/partenariat/bordeaux-porto/historique']) {
      await page.goto(site.base + path);
      see(await page.title(), name);
      see(await text('header.top'), name);
      notSee(await text(), 'Jumelles');
    }
    for (const path of ['/agenda.ics', '/nouveautes.atom']) see(await (await page.request.get(site.base + path)).text(), name);
  }),

  step('J4', 3, 'le recensement des neuf thèmes : répondu depuis le courriel, sur un téléphone, en moins de deux minutes', async (walker) => {
    const { become, open, press, send, text, page, readMail } = walker;
    await become('Animatrice du réseau');
    await open(network);
    await press('Recensement des thèmes');
    await send('Ouvrir et écrire aux membres');
    see(await text(), 'Le recensement est ouvert.');
    await page.context().clearCookies();
    await page.setViewportSize(phone);
    let mail = '';
    for (let turn = 0; turn < 40 && !mail.includes('/recensement/lien/'); turn++) {
      if (turn) await page.waitForTimeout(250);
      mail = await readMail('agente-charente-maritime@demonstration.invalid').catch(() => '');
    }
    see(mail, name, 'Deux minutes');
    const { counted, effort } = countEffort(walker);
    await counted.open(/\/recensement\/lien\/\S+/.exec(mail)![0]);
    equal((await page.locator('main ol.census-themes').first().locator('legend').allInnerTexts()).map((legend) => legend.replace(/\s*d’après vos fiches/, '').trim()), nineThemes, 'les neuf thèmes');
    equal((await page.evaluate(() => document.documentElement.scrollWidth)) <= phone.width, true, 'rien ne dépasse de l’écran');
    for (const [theme, side] of [['Cofinancements', 'Cherche'], ['Mobilité des jeunes', 'Cherche'], ['Mutualisation', 'Peut apporter']] as const) {
      effort.choices += 1;
      await page.locator('main fieldset').filter({ has: page.locator('legend', { hasText: theme }) }).getByRole('checkbox', { name: side }).check();
    }
    await counted.send('Envoyer notre réponse');
    see(await text(), 'Merci, c’est noté');
    console.log(`    ${tellEffort(effort)}`);
    equal(secondsOf(effort) < 120, true, 'moins de deux minutes');
    await become('Élue de Bordeaux');
    await open('/mon-espace');
    await page.locator('main li, main article').filter({ hasText: 'vous demande vos thèmes' }).getByRole('link', { name: 'Répondre' }).first().click();
    await page.waitForURL(/\/recensement$/);
    const box = (theme: string, side: string) => page.locator('main fieldset').filter({ has: page.locator('legend', { hasText: theme }) }).getByRole('checkbox', { name: side });
    await box('Cofinancements', 'Peut apporter').check();
    await box('Mobilité des jeunes', 'Cherche').check();
    await send('Envoyer notre réponse');
    await become('Animatrice du réseau');
    await open(`${network}/recensement`);
    see(await text(), /2\s+réponses/, /Cofinancements\s+1\s+1/);
  }),

  step('J4', 4, 'les paires proposées, chacune avec ses thèmes, qui cherche et qui apporte', async (walker) => {
    const { become, open, press, text, page, site } = walker;
    await site.runQueue('matching.refresh');
    await become('Animatrice du réseau');
    await open(network);
    await press('Rapprochements à relire');
    const pair = (await page.locator('main li.match').filter({ hasText: 'Charente-Maritime' }).filter({ hasText: 'Bordeaux' }).first().innerText()).replace(/[\u00a0\u202f]/g, ' ');
    see(pair, 'Charente-Maritime cherche, Bordeaux peut apporter : Cofinancements', 'Les deux cherchent : Mobilité des jeunes', 'points en tout');
    for (const one of await page.locator('main ol.matches > li.match').all()) equal((await one.locator('.match-reasons li').count()) > 0, true, 'une paire sans raison');
    see(await text(), 'Proposer n’engage personne');
  }),
];
