import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { createLog } from '~/platform/log.ts';
import { sql } from '~/platform/db/index.ts';
import { commonPaths, listKinds, sheetHref } from '~/sheets/index.ts';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { samples } from './routes.ts';
import { isSecret, makeThings, secret, type Things } from './things.ts';

let app: OpenedApp;
let things: Things;
const lines: string[] = [];
const visitors = new Map<string, Visitor>();
const letters = {
  B: 'agent-bordeaux', b: 'elue-bordeaux', T: 'agent-toulouse', H: 'agente-charente-maritime', C: 'citoyenne-toulouse', G: 'agent-commune', E: 'expert-invite', A: 'animatrice-reseau',
  O: 'organisatrice-cuf', J: 'presidente-japon', L: 'partenaire-lima', P: 'porteuse-projet', F: 'financeur', X: 'administrateur',
};
beforeAll(async () => {
  const db = await freshDatabase();
  const log = pino({ level: 'debug', serializers: createLog('debug')[pino.symbols.serializersSym as never] }, { write: (line: string) => void lines.push(line) });
  app = await openApp({ db, log });
  things = await makeThings(app, await openApp({ db, log, clock: () => testNow + 10_000 }));
  for (const [letter, persona] of Object.entries(letters)) visitors.set(letter, await app.signIn(persona));
});

/** By hand: who opens each page, and for whom the others find nothing. E is a guest of the group, J chairs it, O animates its host. */
const pages = (): [path: string, who: string][] => [
  ['/groupes/groupe-pays-japon/discussions', 'BEJOX'], [things.thread, 'BEJOX'], [`${things.message}/signalement`, 'BEOX'], [`${things.message}/modifier`, 'J'], [things.message, 'JOX'],
  ['/groupes/groupe-pays-japon/documents', 'BEJOX'], ['/groupes/groupe-pays-japon/documents?q=zqytexte', 'BEJOX'], [things.document, 'BEJOX'], [`${things.document}/versions/1/fichier`, 'BEJOX'], ['/groupes/groupe-pays-japon/personnes', 'BEJOX'],
  [things.room, 'BEJOX'], [things.question, 'BbTHALPFJOX'],
  [things.conversation, 'BT'], [things.draft, 'BbX'], [things.request, 'Bb'], ['/demandes-recues', 'BbTHL'],
  [things.list, 'Bb'], [things.contact, 'Bb'],
  [things.introduction, 'BbT'], [things.project, 'BbT'], [things.poll, 'BbTHALPFJOX'], [things.advocacy, 'BbTHALPFJOX'], [things.emergency, 'BbTHALPFJOX'],
  [`${things.meeting}/organiser`, 'OX'], [`${things.meeting}/organiser/presence`, 'OX'],
  [things.session, 'OX'], [things.part, 'OX'], [`${things.session}/relecture`, 'OX'], [`${things.session}.pdf`, ''], [`${things.session}.docx`, ''],
  [things.visit, 'BbLX'], [things.import, 'A'], [`${things.import}/lignes-a-revoir.csv`, 'A'],
];

test('R194 who opens what issue 4 keeps private is what the table says, signed out included', async () => {
  const wrong: string[] = [];
  for (const [path, who] of pages()) {
    let found = '';
    for (const [letter, visitor] of visitors) {
      const { status } = await visitor.get(path);
      if (status === 200) found += letter;
      else if (status !== 404 && status !== 303) wrong.push(`${status} ${letter} ${path}`);
    }
    if ([...found].sort().join('') !== [...who].sort().join('')) wrong.push(`${path}: ${found}, the table says ${who}`);
    const out = await app.request(path);
    if (out.status !== 404 && !out.headers.get('location')?.startsWith('/connexion')) wrong.push(`signed out ${out.status} ${path}`);
  }
  expect(wrong).toEqual([]);
}, 60_000);

