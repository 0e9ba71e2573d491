import { expect, test } from 'vitest';
import { instance } from '~/platform/events/index.ts';
import { parsePartialDate } from '~/platform/dates/partial.ts';
import { freshDatabase, openApp, useWorld } from '~root/tests/support/index.ts';
import { addContextNote, createMeeting, createSession } from './commands.ts';

const world = await useWorld();
const { request } = await openApp();
/** The page as one reads it: no tags, plain spaces. */
async function read(path: string): Promise<string> {
  const response = await request(path);
  expect(response.status).toBe(200);
  const body = (await response.text()).replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ').replace(/&#39;/g, "'").replace(/&amp;/g, '&').replace(/&quot;/g, '"');
  return body.replace(/[\s\u00a0\u202f\u2009]+/g, ' ');
}

test('R163 the Rencontres of 2023 have their edition, guiding theme, dates, place and qualified attendance', async () => {
  const page = await read('/rencontres/raict-2023');
  expect(page).toContain('14e édition');
  expect(page).toContain('Quelle contribution des collectivités territoriales à la résolution des grands enjeux mondiaux');
  expect(page).toMatch(/lundi 18 ?– ?mardi 19 septembre 2023/);
  expect(page).toContain('environ 500 participants');
  expect(page).toContain('Cités Unies France');
  expect((await world.selectFrom('meetings').select('sheet_id').execute()).length).toBe(32);
});

test('R164 fifteen sessions: the plenary apart, then four slots whose sessions are side by side', async () => {
  const html = await (await request('/rencontres/raict-2023')).text();
  const slots = [...html.matchAll(/<ol class="parallel n-(\d)"[^>]*>([\s\S]*?)<\/ol>/g)].map((slot) => [...slot[2]!.matchAll(/<li value="(\d+)"/g)].map((one) => Number(one[1])));
  expect(slots).toEqual([[1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11], [12, 13, 14]]);
  const page = await read('/rencontres/raict-2023');
  expect(page).toContain('Ni le jour ni l’heure ne sont donnés.');
  expect(page).toContain('14 h 30 – 16 h');
});

test('R165 each session has its kind, in words', async () => {
  const page = await read('/rencontres/raict-2023');
  for (const [word, n] of [['Plénière', 1], ['Région du monde', 4], ['Groupe-pays', 3], ['Groupe thématique', 2]] as const) expect(page.split(` ${word} `).length - 1).toBeGreaterThanOrEqual(n);
});

test('R166 a role is not a function: moderator, chair, opening, video message', async () => {
  const odd = await read('/seances/raict-2023-14-odd');
  expect(odd).toMatch(/Animation .*Nom réservé aux membres Directrice générale de Cités Unies France/);
  expect(odd).toMatch(/Valérie Dumontet Vice-présidente du Département de l’Aude message vidéo/);
  expect(await read('/seances/raict-2023-pleniere')).toMatch(/Ouverture Dan Lert Adjoint à la Maire de Paris/);
  expect(await read('/seances/raict-2023-10-droits-des-femmes')).toMatch(/Élise Pereira-Nunes .* présidence de séance/);
});

test('R167 somebody not named speaks instead of somebody absent', async () => {
  const page = await read('/seances/raict-2023-6-groupe-pays-palestine');
  expect(page).toMatch(/Personne non nommée Attaché de coopération auprès de l’ambassadrice de Palestine en France Remplace : L’ambassadrice/);
});

test('R168 minutes have their summary, parts, interventions and conclusion', async () => {
  const page = await read('/seances/raict-2023-3-outre-mer');
  expect(page).toContain('Première table ronde : regards depuis la zone Antilles-Guyane');
  expect(page).toMatch(/Roland Dubertrand Ambassadeur chargé de la coopération régionale/);
  expect(page).toContain('Conclusion Passer à l’action');
  expect(page).toContain('État à la date du 18 septembre 2023.');
  expect(page).toContain('Loi du 5 décembre 2016');
});

test('R168 of 81 roles 26 have no reported words, and the pages say so 26 times', async () => {
  const sessions = await world.selectFrom('sheets').select(['id', 'slug']).where('kind', '=', 'session').execute();
  expect(sessions.length).toBe(15);
  const roles = await world.selectFrom('meeting_roles').select('reported').where('sheet_id', 'in', sessions.map((one) => one.id)).execute();
  expect([roles.length, roles.filter((role) => role.reported === null).length]).toEqual([81, 26]);
  let said = 0;
  for (const { slug } of sessions) said += (await read(`/seances/${slug}`)).split('Intervention non rapportée').length - 1;
  expect(said).toBe(26);
});

