import { readFileSync } from 'node:fs';

/** The lines of tests/access/routes.txt: each route with an address that it answers. */
export const samples = readFileSync('tests/access/routes.txt', 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split(/\s+/) as [method: 'get' | 'post', pattern: string, who: string, sample: string])
  .map(([method, pattern, who, sample]) => ({ method, pattern, who, sample }));