/** Where news, lists, counts and searches of what issue 4 brings are. */
const telling = /^\/(?:$|agenda|animation|annivers|bourse|contacts|demandes|discussions|flux|groupes|imports|lettre|mises|mon-espace|nouveau|observatoire|offres|actualites|personnes|plaidoyers|pratiques|projets|questions|rapprochements|recensement|recherche|rencontres|salle|sondages|suivis|urgences|visites|territoires\/bordeaux|reseaux\/so|feed|suggestions)/;
const words = (text: string) => [...new Set([...text.matchAll(isSecret)].map(([found]) => found.slice(3)))];
/** What all members read, and what one reads besides. */
const shared = ['question', 'demandeuse', 'sondage', 'rouge', 'bleu', 'urgence', 'plaidoyer', 'preoccupation'];
const own: Record<string, string[]> = {
  C: [], H: shared, L: [...shared, 'visite'], A: [...shared, 'importe'], T: [...shared, 'reponse', 'sujet', 'projet', 'presentation', 'lien'],
  E: ['fil', 'message', 'document', 'texte', 'fichier', 'reunion', 'lieu'],
  X: [...shared, 'fil', 'message', 'document', 'texte', 'fichier', 'reunion', 'lieu', 'brouillon', 'urgence', 'visite', 'partie', 'notes', 'lien', 'inscrite', 'inscriptionmail', 'fonction', 'organisme', 'presente', 'adjointe', 'mairie', 'projet', 'presentation'],
};

test('R194 R195 what issue 4 keeps private is in nobody else’s pages, data, feeds, searches, news or mails; nor in what the anonymous read after a member', async () => {
  const { db } = app;
  const { rows } = await sql<{ kind: string; slug: string }>`select distinct s.kind, s.slug from events e join sheets s on s.id = e.sheet_id where e.actor <> 'instance'`.execute(db);
  expect(rows.length).toBeGreaterThan(9);
  const sheets = rows.flatMap(({ kind, slug }) => {
    const [href, genre] = [sheetHref(kind, slug), listKinds().find((one) => one.kind === kind)!.genre];
    return [href, `${href}.json`, `${href}.csv`, `${href}.geojson`, commonPaths.history.href({ genre, slug })];
  });
  const asked = ['/recherche', '/observatoire.json', '/observatoire.csv', '/observatoire.geojson', '/suggestions', '/bourse', '/bourse.atom', '/questions', '/agenda.ics', '/personnes', '/groupes/groupe-pays-japon/documents', '/contacts', '/discussions'].flatMap((path) => ['texte', 'message', 'visite', 'reunion'].map((word) => `${path}?q=${secret(word)}`));
  const addresses = [...new Set([...samples.filter(({ method, sample }) => method === 'get' && telling.test(sample)).map(({ sample }) => sample), ...pages().map(([path]) => path), ...asked, '/nouveautes.atom', '/agenda/2027-03', '/agenda/2027-05', things.meeting, things.listing])];
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const letter of [...Object.keys(own), '']) {
    const may = letter ? own[letter]! : [];
    for (const address of letter === '' || letter === 'H' ? [...addresses, ...sheets] : addresses) {
      const answer = letter ? await visitors.get(letter)!.get(address) : await app.request(address);
      const question = new RegExp(`${decodeURIComponent(address.split('q=')[1] ?? '\u0000')}(?!\\w)`, 'g');
      const text = (await answer.text()).replace(question, '').replaceAll(new URL(address, 'http://x').pathname, '');
      // A page of nothing says again the address that was asked.
      const told = words(text).filter((word) => !may.includes(word) && !(answer.status === 404 && address.includes(secret(word))));
      for (const word of words(text)) seen.add(`${letter} ${word}`);
      if (told.length) wrong.push(`${letter || 'anonymous'} ${address}: ${told.join(' ')}`);
      if (answer.status >= 500) wrong.push(`${answer.status} ${address}`);
    }
  }
  expect(wrong).toEqual([]);
  // It does look where these are.
  expect(['H question', 'T reponse', 'T sujet', 'A importe', 'X notes', 'X presente', 'E texte', 'L visite'].filter((one) => !seen.has(one))).toEqual([]);
}, 120_000);

