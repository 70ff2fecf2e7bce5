import { defineConfig } from '@playwright/test';

// The demo runs as one long test that tells what it does in its own words.
export default defineConfig({
  testDir: '../../tests/e2e/demo',
  testMatch: 'demo.ts',
  outputDir: '../../test-results/demo',
  reporter: './reporter.mjs',
  workers: 1,
  retries: 0,
  timeout: 240_000,
});
