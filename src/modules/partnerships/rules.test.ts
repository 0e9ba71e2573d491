import { expect, test } from 'vitest';
import { checkAgreementMove, checkRenewal, monthsBeforeEnd } from './agreements/rules.ts';
import { buildTimeline } from './moments.ts';
import { checkParties, checkPublication, checkStart, checkStateChange, countPartnerships, findMove, isRelaunch, roundAnniversary, states, suggestsDormant, types, type PartnershipState } from './rules.ts';
import { checkStrandChange, strandsFollowing, type Strand, type StrandState } from './strands/rules.ts';

const told = { reason: 'La délibération du 3 mars', note: 'Vote à l’unanimité' };
const cited = { ...told, source: { document: 'deliberation' } };
const year = (value: string) => ({ value, precision: 'year' as const });

test('R021 a partnership has a French side, and a foreign one unless it is a draft', () => {
  expect(checkParties({ french: [], foreign: ['lima'], draft: false })).toEqual({ refused: 'parties.french' });
  expect(checkParties({ french: ['bordeaux'], foreign: [], draft: false })).toEqual({ refused: 'parties.foreign' });
  expect(checkParties({ french: ['bordeaux'], foreign: [], draft: true })).toBeNull();
  expect(checkParties({ french: ['bordeaux'], foreign: ['lima'], draft: false })).toBeNull();
});

test('R023 a year without its meaning is refused', () => {
  expect(checkStart({ start: year('1956') })).toEqual({ refused: 'start.meaning' });
  expect(checkStart({ start: year('1956'), meaning: 'twinning' })).toBeNull();
  expect(checkStart({})).toBeNull();
});

test.each<[PartnershipState, PartnershipState[]]>([
  ['draft', ['active']],
  ['active', ['in_renewal', 'suspended', 'dormant', 'ended']],
  ['in_renewal', ['active', 'suspended', 'ended']],
  ['suspended', ['active', 'ended']],
  ['dormant', ['active', 'ended']],
  ['ended', []],
])('R026 from %s one goes to %j and nowhere else', (from, allowed) => {
  for (const to of states) expect([to, checkStateChange(from, { state: to, ...cited })]).toEqual([to, allowed.includes(to) ? null : { refused: 'state.move' }]);
});

test('R027 a change of state gives its reason and its context, and cites the act that opens or ends', () => {
  expect(checkStateChange('active', { state: 'suspended' })).toEqual({ refused: 'state.reason' });
  expect(checkStateChange('active', { state: 'suspended', reason: '  ', note: 'x' })).toEqual({ refused: 'state.reason' });
  expect(checkStateChange('active', { state: 'suspended', reason: told.reason })).toEqual({ refused: 'state.note' });
  expect(checkStateChange('active', { state: 'suspended', ...told })).toBeNull();
  expect(checkStateChange('draft', { state: 'active', ...told })).toEqual({ refused: 'state.act' });
  expect(checkStateChange('dormant', { state: 'ended', ...told })).toEqual({ refused: 'state.act' });
  expect(findMove('active', 'suspended')?.by).toBe('elected');
  expect(findMove('active', 'dormant')?.by).toBe('officer');
});

test('R030 coming back from sleep or suspension is a relaunch, a first start is not', () => {
  expect(isRelaunch('dormant', 'active')).toBe(true);
  expect(isRelaunch('suspended', 'active')).toBe(true);
  expect(isRelaunch(undefined, 'active')).toBe(false);
  expect(isRelaunch('in_renewal', 'active')).toBe(false);
});

test('sleep is suggested after twenty-four silent months, and to the active only', () => {
  expect(suggestsDormant('active', '2024-11-15', '2026-11-15')).toBe(true);
  expect(suggestsDormant('active', '2024-11-16', '2026-11-15')).toBe(false);
  expect(suggestsDormant('suspended', '2020-01-01', '2026-11-15')).toBe(false);
  expect(suggestsDormant('active', null, '2026-11-15')).toBe(false);
});

test('R028 suspending stops the official strand and no other; ending ends them all', () => {
  const present = new Map<Strand, StrandState>([['official', 'open'], ['student', 'open'], ['cultural', 'stopped']]);
  expect(strandsFollowing('suspended', present)).toEqual([{ strand: 'official', state: 'suspended' }]);
  expect(strandsFollowing('suspended', new Map([['official', 'suspended']]))).toEqual([]);
  expect(strandsFollowing('ended', present).map((one) => one.strand)).toEqual(['official', 'student', 'cultural']);
  expect(strandsFollowing('dormant', present)).toEqual([]);
});

