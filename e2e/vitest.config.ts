import { defineConfig } from 'vitest/config'

// biome-ignore lint/style/noDefaultExport: the runner takes its configuration this way
export default defineConfig({
  test: {
    // The pictures of the guide come from a hospital nobody has worked in yet: their journey runs alone.
    include: process.env['CAPTURES_DU_GUIDE'] === '1' ? ['e2e/guide.captures.ts'] : ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/support/global-setup.ts'],
    // One hospital and one browser for all: journeys follow one another.
    pool: 'forks',
    fileParallelism: false,
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 300_000,
    teardownTimeout: 30_000,
  },
})
