// npm run bench: what is measured is in bench/
import { bundleAndRun } from './bundle-run.mjs';

await bundleAndRun('bench/run.ts', import.meta.url);
