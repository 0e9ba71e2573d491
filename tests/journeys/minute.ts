import { equal, notSee, see, step, type Walker } from './walk.ts';

const porto = '/partenariats/bordeaux-porto';
const follower = 'citoyenne-toulouse@demonstration.invalid';

/** Where the year is read by everyone; each is read once before, so that it is in the cache. */
const readers = [
  porto, `${porto}.json`, `${porto}.csv`, `/en${porto}`, `/es${porto}`, '/territoires/bordeaux', '/territoires/porto', '/pays/PT', '/partenariats', '/anniversaires',
  '/observatoire?genre=partenariat&territoire=bordeaux', '/observatoire?genre=partenariat&territoire=bordeaux&vue=liste', '/recherche?q=porto', '/observatoire.csv?genre=partenariat&territoire=bordeaux',
];
/** Where a page says this year of Porto, or nothing. */
const tellingOf = (words: string, year: string) => new RegExp(`Porto(?:(?!Munich|Madrid|Bristol|Lima|Riga|Oran).){0,160}\\b${year}\\b`, 's').exec(words)?.[0] ?? '';
const tells = (words: string, year: string) => tellingOf(words, year) !== '';

const titlesOf = async ({ json }: Walker, year: string) =>
  (await json<{ items: { url: string }[] }>(`/observatoire.json?genre=partenariat&territoire=bordeaux&de=${year}&a=${year}`)).items.map(({ url }) => new URL(url).pathname);

export const minute = [
  step('J1', 9, 'En moins d’une minute, de la page publique : l’année et sa source sont corrigées, et cela se lit partout', async (walker) => {
    const { become, open, press, fill, send, text, page, readOutside, readMail, site } = walker;
    await become('Citoyenne de Toulouse');
    await open(porto);
    await press('Suivre');
    await send('Suivre');
    const before = new Set<string>();
    for (const path of readers) if (tells((await readOutside(path)).words, '1978')) before.add(path);
    equal(before.has(porto), true, 'l’année d’avant est sur la page');

    await become('Agente de Bordeaux', /^Bordeaux(?! Métropole)/);
    const started = performance.now();
    await open(porto);
    await press('Corriger cette fiche');
    await fill('Année ou date de départ', '1979');
    await page.getByText('Dire où c’est écrit').first().click();
    await fill('Titre du document', 'Convention de jumelage, archives municipales');
    await fill('En deux phrases', 'Bordeaux et Porto sont jumelées depuis 1979.');
    await send('Enregistrer');
    see(await text(), 'C’est enregistré.');
    const seconds = (performance.now() - started) / 1000;
    console.log(`    trois pages, quatre champs touchés (l’année, la source, la phrase qui la répète), ${seconds.toFixed(1)} s sans lire`);
    equal(seconds < 60, true, 'moins d’une minute');

    see((await readOutside(porto)).words, 'depuis 1979', 'Convention de jumelage, archives municipales');
    for (const path of readers) equal(tellingOf((await readOutside(path)).words, '1978'), '', `l’année d’avant sur ${path}`);
    for (const path of before) equal(tells((await readOutside(path)).words, '1979'), true, `la nouvelle année sur ${path}`);
    see((await readOutside('/fiches/partenariat/bordeaux-porto/historique')).words, /1978 .* 1979/, 'Agente des relations internationales');
    equal((await titlesOf(walker, '1979')).includes(porto), true, 'l’observatoire, en 1979');
    equal((await titlesOf(walker, '1978')).includes(porto), false, 'l’observatoire, en 1978');

    await page.waitForTimeout(1_500);
    await site.runQueue('notifications.digests', Date.now() + 8 * 86_400_000);
    const digest = await readMail(follower);
    see(digest, 'Bordeaux – Porto', 'correction par Bordeaux', 'Année ou date de départ');
    notSee(digest, '1978');
  }),
];
