import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { findReader } from '~/modules/accounts/index.ts';
import type { Who } from '~/platform/http/request.ts';
import { findKindByGenre, findRight, findSheet, type Reader } from '~/sheets/index.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';

const personas = ['agent-bordeaux', 'elue-bordeaux', 'agent-toulouse', 'agent-commune', 'animatrice-reseau', 'organisatrice-cuf', 'porteuse-projet', 'financeur', 'partenaire-lima', 'citoyenne-toulouse', 'expert-invite', 'agente-charente-maritime', 'presidente-japon', 'administrateur'];
/** Who comes in, by the kind of route, written by hand; `editor` looks at the sheet. */
const members = personas.filter((one) => !['agent-commune', 'citoyenne-toulouse', 'expert-invite'].includes(one));
const entering: Record<Exclude<Who, 'editor'>, readonly string[]> = {
  everyone: personas,
  account: personas,
  member: members,
  animator: ['animatrice-reseau', 'organisatrice-cuf', 'administrateur'],
  administrator: ['administrateur'],
};

const routes = readFileSync('tests/access/routes.txt', 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split(/\s+/) as [string, string, Who, string]);

let app: OpenedApp;
const visitors = new Map<string, Visitor>();
const readers = new Map<string, Reader>();
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  for (const persona of personas) {
    const visitor = await app.signIn(persona);
    visitors.set(persona, visitor);
    readers.set(persona, await findReader(app.db, visitor.cookies.get('session')!));
  }
});

/** The right on the sheet that an address names; undefined when it names none. */
async function rightAt(persona: string, sample: string): Promise<string | null | undefined> {
  const [, genre, slug] = /^\/fiches\/([^/]+)\/([^/]+)/.exec(sample) ?? [];
  const spec = genre && findKindByGenre(genre);
  if (!spec) return undefined;
  const sheet = await findSheet(app.db, readers.get(persona)!, spec.kind, slug!);
  return sheet && !('movedTo' in sheet) ? findRight(app.db, readers.get(persona)!, sheet.id) : null;
}

async function mayEnter(persona: string, who: Who, sample: string): Promise<boolean> {
  return who === 'editor' ? (await rightAt(persona, sample)) !== null : entering[who].includes(persona);
}

test('R194 signed out, a route that is not for everyone asks to sign in, whatever the method', async () => {
  const wrong: string[] = [];
  for (const [method, pattern, who, sample] of routes) {
    if (who === 'everyone') continue;
    const response = await (method === 'get' ? app.request(sample) : app.visit().post(sample));
    const to = response.headers.get('location') ?? '';
    if (response.status !== 303 || !to.startsWith('/connexion?suite=')) wrong.push(`${method} ${pattern}: ${response.status} ${to}`);
  }
  expect(wrong).toEqual([]);
}, 60_000);

test('R194 each page opens for those whom it is for, and does not exist for the others', async () => {
  const wrong: string[] = [];
  for (const [method, pattern, who, sample] of routes) {
    if (method !== 'get') continue;
    for (const persona of personas) {
      const { status } = await visitors.get(persona)!.get(sample);
      if (status >= 500 || (status !== 404 && !(await mayEnter(persona, who, sample)))) wrong.push(`${persona} ${pattern}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
}, 180_000);

test('R194 an empty form never fails, and does nothing for those whom it is not for', async () => {
  const wrong: string[] = [];
  for (const [method, pattern, who, sample] of routes) {
    if (method !== 'post') continue;
    for (const persona of personas) {
      const { status, headers } = await visitors.get(persona)!.post(sample);
      // some forms end the session
      if (headers.has('set-cookie')) visitors.set(persona, await app.signIn(persona));
      if (status >= 500 || (status !== 404 && !(await mayEnter(persona, who, sample)))) wrong.push(`${persona} ${pattern}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  for (const persona of personas) expect([persona, (await visitors.get(persona)!.get('/compte')).status]).toEqual([persona, 200]);
}, 240_000);

test('R194 every kind of person of the demonstration is in this test', async () => {
  const known = await app.db.selectFrom('accounts').select('demo').where('demo', 'is not', null).execute();
  expect(known.map((row) => row.demo).sort()).toEqual([...personas].sort());
});