test('R028 a strand changes by itself with a reason, never under an ended partnership', () => {
  expect(checkStrandChange('active', undefined, { state: 'open' })).toBeNull();
  expect(checkStrandChange('suspended', 'open', { state: 'slowed', reason: 'moins de visas' })).toBeNull();
  expect(checkStrandChange('active', 'open', { state: 'stopped' })).toEqual({ refused: 'strand.reason' });
  expect(checkStrandChange('active', 'open', { state: 'open', reason: 'x' })).toEqual({ refused: 'strand.move' });
  expect(checkStrandChange('active', 'open', { state: 'ended', reason: 'x' })).toEqual({ refused: 'strand.move' });
  expect(checkStrandChange('ended', 'open', { state: 'slowed', reason: 'x' })).toEqual({ refused: 'strand.follows' });
});

test('R029 an agreement is in force only once signed and inside its period', () => {
  const period = { start: year('2024'), end: { value: '2026-11', precision: 'month' as const } };
  expect(checkAgreementMove('signed', 'in_force', period, '2026-11-30')).toBeNull();
  expect(checkAgreementMove('signed', 'in_force', period, '2026-12-01')).toEqual({ refused: 'agreement.period' });
  expect(checkAgreementMove('signed', 'in_force', {}, '2026-11-15')).toEqual({ refused: 'agreement.period' });
  expect(checkAgreementMove('finalising', 'in_force', period, '2026-11-15')).toEqual({ refused: 'agreement.move' });
  expect(checkAgreementMove('finalising', 'signed', {}, '2026-11-15')).toBeNull();
  expect(checkAgreementMove('denounced', 'in_force', period, '2026-11-15')).toEqual({ refused: 'agreement.move' });
});

test('R031 a renewal never comes back to itself, and an end is announced six months ahead', () => {
  const previous = new Map([['b', 'a'], ['a', null]]);
  expect(checkRenewal('c', 'b', previous)).toBeNull();
  expect(checkRenewal('a', 'b', previous)).toEqual({ refused: 'agreement.cycle' });
  const end = { value: '2026-12-31', precision: 'day' as const };
  expect(monthsBeforeEnd('in_force', { end }, '2026-11-15')).toBe(2);
  expect(monthsBeforeEnd('in_force', { end }, '2026-06-01')).toBeNull();
  expect(monthsBeforeEnd('in_force', { end }, '2027-01-01')).toBe(0);
  expect(monthsBeforeEnd('expired', { end }, '2026-11-15')).toBeNull();
});

test('R034 nothing is published by its people without what residents gain', () => {
  expect(checkPublication({ gains: [] })).toEqual({ refused: 'publish.gain' });
  expect(checkPublication({ gains: [{ sentence: ' ' }] })).toEqual({ refused: 'publish.gain' });
  expect(checkPublication({ gains: [{ sentence: 'Des étudiants partent chaque année.' }] })).toBeNull();
});

test('R022 the count takes twinnings and agreements that live, sleep or wait, and tells the others apart', () => {
  const list = types.flatMap((type) => states.map((state) => ({ type, state })));
  expect(countPartnerships(list)).toEqual({ twinnings: 4, agreements: 4, total: 8, others: 20 });
});

test.each([[1956, 2026, 70], [1956, 2025, null], [2026, 2026, null], [2027, 2026, null]])('a start in %i is in %i a round number of years: %s', (start, now, years) => {
  expect(roundAnniversary(year(String(start)), now)).toBe(years);
});

test('an unknown start has no anniversary', () => expect(roundAnniversary(null, 2026)).toBeNull());

test('R036 the timeline runs backwards, shows long silences, and keeps what has no date at its end', () => {
  const sheet = (title: string, value: string) => ({ title, start: { value, precision: 'month' }, kind: 'action' });
  const milestone = (title: string, at: unknown) => ({ kind: 'visit', title, detail: null, planned: true, at, documentId: null, locator: null });
  const items = buildTimeline(
    { sheet: { start: year('1956') }, states: [] } as never,
    { together: [sheet('Mission', '2022-02'), { title: 'Sans date', start: null }], milestones: [milestone('Visite', year('2023')), milestone('Un jour', null)], agreements: [] } as never,
    '2026-11-15',
  );
  expect(items.map((item) => ('title' in item ? item.title : 'sheet' in item ? item.sheet.title : item.what))).toEqual(['Visite', 'Mission', 'gap', 'start', 'Un jour']);
  expect(items[2]).toEqual({ what: 'gap', from: 1957, to: 2021 });
  expect(items[0]).toMatchObject({ planned: true, passed: true });
});
