// npm run bench: what is measured is in bench/, on the application as it stands.
import { build, isStale } from './build.mjs';
import { bundleAndRun } from './bundle-run.mjs';
import { relaunch } from './pinned-node.mjs';

await relaunch(import.meta.url);
if (isStale()) await build();
await bundleAndRun('bench/run.ts', import.meta.url);
