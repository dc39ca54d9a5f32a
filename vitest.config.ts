import { defineConfig } from 'vitest/config';

const shared = { setupFiles: ['test/setup.ts'], sequence: { shuffle: true } };

export default defineConfig({
  test: {
    env: { TZ: 'America/New_York' },
    coverage: {
      provider: 'v8',
      include: ['src/domain/**', 'src/language/**'],
      thresholds: { lines: 100, functions: 100, branches: 100, statements: 100 },
    },
    projects: [
      {
        test: {
          ...shared,
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: ['test/store/**', 'test/conversation/**', 'test/end-to-end/**', 'test/bench/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'store',
          globalSetup: ['test/template.ts'],
          include: ['test/{store,conversation,end-to-end}/**/*.test.ts'],
          // Real processes wait for each other more than they work.
          maxWorkers: 3,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