test('R169 counts of the launch come from a private list, by a rule that is said', async () => {
  const page = await read('/rencontres/lancement-plateforme-na-2022');
  expect(page).toMatch(/36 personnes/);
  expect(page).toMatch(/7 élus/);
  expect(page).toMatch(/13 collectivités/);
  expect(page).toMatch(/Il y en a 11 si l’on réunit Bordeaux et Bordeaux Métropole et Poitiers et .*Grand Poitiers/);
  expect(page).toContain('Le compte rendu en annonce 11');
  expect(page).not.toContain('Stagiaire');
});

test('R171 the minutes write Tuesday 18 September 2023; the page says that it was a Monday', async () => {
  const page = await read('/seances/raict-2023-3-outre-mer');
  expect(page).toContain('« Mardi 18 septembre 2023 »');
  expect(page).toContain('Le 18 septembre était un lundi.');
  expect(await read('/seances/raict-2023-4-amerique-latine-et-caraibes')).not.toContain('Le jour est à confirmer');
  expect(await read('/rencontres/raict-2023')).toMatch(/Outre-mer 7 intervenants, 1 sans propos rapportés jour à confirmer/);
});

test('R174 what is only considered never looks certain, and what has no news since says so', async () => {
  const page = await read('/rencontres/rencontres-franco-argentines-4');
  expect(page).toContain('envisagée');
  expect(page).toContain('Ce n’est pas décidé');
  expect(page).toContain('Les thèmes étaient encore à préciser.');
  expect(page).toContain('2024, jour et mois inconnus');
  const html = await (await request('/rencontres/rencontres-franco-argentines-4')).text();
  expect(html).not.toContain('EventScheduled');
  expect(await read('/rencontres/rencontres-franco-japonaises-8')).toContain('Aucune source ne dit encore si elle a eu lieu.');
});

test('R175 session 2 carries a dated, signed note, and its minutes are as they were', async () => {
  const page = await read('/seances/raict-2023-2-groupe-pays-israel');
  expect(page).toContain('Ajoutée le 22 novembre 2026 par l’équipe de Jumelles, sans toucher au texte.');
  expect(page).toContain('avant l’attaque du Hamas du 7 octobre 2023');
});

test('R175 adding a note changes nothing of the minutes', async () => {
  const db = await freshDatabase('empty');
  const minutes = () => db.selectFrom('meeting_sessions').innerJoin('sheets', 'sheets.id', 'sheet_id').select(['summary', 'announced', 'conclusion', 'version', 'search']).execute();
  const id = await db.transaction().execute(async (tx) => {
    const meeting = await createMeeting(tx, instance, { slug: 'a', title: 'A', state: { state: 'held' } });
    if ('refused' in meeting) throw new Error(meeting.refused);
    return (await createSession(tx, instance, { slug: 's', title: 'S', meetingId: meeting.id, number: 1, shortTitle: 'S', summary: 'Dit.', dayWritten: 'Mardi 18 septembre 2023', start: parsePartialDate('2023-09-18') })).id;
  });
  const before = await minutes();
  await db.transaction().execute((tx) => addContextNote(tx, instance, id, { text: 'Depuis, autre chose.', dated: '2026-01-02' }));
  expect(await minutes()).toEqual(before);
  expect((await db.selectFrom('sheets').select('to_confirm').where('id', '=', id).executeTakeFirstOrThrow()).to_confirm).toBe(true);
});

test('R065 a meeting known to the month says that its day is unknown, in each language', async () => {
  expect(await read('/rencontres/forum-gsef-2023')).toContain('mai 2023, jour inconnu');
  expect(await read('/en/rencontres/forum-gsef-2023')).toContain('May 2023, day unknown');
  expect(await read('/es/rencontres/forum-gsef-2023')).toContain('mayo de 2023, día desconocido');
  expect(await read('/rencontres/cop28')).toContain('date inconnue');
});

test('both ends of a thread keep their own hour: Shizuoka is eight hours ahead of Paris in November', async () => {
  expect(await read('/rencontres/rencontres-franco-japonaises-8')).toContain('Shizuoka : 8 heures de plus qu’à Paris à cette date.');
});

test('a meeting tells machines what it is: dates, place, organiser, its sessions with their hours', async () => {
  const html = await (await request('/rencontres/raict-2023')).text();
  const data = JSON.parse(/<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/.exec(html)![1]!);
  expect(data).toMatchObject({ '@type': 'Event', startDate: '2023-09-18', endDate: '2023-09-19', eventStatus: 'https://schema.org/EventScheduled' });
  expect(data.subEvent).toHaveLength(15);
  expect(data.subEvent[3]).toMatchObject({ startDate: '2023-09-18T14:30:00+02:00' });
});
