import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The part of a project that both kinds share. */
const common = {
  plugins: [react()],
  resolve: {
    alias: {
      '@shared': resolve('src/shared'),
      '@main': resolve('src/main'),
      '@renderer': resolve('src/renderer'),
    },
  },
};

/** Generous: machines that run tests are shared and slow. Projects do not inherit them. */
const timeouts = { testTimeout: 30_000, hookTimeout: 60_000 };

// Unit, integration and architecture tests run on the tools' own Node; whatever needs Electron is in tests/e2e.
export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        ...common,
        test: {
          ...timeouts,
          name: 'node',
          environment: 'node',
          include: ['tests/{unit,integration,architecture}/**/*.test.{ts,tsx}'],
          exclude: ['tests/unit/renderer/**'],
        },
      },
      {
        ...common,
        test: {
          ...timeouts,
          name: 'dom',
          environment: 'jsdom',
          setupFiles: ['tests/unit/renderer/patience.ts'],
          include: ['tests/unit/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
