import { beforeAll, expect, test } from 'vitest';
import { createAccount, grantMandate } from '~/modules/accounts/index.ts';
import { sql } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { addMember } from '~/sheets/index.ts';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
});

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ');
const idOf = async (kind: string, slug: string) => (await app.db.selectFrom('sheets').select(['id', 'title']).where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow());

test('R162 the desk tells the animator what waits and how the network is; whom the Region delegates shares it, nobody else opens it', async () => {
  const animator = await app.signIn('animatrice-reseau');
  const network = await idOf('network', 'so-cooperation');
  for (const slug of ['bordeaux', 'cenon', 'lormont']) {
    const { id, title } = await idOf('territory', slug);
    await app.db.transaction().execute((tx) => addMember(tx, instance, network.id, { id, title }));
  }
  const page = words(await (await animator.get('/animation')).text());
  expect(page).toContain('SO Coopération');
  expect(page).toMatch(/3 membres Collectivités et organismes liés au réseau/);
  expect(page).toMatch(/1 membre engagé .*2 ne le sont pas encore/);
  const notYet = words(await (await animator.get('/animation/membres?voir=pas-encore')).text());
  expect(notYet).toContain('2 sur 3');
  expect(notYet).toMatch(/Cenon .*Lormont/);
  const delegate = await app.db.transaction().execute(async (tx) => {
    const accountId = await createAccount(tx, { mail: 'deleguee@region.example', name: 'Déléguée', title: 'Cheffe de service', demo: 'deleguee', trusted: true });
    await grantMandate(tx, instance, { accountId, role: 'animator', bodyId: network.id });
    return accountId;
  });
  expect(delegate).toMatch(/^[0-9a-f-]{36}$/);
  for (const [persona, status] of [['deleguee', 200], ['organisatrice-cuf', 200], ['agent-bordeaux', 404], ['citoyenne-toulouse', 404]] as const) {
    const answer = await (await app.signIn(persona)).get('/animation');
    expect([persona, answer.status]).toEqual([persona, status]);
    if (persona !== 'organisatrice-cuf' && status === 200) expect(words(await answer.text())).toContain('3 membres');
  }
});

test('a network of many members is read page by page', async () => {
  const { id } = await idOf('network', 'cuf');
  await sql`insert into sheet_links (from_id, role, to_id) select ${id}, 'member', s.id from sheets s join territories t on t.sheet_id = s.id and t.side = 'french' where s.merged_into is null order by s.title, s.num limit 120 on conflict do nothing`.execute(app.db);
  const cuf = await app.signIn('organisatrice-cuf');
  const rowsOf = async (path: string) => (await (await cuf.get(path)).text()).match(/<tr>/g)!.length - 1;
  const first = await (await cuf.get('/animation/membres')).text();
  expect(await rowsOf('/animation/membres')).toBe(100);
  expect(first).toContain('href="/animation/membres?voir=tous&amp;page=2" rel="next"');
  expect(await rowsOf('/animation/membres?voir=tous&page=2')).toBeGreaterThanOrEqual(20);
});

test('what waits for the animator is on the desk, whole: a claim to answer', async () => {
  const animator = await app.signIn('animatrice-reseau');
  const before = words(await (await animator.get('/animation')).text());
  expect(before).not.toContain('Bazas');
  const { id } = await idOf('territory', 'bazas');
  await app.db.insertInto('claims').values({ id: crypto.randomUUID(), account_id: (await app.db.selectFrom('accounts').select('id').where('demo', '=', 'agent-commune').executeTakeFirstOrThrow()).id, sheet_id: id, role: 'agent', function: 'Secrétaire générale', proof: 'word', state: 'requested' } as never).execute();
  expect(words(await (await animator.get('/animation')).text())).toContain('Bazas');
});

/** What the desk says of one line: its figure and how it is counted. */
const lineOf = (page: string, label: string) => page.slice(page.indexOf(label)).slice(label.length, label.length + 260).trim();

