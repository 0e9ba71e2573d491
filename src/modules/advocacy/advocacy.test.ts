import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, testNow, type OpenedApp } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { monthsWithoutAnswer } from './rules.ts';

let app: OpenedApp;
let db: OpenedApp['db'];
beforeAll(async () => {
  db = await freshDatabase('world');
  app = await openApp({ db });
});

const read = async (response: Response) => wordsOf(await response.text());
const network = async () => (await db.selectFrom('sheets').select('id').where('kind', '=', 'network').where('slug', '=', 'so-cooperation').executeTakeFirstOrThrow()).id;

test('R156 J4 members’ concerns on cofunding become one item: co-signed, written up, sent to the AFD and the ministry with a log, answered or not, visible in time', async () => {
  const [bordeaux, charente, animator] = await Promise.all(['agent-bordeaux', 'agente-charente-maritime', 'animatrice-reseau'].map((key) => app.signIn(key)));
  const raise = async (by: typeof bordeaux, titre: string, preoccupation: string) => (await by!.post('/nouveau/plaidoyer', { titre, preoccupation, reseau: await network(), destinataires: ['afd', 'ministry'] })).headers.get('location')!;
  const path = await raise(bordeaux, 'Cofinancer sans avancer', 'Le solde arrive deux ans après.');
  const other = await raise(animator, 'Avances trop faibles', 'Plusieurs communes renoncent faute de trésorerie.');
  const slug = path.split('/').at(-1)!;
  const act = (name: string) => `/fiches/plaidoyer/${slug}/gestes/${name}`;
  expect((await app.request(path)).status).toBe(404);
  expect((await bordeaux!.get(act('rediger'))).status).toBe(404);
  expect((await animator!.get(act('envoyer'))).status).toBe(404);
  const { id } = await db.selectFrom('sheets').select('id').where('kind', '=', 'advocacy').where('slug', '=', other.split('/').at(-1)!).executeTakeFirstOrThrow();
  expect((await animator!.post(act('rassembler'), { autres: [id] })).status).toBe(303);
  expect((await bordeaux!.get(other)).headers.get('location')).toBe(path);
  const gathered = await read(await charente!.get(path));
  for (const words of ['Le solde arrive deux ans après.', 'Plusieurs communes renoncent', '1 membre soutient sur 3 attendus', 'Charente-Maritime soutient aussi']) expect(gathered).toContain(words);
  expect((await charente!.post(`${path}/soutien`)).status).toBe(303);
  expect((await charente!.post(`${path}/soutien`)).status).toBe(303);
  expect((await animator!.post(`${path}/soutien`)).status).toBe(404);
  const { fields } = readFormOf(await (await animator!.get(`/fiches/plaidoyer/${slug}/modifier`)).text());
  expect((await animator!.post(`/fiches/plaidoyer/${slug}/modifier`, { ...fields, seuil: '2' })).status).toBe(303);
  expect(await read(await animator!.get('/mon-espace'))).toContain('À rédiger et à envoyer : « Cofinancer sans avancer »');
  expect((await charente!.post(`${path}/soutien/retrait`)).status).toBe(303);
  expect(await read(await animator!.get(path))).toContain('exprimé');
  await charente!.post(`${path}/soutien`);
  expect((await animator!.post(act('rediger'), { texte: 'Nous demandons une avance de moitié.' })).status).toBe(303);
  expect((await animator!.post(act('rediger'), { texte: 'Nous demandons une avance des deux tiers.' })).status).toBe(303);
  const send = (destinataire: string, envoye: string) => animator!.post(act('envoyer'), { destinataire, service: 'Délégation à l’action extérieure', envoye, comment: 'letter', piece: '' });
  expect((await send('afd', '3 décembre 2026')).status).toBe(422);
  expect((await send('afd', '10 juillet 2026')).status).toBe(303);
  expect((await send('ministry', '2 octobre 2026')).status).toBe(303);
  const sent = await read(await charente!.get(path));
  expect(sent).toContain('Sans réponse depuis 4 mois');
  expect(sent).toContain('Envoyé à l’Agence française de développement (AFD) par lettre. Par : Animatrice de SO Coopération');
  const first = await db.selectFrom('advocacy_sendings').select('id').where('target', '=', 'afd').executeTakeFirstOrThrow();
  expect((await animator!.post(act('reponse'), { envoi: first.id, recue: '1 juillet 2026', reponse: 'Non.' })).status).toBe(422);
  expect((await animator!.post(act('reponse'), { envoi: first.id, recue: '1 novembre 2026', reponse: 'Une avance de moitié est possible.' })).status).toBe(303);
  expect(await read(await charente!.get(path))).toContain('Sans réponse depuis 1 mois');
  expect((await animator!.post(act('publier'), {})).status).toBe(303);
  const published = await read(await app.request(path));
  for (const words of ['Bordeaux', 'Nous demandons une avance des deux tiers.', 'Version 2', 'Une avance de moitié est possible.', 'Chronologie']) expect(published).toContain(words);
  expect(await read(await app.request('/plaidoyers'))).toContain('2 membres soutiennent sur 2 attendus');
  expect((await animator!.post(act('clore'), { raison: 'L’essentiel est obtenu.' })).status).toBe(303);
  expect(await read(await app.request(path))).not.toContain('Sans réponse');
});

test('R156 the months without an answer are counted from the oldest sending that waits', () => {
  const today = new Date(testNow).toISOString().slice(0, 10);
  expect(monthsWithoutAnswer([{ sentOn: '2026-01-20', answeredOn: null }, { sentOn: '2026-03-01', answeredOn: null }], today)).toBe(9);
  expect(monthsWithoutAnswer([{ sentOn: '2026-01-20', answeredOn: '2026-02-01' }], today)).toBeNull();
  expect(monthsWithoutAnswer([{ sentOn: today, answeredOn: null }], today)).toBe(0);
});
