import { beforeAll, expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let chair: Visitor;
let member: Visitor;
let outsider: Visitor;
let groupId: string;
const group = '/groupes/groupe-pays-japon/discussions';

beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  ({ id: groupId } = await app.db.selectFrom('sheets').select('id').where('slug', '=', 'groupe-pays-japon').executeTakeFirstOrThrow());
  await sql`insert into group_members (group_id, account_id, body_id) select ${groupId}::uuid, a.id, s.id from accounts a, sheets s
    where a.demo = 'agent-toulouse' and s.kind = 'territory' and s.slug = 'toulouse'`.execute(app.db);
  [chair, member, outsider] = await Promise.all([app.signIn('presidente-japon'), app.signIn('agent-toulouse'), app.signIn('agent-bordeaux')]);
});

const read = async (visitor: Visitor, path: string) => wordsOf(await (await visitor.get(path)).text());
const count = async (table: 'discussions' | 'discussion_messages') => (await app.db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;

/** Opens a thread as a browser does; its address. */
async function open(visitor: Visitor, path: string, titre: string, texte: string): Promise<string> {
  const answer = await visitor.post(path, { titre, texte });
  expect(answer.status).toBe(303);
  return answer.headers.get('location')!;
}
const write = (visitor: Visitor, thread: string, texte: string) => visitor.post(`${thread}/messages`, { texte });
const told = async (persona: string) => (await sql<{ label: string; name: string; at: string | null }>`
  select n.label, e.name, n.mailed_at as at from notifications n join events e on e.id = n.event_id join accounts a on a.id = n.account_id where a.demo = ${persona} and e.name like 'discussion.%' order by n.at`.execute(app.db)).rows;

test('R147 a group talks in its page: two fields open a discussion, its people read it with names, nobody else knows of it', async () => {
  expect(await read(chair, '/groupes/groupe-pays-japon')).toContain('Rien n’a encore été écrit ici');
  const thread = await open(chair, `${group}/nouvelle`, 'Préparer Shizuoka', 'Bonjour,\n\nles trois thèmes sont sur https://exemple.fr/themes_(2024). <b>À vous</b>');
  const page = await (await member.get(thread)).text();
  expect(wordsOf(page)).toContain('Présidente du groupe-pays Japon');
  expect(page).toContain('<a href="https://exemple.fr/themes_(2024)" rel="nofollow ugc noopener">');
  expect(page).toContain('&lt;b>À vous');
  expect((await write(member, thread, 'Nous pourrons parler de sobriété.')).status).toBe(303);
  expect(await read(chair, thread)).toContain('Agent de Toulouse , Agent des relations internationales, Toulouse');
  expect(await read(member, '/groupes/groupe-pays-japon')).toContain('Préparer Shizuoka');
  for (const path of [thread, group, `${group}/nouvelle`]) expect([(await outsider.get(path)).status, path]).toEqual([404, path]);
  expect((await write(outsider, thread, 'Je passe')).status).toBe(404);
  expect(await read(outsider, '/groupes/groupe-pays-japon')).not.toContain('Préparer Shizuoka');
  const history = await (await app.request('/fiches/groupe/groupe-pays-japon/historique')).text();
  expect(history).not.toMatch(/discussion|Shizuoka 2024 à/);
});

test('R147 a question asked to peers is read by all members, without names, and by no citizen; an answer is told in the news; one answer is retained by who asked', async () => {
  const thread = await open(outsider, '/questions/nouvelle', 'Qui a déjà signé avec une préfecture ?', 'Nous cherchons un modèle.');
  const citizen = await app.signIn('citoyenne-toulouse');
  expect([(await citizen.get(thread)).status, (await citizen.get('/questions')).status, (await app.request(thread)).status]).toEqual([404, 404, 303]);
  expect(await read(member, '/mon-espace')).toContain('Qui a déjà signé avec une préfecture ?');
  await write(member, thread, 'Oui, en 2019 : voici comment.');
  await write(chair, thread, 'À Shizuoka aussi.');
  const seen = await read(member, thread);
  expect(seen).toContain('Agente des relations internationales , Bordeaux');
  expect(seen).not.toContain('Agente de Bordeaux');
  expect(await told('agent-bordeaux')).toEqual(expect.arrayContaining([{ label: 'Qui a déjà signé avec une préfecture ?', name: 'discussion.answered', at: null }]));
  expect(await read(outsider, '/suivis/nouvelles')).toContain('nouvelle réponse à la question : « Qui a déjà signé avec une préfecture ? »');
  expect((await member.post(`${thread}/reponse-retenue`, { place: '2' })).status).toBe(404);
  expect((await outsider.post(`${thread}/reponse-retenue`, { place: '2' })).status).toBe(303);
  expect(await read(chair, thread)).toContain('La réponse retenue');
  expect((await told('agent-toulouse')).map((one) => one.name)).toContain('discussion.accepted');
  await outsider.post(`${thread}/reponse-retenue`, { place: '' });
  expect(await read(chair, thread)).not.toContain('La réponse retenue');
});

test('R159 nothing typed is lost on refusal, and a form sent twice writes once', async () => {
  const refused = await chair.post(`${group}/nouvelle`, { titre: '', texte: 'Un long message que personne ne veut retaper' });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('Un long message que personne ne veut retaper');
  expect(page).toContain('href="#champ-titre"');
  const cle = /name="cle" value="([^"]+)"/.exec(page)![1]!;
  const before = await count('discussions');
  const both = await Promise.all([1, 2].map(() => chair.post(`${group}/nouvelle`, { cle, titre: 'Une fois', texte: 'Un long message' })));
  expect(both.map((one) => one.headers.get('location'))).toEqual([both[0]!.headers.get('location'), both[0]!.headers.get('location')]);
  expect(await count('discussions')).toBe(before + 1);
  const thread = both[0]!.headers.get('location')!;
  const fields = { cle: crypto.randomUUID(), texte: 'Deux clics' };
  await Promise.all([member.post(`${thread}/messages`, fields), member.post(`${thread}/messages`, fields)]);
  expect((await read(chair, thread)).match(/Deux clics/g)).toHaveLength(1);
});

