// npm run privacy: writes docs/privacy.md from what each module declares.
import { bundleAndRun } from './bundle-run.mjs';

await bundleAndRun('scripts/privacy.ts', import.meta.url);