test('R195 no event, log line or personal feed of another holds what is private; a revoked feed answers nothing', async () => {
  const people = ['message', 'texte', 'reponse', 'sujet', 'demande', 'demandeur', 'contact', 'nomcontact', 'liste', 'origine', 'inscrite', 'inscriptionmail', 'fonction', 'organisme', 'presente', 'adjointe', 'mairie', 'notes', 'lettre', 'importe', 'vote', 'lien', 'visite'];
  const { rows } = await sql<{ name: string; told: string }>`select name, actor || changes::text as told from events`.execute(app.db);
  expect(rows.flatMap(({ name, told }) => words(told).filter((word) => people.includes(word)).map((word) => `${name} ${word}`))).toEqual([]);
  const all = lines.join('\n');
  expect(lines.length).toBeGreaterThan(500);
  const tokens = [things.feed.split('/').at(-1)!, new URL(things.visitorLink, 'http://x').searchParams.get('jeton')!];
  expect([words(all), /@prive\.example/.test(all), tokens.filter((token) => all.includes(token))]).toEqual([[], false, []]);
  expect(words(await (await app.request(things.feed)).text()).sort()).toEqual(['lieu', 'reunion']);
  const revoke = await app.db.selectFrom('agenda_feeds').select('id').executeTakeFirstOrThrow();
  expect((await visitors.get('T')!.post(`/agenda/adresses/${revoke.id}/revocation`)).status).toBe(404);
  expect((await visitors.get('B')!.post(`/agenda/adresses/${revoke.id}/revocation`)).status).toBe(303);
  expect((await app.request(things.feed)).status).toBe(404);
});

const count = async (tables: readonly string[]) => Object.fromEntries(await Promise.all(tables.map(async (name) => [name, (await sql<{ mark: string }>`select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as mark from ${sql.table(name)} t`.execute(app.db)).rows[0]!.mark])));
const idIn = (path: string) => path.split('/').at(-1)!;

