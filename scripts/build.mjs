// What the browser gets (dist/client) and the server (dist/server/main.js).
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { relaunch, root } from './pinned-node.mjs';

const stampFile = path.join(root, 'dist/sources.sha256');
const sources = ['src', 'package-lock.json', 'vite.config.ts', 'public'];

export function isStale() {
  return !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== hashSources();
}

export async function build() {
  const { build: vite } = await import('vite');
  const stamp = hashSources();
  if (existsSync(path.join(root, 'src/client/main.ts'))) await vite({ root, mode: 'production', logLevel: 'warn' });
  await vite({ root, mode: 'production', logLevel: 'warn', build: { ssr: 'src/main.ts', outDir: 'dist/server', emptyOutDir: true } });
  writeFileSync(stampFile, stamp);
}

function hashSources() {
  const hash = createHash('sha256');
  const add = (at) => {
    hash.update(at);
    hash.update(readFileSync(path.join(root, at)));
  };
  for (const source of sources.filter((name) => existsSync(path.join(root, name)))) {
    if (!source.includes('.')) {
      const files = readdirSync(path.join(root, source), { recursive: true, withFileTypes: true });
      files.filter((file) => file.isFile() && !/\.test\.tsx?$/.test(file.name)).map((file) => path.relative(root, path.join(file.parentPath, file.name))).sort().forEach(add);
    } else add(source);
  }
  return hash.digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await relaunch(import.meta.url);
  const started = Date.now();
  await build();
  console.log(`Construit en ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}
