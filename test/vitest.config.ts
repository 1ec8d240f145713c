import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest tests begin first, so that no core is idle at the end. */
const longest = [
  'walk/walk',
  'acceptance/coverage',
  'lint/mutations/harness',
  'repository/transaction',
  'cli/terminal/new',
  'cli/terminal/sync',
  'cli/terminal/main-path',
  'cli/terminal/advance',
  'documents/layout',
  'documents/matrix',
  'cli/lint-hooks',
  'examples/demo',
  'readme',
  'documents/templates',
  'documents/papers',
  'repository/cache/cache',
  'drafts/recognition',
].map((name) => `/test/${name}.test.ts`)

function turnOf({ moduleId }: TestSpecification): number {
  const turn = longest.findIndex((name) => moduleId.endsWith(name))
  return turn < 0 ? longest.length : turn
}

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => turnOf(one) - turnOf(other))
  }
}

export default defineConfig({
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/support/each-file.ts'],
    // Each worker loads what the tests import once, not once for each file.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // By default one core of two stays idle, while most tests wait for the programs that they start.
    maxWorkers: '100%',
    // A test that is slow on a busy machine does not fail; a test that hangs is stopped.
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
