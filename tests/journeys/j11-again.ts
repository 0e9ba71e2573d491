import { raictProgramme, raictSpeakerLines, raictSpeakers, type RaictSpeaker } from '~root/tests/support/raict.ts';
import { countEffort, noEffort, secondsOf, tellEffort, type Counted } from './effort.ts';
import { equal, see, step, type Walker } from './walk.ts';

export const organiser = 'Organisatrice à Cités Unies France';
const title = 'Rencontres de l’action internationale, rejouées';
export const event = '/rencontres/rencontres-de-l-action-internationale-rejouees';
const byHand = raictSpeakers.filter(({ session }) => session === 2).slice(0, 3);

const sessionsOf = async ({ page }: Walker) => page.locator('main a[href*="/seances/"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')!))]);

/** The page of the session of this number. */
export async function openSession(walker: Walker, number: number): Promise<string> {
  await walker.open(event);
  const path = (await sessionsOf(walker)).find((one) => new RegExp(`/seances/[a-z-]+-${number}-`).test(one))!;
  await walker.open(path);
  return path;
}

const roleChoice = (role: string) => (role === 'présidence' ? 'présidence de séance' : role);

async function addSpeaker({ choose, fill, select, send }: Counted, one: RaictSpeaker): Promise<void> {
  await choose(roleChoice(one.role));
  if (one.name) await fill('Prénom et nom', one.name);
  await fill('Fonction ce jour-là', one.function);
  await select('Qualité', one.isElected ? 'élu ou élue' : 'agent ou agente d’une collectivité');
  await send('Ajouter');
}

/** What the 81 would cost one by one: a page each, and one to reach each session. */
function costByHand() {
  const effort = noEffort();
  effort.pages = raictSpeakers.length + 2 * new Set(raictSpeakers.map(({ session }) => session)).size;
  effort.choices = 2 * raictSpeakers.length;
  for (const one of raictSpeakers) {
    const typed = [one.name, one.function, one.replaces].filter(Boolean);
    effort.fields += typed.length;
    effort.characters += typed.join('').length;
  }
  return effort;
}

/** The meetings of September 2023, entered again by somebody who has their programme in a document. */
export const j11Again = [
  step('J11', 1, 'Les mêmes rencontres refaites à partir de rien, en moins de vingt minutes', async (walker) => {
    const { counted, effort } = countEffort(walker);
    const { open, start, press, send, fill, choose, paste } = counted;
    const { become, text, page } = walker;
    await become(organiser);
    await start('Annoncer un rendez-vous');
    await fill('Titre', title);
    await choose('Une rencontre, un forum, un colloque');
    await fill('Quand, aussi précisément', '18-19 septembre 2023');
    await choose('C’est passé : cela s’est tenu');
    await fill('Une ville, une adresse', 'Paris');
    await send('Annoncer');
    equal(new URL(page.url()).pathname, event, 'l’adresse de la rencontre');
    await press('Organiser cette rencontre');
    await fill('Numéro de l’édition', '14');
    await fill('Fil conducteur', 'Quelle contribution des collectivités aux grands enjeux mondiaux ?');
    await send('Enregistrer');
    await press(/^Programme(?!s)/);
    await paste('Les séances à ajouter', raictProgramme());
    await send('Voir le résultat');
    see(await text(), 'le jour de la semaine ne correspond pas à la date');
    await choose('Ajouter malgré les avertissements');
    await send('Ajouter ces 15 séances');
    see(await text(), '15 séances ajoutées.');

    await openSession(walker, 2);
    effort.pages += 2;
    await press('Organiser cette séance');
    for (const one of byHand) {
      await addSpeaker(counted, one);
      see(await text(), 'La personne est au programme.', one.function);
    }
    await open(`${event}/organiser/intervenants`);
    await paste('Les prises de parole à ajouter', raictSpeakerLines(raictSpeakers.filter((one) => !byHand.includes(one))));
    await send('Voir le résultat');
    see(await text(), 'déjà connue');
    if (await page.getByRole('checkbox', { name: 'Ajouter malgré les avertissements' }).count()) await choose('Ajouter malgré les avertissements');
    await send('Ajouter ces 78 prises de parole');
    see(await text(), '78 prises de parole ajoutées.');

    await open(event);
    see(await text(), '14e édition', 'Plénière', /14 séances/, /81/);
    equal((await sessionsOf(walker)).length, 15, 'séances et plénière');
    const slots = await page.locator('main ol.parallel').evaluateAll((lists) => lists.map((list) => [...list.children].map((one) => (one as HTMLLIElement).value)));
    equal(slots, [[1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11], [12, 13, 14]], 'les quatre créneaux');
    console.log(`    ${tellEffort(effort)} (programme et 78 prises de parole collés, 3 à la main)`);
    console.log(`    les 81 prises de parole une par une : ${tellEffort(costByHand())}`);
    equal(secondsOf(effort) < 20 * 60, true, 'moins de vingt minutes');
  }),
];
