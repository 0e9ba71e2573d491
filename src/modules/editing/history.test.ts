import { beforeAll, expect, test } from 'vitest';
import { recordEvent, instance } from '~/platform/events/index.ts';
import { changeSheetState, createSheet } from '~/sheets/index.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { linksOf, wordsOf } from '~root/tests/support/words.ts';

let app: OpenedApp;
let agent: Visitor;
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  agent = await app.signIn('agent-bordeaux');
});

const edit = '/fiches/partenariat/bordeaux-porto/modifier';
const history = '/fiches/partenariat/bordeaux-porto/historique';
const read = async (visitor: Visitor, address: string) => wordsOf(await (await visitor.get(address)).text());

test('R198 history says who by function, for whom, when, and what changed field by field in sentences, to everybody', async () => {
  await agent.post(edit, { debut: '1979', themes: ['', 'eau', 'culture'] });
  await agent.post(edit, { themes: ['', 'culture', 'climat'] });
  const page = await read(app.visit(), history);
  expect(page).toMatch(/Agente des relations internationales ?, pour Bordeaux/);
  expect(page).toMatch(/\d{1,2} \S+ \d{4}, \d{1,2} h/);
  expect(page).toContain('devient « 1979 »');
  expect(page).toMatch(/Thèmes : ajout de « Climat[^»]*» ; retrait de « Eau[^»]*»/);
  expect(page).toContain('Fiche créée');
  expect(page).not.toContain('Revenir à la fiche');
  expect(page).not.toMatch(/undefined|null|\{/);
  const other = await read(await app.signIn('citoyenne-toulouse'), history);
  expect(other).not.toContain('Reprendre cette valeur');
});

test('R198 in English and Spanish too, without a French label left', async () => {
  const page = await read(app.visit(), `/en${history}`);
  expect(page).toContain('Sheet corrected');
  expect(page).not.toContain('devient');
});

test('R198 an animator or an administrator is tagged as such', async () => {
  const administrator = await app.signIn('administrateur');
  await administrator.post(edit, { resume: 'Une phrase de l’administration.' });
  expect(await read(app.visit(), history)).toContain('administration de l’instance');
});

test('R198 a former version or one former value fills the form, and nothing changes until it is sent', async () => {
  const before = readFormOf(await (await agent.get(edit)).text()).fields;
  await agent.post(edit, { debut: '1981', mediateur: 'Quelqu’un' });
  await agent.post(edit, { debut: '1982' });
  const links = linksOf(await (await agent.get(history)).text()).filter((href) => href.includes('modifier?avant='));
  const whole = links.filter((href) => !href.includes('champ='))[1]!;
  const one = links.find((href) => href.includes('champ=mediateur'))!;
  const back = readFormOf(await (await agent.get(whole)).text()).fields;
  expect([back.debut, back.mediateur]).toEqual([before.debut, before.mediateur]);
  expect(readFormOf(await (await agent.get(edit)).text()).fields.debut).toEqual(['1982']);
  const field = readFormOf(await (await agent.get(one)).text()).fields;
  expect([field.debut, field.mediateur]).toEqual([['1982'], ['']]);
  expect((await agent.post(edit, back)).status).toBe(303);
  expect(readFormOf(await (await agent.get(edit)).text()).fields.debut).toEqual(before.debut);
  const other = links[0]!.replace('bordeaux-porto', 'bordeaux-munich');
  expect(wordsOf(await (await agent.get(other)).text())).not.toContain('avant ce changement');
});

test('R198 states, merges, confirmations and mandates are told in words; who may act, only to those who keep the sheet', async () => {
  const { id } = await app.db.selectFrom('sheets').select('id').where('kind', '=', 'partnership').where('slug', '=', 'bordeaux-porto').executeTakeFirstOrThrow();
  await app.db.transaction().execute(async (tx) => {
    await changeSheetState(tx, instance, id, { state: 'suspended', reason: 'Par prudence' });
    await recordEvent(tx, { name: 'partnership.confirmed', sheetId: id, actor: { name: 'Agente' } });
    await recordEvent(tx, { name: 'mandate.granted', sheetId: id, actor: { name: 'Agente' }, changes: { role: [null, 'agent'] } });
  });
  const page = await read(app.visit(), history);
  for (const words of ['État', 'Suspendu', 'Par prudence', 'c’est toujours exact']) expect(page).toContain(words);
  expect(page).not.toContain('peut désormais agir');
  expect(await read(agent, history)).toContain('peut désormais agir');
});

test('R194 the history of what one may not see is a 404, and a hidden sheet that a change names stays without a name', async () => {
  const draft = await app.db.transaction().execute((tx) => createSheet(tx, instance, { kind: 'organisation', slug: 'zqxj', title: 'Zqxj', visibility: 'draft' }));
  expect((await app.request('/fiches/organisation/zqxj/historique')).status).toBe(404);
  const { id } = await app.db.selectFrom('sheets').select('id').where('kind', '=', 'partnership').where('slug', '=', 'bordeaux-munich').executeTakeFirstOrThrow();
  await app.db.transaction().execute((tx) => recordEvent(tx, { name: 'partnership.updated', sheetId: id, actor: { name: 'Agente' }, changes: { mediateur_organisation: [null, draft.id], inconnu: [null, 'secret'] } }));
  const page = await read(app.visit(), '/fiches/partenariat/bordeaux-munich/historique');
  expect(page).toContain('une fiche que vous ne voyez pas');
  expect(page).not.toContain('Zqxj');
  expect(page).not.toContain('secret');
});

test('R198 a long history is read page by page, without a gap', async () => {
  const { id } = await app.db.selectFrom('sheets').select('id').where('kind', '=', 'partnership').where('slug', '=', 'bordeaux-madrid').executeTakeFirstOrThrow();
  for (let n = 0; n < 65; n++) await app.db.transaction().execute((tx) => recordEvent(tx, { name: 'partnership.updated', sheetId: id, actor: { name: `Agente n° ${n}.` } }));
  const seen: string[] = [];
  let address: string | undefined = '/fiches/partenariat/bordeaux-madrid/historique';
  while (address) {
    const html: string = await (await app.request(address)).text();
    seen.push(...[...html.matchAll(/Agente n° (\d+)\./g)].map(([, n]) => n!));
    address = linksOf(html).find((href) => href.includes('historique?avant=') && /Plus ancien/.test(html));
  }
  expect(seen.map(Number)).toEqual([...Array(65).keys()].reverse());
});
