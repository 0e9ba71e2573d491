// The whole suite, on the embedded PostgreSQL 18 or on another server. Arguments go to Vitest.
//   npm test                                   the embedded server
//   npm test -- --postgres                     Debian's PostgreSQL, started and stopped here
//   npm test -- --postgres=postgres://…        a server of one's own (or the variable TEST_DATABASE_URL)
import { isStale } from './build.mjs';
import { choosePostgres } from './chosen-postgres.mjs';
import { relaunch, runNode } from './pinned-node.mjs';

await relaunch(import.meta.url);

// Before, not when the first test asks: pages name the built files, and two drawings of a page are compared.
// In its own process: Vite leaves production's environment behind.
if (isStale() && (await runNode(['scripts/build.mjs'])) !== 0) process.exit(1);
const given = process.argv.slice(2);
const postgres = choosePostgres(given);
console.log(`Tests sur ${postgres.name}…`);
try {
  process.exitCode = await runNode(['node_modules/vitest/vitest.mjs', 'run', ...given], { env: postgres.address ? { TEST_DATABASE_URL: postgres.address } : {} });
} finally {
  postgres.stop();
}
