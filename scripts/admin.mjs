// npm run admin -- help: the first administrator, roles, and a way in when mail does not work.
import { bundleAndRun } from './bundle-run.mjs';

await bundleAndRun('scripts/admin.ts', import.meta.url);
