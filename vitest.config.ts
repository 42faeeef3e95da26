import { defineConfig } from 'vitest/config'

// The runner and its plugins take their configuration by default export.
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'tools/**/*.test.ts'],
    globalSetup: ['src/platform/db/testing-global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
