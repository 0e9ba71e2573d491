import { defineConfig } from 'vitest/config';
import { jsx, resolve } from './vite.config.ts';

export default defineConfig({
  resolve,
  oxc: { jsx },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/host.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // one import of the application a worker instead of one a file: half the time; a file leaves nothing behind that another reads
    isolate: false,
    testTimeout: 20_000,
    // the first file that asks for the world waits while it is loaded
    hookTimeout: 240_000,
  },
});
