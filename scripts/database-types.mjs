// npm run types: writes src/platform/db/types.ts from the migrations.
import { bundleAndRun } from './bundle-run.mjs';

await bundleAndRun('scripts/database-types.ts', import.meta.url);
