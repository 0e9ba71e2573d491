import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, testNow, type OpenedApp } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { sql } from '~/platform/db/index.ts';
import type { WorkContext } from '~/platform/jobs/index.ts';
import { queues } from './queues.ts';

let app: OpenedApp;
let db: OpenedApp['db'];
beforeAll(async () => {
  db = await freshDatabase('world');
  app = await openApp({ db });
});

const read = async (response: Response) => wordsOf(await response.text());
const work = (now = testNow) => ({ db, origin: 'http://jumelles.test', now: () => now } as WorkContext);

/** A poll made through the form, opened or left a draft; its path. */
async function createPoll(by: Awaited<ReturnType<OpenedApp['signIn']>>, fields: Record<string, string | string[]>, open = true): Promise<string> {
  const asked = { nature: 'question', methode: 'single', choix: 'Rouge\nBleu\nVert', electorat: 'instance', voix: 'body', secret: 'open', fin: '', ...fields };
  const made = await by.post('/nouveau/sondage', asked);
  if (made.status !== 303) throw new Error((await read(made)).slice(0, 600));
  const path = made.headers.get('location')!;
  if (open && (await by.post(`/fiches/sondage/${path.split('/').at(-1)}/gestes/ouvrir`, {})).status !== 303) throw new Error('not opened');
  return path;
}

async function optionsOf(path: string): Promise<Record<string, string>> {
  const rows = await db.selectFrom('poll_options').innerJoin('sheets', 'sheets.id', 'poll_id').select(['poll_options.id', 'label']).where('slug', '=', path.split('/').at(-1)!).execute();
  return Object.fromEntries(rows.map(({ id, label }) => [label, id]));
}

test('R148 R149 J4 the members choose the platform’s name, one ballot each; the animator proposes it, the administrator adopts it, and it is everywhere', async () => {
  const animator = await app.signIn('animatrice-reseau');
  const { fields } = readFormOf(await (await animator.get('/nouveau/sondage?nature=nom')).text());
  expect(fields.choix![0]!.split('\n')).toEqual(['Espace', 'Forum', 'Plateforme', 'Club', 'Réseau néo-aquitain de l’AECT']);
  expect(fields.autre).toContain('1');
  const path = await createPoll(animator, { ...fields, titre: 'Quel nom pour notre espace ?', electorat: 'instance' });
  const gesture = (name: string) => `/fiches/sondage/${path.split('/').at(-1)}/gestes/${name}`;
  const options = await optionsOf(path);
  const [bordeaux, toulouse, charente] = await Promise.all(['agent-bordeaux', 'agent-toulouse', 'agente-charente-maritime'].map((key) => app.signIn(key)));
  expect(await read(await bordeaux!.get('/mon-espace'))).toContain('Voter : « Quel nom pour notre espace ? »');
  expect((await bordeaux!.post(`${path}/bulletin`, { choix: options.Club! })).status).toBe(303);
  expect((await toulouse!.post(`${path}/bulletin`, { choix: options.Club! })).status).toBe(303);
  expect((await charente!.post(`${path}/bulletin`, { choix: 'autre', autre: '' })).status).toBe(422);
  expect((await charente!.post(`${path}/bulletin`, { choix: 'autre', autre: 'Agora' })).status).toBe(303);
  expect(await read(await bordeaux!.get('/mon-espace'))).not.toContain('Voter : « Quel nom');
  const before = await read(await animator.get(path));
  expect(before).toContain('3 ont voté sur');
  expect(before).toContain('Bordeaux');
  expect(before).not.toContain('Agora');
  expect(before).not.toContain('Résultat');
  expect((await animator.get(gesture('adopter'))).status).toBe(404);
  expect((await animator.post(gesture('clore'), {})).status).toBe(303);
  const after = await read(await toulouse!.get(path));
  expect(after).toContain('En tête : « Club ».');
  expect(after).toContain('Une voix par réponse choisie');
  expect((await bordeaux!.post(`${path}/bulletin`, { choix: options.Forum! })).status).toBe(422);
  expect(readFormOf(await (await animator.get(gesture('adopter'))).text()).fields.nom).toEqual(['Club']);
  const proposed = await animator.post(gesture('adopter'), { nom: 'Club néo-aquitain de l’AECT' });
  expect(await (await app.request('/')).text()).not.toContain('Club néo-aquitain');
  const admin = await app.signIn('administrateur');
  expect(await read(await admin.get('/mon-espace'))).toContain('Quel nom pour notre espace');
  const proposal = proposed.headers.get('location')!;
  expect((await admin.post(`${proposal}/accord`, readFormOf(await (await admin.get(proposal)).text()).fields)).status).toBe(303);
  for (const page of ['/', '/agenda.ics', '/flux.atom', '/en/sondages']) expect({ page, named: (await (await app.request(page)).text()).includes('Club néo-aquitain') }).toEqual({ page, named: true });
  for (const page of ['/', '/reseaux', '/connexion', '/introuvable']) expect(/<title>([^<]*)/.exec(await (await app.request(page)).text())![1]).toContain('Club néo-aquitain');
  expect(await read(await bordeaux!.get(path))).toContain('nom adopté');
});

