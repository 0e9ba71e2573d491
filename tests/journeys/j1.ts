import { equal, notSee, see, step } from './walk.ts';

const question = '/observatoire?genre=partenariat&territoire=bordeaux';
interface Answer {
  total: number;
  items: { title: string; url: string }[];
}

export const j1 = [
  step('J1', 2, 'Les partenariats de Bordeaux : 21, dont 13 jumelages et 8 accords ; ni Cuba ni Comodoro Rivadavia', async ({ open, text, json }) => {
    await open(question);
    const page = await text();
    see(page, /21\s+partenariats/, /13/, /8/, 'Ashdod', 'Lima', 'Riga');
    const answer = await json<Answer>(`/observatoire.json${question.slice(question.indexOf('?'))}`);
    equal(answer.total, 21, 'total du JSON');
    notSee(answer.items.map((item) => item.title).join(), 'Cuba', 'Comodoro', 'Nouakchott');
    for (const [type, n] of [['jumelage', 13], ['accord-de-cooperation', 8]] as const) {
      equal((await json<Answer>(`/observatoire.json?genre=partenariat&territoire=bordeaux&type=${type}`)).total, n, type);
    }
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
  step('J1', 4, 'Bamako : 2000 et 1999 avec leurs sources, et « à confirmer » (lecture)', async ({ open, text, press, page }) => {
    await open('/partenariats/bordeaux-bamako');
    see(await text(), '2000', '1999', 'l. 55', 'l. 74', /à confirmer/i);
    await press(/Voir ce qui est à confirmer/);
    see(await text('#x002'), '2000', '1999', 'Bamako');
    equal(new URL(page.url()).pathname, '/a-confirmer', 'adresse');
  }),
  step('J1', 6, 'Casablanca et Ramallah : Bordeaux et Toulouse sur chacune', async ({ open, text }) => {
    for (const territory of ['casablanca', 'ramallah']) {
      await open(`/territoires/${territory}`);
      see(await text(), 'Bordeaux', 'Toulouse');
    }
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
