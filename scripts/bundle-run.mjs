// Runs a TypeScript entry of the repository on the pinned Node, bundled by Vite with the project's aliases.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { relaunch, root, runNode } from './pinned-node.mjs';

/** `prepare` may take arguments away and say what to add to the environment, and how to end what it began. */
export async function bundleAndRun(entry, script, prepare = () => ({ env: {}, stop() {} })) {
  await relaunch(script);
  if (!existsSync(path.join(root, entry))) {
    console.error(`${entry} n'existe pas dans cette version.`);
    process.exit(1);
  }
  const { build } = await import('vite');
  // inside the project, so that the bundle finds node_modules
  const cache = path.join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(path.join(cache, 'run-'));
  try {
    await build({ root, logLevel: 'warn', build: { ssr: entry, outDir, emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'run.js' } } } });
    const given = process.argv.slice(2);
    const { env, stop } = prepare(given);
    try {
      process.exitCode = await runNode(['--enable-source-maps', path.join(outDir, 'run.js'), ...given], { env });
    } finally {
      stop();
    }
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