test('R148 invariant 20: a town votes once, a colleague is told so; the ballot changes and is taken back until closing, and only members vote', async () => {
  const animator = await app.signIn('animatrice-reseau');
  const path = await createPoll(animator, { titre: 'Quelle couleur ?' });
  const options = await optionsOf(path);
  const [agent, elected, citizen] = await Promise.all(['agent-bordeaux', 'elue-bordeaux', 'citoyenne-toulouse'].map((key) => app.signIn(key)));
  expect((await app.request(path)).status).toBe(404);
  expect((await citizen!.get(path)).status).toBe(404);
  expect((await citizen!.post(`${path}/bulletin`, { choix: options.Bleu! })).status).toBe(404);
  expect((await agent!.post(`${path}/bulletin`, {})).status).toBe(422);
  await agent!.post(`${path}/bulletin`, { choix: options.Bleu! });
  await db.updateTable('poll_voters').set({ voted_on: '2026-11-14' }).execute();
  expect(await read(await elected!.get(path))).toContain('Une ville vote une fois. Votre collègue a voté hier.');
  const refused = await elected!.post(`${path}/bulletin`, { choix: options.Rouge! });
  expect(refused.status).toBe(422);
  expect((await agent!.post(`${path}/bulletin`, { choix: options.Vert! })).status).toBe(303);
  expect(await db.selectFrom('poll_ballots').select('choices').where('poll_id', 'in', db.selectFrom('sheets').select('id').where('slug', '=', 'quelle-couleur')).execute()).toEqual([{ choices: { [options.Vert!]: 1 } }]);
  expect((await agent!.post(`${path}/bulletin/retrait`)).status).toBe(303);
  expect((await elected!.post(`${path}/bulletin`, { choix: options.Rouge! })).status).toBe(303);
  expect((await animator.post(`${path}/bulletin`, { choix: options.Rouge! })).status).toBe(404);
});

