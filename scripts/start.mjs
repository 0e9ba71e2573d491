// Builds when the sources changed since the last build, then runs the server. --watch: again at each change.
import { watch } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build, isStale } from './build.mjs';
import { relaunch, root, runNode } from './pinned-node.mjs';

const server = path.join(root, 'dist/server/main.js');

async function buildIfStale() {
  if (!isStale()) return true;
  console.log('Construction de Jumelles…');
  try {
    await build();
    return true;
  } catch (error) {
    console.error(`La construction a échoué : ${error.message}`);
    return false;
  }
}

async function runWatching() {
  let round = new AbortController();
  let changed = 0;
  let quitting = false;
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => { quitting = true; round.abort(); });
  watch(path.join(root, 'src'), { recursive: true }, () => {
    changed = Date.now();
    setTimeout(() => Date.now() - changed >= 200 && round.abort(), 220);
  });
  while (!quitting) {
    round = new AbortController();
    if (await buildIfStale()) await runNode(['--enable-source-maps', server], { signal: round.signal });
    while (!round.signal.aborted) await wait(100);
  }
  process.exit(0);
}

/** A signal sent to npm ends npm and its shell, and does not come this far: their end is the signal. */
function stopWithParent() {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 250).unref();
}

await relaunch(import.meta.url);
process.chdir(root);
process.env.NODE_ENV ??= process.argv.includes('--watch') ? 'development' : 'production';
if (process.argv.includes('--watch')) await runWatching();
else if (await buildIfStale()) {
  // In this very process: signals reach the server itself, and killing it leaves nothing behind.
  process.setSourceMapsEnabled(true);
  stopWithParent();
  await import(pathToFileURL(server).href);
} else process.exitCode = 1;
