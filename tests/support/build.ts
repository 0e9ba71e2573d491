import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** dist/, made again when a source changed. In its own process: Vite's environment there is production's. */
export async function buildServer(): Promise<void> {
  const script = `const { build, isStale } = await import('./scripts/build.mjs'); if (isStale()) await build();`;
  await run(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, NODE_ENV: 'production' } });
}
