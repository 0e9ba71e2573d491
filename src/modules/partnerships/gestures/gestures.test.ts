import { beforeAll, expect, test } from 'vitest';
import { readFormOf } from '~root/tests/support/form.ts';
import { freshDatabase, openApp, type OpenedApp, type Visitor } from '~root/tests/support/index.ts';
import { wordsOf } from '~root/tests/support/words.ts';
import { modules } from '~/modules.ts';
import type { Db } from '~/platform/db/index.ts';

let db: Db;
let app: OpenedApp;
let agent: Visitor;
let elected: Visitor;
beforeAll(async () => {
  db = await freshDatabase('world');
  app = await openApp({ db });
  [agent, elected] = await Promise.all([app.signIn('agent-bordeaux'), app.signIn('elue-bordeaux')]);
});

const at = (slug: string, act: string) => `/fiches/partenariat/${slug}/gestes/${act}`;
const editAt = (slug: string) => `/fiches/partenariat/${slug}/modifier`;
const pageOf = async (visitor: Visitor | OpenedApp['request'], slug: string) => wordsOf(await (await ('get' in visitor ? visitor.get(`/partenariats/${slug}`) : visitor(`/partenariats/${slug}`))).text());
const idOf = async (slug: string, kind = 'partnership') => (await db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;

type Fields = Record<string, string | readonly string[]>;

/** Opens the form, changes these answers, sends it: the status and the words of what comes back. */
async function send(visitor: Visitor, path: string, changes: Fields): Promise<{ status: number; words: string; html: string }> {
  const page = await visitor.get(path);
  if (page.status !== 200) return { status: page.status, words: '', html: '' };
  const { fields } = readFormOf(await page.text());
  const answer = await visitor.post(path, { ...fields, ...changes });
  const html = await answer.text();
  return { status: answer.status, words: wordsOf(html), html };
}

// A browser sends the empty choice that a list shows first.
const blank = { sens_debut: '', nouveau_pays: '', nouveau_genre: '', pays: '' };
const told = { raison: 'Décision du conseil municipal', contexte: 'Le contexte est connu des deux côtés' };

test('R023 a year without its meaning is refused; with it, it is on the page at once', async () => {
  const path = editAt('bordeaux-casablanca');
  const refused = await send(agent, path, { debut: '1988', sens_debut: '' });
  expect(refused.status).toBe(422);
  expect(refused.words).toContain('Dites ce que cette date veut dire');
  expect((await send(agent, path, { debut: 'juin 1988', sens_debut: 'twinning' })).status).toBe(303);
  const sheet = await db.selectFrom('sheets').select(['start_date', 'start_precision', 'start_meaning']).where('slug', '=', 'bordeaux-casablanca').executeTakeFirstOrThrow();
  expect(sheet).toEqual({ start_date: '1988-06', start_precision: 'month', start_meaning: 'twinning' });
  // what began that year is shown with it, no longer under the text that gave the former date
  const first = await db.selectFrom('sheet_states').select(['at', 'at_precision', 'document_id']).where('sheet_id', '=', await idOf('bordeaux-casablanca')).where('position', '=', 0).executeTakeFirstOrThrow();
  expect(first).toEqual({ at: '1988-06', at_precision: 'month', document_id: null });
});

test('R034 a draft is not published without what residents gain, and a published one does not lose it', async () => {
  const path = editAt('bordeaux-casablanca');
  expect((await send(agent, path, { publication: 'draft' })).status).toBe(303);
  expect((await app.request('/partenariats/bordeaux-casablanca')).status).toBe(404);
  const refused = await send(agent, path, { publication: 'public' });
  expect(refused.status).toBe(422);
  expect(refused.words).toContain('Dites d’abord ce que les habitants y gagnent');
  const gain = 'Des lycéens des deux villes tiennent ensemble un journal en ligne.';
  expect((await send(agent, path, { publication: 'public', gains_ici: gain })).status).toBe(303);
  expect(await pageOf(app.request, 'bordeaux-casablanca')).toContain(gain);
  const emptied = await send(agent, path, { gains_ici: '', gains_labas: '' });
  expect(emptied.status).toBe(422);
});

test('R032 R040 dimensions and who eases the relation are told, by function', async () => {
  expect((await send(agent, editAt('bordeaux-riga'), { dimensions: ['cultural', 'civic'], mediateur: 'Présidente du comité de jumelage' })).status).toBe(303);
  const page = await pageOf(app.request, 'bordeaux-riga');
  expect(page).toContain('Ses dimensions : culturelles et citoyennes.');
  expect(page).toContain('Présidente du comité de jumelage');
});

test('R024 two years are settled with a note: one is shown, the other stays with its source, and the doubt goes', async () => {
  const other = await send(agent, editAt('bordeaux-bamako'), { debut: '1999' });
  expect(other.status).toBe(422);
  expect(other.words).toContain('Tranchez d’abord');
  const form = await (await agent.get(at('bordeaux-bamako', 'trancher'))).text();
  expect(wordsOf(form)).toMatch(/2000, affichée aujourd’hui[\s\S]*1999/);
  const facts = await db.selectFrom('sheet_facts').select(['id', 'value']).where('sheet_id', '=', await idOf('bordeaux-bamako')).where('field', '=', 'start').execute();
  const valeur = facts.find((fact) => fact.value === '1999')!.id;
  expect((await send(agent, at('bordeaux-bamako', 'trancher'), { valeur, note_tranchee: '' })).status).toBe(422);
  expect((await send(agent, at('bordeaux-bamako', 'trancher'), { valeur, note_tranchee: 'L’accord date de 1999, son premier programme de 2000.' })).status).toBe(303);
  const page = await pageOf(app.request, 'bordeaux-bamako');
  expect(page).toContain('1999 a été retenu. Un autre texte donnait 2000.');
  expect(page).toContain('son premier programme de 2000');
  expect(page).not.toContain('à confirmer');
  const sheet = await db.selectFrom('sheets').select(['start_date', 'to_confirm']).where('slug', '=', 'bordeaux-bamako').executeTakeFirstOrThrow();
  expect(sheet).toEqual({ start_date: '1999', to_confirm: false });
  expect((await agent.get(at('bordeaux-bamako', 'trancher'))).status).toBe(404);
  const history = wordsOf(await (await app.request('/fiches/partenariat/bordeaux-bamako/historique')).text());
  expect(history).toContain('2000');
  // the worker tells the module of doubts, which marks its own row
  const doubts = modules.find(({ name }) => name === 'doubts')!;
  const event = await db.selectFrom('events').select(['id', 'name', 'sheet_id as sheetId', 'actor', 'account_id as accountId']).where('name', '=', 'partnership.settled').executeTakeFirstOrThrow();
  await db.transaction().execute((tx) => doubts.subscribers![0]!(tx, event, null as never));
  const doubt = await db.selectFrom('doubts').select(['outcome', 'handling']).where('title', 'like', 'Bamako%').executeTakeFirstOrThrow();
  expect(doubt).toMatchObject({ outcome: 'settled', handling: expect.stringContaining('son premier programme de 2000') });
});

test('R026 R027 R030 sleep is an agent’s, a relaunch is an élu’s: the history tells both, with function and date', async () => {
  expect((await send(agent, at('bordeaux-lima', 'etat'), { mouvement: 'sommeil', ...told, raison: '' })).status).toBe(422);
  expect((await send(agent, at('bordeaux-lima', 'etat'), { mouvement: 'sommeil', ...told })).status).toBe(303);
  // proposed, not done
  expect((await send(agent, at('bordeaux-lima', 'etat'), { mouvement: 'relance', ...told })).status).toBe(303);
  expect((await db.selectFrom('sheets').select('state').where('slug', '=', 'bordeaux-lima').executeTakeFirstOrThrow()).state).toBe('dormant');
  expect(await db.selectFrom('proposals').select('act').where('sheet_id', '=', await idOf('bordeaux-lima')).where('state', '=', 'pending').execute()).toEqual([{ act: 'etat' }]);
  expect((await send(elected, at('bordeaux-lima', 'etat'), { mouvement: 'relance', ...told, depuis: '2026' })).status).toBe(303);
  const page = await pageOf(app.request, 'bordeaux-lima');
  expect(page).toContain('En sommeil');
  expect(page).toContain('Relancé');
  expect(page).toMatch(/Inscrit par : Agente des relations internationales, le \d/);
  expect(page).toMatch(/Inscrit par : Élue à la coopération, le \d/);
});

test('R027 R028 suspending asks for a reason and stops the official strand alone', async () => {
  expect((await send(agent, at('bordeaux-oran', 'volet'), { volet: 'student', etat_volet: 'open', constat: 'Échanges d’étudiants' })).status).toBe(303);
  expect((await send(elected, at('bordeaux-oran', 'etat'), { mouvement: 'suspension' })).status).toBe(422);
  expect((await send(elected, at('bordeaux-oran', 'etat'), { mouvement: 'suspension', ...told })).status).toBe(303);
  const strands = await db.selectFrom('partnership_strands').select(['strand', 'state']).where('sheet_id', '=', await idOf('bordeaux-oran')).orderBy('position').execute();
  expect(strands).toContainEqual({ strand: 'official', state: 'suspended' });
  expect(strands).toContainEqual({ strand: 'student', state: 'open' });
});

test('ending cites the act that decides it, and the act is a document of the sheet', async () => {
  const refused = await send(elected, at('bordeaux-munich', 'etat'), { mouvement: 'fin', ...told });
  expect(refused.status).toBe(422);
  expect(refused.words).toContain('Citez l’acte');
  expect((await send(elected, at('bordeaux-munich', 'etat'), { mouvement: 'fin', ...told, acte: 'Délibération n° 2026-112', acte_date: '3 novembre 2026' })).status).toBe(303);
  const state = await db.selectFrom('sheet_states').innerJoin('documents', 'documents.id', 'document_id').select(['state', 'title', 'documents.author', 'published', 'at'])
    .where('sheet_id', '=', await idOf('bordeaux-munich')).orderBy('position', 'desc').limit(1).executeTakeFirstOrThrow();
  expect(state).toEqual({ state: 'ended', title: 'Délibération n° 2026-112', author: 'Bordeaux', published: '2026-11-03', at: '2026-11-03' });
  expect((await elected.get(at('bordeaux-munich', 'etat'))).status).toBe(404);
});

test('R029 R031 an agreement is added, moves one step after the other and is renewed by another', async () => {
  const slug = 'bordeaux-porto';
  const asked = { nature_accord: 'programme', titre: 'Programme 2024-2026', etat_accord: 'signed', debut_accord: '2024', fin_accord: 'décembre 2026' };
  expect((await send(agent, at(slug, 'accord'), { ...asked, fin_accord: '2020' })).words).toContain('La fin vient avant le début');
  expect((await send(agent, at(slug, 'accord'), asked)).status).toBe(303);
  const [first] = await db.selectFrom('partnership_agreements').select('id').where('sheet_id', '=', await idOf(slug)).execute();
  expect((await send(agent, at(slug, 'accord-etat'), { accord: first!.id, etat_accord: 'preparing' })).status).toBe(422);
  expect((await send(agent, at(slug, 'accord-etat'), { accord: first!.id, etat_accord: 'in_force' })).status).toBe(303);
  expect((await send(agent, at(slug, 'accord-reconduction'), { accord: first!.id, titre: 'Programme 2027-2029', etat_accord: 'finalising', debut_accord: '2027', fin_accord: '2029' })).status).toBe(303);
  expect(await pageOf(app.request, slug)).toContain('Il reconduit : Programme 2024-2026');
  const states = () => db.selectFrom('partnership_agreement_states').select('state').where('agreement_id', '=', first!.id).orderBy('position').execute();
  expect((await states()).map((row) => row.state)).toEqual(['signed', 'in_force']);
  const next = await db.selectFrom('partnership_agreements').select('id').where('renews', '=', first!.id).executeTakeFirstOrThrow();
  expect((await send(agent, at(slug, 'accord-etat'), { accord: next.id, etat_accord: 'signed' })).status).toBe(303);
  expect((await states()).map((row) => row.state)).toEqual(['signed', 'in_force', 'renewed']);
});

test('an agreement of another partnership cannot be moved from here', async () => {
  const other = await db.selectFrom('partnership_agreements').select('id').where('sheet_id', '=', await idOf('bordeaux-quebec')).executeTakeFirstOrThrow();
  expect((await send(agent, at('bordeaux-fukuoka', 'accord-etat'), { accord: other.id, etat_accord: 'denounced' })).status).toBe(422);
  expect(await db.selectFrom('partnership_agreement_states').select('state').where('agreement_id', '=', other.id).execute()).toEqual([{ state: 'signed' }]);
});

test('R036 a milestone enters the timeline and leaves it, the history keeps what it said', async () => {
  expect((await send(agent, at('bordeaux-bilbao', 'etape'), { genre_etape: 'visit', titre: 'Visite du port', quand: '2030' })).status).toBe(422);
  expect((await send(agent, at('bordeaux-bilbao', 'etape'), { genre_etape: 'visit', titre: 'Visite du port', quand: 'mars 2025' })).status).toBe(303);
  expect(await pageOf(app.request, 'bordeaux-bilbao')).toContain('Visite du port');
  const { id } = await db.selectFrom('partnership_milestones').select('id').where('title', '=', 'Visite du port').executeTakeFirstOrThrow();
  expect((await send(agent, at('bordeaux-bilbao', 'etape-retrait'), { etape: id, raison: 'Inscrite par erreur' })).status).toBe(303);
  expect(await pageOf(app.request, 'bordeaux-bilbao')).not.toContain('Visite du port');
  expect(wordsOf(await (await app.request('/fiches/partenariat/bordeaux-bilbao/historique')).text())).toContain('Visite du port');
});

test('R038 political dialogue and technical exchanges are counted apart', async () => {
  const base = { forme: 'videoconference', initiative: 'here', objet: 'Le budget participatif', ici: 'Maire', labas: 'Alcaldesa' };
  expect((await send(agent, at('bordeaux-quebec', 'echange'), { ...base, registre: 'political', quand: '2026-10' })).status).toBe(303);
  expect((await send(agent, at('bordeaux-quebec', 'echange'), { ...base, registre: 'technical', quand: '12 octobre 2026', initiative: 'there', objet: 'La qualité de l’eau' })).status).toBe(303);
  expect((await send(agent, at('bordeaux-quebec', 'echange'), { ...base, registre: 'technical', quand: '2031' })).status).toBe(422);
  const page = await pageOf(app.request, 'bordeaux-quebec');
  expect(page).toContain('un dialogue entre élus et un échange technique');
  expect(page).toContain('À l’initiative d’ici : 1. De là-bas : 1.');
});

test('R033 an agent proposes a priority, an élue decides it', async () => {
  const read = async () => (await db.selectFrom('partnerships').select('priority').where('sheet_id', '=', await idOf('bordeaux-douala')).executeTakeFirstOrThrow()).priority;
  expect((await send(agent, at('bordeaux-douala', 'priorite'), { priorite: 'oui' })).status).toBe(303);
  expect(await read()).toBeNull();
  expect((await send(elected, at('bordeaux-douala', 'priorite'), { priorite: 'oui' })).status).toBe(303);
  expect(await read()).toBe(true);
});

test('R021 R022 a new link is a draft of the authority; a double is refused with a link to the one that exists', async () => {
  const lima = await idOf('lima', 'territory');
  const refused = await send(agent, '/nouveau/partenariat', { ...blank, nature: 'jumelage', etrangeres: lima });
  expect(refused.status).toBe(422);
  expect(refused.words).toContain('Ce lien existe déjà');
  expect(refused.html).toContain('/partenariats/bordeaux-lima');
  expect((await send(agent, '/nouveau/partenariat', { ...blank, nature: 'accord-de-cooperation', etrangeres: lima })).status).toBe(303);
  const made = await db.selectFrom('sheets').select(['slug', 'type', 'state', 'visibility']).where('kind', '=', 'partnership').where('title', '=', 'Bordeaux – Lima').where('type', '=', 'accord-de-cooperation').executeTakeFirstOrThrow();
  expect(made).toMatchObject({ state: 'draft', visibility: 'draft' });
  expect((await app.request(`/partenariats/${made.slug}`)).status).toBe(404);
  expect((await agent.get(`/partenariats/${made.slug}`)).status).toBe(200);
});

test('a partner that has no sheet is declared with the link, or waits under a provisional name', async () => {
  expect((await send(agent, '/nouveau/partenariat', { ...blank, nature: 'contact' })).words).toContain('Dites avec qui');
  expect((await send(agent, '/nouveau/partenariat', { ...blank, nature: 'contact', nouveau_nom: 'Valparaíso' })).words).toContain('donnez aussi son pays');
  expect((await send(agent, '/nouveau/partenariat', { ...blank, nature: 'contact', nouveau_nom: 'Valparaíso', nouveau_pays: 'CL', nouveau_genre: 'ville' })).status).toBe(303);
  expect((await app.request('/territoires/valparaiso')).status).toBe(200);
  expect((await send(agent, '/nouveau/partenariat', { ...blank, nature: 'projet', provisoire: 'une collectivité de Madagascar', pays: 'MG' })).status).toBe(303);
  const made = await db.selectFrom('sheets').select(['slug', 'countries']).where('title', '=', 'Bordeaux – une collectivité de Madagascar').executeTakeFirstOrThrow();
  expect(made.countries).toEqual(['MG']);
  const refused = await send(agent, editAt(made.slug), { publication: 'public', gains_ici: 'Une phrase.' });
  expect(refused.status).toBe(422);
});

test('invariant 3: no form changes a twinning into an agreement, and what is not a field is not read', async () => {
  await send(agent, editAt('bordeaux-wuhan'), { type: 'accord-de-cooperation', nature: 'amitie', resume: 'Une phrase nouvelle.' });
  const sheet = await db.selectFrom('sheets').select(['type', 'summary']).where('slug', '=', 'bordeaux-wuhan').executeTakeFirstOrThrow();
  expect(sheet).toEqual({ type: 'jumelage', summary: 'Une phrase nouvelle.' });
});

test('another authority’s agent has no gesture on a partnership of Bordeaux', async () => {
  const other = await app.signIn('agent-toulouse');
  for (const path of [editAt('bordeaux-lima'), at('bordeaux-lima', 'etat'), at('bordeaux-bamako', 'trancher')]) expect([(await other.get(path)).status, path]).toEqual([404, path]);
  expect((await other.post(at('bordeaux-lima', 'etat'), { mouvement: 'sommeil', ...told })).status).toBe(404);
});

test('R026 R031 silence of two years and an agreement near its end wait for the agent, who decides', async () => {
  const { waiting } = await import('../waiting.ts');
  const bordeaux = await idOf('bordeaux', 'territory');
  const reader = { kind: 'member' as const, bodies: [bordeaux], acting: { id: 'm', role: 'agent' as const, body: { id: bordeaux, kind: 'territory', slug: 'bordeaux', title: 'Bordeaux' }, function: null, service: null, until: null } };
  expect((await send(agent, at('bordeaux-cracovie', 'accord'), { nature_accord: 'convention', titre: 'Convention culturelle', etat_accord: 'signed', debut_accord: '2024', fin_accord: 'février 2027' })).status).toBe(303);
  const list = await waiting(db, reader, 'fr', '2026-11-15');
  expect(list.find((one) => one.title.startsWith('Bordeaux – Cracovie'))).toMatchObject({ rank: 2, text: 'Le terme de «\u00a0Convention culturelle\u00a0»\u00a0: février 2027.' });
  const silent = list.filter((one) => one.title.endsWith('rien de nouveau depuis deux ans'));
  expect(silent.length).toBe(2);
  expect((await db.selectFrom('sheets').select('state').where('title', '=', silent[0]!.title.split('\u00a0:')[0]!).executeTakeFirstOrThrow()).state).toBe('active');
});
