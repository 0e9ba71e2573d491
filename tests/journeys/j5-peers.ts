import { equal, notSee, see, step, type Walker } from './walk.ts';

const commune = 'agent-commune@demonstration.invalid';
const days = 86_400_000;
const dayAhead = (n: number) => new Date(Date.now() + n * days).toLocaleDateString('fr-FR', { day: 'numeric', month: 'long', year: 'numeric' });
const inDays = (n: number) => Date.now() + n * days;

const mailsTo = async ({ site }: Walker, recipient: string) =>
  (await site.db!.selectFrom('mails').select('subject').where('recipient', '=', recipient).where('kind', '<>', 'sign-in').execute()).length;

/** What the workers write in turn is there when the page is asked for. */
async function waitFor(found: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 50 && !(await found()); turn += 1) await new Promise((resolve) => setTimeout(resolve, 100));
}

const told = ({ site }: Walker, mail: string, name: string) => async () =>
  (await site.db!.selectFrom('notifications').innerJoin('events', 'events.id', 'event_id').innerJoin('accounts', 'accounts.id', 'notifications.account_id').select('events.name')
    .where('mail', '=', mail).where('events.name', 'like', name).where('mailed_at', 'is', null).execute()).length > 0;

const tick = ({ page }: Walker, theme: string, box: string) => page.locator('main fieldset').filter({ has: page.getByText(theme, { exact: true }) }).getByLabel(box, { exact: true }).first().check();

