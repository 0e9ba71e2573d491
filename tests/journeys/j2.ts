import { equal, notSee, see, step, type Walker } from './walk.ts';

const strategy = '/strategies/bordeaux-2020-2026';

const tellStrand = async ({ open, press, page, choose, fill, send, text }: Walker, strand: string, evidence: string) => {
  await open('/partenariats/bordeaux-oran');
  await press('Dire l’état d’un volet');
  await page.getByLabel(/^Volet/).selectOption({ label: strand });
  await choose('Actif');
  await fill('Ce qui le montre', evidence);
  await send('Enregistrer');
  see(await text(), 'L’état du volet est enregistré.');
};

const moveLima = async ({ open, press, choose, fill, send, text }: Walker, move: string, reason: string) => {
  await open('/partenariats/bordeaux-lima');
  await press('Changer son état');
  await choose(move);
  await fill('Raison', reason);
  await fill('Note de contexte', `Contexte : ${reason}`);
  await send('Changer l’état');
  see(await text(), 'L’état est changé.');
};

export const j2 = [
  step('J2', 1, 'Les 57 actions par objectif, de 1 à 9, par zone et par thème ; celles hors du cercle prioritaire sont marquées', async ({ become, open, text, json, page }) => {
    await become('Élue de Bordeaux');
    await open(strategy);
    const read = await text();
    see(read, 'Neuf objectifs, 57 actions', 'hors du cercle prioritaire');
    const sums = [...read.matchAll(/^Objectif (\d)\.[\s\S]*?^(\d+) actions?/gm)].map(([, n, count]) => [Number(n), Number(count)]);
    equal(sums.map(([n]) => n), [1, 2, 3, 4, 5, 6, 7, 8, 9], 'les neuf objectifs et leur nombre d’actions');
    const { total, facets } = await json<{ total: number; facets: Record<string, Record<string, number>> }>('/observatoire.json?genre=action&territoire=bordeaux');
    equal(total, 57, 'les actions');
    for (const facet of ['zone', 'theme']) equal(Object.keys(facets[facet]!).length > 3, true, `par ${facet}`);
    await open('/observatoire?genre=action&territoire=bordeaux');
    await page.getByRole('link', { name: 'Chiffres' }).first().click();
    see(await text(), '57 actions', /Afrique/, /Climat/);
  }),
  step('J2', 2, 'L’objectif 9 : ses trois actions, leurs sources, un mois reste un mois, « date inconnue » sinon', async ({ open, text, page }) => {
    await open('/objectifs/bordeaux-2020-2026-9');
    const read = await text();
    see(read, 'Agir avec sobriété', 'juillet 2021', 'date inconnue', 'l. 362', 'l. 358', 'l. 360');
    equal(/\d{1,2} juillet 2021/.test(read), false, 'un jour inventé');
    const actions = await page.locator('main a[href*="/actions/"]').evaluateAll((links) => new Set(links.map((link) => link.getAttribute('href')!.split('#')[0])).size);
    equal(actions, 3, 'actions');
  }),
  step('J2', 3, 'Suspendre sans raison est refusé ; avec raison et contexte, l’histoire dit qui et quand, et les autres volets restent ouverts', async (walker) => {
    const { become, open, press, choose, send, fill, text, page, readOutside } = walker;
    await become('Élue de Bordeaux');
    await tellStrand(walker, 'Culturel', 'Un festival commun');
    await tellStrand(walker, 'Jeunesse et études', 'Échanges d’étudiants reconduits');
    await open('/partenariats/bordeaux-oran');
    await press('Changer son état');
    await choose('Le suspendre');
    await send('Changer l’état');
    see(await text(), /à reprendre/, /Raison/);
    equal(await page.getByRole('radio', { name: 'Le suspendre' }).isChecked(), true, 'le choix déjà fait');
    notSee((await readOutside('/partenariats/bordeaux-oran')).words, 'Suspendu');
    await fill('Raison', 'Décision du conseil municipal de novembre');
    await fill('Note de contexte', 'Les relations officielles sont gelées des deux côtés');
    await send('Changer l’état');
    see(await text(), 'L’état est changé.');
    const { words } = await readOutside('/partenariats/bordeaux-oran');
    see(words, 'Suspendu', 'Décision du conseil municipal de novembre', 'Les relations officielles sont gelées', /Politique\s+suspendu/i, /Culturel\s+actif/i, /Jeunesse et études\s+actif/i, /Inscrit par : Élue à la coopération, le \d/);
    await press('Historique');
    see(await text(), 'Décision du conseil municipal de novembre', 'Élue à la coopération', 'pour Bordeaux', String(new Date().getFullYear()));
  }),
  step('J2', 4, 'Lima en sommeil, puis relancée : l’histoire montre les deux', async (walker) => {
    await walker.become('Élue de Bordeaux');
    await moveLima(walker, 'Le mettre en sommeil', 'Plus d’échanges depuis deux ans');
    see((await walker.readOutside('/partenariats/bordeaux-lima')).words, 'Plus d’échanges depuis deux ans');
    await moveLima(walker, 'Le relancer', 'Une mission est décidée');
    const { words } = await walker.readOutside('/partenariats/bordeaux-lima');
    see(words, 'Plus d’échanges depuis deux ans', 'Une mission est décidée');
    await walker.press('Historique');
    see(await walker.text(), 'En sommeil', 'Plus d’échanges depuis deux ans', 'Une mission est décidée');
  }),
  step('J2', 5, 'Bristol, Douala, Bilbao « en finalisation » ; Québec et Fukuoka « signé »', async ({ open, text }) => {
    for (const [partner, state] of [['bristol', 'en finalisation'], ['douala', 'en finalisation'], ['bilbao', 'en finalisation'], ['quebec', 'signé'], ['fukuoka', 'signé']] as const) {
      await open(`/partenariats/bordeaux-${partner}`);
      see(await text(), new RegExp(`Nouveau programme de coopération\\s+${state}`));
    }
  }),
  step('J2', 7, 'Un ODD 6 sans raison est refusé ; avec sa raison et « ascendante », il est accepté', async ({ become, open, press, page, choose, fill, send, text, readOutside }) => {
    await become('Élue de Bordeaux');
    await open('/actions/relance-lima');
    await press('Dire quel objectif de développement durable elle sert');
    await page.getByLabel('Objectif de développement durable').selectOption({ label: '6. Eau propre et assainissement' });
    await choose(/^Ascendante/);
    await send('Ajouter cet objectif');
    see(await text(), /à reprendre/);
    equal(await page.getByLabel('Objectif de développement durable').inputValue(), '6', 'l’objectif choisi');
    notSee((await readOutside('/actions/relance-lima')).words, 'Eau propre');
    await fill('Pourquoi l’action sert cet objectif', 'Elle rouvre le travail commun sur les réseaux d’eau de Lima.');
    await send('Ajouter cet objectif');
    see((await readOutside('/actions/relance-lima')).words, 'Eau propre et assainissement', 'Elle rouvre le travail commun sur les réseaux d’eau de Lima.', /ascendante/i);
  }),
  step('J2', 8, 'La stratégie se lit sans compte : ambition, trois thèmes, priorités, neuf objectifs et leurs actions', async ({ open, text, page }) => {
    await open(strategy);
    const read = await text();
    see(read, 'ambition', 'climat', 'économie sociale et solidaire', 'citoyenneté', 'Europe', 'Méditerranée', 'Axe atlantique', '4 avril 2023');
    const objectives = await page.locator('main a[href*="/objectifs/bordeaux-2020-2026-"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')!.split('#')[0]!))]);
    equal(objectives.length, 9, 'objectifs');
    for (const objective of objectives) {
      await open(objective);
      equal((await page.locator('main a[href*="/actions/"]').count()) > 0, true, `actions de ${objective}`);
    }
  }),
];
