import { defineConfig } from '@playwright/test';

// Whole tasks on the papers of a corpus, whose folder is in REFEREE_CORPUS.
export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../test-results/corpus',
  workers: 1,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 10_000 },
  use: { trace: 'off' },
});
