// npm run journeys, or npm run journeys -- J1
import { bundleAndRun } from './bundle-run.mjs';

await bundleAndRun('tests/journeys/run.ts', import.meta.url);
