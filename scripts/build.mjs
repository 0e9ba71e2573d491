// What the browser gets (dist/client) and the server (dist/server/main.js).
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { relaunch, root } from './pinned-node.mjs';

const stampFile = path.join(root, 'dist/sources.sha256');
const sources = ['src', 'db/reference', 'db/demo', 'public', 'package-lock.json', 'vite.config.ts'];

export function isStale() {
  return !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== hashSources();
}

/** Built beside, then put in place: two builds at once, or one that fails, leave a whole dist/. */
export async function build() {
  const { build: vite } = await import('vite');
  const stamp = hashSources();
  const beside = path.join(root, `node_modules/.cache/build-${process.pid}`);
  const common = { root, mode: 'production', logLevel: 'warn' };
  try {
    await vite({ ...common, build: { outDir: path.join(beside, 'client') } });
    await vite({ ...common, build: { ssr: 'src/main.ts', outDir: path.join(beside, 'server') } });
    writeFileSync(path.join(beside, 'sources.sha256'), stamp);
    rmSync(path.join(root, 'dist'), { recursive: true, force: true });
    renameSync(beside, path.join(root, 'dist'));
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
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
  await build().catch((error) => {
    console.error(`La construction a échoué : ${error.message}`);
    process.exit(1);
  });
  console.log(`Construit en ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}
