// The whole suite, on the embedded PostgreSQL 18 or on another server. Arguments go to Vitest.
//   npm test                                   the embedded server
//   npm test -- --postgres                     Debian's PostgreSQL, started and stopped here
//   npm test -- --postgres=postgres://…        a server of one's own (or the variable TEST_DATABASE_URL)
import { isStale } from './build.mjs';
import { findDebianPostgres, startDebianPostgres } from './debian-postgres.mjs';
import { relaunch, runNode } from './pinned-node.mjs';

await relaunch(import.meta.url);

const given = process.argv.slice(2);
const at = given.findIndex((argument) => /^--postgres(=|$)/.test(argument));
const [flag] = at < 0 ? [] : given.splice(at, 1);
const url = flag?.slice('--postgres='.length) || process.env.TEST_DATABASE_URL;
const bin = flag && !url ? findDebianPostgres() : undefined;

if (flag && !url && !bin) {
  console.error('Aucun PostgreSQL 15 ou plus récent sur cette machine : installez-en un (apt-get install postgresql-15), ou indiquez un serveur : npm test -- --postgres=postgres://compte@serveur:5432/postgres.');
  process.exit(1);
}
// Before, not when the first test asks: pages name the built files, and two drawings of a page are compared.
// In its own process: Vite leaves production's environment behind.
if (isStale() && (await runNode(['scripts/build.mjs'])) !== 0) process.exit(1);
const server = bin ? startDebianPostgres(bin) : undefined;
const address = server?.url ?? url;
console.log(bin ? `Tests sur le PostgreSQL de Debian (${bin})…` : address ? 'Tests sur le serveur PostgreSQL indiqué…' : 'Tests sur la base intégrée (PostgreSQL 18)…');
try {
  process.exitCode = await runNode(['node_modules/vitest/vitest.mjs', 'run', ...given], { env: address ? { TEST_DATABASE_URL: address } : {} });
} finally {
  server?.stop();
}
