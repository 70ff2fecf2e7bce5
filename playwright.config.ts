import { defineConfig } from '@playwright/test';

// The real app on the real Electron, one at a time. What fails is tried once more; what then passes is named as flaky, and
// more than a few of those fail the run (scripts/checks/playwright.mjs).
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  retries: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { trace: 'off' },
});
