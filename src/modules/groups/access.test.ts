import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let document: string;
const group = '/groupes/groupe-pays-japon';
const nobody = '01900000-0000-7000-8000-000000000000';

beforeAll(async () => {
  app = await openApp({ db: await freshDatabase('world') });
  const { id } = await app.db.selectFrom('sheets').select('id').where('kind', '=', 'group').where('slug', '=', 'groupe-pays-japon').executeTakeFirstOrThrow();
  const account = await app.db.selectFrom('accounts').select('id').where('demo', '=', 'agent-bordeaux').executeTakeFirstOrThrow();
  const body = await app.db.selectFrom('sheets').select('id').where('kind', '=', 'territory').where('slug', '=', 'bordeaux').executeTakeFirstOrThrow();
  await app.db.insertInto('group_members').values({ group_id: id, account_id: account.id, body_id: body.id }).execute();
  const form = new FormData();
  form.set('titre', 'Ordre du jour');
  form.set('fichier', new File(['Accueil'], 'ordre.txt'));
  const answer = await (await app.signIn('presidente-japon')).post(`${group}/documents/nouveau`, form);
  document = new URL(answer.headers.get('location')!, 'http://x').pathname;
});

/** Who, then what each address answers: `.` it opens, `-` there is nothing there, `?` sign in first. */
const table = {
  //                     page personnes documents document fichier nouveau inviter corriger
  'signed out':          '. ? ? ? ? ? ? ?',
  'agent-toulouse':      '. - - - - - - -',
  'citoyenne-toulouse':  '. - - - - - - -',
  'animatrice-reseau':   '. - - - - - - -',
  'expert-invite':       '. . . . . - - -',
  'agent-bordeaux':      '. . . . . . - -',
  'presidente-japon':    '. . . . . . . .',
  'organisatrice-cuf':   '. . . . . . . .',
  'administrateur':      '. . . . . . . .',
};

test('R176 who may what in a group: outsider, member, guest, chair, animators of its host and of another network, administrator, signed out', async () => {
  const found: Record<string, string> = {};
  for (const who of Object.keys(table)) {
    const visitor = who === 'signed out' ? app.visit() : await app.signIn(who);
    const addresses = [group, `${group}/personnes`, `${group}/documents`, document, `${document}/versions/1/fichier`, `${group}/documents/nouveau`, `${group}/invitations`, '/fiches/groupe/groupe-pays-japon/modifier'];
    found[who] = (await Promise.all(addresses.map((path) => signOf(visitor, path)))).join(' ');
  }
  expect(found).toEqual(table);
});

async function signOf(visitor: Visitor, path: string): Promise<string> {
  const { status } = await visitor.get(path);
  return status === 200 ? '.' : status === 404 ? '-' : status === 303 ? '?' : String(status);
}

/** Gestures, on ids of nobody where they need one: 404 either way, so what tells is what the database holds after. */
test('R176 nobody but who leads the group invites, answers, ends a place or removes; nobody but its host appoints', async () => {
  const toulouse = (await app.db.selectFrom('accounts').select('id').where('demo', '=', 'agent-bordeaux').executeTakeFirstOrThrow()).id;
  for (const who of ['agent-toulouse', 'animatrice-reseau', 'expert-invite', 'agent-bordeaux', 'citoyenne-toulouse']) {
    const visitor = await app.signIn(who);
    const posts: [string, Record<string, string>][] = [
      [`${group}/invitations`, { courriel: 'x@y.test', qualite: 'membre' }], [`${group}/invitations/collectivites`, { collectivites: nobody }], [`${group}/invitations/${nobody}/retrait`, {}],
      [`${group}/personnes/${toulouse}/retrait`, {}], [`${group}/presidence`, { compte: toulouse }], [`${group}/demandes/${nobody}/acceptation`, {}], [`${group}/demandes/${nobody}/refus`, {}],
      [`${document}/retrait`, {}], [`${group}/presidence/${nobody}/fin`, {}],
    ];
    for (const [path, fields] of posts) expect(`${who} ${path} ${(await visitor.post(path, fields)).status}`).toBe(`${who} ${path} 404`);
  }
  expect((await (await app.signIn('presidente-japon')).post(`${group}/presidence`, { compte: toulouse })).status).toBe(404);
  const left = await app.db.selectFrom('group_invitations').select('id').execute();
  expect(left).toEqual([]);
  expect(await app.db.selectFrom('mandates').select('id').where('account_id', '=', toulouse).where('role', '=', 'chair').execute()).toEqual([]);
});

test('the group’s page shows each one only what they may do', async () => {
  const read = async (who: string) => wordsOf(await (await (await app.signIn(who)).get(group)).text());
  expect(await read('agent-bordeaux')).toContain('L’espace du groupe');
  expect(await read('agent-bordeaux')).not.toContain('Inviter');
  expect(await read('presidente-japon')).toContain('Inviter');
  expect(await read('agent-toulouse')).not.toContain('L’espace du groupe');
  expect(await read('agent-toulouse')).toContain('Demander à rejoindre');
  expect(await read('citoyenne-toulouse')).toContain('Comment rejoindre');
  expect(wordsOf(await (await app.request(group)).text())).toContain('Se connecter pour entrer');
});