/** J5 goes on: a commune that has its sheet, among its peers. */
export const j5Peers = [
  step('J5', 3, '« Première action extérieure » : les textes avec « à vérifier », les compétences, les niveaux, les moyens', async ({ become, open, press, text, page }) => {
    await become('Agente d’une commune');
    await open('/mon-espace');
    await press('Première action extérieure');
    const read = await text();
    see(read, 'Le cadre juridique', 'L. 1115-1', 'Les compétences et les niveaux', 'Commune.', 'Département.', 'Région.', /moyens/i, 'Aucun partenariat n’est demandé');
    const laws = page.locator('#cadre ul > li, #cadre ol > li');
    equal(await laws.filter({ hasNotText: /à vérifier|vérifié par/i }).count(), 0, 'des textes dont rien ne dit s’ils sont vérifiés');
    equal((await laws.count()) >= 8, true, 'les textes cités');
    await press('Tous les textes de référence');
    see(await text(), 'Article 73 de la Constitution');
  }),
  step('J5', 4, 'une question à ses pairs ; la réponse arrive dans la lettre de la semaine', async (walker) => {
    const { become, open, press, send, fill, text, readMail, page, site } = walker;
    await become('Agente d’une commune');
    await open('/mon-espace');
    await press('Poser une question');
    await fill('Votre question en une phrase', 'Par quoi commencer quand on a deux jours par mois ?');
    await fill('Ce qu’il faut savoir pour vous répondre', 'Nous sommes 4 700 habitants, sans service dédié.');
    await send('Poser la question');
    see(await text(), 'Votre question est posée.');
    const question = new URL(page.url()).pathname;
    await become('Agent de Toulouse');
    await open('/mon-espace');
    await press('Par quoi commencer quand on a deux jours par mois ?');
    equal(new URL(page.url()).pathname, question, 'la question');
    notSee(await text(), 'Agente d’une commune,');
    await fill('Votre réponse', 'Par une école et une association : elles ont déjà des liens.');
    await send('Envoyer');
    see(await text(), 'Votre message est envoyé.');
    await waitFor(told(walker, commune, '%'));
    await site.runQueue('notifications.digests', inDays(8));
    const digest = await readMail(commune);
    see(digest, 'Par quoi commencer', 'une fois par semaine');
    await become('Agente d’une commune');
    await open(new URL(/https?:\S+\/discussions\/\S+/.exec(digest)![0]).pathname);
    await send('Retenir cette réponse');
    see(await text(), 'La réponse est retenue.', 'Par une école et une association');
  }),
  step('J5', 5, 'une actualité, un besoin, une offre d’emploi ; chacune s’arrête à sa date', async (walker) => {
    const { become, open, start, send, fill, choose, select, text, page, readOutside, site } = walker;
    const published: Record<string, string> = {};
    await become('Agente d’une commune');
    await start('Publier une actualité');
    await fill('Titre', 'Bazas cherche ses mots d’ailleurs');
    await fill('En quelques lignes', 'La médiathèque recueille les langues parlées dans la commune.');
    await fill('À la une jusqu’au', dayAhead(20));
    await send('Enregistrer l’actualité');
    published['/actualites'] = new URL(page.url()).pathname;
    await start('Dire un besoin ou une offre');
    await choose('cherchez quelque chose');
    await select('De quoi s’agit-il', 'Expertise');
    await fill('En une phrase', 'Une demi-journée pour préparer un premier échange scolaire');
    await fill('En quelques lignes', 'Le collège est prêt, la commune n’a jamais conventionné.');
    await fill('Fin de l’annonce', dayAhead(21));
    await send('Enregistrer l’annonce');
    published['/bourse'] = new URL(page.url()).pathname;
    await start('Publier une offre d’emploi');
    await fill('Titre', 'Volontaire en service civique, jumelages');
    await fill('Lieu de travail', 'Bazas');
    await select('Contrat', 'Service civique');
    await fill('Le poste', 'Huit mois pour préparer le premier échange.');
    await fill('Date limite', dayAhead(22));
    await send('Enregistrer l’offre');
    published['/offres-d-emploi'] = new URL(page.url()).pathname;
    for (const [list, path] of Object.entries(published)) {
      equal((await readOutside(path)).status, 200, path);
      see(`${(await readOutside(list)).words} `, path === published['/bourse'] ? 'Une demi-journée' : path === published['/actualites'] ? 'Bazas cherche ses mots' : 'Volontaire en service civique');
    }
    for (const queue of ['news.expiries', 'exchange.expiries']) await site.runQueue(queue, inDays(30));
    see((await readOutside(published['/actualites']!)).words, 'Actualité passée');
    see((await readOutside(published['/bourse']!)).words, 'échue', 'elle ne reçoit plus de réponse');
    see((await readOutside(published['/offres-d-emploi']!)).words, /close/);
    notSee((await readOutside('/actualites')).words, 'Bazas cherche ses mots');
    notSee((await readOutside('/bourse')).words, 'Une demi-journée');
    notSee((await readOutside('/offres-d-emploi')).words, 'Volontaire en service civique');
    await become('Agent de Toulouse');
    await open(published['/bourse']!);
    equal(await page.getByRole('link', { name: 'Répondre à cette annonce' }).count(), 0, 'un bouton pour répondre');
    see(await text(), 'Bazas');
  }),
  step('J5', 6, 'une mise en relation acceptée : les coordonnées ne passent qu’après les deux oui', async (walker) => {
    const { become, open, press, send, fill, text, page, site } = walker;
    const bordeaux = 'agent-bordeaux@demonstration.invalid';
    await become('Agente d’une commune');
    await open('/rapprochements');
    await press('Répondre au recensement');
    await tick(walker, 'Mobilité des jeunes', 'Cherche');
    await send('Envoyer notre réponse');
    await become('Agente de Bordeaux', /^Bordeaux(?! Métropole)/);
    await open('/recensement');
    await tick(walker, 'Mobilité des jeunes', 'Peut apporter');
    await send('Envoyer notre réponse');
    await site.runQueue('matching.refresh');
    await open('/rapprochements');
    const card = page.locator('main li.match').filter({ has: page.getByRole('heading', { name: 'Bazas' }) });
    see(await card.innerText(), 'Mobilité des jeunes');
    await card.getByRole('link', { name: 'Demander à être présentés' }).click();
    await fill('De quoi voulez-vous parler', 'D’un premier échange scolaire que nous pourrions accompagner.');
    await send('Demander à être présentés');
    const asked = new URL(page.url()).pathname;
    notSee(await text(), commune, 'Agente d’une commune');
    await become('Agente d’une commune');
    await open('/mon-espace');
    const waiting = await text();
    see(waiting, 'Bordeaux demande à être présenté', 'D’un premier échange scolaire');
    notSee(waiting, bordeaux, 'Agente de Bordeaux');
    await send('Oui, nous présenter');
    equal(new URL(page.url()).pathname, asked, 'la mise en relation');
    see(await text(), 'Vous êtes en relation avec Bordeaux.', bordeaux);
    await press('Ouvrir la conversation');
    see(await text(), 'Mise en relation');
    await fill('Votre réponse', 'Merci. Le collège peut vous recevoir en janvier.');
    await send('Envoyer');
    await become('Agente de Bordeaux', /^Bordeaux(?! Métropole)/);
    await open(asked);
    see(await text(), commune);
    await press('Ouvrir la conversation');
    await fill('Votre réponse', 'Avec plaisir : le 14 janvier ?');
    await send('Envoyer');
  }),
  step('J5', 7, 'un courriel par semaine, et un seul', async (walker) => {
    const { become, open, press, send, choose, fill, text, page, site } = walker;
    await become('Agente d’une commune');
    await open('/mon-espace');
    await press('Modifier');
    await choose(/semaine/i);
    await send('Enregistrer');
    await open('/questions');
    await press('Par quoi commencer quand on a deux jours par mois ?');
    const question = new URL(page.url()).pathname;
    await waitFor(told(walker, commune, 'discussion%'));
    const answerFromToulouse = async (words: string) => {
      await become('Agent de Toulouse');
      await open(question);
      await fill('Votre réponse', words);
      await send('Envoyer');
      see(await text(), 'Votre message est envoyé.');
      await waitFor(told(walker, commune, '%'));
    };
    const before = await mailsTo(walker, commune);
    await answerFromToulouse('Et par un élu qui y croit.');
    for (let day = 9; day < 16; day += 1) await site.runQueue('notifications.digests', inDays(day));
    equal((await mailsTo(walker, commune)) - before, 1, 'les courriels de la première semaine');
    await answerFromToulouse('Nous pouvons vous recevoir une demi-journée.');
    for (let day = 16; day < 23; day += 1) await site.runQueue('notifications.digests', inDays(day));
    equal((await mailsTo(walker, commune)) - before, 2, 'les courriels des deux semaines');
  }),
];
