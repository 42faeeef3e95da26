import { defineConfig } from 'vitest/config'

// biome-ignore lint/style/noDefaultExport: the runner takes its configuration this way
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/support/global-setup.ts'],
    // One hospital and one browser for all: journeys follow one another.
    pool: 'forks',
    fileParallelism: false,
    isolate: false,
    testTimeout: 90_000,
    hookTimeout: 300_000,
    teardownTimeout: 30_000,
  },
})
