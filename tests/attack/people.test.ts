import { expect, test } from 'vitest';
import people from '~root/db/demo/people.json';
import { openApp, useWorld } from '~root/tests/support/index.ts';

const db = await useWorld();

/** Those whose names wait: neither elected nor ambassador, in any of their functions. A credit signs a picture (decision 0025). */
const waiting = people.people.filter(({ lastName, functions }) => lastName !== '' && functions.every(({ standing }) => !['elected', 'ambassador', 'credit'].includes(standing)));

test('R195 searching for somebody whose name waits finds none of the pages where they spoke, and excerpts do not say the name', async () => {
  const { request } = await openApp({ db });
  expect(waiting.length).toBeGreaterThan(60);
  const told: string[] = [];
  for (const { firstName, lastName, id } of waiting) {
    for (const words of [`${firstName} ${lastName}`, `${lastName} ${firstName}`, id]) {
      const { items } = (await (await request(`/observatoire.json?q=${encodeURIComponent(words)}`)).json()) as { items: { kind: string; title: string }[] };
      told.push(...items.filter(({ kind }) => kind !== 'territoire').map(({ title }) => `${words}: ${title}`));
      const page = await (await request(`/recherche?q=${encodeURIComponent(words)}`)).text();
      const answer = page.replace(/<title>.*?<\/title>|<meta[^>]*>|<input[^>]*>|<link[^>]*>|<a [^>]*hreflang[^>]*>/g, '').replace(/<p class="search-count".*?<\/p>/s, '');
      if (answer.toLocaleLowerCase('fr').includes(`${firstName} ${lastName}`.toLocaleLowerCase('fr'))) told.push(`${words} is written in the answer`);
    }
  }
  expect(told).toEqual([]);
}, 120_000);
