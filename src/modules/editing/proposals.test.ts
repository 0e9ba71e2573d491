import { beforeAll, expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { modules } from '~/modules.ts';
import { findReader } from '~/modules/accounts/index.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let lima: Visitor;
let agent: Visitor;
let elected: Visitor;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  [lima, agent, elected] = await Promise.all([app.signIn('partenaire-lima'), app.signIn('agent-bordeaux'), app.signIn('elue-bordeaux')]);
});

const edit = '/fiches/partenariat/bordeaux-lima/modifier';
const act = '/fiches/partenariat/bordeaux-lima/gestes/etat';

async function propose(visitor: Visitor, address: string, fields: Record<string, string>): Promise<string> {
  const answer = await visitor.post(address, fields);
  if (answer.status !== 303) throw new Error(`${answer.status} ${wordsOf(await answer.text()).slice(0, 600)}`);
  const location = answer.headers.get('location')!;
  expect(location).toMatch(/^(\/es)?\/propositions\/[0-9a-f-]{36}$/);
  return location.replace('/es', '');
}

const read = async (visitor: Visitor, address: string) => wordsOf(await (await visitor.get(address)).text());

test('R037 the partner abroad proposes a correction, in their language; nothing changes until somebody who keeps the sheet accepts', async () => {
  const form = readFormOf(await (await lima.get(`/es${edit}`)).text());
  expect(form.text).toContain('Enviar mi propuesta');
  const address = await propose(lima, edit, { debut: '1957', message: 'Nuestros archivos dicen 1957.', 'source.debut.titre': 'Archivo municipal de Lima' });
  expect(readFormOf(await (await agent.get(edit)).text()).fields.debut).toEqual(['1956']);
  const seen = await read(agent, address);
  for (const words of ['1956', '1957', 'Nuestros archivos dicen 1957.', 'Responsable de la coopération, pour Lima', 'Accepter et publier']) expect(seen).toContain(words);
  expect(await read(lima, address)).not.toContain('Accepter et publier');
  const { fields } = readFormOf(await (await agent.get(address)).text());
  expect((await lima.post(`${address}/accord`, fields)).status).toBe(404);
  const done = await agent.submit(`${address}/accord`, { ...fields, reponse: 'Merci, c’est corrigé.' });
  expect(await done.text()).toContain('La proposition est acceptée');
  expect(readFormOf(await (await agent.get(edit)).text()).fields.debut).toEqual(['1957']);
  expect(await read(lima, address)).toContain('Merci, c’est corrigé.');
  const history = await read(app.visit(), '/fiches/partenariat/bordeaux-lima/historique');
  expect(history).toContain('Agente des relations internationales, sur proposition de Responsable de la coopération');
  expect(history).toContain('« 1956 » devient « 1957 »');
  expect(await (await app.request('/partenariats/bordeaux-lima')).text()).toContain('Archivo municipal de Lima');
  // A second answer changes nothing.
  expect((await agent.post(`${address}/refus`, { reponse: 'Non.' })).status).toBe(409);
});

test('R037 a refusal wants its reason, and the person who proposed reads it', async () => {
  const address = await propose(lima, edit, { resume: 'Otra frase.' });
  expect((await agent.post(`${address}/refus`, { reponse: ' ' })).status).toBe(422);
  expect((await agent.post(`${address}/refus`, { reponse: 'Cette phrase est en espagnol.' })).status).toBe(303);
  expect(await read(lima, address)).toContain('Cette phrase est en espagnol.');
  expect(await read(app.visit(), '/fiches/partenariat/bordeaux-lima/historique')).not.toContain('Proposition');
  const { rows } = await sql<{ name: string }>`select name from events where name like 'proposal.%'`.execute(app.db);
  expect(rows.length).toBeGreaterThan(2);
  expect(await (await app.request('/nouveautes.atom')).text()).not.toContain('proposal');
});

test('whoever proposed may take it back while nobody answered', async () => {
  const address = await propose(lima, edit, { resume: 'Una frase más.' });
  expect((await agent.post(`${address}/retrait`)).status).toBe(404);
  expect((await lima.post(`${address}/retrait`)).status).toBe(303);
  expect((await agent.post(`${address}/accord`, { version: '1' })).status).toBe(409);
});

test('what changed since a proposal is shown, and accepting a sheet that has just changed asks to read again', async () => {
  const address = await propose(lima, edit, { mediateur: 'La embajada' });
  const before = readFormOf(await (await agent.get(address)).text()).fields;
  await elected.post(edit, { mediateur: 'Le consulat' });
  const answer = await agent.post(`${address}/accord`, before);
  expect(answer.status).toBe(409);
  const html = await answer.text();
  expect(wordsOf(html)).toContain('La fiche a changé depuis cette proposition');
  expect(wordsOf(html)).toContain('Le consulat');
  expect((await agent.post(`${address}/accord`, readFormOf(html).fields)).status).toBe(303);
  expect(readFormOf(await (await agent.get(edit)).text()).fields.mediateur).toEqual(['La embajada']);
});

test('R014 an agent proposes what an élue decides, and it waits for her; what could never be done is refused at once', async () => {
  const gesture = { mouvement: 'suspension', raison: 'Délégation annulée.', contexte: 'Décision à prendre.' };
  expect((await agent.post(act, { ...gesture, mouvement: 'relance' })).status).toBe(422);
  const address = await propose(agent, act, gesture);
  expect(await read(agent, address)).not.toContain('Accepter et publier');
  expect((await agent.post(`${address}/accord`, { version: '1' })).status).toBe(404);
  expect((await lima.get(address)).status).toBe(404);
  const session = [...elected.cookies].find(([name]) => name.includes('session'))![1];
  const waiting = await Promise.all(modules.flatMap((module) => (module.name === 'editing' && module.waiting ? [findReader(app.db, session).then((reader) => module.waiting!(app.db, reader, 'fr', '2026-11-15'))] : [])));
  expect(waiting.flat().map(({ main }) => 'href' in main && main.href)).toContain(address);
  expect((await elected.post(`${address}/accord`, readFormOf(await (await elected.get(address)).text()).fields)).status).toBe(303);
  const sheet = await app.db.selectFrom('sheets').select('state').where('slug', '=', 'bordeaux-lima').where('kind', '=', 'partnership').executeTakeFirstOrThrow();
  expect(sheet.state).toBe('suspended');
  expect(await read(app.visit(), '/fiches/partenariat/bordeaux-lima/historique')).toContain('Élue à la coopération, sur proposition de Agente des relations internationales');
});

test('a proposal is a 404 for everybody else, and its address tells nothing', async () => {
  const address = await propose(lima, edit, { resume: 'Solo para ustedes.' });
  for (const persona of ['agent-toulouse', 'citoyenne-toulouse', 'financeur', 'porteuse-projet']) {
    const visitor = await app.signIn(persona);
    for (const answer of [await visitor.get(address), await visitor.post(`${address}/accord`, { version: '1' }), await visitor.post(`${address}/refus`, { reponse: 'x' }), await visitor.post(`${address}/retrait`)]) expect([persona, answer.status]).toEqual([persona, 404]);
  }
  expect((await app.visit().get(address)).status).toBe(303);
  for (const id of ['0', '00000000-0000-0000-0000-000000000000', '%27']) expect((await agent.get(`/propositions/${id}`)).status).toBe(404);
});
