import { beforeAll, expect, test } from 'vitest';
import { freshDatabase, openApp, type OpenedApp } from '~root/tests/support/index.ts';
import type { Db, Tx } from '~/platform/db/index.ts';
import { addAgreement, changeAgreementState } from './agreements/commands.ts';
import { changePartnershipState, createPartnership } from './commands.ts';
import { isRefusal, type Refusal } from './rules.ts';
import { changeStrand } from './strands/commands.ts';
import type { PartnershipInput } from './types.ts';

const actor = { name: 'agent de test' };
const source = { document: 'bordeaux-strategie-2020-2026', locator: 'l. 1' };
const told = { reason: 'Décision du conseil', note: 'Contexte connu', source };
let db: Db;
let app: OpenedApp;

beforeAll(async () => {
  db = await freshDatabase('world');
  app = await openApp({ db });
});

const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction().execute(work);
const idOf = async (slug: string, kind = 'partnership') => (await db.selectFrom('sheets').select('id').where('kind', '=', kind).where('slug', '=', slug).executeTakeFirstOrThrow()).id;
const textOf = async (slug: string) => (await app.request(`/partenariats/${slug}`)).text();

async function make(input: Partial<PartnershipInput>) {
  const base = { type: 'jumelage' as const, french: [await idOf('nantes', 'territory')], foreign: [await idOf('lima', 'territory')], state: { state: 'active' as const, source }, sources: [source] };
  return write((tx) => createPartnership(tx, actor, { ...base, ...input }));
}

test('R021 R022 a twinning and an agreement between the same two are two records; the same kind twice is refused', async () => {
  const twinning = await make({});
  expect(twinning).toMatchObject({ slug: 'nantes-lima' });
  expect(await make({ slug: 'nantes-lima-encore' })).toEqual({ refused: 'exists' });
  expect(await make({ type: 'accord-de-cooperation', slug: 'nantes-lima-accord' })).toMatchObject({ slug: 'nantes-lima-accord' });
  expect((await app.request('/partenariats/nantes-lima')).status).toBe(200);
});

test('R027 R028 suspending asks for a reason; then the official strand stops and the students go on', async () => {
  const id = await idOf('bordeaux-lima');
  const refused = await write((tx) => changePartnershipState(tx, actor, id, { state: 'suspended' }));
  expect(refused).toEqual({ refused: 'state.reason' });
  expect(await write((tx) => changePartnershipState(tx, actor, id, { state: 'suspended', ...told }))).toBeNull();
  const page = await textOf('bordeaux-lima');
  expect(page).toContain('Décision du conseil');
  const rows = await db.selectFrom('partnership_strands').select(['strand', 'state', 'author']).where('sheet_id', '=', id).orderBy('position').execute();
  expect(rows.filter((row) => row.strand === 'official').at(-1)).toEqual({ strand: 'official', state: 'suspended', author: 'agent de test' });
  expect(rows.filter((row) => row.strand === 'student').at(-1)!.state).toBe('open');
});

test('R026 R030 sleep then relaunch stay in the history with their author, and a step is called a relaunch', async () => {
  const id = await idOf('cannes-shizuoka');
  expect(await write((tx) => changePartnershipState(tx, actor, id, { state: 'dormant', ...told }))).toBeNull();
  expect(await write((tx) => changePartnershipState(tx, actor, id, { state: 'active', ...told, at: { value: '2026', precision: 'year' } }))).toBeNull();
  const states = await db.selectFrom('sheet_states').select(['state', 'author']).where('sheet_id', '=', id).orderBy('position').execute();
  expect(states.map((row) => row.state)).toEqual(['active', 'dormant', 'active']);
  expect(states.at(-1)!.author).toBe('agent de test');
  expect(await textOf('cannes-shizuoka')).toContain('Relancé');
});

test('ending a partnership is final and ends its strands', async () => {
  const id = await idOf('grigny-aida');
  expect(await write((tx) => changePartnershipState(tx, actor, id, { state: 'ended', ...told }))).toBeNull();
  expect(await write((tx) => changePartnershipState(tx, actor, id, { state: 'active', ...told }))).toEqual({ refused: 'state.move' });
  expect(await write((tx) => changeStrand(tx, actor, id, { strand: 'civic', state: 'open', reason: 'x' }))).toEqual({ refused: 'strand.follows' });
  const strands = await db.selectFrom('partnership_strands').selectAll().distinctOn('strand').where('sheet_id', '=', id).orderBy('strand').orderBy('position', 'desc').execute();
  expect(strands.map((row) => row.state)).toEqual(['ended']);
});

test('R034 a draft is opened only with its two sides and what residents gain', async () => {
  const draft = await make({ slug: 'nantes-essai', foreign: [], visibility: 'draft', state: { state: 'draft' } });
  const id = (draft as { id: string }).id;
  expect(await write((tx) => changePartnershipState(tx, actor, id, { state: 'active', ...told }))).toEqual({ refused: 'parties.foreign' });
  const other = await make({ slug: 'nantes-riga', foreign: [await idOf('riga', 'territory')], visibility: 'draft', state: { state: 'draft' } });
  expect(await write((tx) => changePartnershipState(tx, actor, (other as { id: string }).id, { state: 'active', ...told }))).toEqual({ refused: 'publish.gain' });
});

test('R029 R031 agreements follow one another: the renewal points to the former one and closes it', async () => {
  const id = await idOf('bordeaux-porto');
  const add = (title: string, renews?: string) => write((tx) => addAgreement(tx, actor, id, { kind: 'programme', title, state: 'signed', renews, source, start: { value: '2025', precision: 'year' }, end: { value: '2026-12', precision: 'month' } }));
  const first = accepted(await add('Programme 2025-2026'));
  expect(await write((tx) => changeAgreementState(tx, actor, first.id, { state: 'in_force' }, '2027-01-01'))).toEqual({ refused: 'agreement.period' });
  expect(await write((tx) => changeAgreementState(tx, actor, first.id, { state: 'in_force', source }, '2026-11-15'))).toBeNull();
  expect(await textOf('bordeaux-porto')).toContain('moins de 2 mois');
  accepted(await add('Programme suivant', first.id));
  const page = await textOf('bordeaux-porto');
  expect(page).toContain('Il reconduit');
  expect(page).toContain('reconduit</span>');
});

function accepted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
}
