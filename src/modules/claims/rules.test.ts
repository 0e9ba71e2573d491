import { expect, test } from 'vitest';
import { isAtDomain, isEnough, isSameBody, keepingOf } from './rules.ts';

const today = '2026-11-15';

test('a sheet is unclaimed, requested, granted, to refresh after a year, confirmed', () => {
  const nobody = { kept: false, requested: false, confirmedAt: null, since: null };
  expect(keepingOf(nobody, today)).toBe('unclaimed');
  expect(keepingOf({ ...nobody, requested: true }, today)).toBe('requested');
  const kept = { ...nobody, kept: true, since: '2026-09-01' };
  expect(keepingOf(kept, today)).toBe('granted');
  expect(keepingOf({ ...kept, requested: true }, today)).toBe('granted');
  expect(keepingOf({ ...kept, since: '2025-09-01' }, today)).toBe('to-refresh');
  expect(keepingOf({ ...kept, confirmedAt: '2026-10-01T10:00:00Z' }, today)).toBe('confirmed');
  expect(keepingOf({ ...kept, since: '2024-01-01', confirmedAt: '2025-10-01' }, today)).toBe('to-refresh');
  // Confirmed by nobody who keeps it: a confirmation older than the keeping is another's.
  expect(keepingOf({ ...kept, confirmedAt: '2026-08-01' }, today)).toBe('granted');
});

test('R007 a mail proves its domain and no other, and never an address open to all', () => {
  expect(isAtDomain('grabels.fr', 'https://www.grabels.fr/accueil')).toBe(true);
  expect(isAtDomain('Grabels.fr', 'https://grabels.fr')).toBe(true);
  for (const [domain, web] of [['evil-grabels.fr', 'https://grabels.fr'], ['grabels.fr.evil.com', 'https://grabels.fr'], ['fr', 'https://fr'], ['gmail.com', 'https://gmail.com'], ['orange.fr', 'https://mairie.pagesperso-orange.fr'], ['grabels.fr', 'pas une adresse'], ['grabels.fr', null]] as const) {
    expect([domain, isAtDomain(domain, web)]).toEqual([domain, false]);
  }
});

test('R007 a SIRET begins with the SIREN of the body', () => {
  expect(isSameBody('213 300 635 00017', '213300635')).toBe(true);
  expect(isSameBody('21330063500017', '213300636')).toBe(false);
  expect(isSameBody('213300635', '213300635')).toBe(false);
  expect(isSameBody('21330063500017', null)).toBe(false);
});

test('a word is read by somebody, and so is whoever says to be elected', () => {
  expect(isEnough('agent', 'domain')).toBe(true);
  expect(isEnough('agent', 'siret')).toBe(true);
  expect(isEnough('agent', 'word')).toBe(false);
  expect(isEnough('elected', 'domain')).toBe(false);
});