test('R194 somebody else’s post, for their own body, on another’s thing: 404 and not a row written', async () => {
  const { db } = app;
  const one = async (query: ReturnType<typeof sql<{ id: string }>>) => (await query.execute(db)).rows[0]!.id;
  const registration = await one(sql`select id from registrations where kind = 'visitor'`);
  const member = await one(sql`select id from accounts where demo = 'agent-bordeaux'`);
  const role = await one(sql`select id from poll_options limit 1`);
  const group = '/groupes/groupe-pays-japon';
  // Path, what would be written, and whose it is: everybody else is a stranger.
  const posts: [path: string, fields: Record<string, string>, own: string][] = [
    [`${things.thread}/messages`, { texte: 'Volé' }, 'BEJOX'], [`${things.thread}/suivi`, { suivre: 'oui' }, 'BEJOX'], [`${things.message}/modifier`, { texte: 'Volé' }, 'J'], [`${things.message}/retrait`, { raison: 'Volé' }, 'JOX'], [`${things.message}/signalement`, { raison: 'Volé' }, 'BEOX'],
    [`${things.conversation}/messages`, { texte: 'Volé' }, 'BT'], [`${things.conversation}/suivi`, { suivre: 'oui' }, 'BT'], [`${things.question}/reponse-retenue`, { place: '1' }, 'TAOX'],
    [`${group}/documents/nouveau`, { titre: 'Volé' }, 'BJOX'], [`${things.document}/versions`, { titre: 'Volé' }, 'BJOX'], [`${things.document}/retrait`, {}, 'JOX'], [`${group}/personnes/${member}/retrait`, {}, 'JOX'], [`${group}/invitations`, { courriel: 'vole@prive.example', qualite: 'membre' }, 'JOX'], [`${group}/presidence`, { compte: member }, 'OX'],
    [`${things.listing}/prolongation`, {}, 'BbX'], [`/fiches/annonce/${idIn(things.listing)}/gestes/clore`, { suite: 'none' }, 'BbX'], [`${things.draft}/reponse`, { message: 'Volé' }, ''], [things.request, { decision: 'no', motif: 'Volé' }, 'Bb'],
    [things.contact, { courriel: 'vole@prive.example', nom: 'Volé', origine: 'x', base: 'consent', depuis: '2025-01-01' }, 'Bb'], [`${things.contact}/retrait`, {}, 'Bb'], [`${things.list}/retrait`, {}, 'Bb'],
    [`${things.introduction}/accord`, {}, 'BbT'], [`${things.introduction}/refus`, {}, 'BbT'], [`${things.introduction}/retrait`, {}, 'BbT'], [`${things.introduction}/suites`, { suite: 'project' }, 'BbT'], [`${things.project}/accord`, {}, 'BbT'], [`${things.project}/refus`, {}, 'BbT'],
    [`${things.poll}/bulletin`, { choix: role }, 'BbTHLJAOPFX'], [`/fiches/sondage/${idIn(things.poll)}/gestes/clore`, {}, 'AX'], [`${things.emergency}/envoi`, {}, 'AOX'], [`${things.advocacy}/soutien`, {}, 'BbTHPFL'],
    [`${things.meeting}/organiser`, { lien: 'https://vole.example' }, 'OX'], [`${things.meeting}/organiser/presence`, { vus: registration, presents: registration }, 'OX'], [`${things.meeting}/organiser/presence/ajout`, { nom: 'Volé' }, 'OX'], [`${things.meeting}/organiser/experts`, { courriel: 'vole@prive.example', nom: 'Volé' }, 'OX'], [`/fiches/rencontre/${idIn(things.meeting)}/liste-des-presents`, { lignes: 'Nom;Collectivité\nVolé;Paris' }, 'OX'],
    [things.part, { titre: 'Volé', texte: 'Volé' }, 'OX'], [`${things.part}/retrait`, {}, 'OX'], [`${things.session}/suites`, { nature: 'decision', suite: 'Volé' }, 'OX'], [`${things.session}/preneurs-de-notes`, { courriel: 'vole@prive.example' }, 'OX'], [`${things.session}/publication`, {}, 'OX'], [`${things.session}/relecture`, { jusqua: '2026-11-30' }, 'OX'],
    [`${things.import}/lancement`, {}, 'A'], [`${things.import}/suppression`, {}, 'A'], [`${things.import}/choix`, { 'ligne-1': 'x' }, 'A'], [`/visites/${idIn(things.visit)}/retrait`, {}, 'BbLX'],
    ['/agenda/adresses/00000000-0000-7000-8000-000000000000/revocation', {}, ''],
  ];
  const tables = ['events', 'mails', 'discussion_messages', 'discussion_people', 'group_members', 'group_documents', 'group_document_versions', 'listing_answers', 'incoming_requests', 'contact_cards', 'contact_lists', 'introductions', 'introduction_sides', 'poll_ballots', 'poll_voters', 'meeting_doors', 'registrations', 'imports', 'import_lines', 'mandates', 'minutes_parts'];
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public'`.execute(db);
  const kept = rows.map(({ name }) => name).filter((name) => tables.includes(name));
  expect(tables.filter((name) => !kept.includes(name))).toEqual([]);
  const before = await count(kept);
  const wrong: string[] = [];
  for (const [path, fields, own] of posts) {
    for (const [letter, visitor] of visitors) {
      if (own.includes(letter)) continue;
      const { status } = await visitor.post(path, fields);
      if (status !== 404) wrong.push(`${status} ${letter} ${path}`);
    }
    const out = await app.visit().post(path, fields);
    if (out.status !== 303 || !out.headers.get('location')!.startsWith('/connexion')) wrong.push(`signed out ${out.status} ${path}`);
  }
  expect(wrong).toEqual([]);
  expect(await count(kept)).toEqual(before);
}, 60_000);
