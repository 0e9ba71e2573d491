// The whole suite, on the embedded PostgreSQL 18 or on another server. Arguments go to Vitest.
import { runNode } from './pinned-node.mjs';

const given = process.argv.slice(2);
const at = given.findIndex((argument) => argument.startsWith('--postgres'));
const [flag] = at < 0 ? [] : given.splice(at, 1);
const url = flag?.slice('--postgres='.length) || process.env.TEST_DATABASE_URL;

if (flag && !url) {
  console.error('Indiquez le serveur : npm test -- --postgres=postgres://compte@serveur:5432/postgres, ou la variable TEST_DATABASE_URL.');
  process.exit(1);
}
console.log(url ? 'Tests sur le serveur PostgreSQL indiqué…' : 'Tests sur la base intégrée (PostgreSQL 18)…');
process.exitCode = await runNode(['node_modules/vitest/vitest.mjs', 'run', ...given], { env: url ? { TEST_DATABASE_URL: url } : {} });
