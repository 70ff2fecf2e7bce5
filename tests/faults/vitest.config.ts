import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The full sweeps of faults: minutes, not seconds, so they run only when they are asked for. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  resolve: { alias: { '@shared': resolve('src/shared'), '@main': resolve('src/main') } },
  test: {
    name: 'faults',
    environment: 'node',
    include: ['tests/faults/**/*.test.ts'],
    testTimeout: 30 * 60_000,
    hookTimeout: 5 * 60_000,
    fileParallelism: false,
    allowOnly: false,
  },
});
