import { test } from 'vitest';
import { writeFileSync, existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { serve } from '~root/tests/support/index.ts';

const base = await serve();
test('serve', { timeout: 3_600_000 }, async () => {
  writeFileSync('/tmp/terr/base', base);
  while (!existsSync('/tmp/terr/stop')) await wait(500);
});
