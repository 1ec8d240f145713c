import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup.ts'],
    // By default one core of two stays idle, while most tests wait for the programs that they start.
    maxWorkers: '100%',
    // What only a busy machine makes slow is no failure; what hangs is ended.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/generated/**', 'src/build/**'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
})