test('R148 a secret ballot is linked to nobody: two lists that nothing ties, and a code that the voter alone holds', async () => {
  const animator = await app.signIn('animatrice-reseau');
  const path = await createPoll(animator, { titre: 'À bulletin secret', secret: 'secret' });
  const options = await optionsOf(path);
  const [bordeaux, toulouse, admin] = await Promise.all(['agent-bordeaux', 'agent-toulouse', 'administrateur'].map((key) => app.signIn(key)));
  const voted = await read(await bordeaux!.submit(`${path}/bulletin`, { choix: options.Bleu! }));
  const code = /code de votre bulletin : ([A-Z0-9-]{14})/.exec(voted)![1]!;
  await toulouse!.submit(`${path}/bulletin`, { choix: options.Vert! });
  const ballots = await sql<Record<string, unknown>>`select b.*, b.xmin::text as xmin from poll_ballots b join sheets s on s.id = b.poll_id where s.title = 'À bulletin secret'`.execute(db);
  expect(ballots.rows.map(({ voter }) => voter)).toEqual([null, null]);
  // Nor by the transaction that wrote them: both ballots are of the last one.
  expect(new Set(ballots.rows.map(({ xmin }) => xmin)).size).toBe(1);
  expect(JSON.stringify(ballots.rows)).not.toContain(code.replaceAll('-', ''));
  const events = await db.selectFrom('events').select(['account_id', 'actor', 'sheet_id', 'changes']).where('name', '=', 'ballot.recorded').execute();
  expect(new Set(events.map((event) => JSON.stringify(event)))).toEqual(new Set([JSON.stringify({ account_id: null, actor: 'instance', sheet_id: null, changes: {} })]));
  const seen = await read(await admin!.get(path));
  expect(seen).toContain('Bordeaux');
  expect(seen).toContain('2 ont voté');
  const elsewhere = await app.signIn('agent-bordeaux');
  expect(await read(await elsewhere.get(path))).toContain('Pour le changer, il faut son code');
  expect((await elsewhere.post(`${path}/bulletin`, { choix: options.Rouge! })).status).toBe(422);
  expect((await elsewhere.post(`${path}/bulletin/code`, { code: 'AAAA-BBBB-CCCC' })).status).toBe(422);
  expect((await elsewhere.post(`${path}/bulletin/code`, { code: code.toLowerCase() })).status).toBe(303);
  expect((await elsewhere.post(`${path}/bulletin`, { choix: options.Rouge! })).status).toBe(303);
  await animator.post(`/fiches/sondage/${path.split('/').at(-1)}/gestes/clore`, {});
  const result = await read(await admin!.get(path));
  expect(result).toContain('Rouge');
  expect(result).not.toContain('Qui a choisi quoi');
  expect(await db.selectFrom('poll_ballots').select('id').where('code_hash', 'is not', null).execute()).toEqual([]);
});

test('R148 a poll closes by itself after its last day, and reminds once those who have not voted, and only them', async () => {
  const animator = await app.signIn('animatrice-reseau');
  expect((await animator.post('/nouveau/sondage', { titre: 'Hier', nature: 'question', methode: 'single', choix: 'a\nb', electorat: 'instance', voix: 'body', secret: 'open', fin: '1 novembre 2026' })).status).toBe(422);
  const path = await createPoll(animator, { titre: 'Quel jour ?', methode: 'dates', choix: '12 mai 2027\n13 mai 2027', fin: '17 novembre 2099' });
  await sql`update polls set closes_on = '2026-11-17' where closes_on = '2099-11-17'`.execute(db);
  const options = await optionsOf(path);
  const agent = await app.signIn('agent-toulouse');
  await agent.post(`${path}/bulletin`, { [`jour.${options['2027-05-12']}`]: '2', [`jour.${options['2027-05-13']}`]: '1' });
  const remind = queues.find(({ name }) => name === 'polls-remind')!;
  await remind.work({}, work());
  await remind.work({}, work(testNow + 86_400_000));
  const mails = await db.selectFrom('mails').innerJoin('accounts', 'accounts.id', 'account_id').select(['demo', 'subject']).where('mails.kind', '=', 'poll-reminder').execute();
  expect(mails.map(({ demo }) => demo)).toContain('elue-bordeaux');
  expect(mails.map(({ demo }) => demo)).not.toContain('agent-toulouse');
  expect(new Set(mails.map(({ demo }) => demo)).size).toBe(mails.length);
  const close = queues.find(({ name }) => name === 'polls-close')!;
  await close.work({}, work(Date.parse('2026-11-17T20:00:00Z')));
  expect(await read(await agent.get(path))).not.toContain('Comment c’est compté');
  await close.work({}, work(Date.parse('2026-11-17T23:30:00Z')));
  const result = await read(await agent.get(path));
  expect(result).toContain('En tête : « mercredi 12 mai 2027 ».');
});

