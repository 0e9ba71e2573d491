// Runs before everything else, on the machine's own Node (18 or newer), with nothing installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { findPinned, root } from './pinned-node.mjs';

const lock = path.join(root, 'package-lock.json');
const installed = path.join(root, 'node_modules/.package-lock.json');

// A checkout touches the lock without changing it: when it is newer, what counts is whether it says something else.
function isInstalled() {
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true;
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages;
  const found = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(([name, { version, optional }]) => name === '' || (found[name] ? found[name].version === version : optional));
}

// npm gives its own path to the scripts it runs; a shell is only needed to find it by name on Windows.
function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return spawnSync(process.execPath, [cli, ...args], { cwd: root, ...options });
  return spawnSync('npm', args, { cwd: root, shell: process.platform === 'win32', ...options });
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (!isInstalled()) {
  const started = Date.now();
  console.log('Installation des dépendances (une seule fois, 10 à 60 secondes selon le réseau)…');
  // With a silent registry `npm ci` says nothing for minutes: ask it first.
  const ping = npm(['ping', '--fetch-retries=0', '--fetch-timeout=10000', '--loglevel=silent'], { stdio: 'ignore' });
  if (ping.error) stop('npm est introuvable : installez Node.js 18 ou plus récent avec npm, puis relancez la même commande.');
  if (ping.status !== 0) {
    stop('Le registre npm ne répond pas : vérifiez le réseau, le proxy ou « npm config get registry », puis relancez la même commande.');
  }
  // NODE_ENV=production would leave out what builds and tests.
  const asPinned = JSON.stringify(path.join(root, 'scripts/as-pinned-node.cjs'));
  const install = npm(['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-fund', '--no-audit'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --require ${asPinned}` },
  });
  if (install.status !== 0) {
    stop('L’installation des dépendances a échoué (voir ci-dessus) : vérifiez le réseau, la place sur le disque et les droits sur ce dossier, puis relancez la même commande.');
  }
  console.log(`Dépendances installées en ${Math.round((Date.now() - started) / 1000)} s.`);
}

// What makes the other npm scripts run on the pinned Node, where npm did not do it.
const link = path.join(root, 'node_modules/.bin/node');
const pinned = findPinned();
if (pinned && process.platform !== 'win32' && !existsSync(link)) {
  try {
    symlinkSync(path.relative(path.dirname(link), pinned), link);
  } catch {
    // another process made it, or the folder is read-only: our scripts find Node by its package
  }
}
