// npm run journeys, npm run journeys -- J1, npm run journeys -- --postgres
import { bundleAndRun } from './bundle-run.mjs';
import { choosePostgres } from './chosen-postgres.mjs';

await bundleAndRun('tests/journeys/run.ts', import.meta.url, (given) => {
  const postgres = choosePostgres(given);
  return { env: postgres.address ? { TEST_DATABASE_URL: postgres.address } : {}, stop: postgres.stop };
});
