import { findCountry } from '~/reference/index.ts';
import type { Form } from '~/platform/http/form.ts';
import type { Place } from './areas.ts';

export const frenchKinds = ['commune', 'metropole', 'communaute_urbaine', 'communaute_agglomeration', 'communaute_communes', 'syndicat', 'departement', 'region'] as const;
export const foreignKinds = ['ville', 'province', 'land', 'region_partenaire', 'camp_de_refugies', 'non_precise'] as const;

export const missingFields = ['nom', 'nature', 'pays', 'departement', 'code', 'site', 'reunit', 'role', 'fonction', 'service', 'mot'] as const;
export type MissingField = (typeof missingFields)[number];
export type MissingAnswers = Partial<Record<MissingField, string>>;

export type MissingError = {
  name: MissingField;
  key: 'missing.error.name' | 'missing.error.kind' | 'missing.error.country' | 'missing.error.place' | 'missing.error.code' | 'missing.error.known' | 'missing.error.site' | 'error.role' | 'error.function' | 'error.word' | 'error.many';
};

export function readMissing(form: Form): MissingAnswers {
  return Object.fromEntries(missingFields.map((name) => [name, form.text(name).slice(0, name === 'mot' || name === 'reunit' ? 1000 : 200)]));
}

export function checkMissing(answers: MissingAnswers, places: readonly Place[], known: object | undefined): MissingError[] {
  const french = answers.pays === 'FR';
  const kinds: readonly string[] = french ? frenchKinds : foreignKinds;
  const rules: [MissingField, MissingError['key'], boolean][] = [
    ['nom', 'missing.error.name', (answers.nom ?? '').length >= 2],
    ['pays', 'missing.error.country', findCountry(answers.pays ?? '') !== undefined],
    ['nature', 'missing.error.kind', kinds.includes(answers.nature ?? '')],
    ['departement', 'missing.error.place', french ? answers.nature === 'region' || places.some((place) => place.id === answers.departement) : !answers.departement],
    ['code', 'missing.error.code', !answers.code || (french && /^(\d[\dAB]\d{3}|\d{2,3}|\d{9}|\d{14})$/i.test(answers.code.replace(/\s/g, '')))],
    ['code', 'missing.error.known', !known],
    ['site', 'missing.error.site', !answers.site || /^https?:\/\/[^\s/]+\.[^\s]+$/.test(answers.site)],
    ['role', 'error.role', ['agent', 'elected'].includes(answers.role ?? '')],
    ['fonction', 'error.function', (answers.fonction ?? '').length >= 3],
    ['mot', 'error.word', (answers.mot ?? '').length >= 10],
  ];
  return rules.filter(([, , holds]) => !holds).map(([name, key]) => ({ name, key }));
}
