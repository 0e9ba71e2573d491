import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (script: string, ...given: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...given], { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}`.trim() };
};

test('the types hold', () => {
  // what has not changed since the last time is not read again: the second database's turn costs a tenth
  expect(run('node_modules/typescript/bin/tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.tsbuildinfo')).toEqual({ status: 0, said: '' });
}, 400_000);

test('the linter finds nothing', () => {
  const { status, said } = run('node_modules/oxlint/bin/oxlint');
  expect(status, said).toBe(0);
}, 400_000);