test('R148 a group asks its own: others do not see it, its guests have no vote, and each person has a voice', async () => {
  const group = await db.selectFrom('sheets').select('id').where('kind', '=', 'group').where('slug', '=', 'groupe-pays-japon').executeTakeFirstOrThrow();
  const account = async (demo: string) => (await db.selectFrom('accounts').select('id').where('demo', '=', demo).executeTakeFirstOrThrow()).id;
  const toulouse = await db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'toulouse').executeTakeFirstOrThrow();
  await sql`insert into group_members (group_id, account_id, body_id, standing, until) values
    (${group.id}, ${await account('agent-toulouse')}, ${toulouse.id}, 'member', null), (${group.id}, ${await account('expert-invite')}, null, 'guest', '2030-01-01')`.execute(db);
  const chair = await app.signIn('presidente-japon');
  const path = await createPoll(chair, { titre: 'Quel thème à Shizuoka ?', methode: 'ranked', regle: 'runoff', electorat: `group:${group.id}`, voix: 'person' });
  const options = await optionsOf(path);
  const [member, guest, other] = await Promise.all(['agent-toulouse', 'expert-invite', 'agent-bordeaux'].map((key) => app.signIn(key)));
  expect((await other!.get(path)).status).toBe(404);
  expect((await guest!.post(`${path}/bulletin`, { [`rang.${options.Bleu}`]: '1' })).status).toBe(404);
  expect((await member!.post(`${path}/bulletin`, { [`rang.${options.Bleu}`]: '1', [`rang.${options.Vert}`]: '1' })).status).toBe(422);
  expect((await member!.post(`${path}/bulletin`, { [`rang.${options.Bleu}`]: '1', [`rang.${options.Vert}`]: '3' })).status).toBe(303);
  expect(await read(await chair.get(path))).toContain('1 a voté sur');
});

test('R148 a meeting asks those who are registered for it: whoever waits, left or never came has no vote', async () => {
  const cuf = await app.signIn('organisatrice-cuf');
  const at = (await cuf.post('/nouveau/rencontre', { titre: 'Forum des votants', nature: 'rencontres', quand: '12 mai 2027', certitude: 'confirmed', ou: 'Paris', pour: 'public', themes: '' })).headers.get('location')!;
  await cuf.post(`${at}/organiser`, { ...readFormOf(await (await cuf.get(`${at}/organiser`)).text()).fields, inscription: '1', places: '2' });
  const [bordeaux, charente, toulouse, elected] = await Promise.all(['agent-bordeaux', 'agente-charente-maritime', 'agent-toulouse', 'elue-bordeaux'].map((key) => app.signIn(key)));
  for (const visitor of [bordeaux!, charente!, toulouse!]) expect((await visitor.post(`${at}/inscription`, { seances: '' })).status).toBe(303);
  const { id } = await db.selectFrom('sheets').select('id').where('kind', '=', 'event').where('slug', '=', at.split('/').at(-1)!).executeTakeFirstOrThrow();
  const path = await createPoll(cuf, { titre: 'Quel atelier ?', electorat: `event:${id}`, voix: 'person' });
  const { Bleu, Vert } = await optionsOf(path);
  expect(await read(await bordeaux!.get('/mon-espace'))).toContain('Voter : « Quel atelier ? »');
  expect((await bordeaux!.post(`${path}/bulletin`, { choix: Bleu! })).status).toBe(303);
  // Toulouse is on the waiting list, the élue of Bordeaux did not register: the place of her colleague is not hers.
  for (const [visitor, name] of [[toulouse!, 'waiting'], [elected!, 'absent'], [cuf, 'organiser']] as const) expect([name, (await visitor.post(`${path}/bulletin`, { choix: Vert! })).status]).toEqual([name, 404]);
  expect(await read(await elected!.get('/mon-espace'))).not.toContain('Quel atelier');
  expect(await read(await cuf.get(path))).toContain('1 a voté sur 2');
  expect((await charente!.post(`${at}/inscription/annulation`)).status).toBe(303);
  expect((await charente!.post(`${path}/bulletin`, { choix: Vert! })).status).toBe(404);
});
