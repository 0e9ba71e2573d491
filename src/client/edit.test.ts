import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { askHost } from '~root/tests/support/database.ts';

interface Chunk {
  file: string;
  imports?: string[];
}

const most = 15 * 1024;

test('what helps in forms is at most 15 kB, compressed, with all that it loads', { timeout: 120_000 }, async () => {
  await askHost('build');
  const manifest = JSON.parse(readFileSync('dist/client/.vite/manifest.json', 'utf8')) as Record<string, Chunk>;
  const files = new Set<string>();
  const add = (key: string) => {
    const { file, imports = [] } = manifest[key]!;
    if (files.has(file)) return;
    files.add(file);
    imports.forEach(add);
  };
  add('src/client/edit.ts');
  const size = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/client/${file}`)).length, 0);
  expect(size).toBeGreaterThan(500);
  expect(size).toBeLessThanOrEqual(most);
});
