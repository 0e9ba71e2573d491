import { beforeAll, expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { instance } from '~/platform/events/index.ts';
import { findReader } from '~/modules/accounts/index.ts';
import { anonymous, commonPaths, createSheet, findRight, listKinds, type KindSpec, type Reader } from '~/sheets/index.ts';
import { readFormOf } from '~root/tests/support/form.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';

const personas = ['agent-bordeaux', 'elue-bordeaux', 'agent-toulouse', 'agent-commune', 'animatrice-reseau', 'organisatrice-cuf', 'porteuse-projet', 'financeur', 'partenaire-lima', 'citoyenne-toulouse', 'expert-invite', 'administrateur'];

let app: OpenedApp;
const visitors = new Map<string, { visitor: Visitor; reader: Reader }>();
let hidden: { id: string; kind: string; title: string }[];
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase() });
  for (const persona of personas) {
    const visitor = await app.signIn(persona);
    const token = [...visitor.cookies].find(([name]) => name.includes('session'))![1];
    visitors.set(persona, { visitor, reader: await findReader(app.db, token) });
  }
  hidden = await app.db.transaction().execute(async (tx) =>
    Promise.all(['territory', 'organisation', 'partnership', 'network', 'project'].map(async (kind) => ({ ...(await createSheet(tx, instance, { kind, slug: `zqxj-${kind}`, title: `Zqxj ${kind}`, visibility: 'draft' })), title: `Zqxj ${kind}` }))),
  );
});

/** Of each kind: the sheets of Bordeaux, Toulouse, Lima, and the heaviest ones. */
async function listSamples({ kind }: KindSpec): Promise<{ id: string; slug: string }[]> {
  const { rows } = await sql<{ id: string; slug: string }>`
    (select id, slug from sheets where kind = ${kind} and visibility = 'public' and merged_into is null and (slug ~ '^(bordeaux|toulouse|lima)' or owner_id in (select id from sheets where slug in ('bordeaux', 'toulouse', 'agences-de-l-eau', 'electriciens-sans-frontieres'))) order by weight desc, num limit 2)
    union (select id, slug from sheets where kind = ${kind} and visibility = 'public' and merged_into is null order by weight desc, num limit 1)`.execute(app.db);
  return rows;
}

const addressesOf = ({ genre, edit, acts = [] }: KindSpec, slug: string) => [
  ...(edit ? [{ address: commonPaths.edit.href({ genre, slug }), act: undefined }] : []),
  ...acts.map((act) => ({ address: commonPaths.act.href({ genre, slug, act: act.name }), act })),
];

