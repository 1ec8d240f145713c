import { defineConfig } from 'vitest/config'

/** The tests of `src/core` for `npm run mutate`: none that starts a program or takes seconds, since each runs thousands of times. */
export default defineConfig({
  test: {
    root: '.',
    include: [
      'test/{calendar,deadlines,drafts,facts,forms,golden,law,ledger,lint,merge,regulation,reports,schema,stages}/**/*.test.ts',
    ],
    exclude: [
      'test/calendar/{published-days,temporal,time-zone}.test.ts',
      'test/drafts/recognition.test.ts',
      'test/forms/papers.test.ts',
      'test/lint/suppressions.test.ts',
      'test/law/{order,properties}.test.ts',
      'test/lint/mutations/**',
      'test/regulation/{rehearsal,synthetic}.test.ts',
      'test/schema/{backfill,many-mistakes}.test.ts',
    ],
    // The modules are loaded once for all files, not once for each.
    isolate: false,
    testTimeout: 180_000,
  },
})
