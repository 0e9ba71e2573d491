import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let db: OpenedApp['db'];
beforeAll(async () => {
  db = await freshDatabase('world');
  app = await openApp({ db });
});

const read = async (response: Response) => wordsOf(await response.text());

test('R173 an organiser asks the room; phones answer once a browser with a short code; the result comes at closing and stays with the session', async () => {
  const session = await db.selectFrom('sheets as s').innerJoin('meeting_sessions as m', 'm.sheet_id', 's.id').innerJoin('sheet_links as l', 'l.from_id', 'm.meeting_id').innerJoin('sheets as o', 'o.id', 'l.to_id')
    .select('s.slug').where('o.slug', '=', 'cuf').where('l.role', 'in', ['organiser', 'host', 'holder']).orderBy('s.num').executeTakeFirstOrThrow();
  const ask = `/fiches/session/${session.slug}/question`;
  const organiser = await app.signIn('organisatrice-cuf');
  expect((await (await app.signIn('agent-bordeaux')).get(ask)).status).toBe(404);
  expect((await organiser.post(ask, { question: 'Que savez-vous du GEF ?', reponses: 'Rien' })).status).toBe(422);
  const asked = await organiser.post(ask, { question: 'Combien de langues officielles au Pérou ?', reponses: 'Une\nTrois\nPlus de quarante', sanscompte: '1' });
  expect(asked.status).toBe(303);
  const room = asked.headers.get('location')!;
  expect(room).toMatch(/^\/salle\/[A-Z2-9]{6}$/);
  const [ann, bob] = [app.visit(), app.visit()];
  expect((await ann.get(`/salle?code=${room.slice(7).toLowerCase()}`)).headers.get('location')).toBe(room);
  expect(await read(await ann.get('/salle?code=AAAAAA'))).toContain('Aucune question ne porte ce code');
  expect((await ann.post(room, {})).status).toBe(422);
  expect(await read(await ann.submit(room, { reponse: '1' }))).toContain('C’est noté');
  await ann.post(room, { reponse: '2' });
  await bob.post(room, { reponse: '2' });
  expect((await db.selectFrom('live_ballots').select('choices').execute()).map(({ choices }) => choices)).toEqual([[2], [2]]);
  const during = await read(await organiser.get(room));
  expect(during).toContain('2 réponses');
  expect(during).toContain(`jumelles.test${room}`);
  expect((await bob.post(`${room}/cloture`)).headers.get('location')).toContain('/connexion');
  expect((await organiser.post(`${room}/cloture`)).status).toBe(303);
  expect(await read(await bob.get(room))).toContain('Plus de quarante 2');
  expect(await db.selectFrom('live_ballots').select('voter').execute()).toEqual([]);
  const late = await ann.post(room, { reponse: '0' });
  expect(late.status).toBe(422);
  expect(await read(late)).toContain('Cette question vient d’être close : cette réponse n’est pas comptée.');
  expect(await read(await app.request(sheetHref('session', session.slug)))).toContain('Combien de langues officielles au Pérou');
});

test('R173 a question for accounts only is answered once an account, whatever its browsers', async () => {
  const event = await db.selectFrom('sheets as e').innerJoin('sheet_links as l', 'l.from_id', 'e.id').innerJoin('sheets as o', 'o.id', 'l.to_id').select('e.slug')
    .where('e.kind', '=', 'event').where('o.slug', '=', 'cuf').where('e.visibility', '=', 'public').where('e.state', '<>', 'cancelled').where('l.role', 'in', ['organiser', 'host', 'holder']).orderBy('e.num').executeTakeFirstOrThrow();
  const organiser = await app.signIn('organisatrice-cuf');
  const room = (await organiser.post(`/fiches/rencontre/${event.slug}/question`, { question: 'Une suite ?', reponses: 'Oui\nNon', plusieurs: '1' })).headers.get('location')!;
  expect(await read(await app.request(room))).toContain('Cette question demande d’être connecté.');
  expect((await app.visit().post(room, { reponse: '0' })).status).toBe(404);
  for (const browser of [await app.signIn('agent-bordeaux'), await app.signIn('agent-bordeaux')]) expect((await browser.post(room, { reponse: ['0', '1'] })).status).toBe(303);
  expect(await db.selectFrom('live_ballots').select('choices').execute()).toEqual([{ choices: [0, 1] }]);
  expect(await read(await app.request(`/rencontres/${event.slug}`))).not.toContain('Une suite');
});