test('a message edited says so and keeps its former words for its author and who leads; removed, its place stays; reported, who leads decides', async () => {
  const thread = await open(chair, `${group}/nouvelle`, 'Règles', 'Premier texte');
  await write(member, thread, 'Un mot de trop');
  const id = async (position: number) => (await app.db.selectFrom('discussion_messages').select('id').where('discussion_id', '=', thread.split('/').pop()!).where('position', '=', position).executeTakeFirstOrThrow()).id;
  const [first, second] = [await id(1), await id(2)];
  expect((await member.get(`/discussions/messages/${first}/modifier`)).status).toBe(404);
  expect((await chair.post(`/discussions/messages/${first}/modifier`, { texte: 'Second texte' })).status).toBe(303);
  expect(await read(member, thread)).toMatch(/modifié le .* Second texte/);
  expect(await read(chair, `/discussions/messages/${first}`)).toContain('Premier texte');
  expect((await member.get(`/discussions/messages/${first}`)).status).toBe(404);
  const expert = await app.signIn('expert-invite');
  expect((await expert.post(`/discussions/messages/${second}/signalement`, { raison: '' })).status).toBe(422);
  expect((await expert.post(`/discussions/messages/${second}/signalement`, { raison: 'Blessant' })).status).toBe(303);
  expect(await read(chair, '/mon-espace')).toContain('Un message signalé à examiner');
  expect(await read(chair, '/discussions/signalements')).toMatch(/Un mot de trop .* Blessant/);
  expect(await read(member, '/discussions/signalements')).not.toContain('Blessant');
  const report = /action="(\/discussions\/signalements\/[^"]+)"/.exec(await (await chair.get('/discussions/signalements')).text())![1]!;
  expect((await member.post(report, { decision: 'retirer', raison: 'x' })).status).toBe(404);
  const unreasoned = await chair.post(report, { decision: 'retirer' });
  expect(unreasoned.status).toBe(422);
  expect(await unreasoned.text()).toMatch(/href="#(champ-raison-[^"]+)">Dites pourquoi, en une phrase<.*id="\1"/s);
  expect((await chair.post(report, { decision: 'retirer', raison: 'Propos blessant' })).status).toBe(303);
  const page = await read(expert, thread);
  expect(page).not.toContain('Un mot de trop');
  expect(page).toContain('Raison : Propos blessant');
});

test('a long thread is read fifty messages a page, opens where one stopped, and its words are found by its people only', async () => {
  const thread = await open(chair, `${group}/nouvelle`, 'Long fil', 'Début');
  const id = thread.split('/').pop()!;
  await sql`insert into discussion_messages (id, discussion_id, position, author, text, search, mailed_at)
    select gen_random_uuid(), ${id}::uuid, n, 'Essai', 'Numéro ' || n, to_tsvector('french_plain', case n when 77 then 'Les coopérations zoologiques' else 'Courant' end), now() from generate_series(2, 130) n`.execute(app.db);
  await sql`update discussions set messages = 130 where id = ${id}::uuid`.execute(app.db);
  expect(await read(member, `${thread}?page=2`)).toMatch(/Page 2 sur 3 .*Numéro 51 .*Numéro 100 /);
  expect(await read(member, thread)).toContain('Page 3 sur 3');
  expect(await read(member, `${thread}?page=99`)).toContain('Numéro 130');
  const found = await read(member, `${group}?q=coopération+zoologique`);
  expect(found).toContain('Long fil');
  expect(found).not.toContain('Aucun échange');
  expect(await read(member, `${group}?q=courant&page=3`)).toContain('Messages qui contiennent « courant », page 3');
  expect(await (await member.get(`${group}?q=coopération+zoologique`)).text()).toContain('page=2#message-77');
  expect(await read(member, `${group}?q=zzzz`)).toContain('Aucun message ne contient');
  expect((await outsider.get(`${group}?q=zoologique`)).status).toBe(404);
});

test('R147 whoever left the group is told nothing more of it, not even that their answer was retained', async () => {
  const thread = await open(chair, `${group}/nouvelle?genre=question`, 'Qui part en mai ?', 'Pour Kyoto.');
  await write(member, thread, 'Nous.');
  await sql`update group_members set ended_at = now() where group_id = ${groupId}::uuid`.execute(app.db);
  expect((await chair.post(`${thread}/reponse-retenue`, { place: '2' })).status).toBe(303);
  expect((await told('agent-toulouse')).map(({ label, name }) => `${name} ${label}`)).not.toContain('discussion.accepted Qui part en mai ?');
  await sql`update group_members set ended_at = null where group_id = ${groupId}::uuid`.execute(app.db);
});
