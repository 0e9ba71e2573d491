import ICAL from 'ical.js';
import ical from 'node-ical';
import { beforeAll, expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase('world') });
});

interface Told { uid: string; summary: string; status: string; sequence: number; url: string }

async function readFeed(address: string): Promise<Told[]> {
  const response = await app.request(address);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  const text = await response.text();
  const told = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one): Told => ({
    uid: String(one.getFirstPropertyValue('uid')), summary: String(one.getFirstPropertyValue('summary')), status: String(one.getFirstPropertyValue('status')),
    sequence: Number(one.getFirstPropertyValue('sequence')), url: String(one.getFirstPropertyValue('url')),
  }));
  const others = Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT');
  expect(others.map((one) => (one as { uid: string }).uid)).toEqual(told.map((one) => one.uid));
  return told;
}

/** What a person copies from the page that a new address leads to. */
async function copy(visitor: Visitor, response: Response): Promise<string> {
  expect([response.status, response.headers.get('location')]).toEqual([303, '/agenda/adresses']);
  const html = await (await visitor.get('/agenda/adresses')).text();
  return new URL(/id="adresse-secrete"[^>]*value="([^"]+)"/.exec(html)![1]!).pathname;
}

const announce = async (visitor: Visitor, titre: string, pour: string) =>
  (await visitor.post('/nouveau/rencontre', { titre, nature: 'reunion', quand: '12 mars 2027 à 10 h', certitude: 'confirmed', ou: 'Bordeaux', pour, themes: '' })).headers.get('location')!;

test('R142 a secret address is read signed out: it shows what its owner may see, and the filters of the page it was made from', async () => {
  const agent = await app.signIn('agent-bordeaux');
  const sheet = await announce(agent, 'Entre membres', 'members');
  const page = await (await agent.get('/agenda?territoire=bordeaux')).text();
  const question = /name="question" value="([^"]*)"/.exec(page)![1]!.replaceAll('&amp;', '&');
  expect(question).toBe('?territoire=bordeaux');
  const address = await copy(agent, await agent.post('/agenda/adresses', { question }));
  const told = await readFeed(address);
  expect(told.find((one) => one.summary === 'Entre membres')).toMatchObject({ status: 'CONFIRMED', url: `http://jumelles.test${sheet}` });
  expect(told.some((one) => one.summary.startsWith('8es Rencontres franco-japonaises'))).toBe(false);
  expect(await (await app.request('/agenda.ics')).text()).not.toContain('Entre membres');
  const { rows } = await sql<{ found: boolean }>`select position(convert_to(${address.split('/').at(-1)!.slice(0, -4)}, 'UTF8') in token_hash) > 0 as found from agenda_feeds`.execute(app.db);
  expect(rows).toEqual([{ found: false }]);
});

test('R142 the page of one’s addresses says which filters each follows, the sort of meeting too', async () => {
  const agent = await app.signIn('agent-bordeaux');
  await copy(agent, await agent.post('/agenda/adresses', { question: '?type=semaine&territoire=bordeaux' }));
  const page = (await (await agent.get('/agenda/adresses')).text()).replace(/\s+/g, ' ');
  expect(page).toMatch(/<a href="\/agenda\?[^"]*type=semaine[^"]*">Semaine[^<]* et Bordeaux<\/a>/);
});

test('R142 R174 a cancelled meeting stays in the address, cancelled, under the same identity and one step later', async () => {
  const agent = await app.signIn('agent-bordeaux');
  const sheet = await announce(agent, 'À annuler', 'members');
  const address = await copy(agent, await agent.post('/agenda/adresses', { question: '' }));
  const before = (await readFeed(address)).find((one) => one.summary === 'À annuler')!;
  expect((await agent.post(`/fiches/rencontre/${sheet.split('/').at(-1)}/gestes/annuler`, { raison: 'Plus de salle.' })).status).toBe(303);
  const after = (await readFeed(address)).find((one) => one.uid === before.uid)!;
  expect([after.status, after.summary, after.sequence]).toEqual(['CANCELLED', 'À annuler (annulée)', before.sequence + 1]);
});

test('R142 an address follows the rights of its owner: a mandate that ends takes away what it gave', async () => {
  const agent = await app.signIn('agente-charente-maritime');
  await announce(await app.signIn('agent-bordeaux'), 'Pour les membres seulement', 'members');
  const address = await copy(agent, await agent.post('/agenda/adresses', { question: '' }));
  const has = async () => (await readFeed(address)).some((one) => one.summary === 'Pour les membres seulement');
  expect(await has()).toBe(true);
  await sql`update mandates set ended_at = now() where account_id = (select id from accounts where demo = 'agente-charente-maritime')`.execute(app.db);
  expect(await has()).toBe(false);
});

test('R142 an address is revoked or replaced by its owner alone, and then answers nothing', async () => {
  const agent = await app.signIn('agent-toulouse');
  const first = await copy(agent, await agent.post('/agenda/adresses', { question: '?genre=rencontre' }));
  const replace = /action="(\/agenda\/adresses\/[^"]+\/remplacement)"/.exec(await (await agent.get('/agenda/adresses')).text())![1]!;
  expect((await (await app.signIn('agent-bordeaux')).post(replace)).status).toBe(404);
  const second = await copy(agent, await agent.post(replace));
  expect((await app.request(first)).status).toBe(404);
  expect((await readFeed(second)).length).toBeGreaterThan(0);
  const revoke = /action="(\/agenda\/adresses\/[^"]+\/revocation)"/.exec(await (await agent.get('/agenda/adresses')).text())![1]!;
  expect((await agent.post(revoke)).status).toBe(303);
  expect((await app.request(second)).status).toBe(404);
  expect(await (await agent.get('/agenda/adresses')).text()).not.toContain('adresse-secrete');
  expect((await app.request('/agenda/prive/nimporte.ics')).status).toBe(404);
});