test('R151 R162 the desk counts what its network lives, and not what another one does: meetings to prepare, aims, census, polls, questions, listings', async () => {
  const [animator, cuf, agent] = await Promise.all(['animatrice-reseau', 'organisatrice-cuf', 'agent-bordeaux'].map((key) => app.signIn(key)));
  const go = async (answer: Promise<Response>) => {
    const { status, headers } = await answer;
    expect(status).toBe(303);
    return headers.get('location')!;
  };
  const quiet = words(await (await animator!.get('/animation')).text());
  expect(quiet).toContain('Aucune rencontre ni échéance dans les deux mois.');
  expect(lineOf(quiet, 'Webinaires de 2026')).toMatch(/^0 sur 2 à 3 .*Rien ne s’est encore tenu\./);
  expect(lineOf(quiet, 'Réunions en présence de 2026')).toMatch(/^0 sur 1 /);
  expect(lineOf(quiet, 'Réponses au recensement')).toMatch(/^0 sur 3 Aucun recensement n’est ouvert/);
  expect(quiet).not.toContain('Participation au dernier sondage');
  for (const tool of ['Apporter une liste de membres', 'Annoncer un rendez-vous', 'Ouvrir un sondage', 'Composer une lettre d’information', 'Le recensement des intérêts', 'Contacts et invitations', 'Créer un groupe', 'Donner l’alerte', 'Fixer les objectifs de l’année']) expect(quiet).toContain(tool);

  await go(animator!.post('/nouveau/rencontre', { titre: 'Répondre aux crises', nature: 'webinaire', quand: '10 décembre 2026 à 10 h', certitude: 'planned', ou: 'en ligne', pour: 'public', themes: '' }));
  await go(animator!.post('/nouveau/rencontre', { titre: 'Journée des élus', nature: 'reunion', quand: 'janvier 2027', certitude: 'tentative', ou: 'Bordeaux', pour: 'public', themes: '' }));
  await go(animator!.post('/nouveau/rencontre', { titre: 'Plus tard', nature: 'reunion', quand: '12 mai 2027', certitude: 'planned', ou: 'Bordeaux', pour: 'public', themes: '' }));
  await go(animator!.post('/nouveau/rencontre', { titre: 'Réunion d’octobre', nature: 'reunion', quand: '6 octobre 2026', certitude: 'held', ou: 'Bordeaux', pour: 'public', themes: '' }));
  await go(animator!.post('/reseaux/so-cooperation/recensement', { jusquau: '2026-12-20' }));
  await go(agent!.post('/recensement', { cherche: ['plaidoyer'] }));
  await go(agent!.post('/questions/nouvelle', { titre: 'Qui connaît Ramallah ?', texte: 'Nous cherchons un contact.', cle: crypto.randomUUID() }));
  await go(agent!.post('/nouveau/annonce', { titre: 'Un expert de l’eau', sorte: 'besoin', nature: 'expertise', texte: 'Deux semaines.', echeance: '2027-01-31', pour: 'public' }));
  const network = await idOf('network', 'so-cooperation');
  const poll = await go(animator!.post('/nouveau/sondage', { titre: 'Quelle date ?', nature: 'question', methode: 'single', choix: 'Mars\nAvril', electorat: `network:${network.id}`, voix: 'body', secret: 'open', fin: '2026-12-01' }));
  const gesture = (name: string) => `/fiches/sondage/${poll.split('/').at(-1)}/gestes/${name}`;
  await go(animator!.post(gesture('ouvrir'), {}));
  const option = (await app.db.selectFrom('poll_options').select('id').where('label', '=', 'Mars').executeTakeFirstOrThrow()).id;
  await go(agent!.post(`${poll}/bulletin`, { choix: option }));

  const busy = words(await (await animator!.get('/animation')).text());
  expect(lineOf(busy, 'Répondre aux crises, 10 décembre 2026')).toMatch(/^Les inscriptions ne sont pas ouvertes\. Le lien de connexion manque\. Journée des élus, janvier 2027 Le programme est à écrire\. Les inscriptions ne sont pas ouvertes\. Compte rendu/);
  expect(busy).not.toContain('Plus tard');
  expect(lineOf(busy, 'Compte rendu : Réunion d’octobre')).toMatch(/^La rencontre s’est tenue, rien n’est encore écrit\./);
  expect(lineOf(busy, 'Sondage : « Quelle date ? »')).toMatch(/^1 vote Dernier jour pour voter : 1er décembre 2026\./);
  expect(lineOf(busy, 'Webinaires de 2026')).toMatch(/^1 sur 2 à 3 /);
  expect(lineOf(busy, 'Réunions en présence de 2026')).toMatch(/^1 sur 1 .*Un rendez-vous s’est déjà tenu\./);
  expect(lineOf(busy, 'Réponses au recensement')).toMatch(/^1 sur 3 Recensement ouvert, jusqu’au 20 décembre 2026\./);
  expect(lineOf(busy, 'Questions entre pairs sans réponse')).toMatch(/^1 /);
  expect(lineOf(busy, 'Annonces ouvertes à la bourse')).toMatch(/^1 /);
  await go(animator!.post(gesture('clore'), {}));
  expect(lineOf(words(await (await animator!.get('/animation')).text()), 'Participation au dernier sondage')).toMatch(/^1 sur 3 « Quelle date \? »/);

  const other = words(await (await cuf!.get('/animation')).text());
  for (const one of ['Répondre aux crises', 'Quelle date', 'Réunion d’octobre', 'Webinaires de']) expect(other).not.toContain(one);
  expect(lineOf(other, 'Réponses au recensement')).toMatch(/ Aucun recensement n’est ouvert/);
  const whole = words(await (await (await app.signIn('administrateur')).get('/en/animation')).text());
  expect(lineOf(whole, 'Questions between peers without an answer')).toMatch(/^1 /);
  expect(whole).toContain('Répondre aux crises');
});