test('R194 every form of every kind, for every kind of visitor: one’s own answers, somebody else’s is a 404, signed out is asked to sign in', async () => {
  const wrong: string[] = [];
  let own = 0;
  for (const spec of listKinds()) {
    for (const { id, slug } of await listSamples(spec)) {
      const history = commonPaths.history.href({ genre: spec.genre, slug });
      for (const { address, act } of addressesOf(spec, slug)) {
        const out = await app.request(address);
        if (out.status !== 303 || !out.headers.get('location')!.startsWith('/connexion?suite=')) wrong.push(`${out.status} signed out ${address}`);
        for (const persona of personas) {
          const { visitor, reader } = visitors.get(persona)!;
          const right = await findRight(app.db, reader, id);
          const may = right !== null && (act ? (act.may ? act.may(right) : right !== 'partner') && ((await act.has?.(app.db, id)) ?? true) : spec.edit!.fields.some(({ rights }) => !rights || rights.includes(right)));
          const answer = await visitor.get(address);
          await answer.arrayBuffer();
          if (may) own++;
          if (answer.status !== (may ? 200 : 404)) wrong.push(`${answer.status} ${persona} ${right} ${address}`);
          if (!may && (await visitor.post(address, { nom: 'Volé' })).status !== 404) wrong.push(`posted by ${persona} ${address}`);
        }
      }
      const read = await app.request(history);
      if (read.status !== 200) wrong.push(`${read.status} ${history}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(own).toBeGreaterThan(50);
}, 600_000);

test('R194 what each character may edit, said once by hand', async () => {
  const table: [string, string, number][] = [
    ['agent-bordeaux', '/fiches/partenariat/bordeaux-lima/modifier', 200],
    ['agent-bordeaux', '/fiches/territoire/bordeaux/modifier', 200],
    ['agent-bordeaux', '/fiches/territoire/toulouse/modifier', 404],
    ['agent-bordeaux', '/fiches/strategie/bordeaux-2020-2026/modifier', 200],
    ['agent-toulouse', '/fiches/partenariat/bordeaux-lima/modifier', 404],
    ['agent-toulouse', '/fiches/territoire/bordeaux/modifier', 404],
    ['partenaire-lima', '/fiches/partenariat/bordeaux-lima/modifier', 200],
    ['partenaire-lima', '/fiches/partenariat/bordeaux-porto/modifier', 404],
    ['partenaire-lima', '/fiches/territoire/lima/modifier', 200],
    ['porteuse-projet', '/fiches/organisation/electriciens-sans-frontieres/modifier', 200],
    ['porteuse-projet', '/fiches/organisation/agences-de-l-eau/modifier', 404],
    ['citoyenne-toulouse', '/fiches/partenariat/bordeaux-lima/modifier', 404],
    ['expert-invite', '/fiches/partenariat/bordeaux-lima/modifier', 404],
    ['administrateur', '/fiches/partenariat/bordeaux-lima/modifier', 200],
  ];
  const answers = await Promise.all(table.map(async ([persona, address]) => [persona, address, (await visitors.get(persona)!.visitor.get(address)).status]));
  expect(answers).toEqual(table);
});

test('R194 a new sheet: whoever may not make one finds no page, signed out is asked to sign in', async () => {
  const wrong: string[] = [];
  for (const { genre, create } of listKinds()) {
    const address = commonPaths.create.href({ genre });
    if ((await app.request(address)).status !== 303) wrong.push(`signed out ${address}`);
    expect(create?.may(anonymous) ?? false).toBe(false);
    for (const persona of personas) {
      const { visitor, reader } = visitors.get(persona)!;
      const expected = create?.may(reader) ? 200 : 404;
      const answer = await visitor.get(address);
      if (answer.status !== expected) wrong.push(`${answer.status} ${persona} ${address}`);
      if (expected === 404 && (await visitor.post(address, { nom: 'Volé' })).status !== 404) wrong.push(`posted by ${persona} ${address}`);
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);

test('mass assignment: names that are no field of the form are not read, nor fields that this right may not fill', async () => {
  const { visitor } = visitors.get('agent-bordeaux')!;
  const before = await app.db.selectFrom('sheets').selectAll().where('slug', '=', 'bordeaux-porto').where('kind', '=', 'partnership').executeTakeFirstOrThrow();
  const toulouse = await app.db.selectFrom('sheets').select('id').where('slug', '=', 'toulouse').where('kind', '=', 'territory').executeTakeFirstOrThrow();
  const stolen = { id: toulouse.id, owner_id: toulouse.id, ownerId: toulouse.id, kind: 'network', slug: 'vole', visibility: 'draft', state: 'ended', weight: '9999', merged_into: toulouse.id, confirmed_at: '1900-01-01', trusted: '1', __proto__: 'x', constructor: 'x', 'source.visibility.titre': 'x', right: 'administrator' };
  expect((await visitor.post('/fiches/partenariat/bordeaux-porto/modifier', { ...stolen, resume: 'Une phrase.' })).status).toBe(303);
  const after = await app.db.selectFrom('sheets').selectAll().where('id', '=', before.id).executeTakeFirstOrThrow();
  const changed = Object.keys(before).filter((key) => JSON.stringify(before[key as 'id']) !== JSON.stringify(after[key as 'id']));
  expect(changed.sort()).toEqual(['search', 'summary', 'updated_at', 'version']);
  const lima = visitors.get('partenaire-lima')!.visitor;
  await lima.post('/fiches/partenariat/bordeaux-lima/modifier', { publication: 'draft', avec: toulouse.id, resume: 'Una frase.' });
  const proposal = await app.db.selectFrom('proposals').select('field_values').orderBy('created_at', 'desc').executeTakeFirstOrThrow();
  expect(Object.keys(proposal.field_values as object)).toEqual(['resume']);
});

test('ids in forms: a sheet that one may not see, one of another kind, and what is no id are refused in every field, and never named', async () => {
  const wrong: string[] = [];
  const theme = await app.db.selectFrom('sheets').select('id').where('kind', '=', 'theme').limit(1).executeTakeFirst();
  const { visitor } = visitors.get('agent-bordeaux')!;
  let asked = 0;
  for (const spec of listKinds()) {
    for (const { slug } of (await listSamples(spec)).slice(0, 3)) {
      for (const { address, act } of addressesOf(spec, slug)) {
        const fields = (act ?? spec.edit!).fields.filter(({ type }) => type === 'sheets');
        const page = fields.length ? await visitor.get(address) : undefined;
        if (page?.status !== 200) continue;
        const form = readFormOf(await page.text());
        for (const { name, of = [] } of fields.filter((field) => field.name in form.fields)) {
          const bad = [...hidden.filter(({ kind }) => of.includes(kind)).map(({ id }) => id), ...(theme && !of.includes('theme') ? [theme.id] : []), "' or 1=1", '../../x', '00000000-0000-0000-0000-000000000000'];
          for (const id of bad) {
            asked++;
            const answer = await visitor.post(address, { ...form.fields, [name]: id });
            const html = await answer.text();
            if (answer.status !== 422) wrong.push(`${answer.status} ${address} ${name} ${id}`);
            if (html.includes('Zqxj')) wrong.push(`named ${address} ${name}`);
          }
          const found = await (await visitor.post(address, { ...form.fields, [`chercher.${name}`]: 'Zqxj', chercher: name })).text();
          if (found.includes('Zqxj territory') || found.includes('Zqxj organisation')) wrong.push(`found ${address} ${name}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(20);
  expect(await (await app.request('/suggestions?genre=territoire&genre=organisation&q=Zqxj')).json()).toEqual([]);
}, 300_000);

test('R196 every form works without script: it posts to itself, has its button and labels, and an empty one is answered in words', async () => {
  const wrong: string[] = [];
  const { visitor } = visitors.get('administrateur')!;
  const agent = visitors.get('agent-bordeaux')!.visitor;
  const addresses = [...(await Promise.all(listKinds().map(async (spec) => (await listSamples(spec)).slice(0, 1).flatMap(({ slug }) => addressesOf(spec, slug).map(({ address }) => address))))).flat(), ...listKinds().flatMap(({ genre, create }) => (create ? [commonPaths.create.href({ genre })] : []))];
  for (const address of addresses) {
    for (const who of [visitor, agent]) {
      const page = await who.get(address);
      if (page.status !== 200) continue;
      const form = readFormOf(await page.text());
      if (form.action !== address) wrong.push(`${address} posts to ${form.action}`);
      if (!/<button[^>]*class="button full"[^>]*type="submit"/.test(form.text)) wrong.push(`${address} has no button`);
      for (const [tag] of form.text.matchAll(/<(input|select|textarea)\b[^>]*>/g)) {
        if (/type="(hidden|radio|checkbox)"/.test(tag)) continue;
        const id = /\sid="([^"]*)"/.exec(tag)?.[1];
        if (!id || !form.text.includes(`for="${id}"`)) wrong.push(`${address} without a label: ${tag}`);
      }
      const cleared = Object.fromEntries(Object.keys(form.fields).map((name) => [name, name === 'version' || name === 'repere' ? form.fields[name]! : '']));
      const answer = await who.post(address, cleared);
      const html = await answer.text();
      if (![303, 422].includes(answer.status)) wrong.push(`${answer.status} ${address}`);
      if (answer.status === 422 && !html.includes('error-summary')) wrong.push(`no summary ${address}`);
      for (const [, target] of html.matchAll(/class="error-summary".*?<\/div>/gs).next().value?.[0].matchAll(/href="#([^"]+)"/g) ?? []) if (!html.includes(`id="${target}"`)) wrong.push(`${address}: #${target} leads nowhere`);
    }
  }
  expect(wrong).toEqual([]);
}, 300_000);
