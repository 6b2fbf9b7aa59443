/** One test run for the whole repository, on the sources. */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const conditions = ['@bandgap/source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['@bandgap/source', 'node'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    globalSetup: ['test/support/postgres.ts'],
    setupFiles: ['test/support/fixed-seed.ts'],
    passWithNoTests: false,
    // Most of the slow ones wait for databases and processes of their own.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
