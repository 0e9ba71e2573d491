import { beforeAll, expect, test } from 'vitest';
import { openApp, type OpenedApp } from '~root/tests/support/index.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp();
});

interface Answer {
  total: number;
  facets: Record<string, Record<string, number>>;
  items: { id: string; kind: string; type: string; title: string; url: string; countries: string[]; places: { name: string }[]; state: string; start: { value: string; precision: string } | null; sources: { title: string }[] }[];
  next: string | null;
  apart: { title: string }[];
}

async function get(query: string): Promise<Answer> {
  const response = await app.request(`/observatoire.json?${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

test('J1.2 R021 R022 Bordeaux has 21 partnerships, 13 twinnings and 8 agreements, without Cuba, Comodoro Rivadavia or Nouakchott', async () => {
  const { total, facets, items, next, apart } = await get('genre=partenariat&territoire=bordeaux');
  expect(total).toBe(21);
  expect(facets.type).toEqual({ jumelage: 13, 'accord-de-cooperation': 8 });
  expect(items).toHaveLength(21);
  expect(next).toBeNull();
  expect(items.map((item) => item.title).join()).not.toMatch(/Cuba|Comodoro|Nouakchott/);
  expect(apart.map((item) => item.title)).toEqual(['Bordeaux – Nouakchott']);
});
