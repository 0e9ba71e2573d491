import { equal, notSee, see, step } from './walk.ts';

const network = '/reseaux/so-cooperation';
const expert = 'experte@ong.example';
const lastDay = `31 décembre ${new Date().getFullYear()}`;
const bordeaux = /^Bordeaux(?! Métropole)/;

export const j4Together = [
  step('J4', 5, 'un webinaire « Répondre aux crises », une experte invitée, un membre co-organise : 1 sur 2 à 3, 0 sur 1', async ({ become, open, press, fill, choose, send, text, page, readMail, readOutside }) => {
    await become('Animatrice du réseau');
    await open(network);
    see(await text('#objectifs'), /^0\s+webinaire/m, /^0\s+réunion/m);
    await open('/rencontres');
    await press('Annoncer un rendez-vous');
    await fill('Titre', 'Répondre aux crises');
    await choose('Un webinaire');
    await fill('Quand', `${lastDay} à 10 h`);
    await choose('Prévu');
    await send('Annoncer');
    see(await text(), 'Répondre aux crises', 'prévue', 'en visioconférence');
    const webinar = new URL(page.url()).pathname;
    await press('Organiser cette rencontre');
    await press('Experts invités');
    await fill('Adresse électronique', expert);
    await fill('Prénom et nom', 'Ada Exemplaire');
    await fill('Fonction', 'Experte de l’aide d’urgence');
    await send('Inviter');
    see(await text(), 'L’invitation est partie.', 'sans réponse');
    const mail = await readMail(expert);
    see(mail, 'Répondre aux crises', 'SO Coopération');
    await page.context().clearCookies();
    await open(/https?:\/\/[^/]+(\/\S+)/.exec(mail)![1]!);
    see(await text(), 'Aucun compte n’est nécessaire');
    await send('Je viendrai');
    await become('Élue de Bordeaux');
    await open(webinar);
    await press('Proposer de co-organiser');
    await fill('Un mot', 'Bordeaux peut raconter son aide à Kharkiv.');
    await send('Proposer');
    see(await text(), 'Votre proposition est transmise aux organisateurs.');
    await become('Animatrice du réseau');
    await open(webinar);
    await press('Organiser cette rencontre');
    see(await text(), 'Bordeaux peut raconter son aide à Kharkiv.', /Experts invités\s+1 invitation/);
    await send('Accepter');
    see(await text(), 'La personne peut désormais organiser avec vous.');
    await press('Experts invités');
    see(await text(), 'viendra');
    const { words } = await readOutside(webinar);
    see(words, 'Co-organisation', 'Bordeaux');
    notSee(words, expert, 'Ada Exemplaire');
    await open(network);
    see(await text('#objectifs'), /^1\s+webinaire, sur 2 à 3 voulus/m, /^0\s+réunion en présence, sur 1 au moins/m, 'Répondre aux crises');
  }),

  step('J4', 6, 'les préoccupations sur les cofinancements deviennent un plaidoyer, co-signé, envoyé à l’AFD et au ministère', async ({ become, open, press, fill, choose, pick, send, text, page, readOutside }) => {
    const raise = async (title: string, words: string) => {
      await open('/plaidoyers');
      await press('Faire remonter une préoccupation');
      await fill('En une ligne', title);
      await fill('Ce qui vous gêne', words);
      await page.getByLabel('Le réseau qui la porterait').selectOption({ label: 'SO Coopération' });
      await choose('L’Agence française de développement');
      await choose('Le ministère');
      await send('Faire remonter');
      see(await text(), 'Votre préoccupation est écrite.');
      return new URL(page.url()).pathname;
    };
    await become('Agente de Bordeaux', bordeaux);
    const item = await raise('Cofinancer sans avancer', 'Le solde d’un cofinancement arrive longtemps après les dépenses.');
    await become('Animatrice du réseau');
    const other = await raise('Des avances trop faibles', 'Des communes renoncent à un cofinancement faute de trésorerie.');
    await open(item);
    await press('Rassembler plusieurs préoccupations');
    await pick('Les autres préoccupations qui disent la même chose', 'avances', /Des avances trop faibles/);
    await send('Rassembler');
    see(await text(), 'Les préoccupations sont rassemblées.', 'Le solde d’un cofinancement', 'faute de trésorerie');
    await open(other);
    equal(new URL(page.url()).pathname, item, 'l’ancienne adresse');
    await press('Corriger cette fiche');
    await fill('Membres qui doivent la soutenir', '2');
    await send('Enregistrer');
    await become('Agente de la Charente-Maritime');
    await open(item);
    see(await text(), '1 membre soutient sur 2 attendus');
    await send(/Charente-Maritime soutient aussi/);
    see(await text(), '2 membres soutiennent sur 2 attendus');
    await become('Animatrice du réseau');
    await open('/mon-espace');
    see(await text(), 'À rédiger et à envoyer : « Cofinancer sans avancer »');
    await open(item);
    await press('Rédiger');
    await fill('Le texte à envoyer', 'Nous demandons une avance des deux tiers.');
    await send('Enregistrer cette version');
    const today = new Date().toISOString().slice(0, 10);
    for (const target of ['l’Agence française de développement', 'le ministère']) {
      await press('Noter un envoi');
      await choose(target);
      await fill('Envoyé le', today);
      await choose('Par lettre');
      await send('Noter l’envoi');
      see(await text(), 'L’envoi est noté.');
    }
    equal((await readOutside(item)).status, 404, 'le point, avant d’être public');
    await press('Rendre public');
    await send('Rendre public');
    const { words } = await readOutside(item);
    see(words, 'une avance des deux tiers', 'Envoyé à l’Agence française de développement (AFD) par lettre', 'Envoyé au ministère de l’Europe et des affaires étrangères par lettre', 'Par : Animatrice de SO Coopération', 'Bordeaux', 'Charente-Maritime');
  }),

  step('J4', 7, 'l’annuaire : seules celles et ceux qui ont consenti ; deux membres y ouvrent un projet commun', async ({ become, open, press, fill, choose, send, text, page, readOutside }) => {
    await become('Agente de Bordeaux', bordeaux);
    await open('/personnes?q=duforestel');
    equal(await page.locator('main .sheet-list > li, main ul.sheets > li').count(), 1, 'les fiches de Pascal Duforestel');
    await press('Pascal Duforestel');
    see(await text(), 'Conseiller régional', 'Conseiller régional délégué à la coopération internationale');
    const finds = async (words: string) => {
      await open(`/personnes?q=${encodeURIComponent(words)}`);
      return text();
    };
    for (const hidden of ['Renouard', 'Baylou', 'Courant']) see(await finds(hidden), 'Nous n’avons trouvé personne');

    await become('Agente de la Charente-Maritime');
    await open('/compte/fiche');
    await fill('Prénom', 'Claude');
    await fill(/^Nom/, 'Exemplaire');
    await send('Enregistrer ma fiche');
    await fill(/^Fonction/, 'Chargée de l’international');
    equal(await page.getByLabel('Collectivité, organisation ou réseau').inputValue(), 'Département de la Charente-Maritime', 'la collectivité proposée');
    await page.getByLabel('En quelle qualité').selectOption({ label: 'Agent ou agente d’une collectivité' });
    await send('Ajouter cette fonction');
    await become('Agente de Bordeaux', bordeaux);
    see(await finds('Exemplaire'), 'Nous n’avons trouvé personne');
    await become('Agente de la Charente-Maritime');
    await open('/compte/fiche');
    await choose('Mes fonctions');
    await choose('Mon nom');
    await send('Enregistrer ma fiche');
    notSee((await readOutside('/personnes?q=exemplaire')).words, 'Claude Exemplaire');

    await become('Agente de Bordeaux', bordeaux);
    see(await finds('Exemplaire'), 'Claude Exemplaire');
    await press('Claude Exemplaire');
    await press('Ouvrir un projet commun');
    equal(await page.getByRole('checkbox', { name: 'Département de la Charente-Maritime', exact: true }).isChecked(), true, 'avec qui');
    await fill('Titre', 'Jeunes volontaires entre deux rives');
    await fill('De quoi s’agit-il', 'Accueillir ensemble des jeunes volontaires.');
    await send('Ouvrir le brouillon et inviter');
    see(await text(), 'Le brouillon est ouvert', 'Réponse attendue : Département de la Charente-Maritime.');
    const project = new URL(page.url()).pathname;
    equal((await readOutside(project)).status, 303, 'le brouillon, sans compte');

    await become('Agente de la Charente-Maritime');
    await open('/mon-espace');
    see(await text(), 'Bordeaux vous invite à un projet commun : Jeunes volontaires entre deux rives');
    await page.locator('main li, main article').filter({ hasText: 'Jeunes volontaires' }).getByRole('link', { name: 'Lire et répondre' }).first().click();
    await page.waitForURL(/\/projets-communs\//);
    await send('Oui, en être');
    see(await text(), 'Vous portez ce projet.', 'Bordeaux', 'Charente-Maritime');
    await press('Ouvrir le brouillon');
    see(await text(), 'Jeunes volontaires entre deux rives', 'Accueillir ensemble');
    await press('Corriger cette fiche');
    equal((await readOutside(project.replace('/projets-communs/', '/actions/'))).status, 404, 'le projet, avant d’être publié');
  }),
];
