import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { listKinds } from '~/sheets/index.ts';
import { openApp, type OpenedApp } from '~root/tests/support/index.ts';

const paper = readFileSync('docs/open-data.md', 'utf8');
let opened: OpenedApp;
beforeAll(async () => {
  opened = await openApp();
});

/** The first cells of the table under a title. */
const cellsUnder = (title: string) => {
  const part = paper.slice(paper.indexOf(title)).split('\n\n').find((block) => block.startsWith('| '))!;
  return part.split('\n').slice(2).flatMap((line) => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
};

test('R200 docs/open-data.md names the keys of an item as they are served, no more and no less', async () => {
  const answer = (await (await opened.request('/observatoire.json?genre=partenariat&territoire=bordeaux')).json()) as { items: object[] };
  expect(Object.keys(answer.items[0]!).sort()).toEqual(cellsUnder('### An item').sort());
  const said = paper.slice(paper.indexOf('### The answer'), paper.indexOf('### An item'));
  expect(Object.keys(answer).filter((key) => !said.includes(`\`${key}\``))).toEqual([]);
});

test('R200 every parameter that it names changes the answer, and every public kind is named', async () => {
  const example = (name: string) => new RegExp(`\`(${name}=[^\`]+)\``).exec(paper)![1]!;
  const all = ((await (await opened.request('/observatoire.json')).json()) as { total: number }).total;
  for (const name of cellsUnder('All conditions hold together')) {
    const query = name === 'a' ? 'a=2000' : example(name);
    const response = await opened.request(`/observatoire.json?${query}`);
    expect([query, response.status]).toEqual([query, 200]);
    expect(((await response.json()) as { total: number }).total, query).toBeLessThan(all);
  }
  expect(listKinds().map((kind) => kind.genre).filter((genre) => !paper.includes(`\`${genre}\``))).toEqual([]);
});

test('R200 every address that it gives answers', async () => {
  const addresses = [...paper.matchAll(/`(\/[\w./-]+)`/g)].map(([, address]) => address!);
  expect(addresses.length).toBeGreaterThan(6);
  for (const address of addresses) expect([address, (await opened.request(address)).status]).toEqual([address, 200]);
});
