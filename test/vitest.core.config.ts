import { defineConfig } from 'vitest/config'

const ALL =
  'calendar,deadlines,drafts,facts,forms,golden,law,ledger,lint,merge,regulation,reports,schema,stages'

/** The folders whose tests run: all, or those that `test/mutate.ts` names. */
const folders = (process.env.EJC_TEST_FOLDERS ?? ALL).split(',')

/** The tests of `src/core` for `npm run mutate`: none that starts a program or takes seconds, since each runs thousands of times. */
export default defineConfig({
  test: {
    root: '.',
    include: folders.map((folder) => `test/${folder}/**/*.test.ts`),
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
