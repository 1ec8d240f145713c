import { join } from 'node:path'

/**
 * The tests that take long, files and folders, by what makes them so: `npm run test:slow` runs them, and so do `npm run check`
 * and CI. All others are those of `npm test`, which a person runs many times a day.
 */
export const slowTests: readonly string[] = [
  // Thousands of cases at random, through every step; each sentence of the text, by the program.
  'walk',
  'acceptance/coverage.test.ts',
  'regulation/rehearsal.test.ts',
  // Each matter left out of a text in turn.
  'regulation/absent.test.ts',
  // Each rule against thousands of spoiled cases; drafts by many hands.
  'lint/mutations',
  'drafts/recognition.test.ts',
  // Word files as LibreOffice lays them out.
  ...[
    'archival',
    'layout',
    'layout-lengths',
    'layout-occasions',
    'matrix',
    'notes-layout',
    'papers',
    'public-formats',
    'read-back',
    'seams',
    'sheet-layout',
    'templates',
  ].map((name) => `documents/${name}.test.ts`),
  'cli/commands/advance/signed-papers.test.ts',
  'cli/commands/render/own-papers.test.ts',
  'cli/commands/archive',
  'cli/commands/lint/other-formats.test.ts',
  // Word files and zips that are made to take long.
  'office/hostile-files.test.ts',
  // A real terminal, a real browser.
  'cli/terminal',
  'cli/commands/board/page.test.ts',
  // Several copies of one library, through real git and a real server, and the checks that git runs.
  'cli/commands/join',
  'cli/commands/sync',
  'repository/sync',
  ...['changed', 'hooks', 'shard', 'workflows'].map((name) => `cli/commands/lint/${name}.test.ts`),
  'cli/commands/backup',
  // What a kill or a failed call of git leaves behind, at each step.
  'cli/commands/init/again.test.ts',
  'repository/bulk.test.ts',
  'repository/transaction.test.ts',
  // What is remembered, against what is concluded anew, 400 days in a row among it; the whole history.
  'cli/commands/search/kept.test.ts',
  'repository/cache',
  'office/history.test.ts',
  // All calls of the README and of a page, one after the other; every command in a case full of numbers.
  'readme.test.ts',
  'code/first-day-page.test.ts',
  'cli/shared/personal-numbers.test.ts',
  // Whole cases, step by step.
  ...['restoration', 'unstated'].map((name) => `cli/commands/advance/${name}.test.ts`),
  'cli/commands/amend/signed-copies.test.ts',
  // New units of each kind, built and checked.
  'build/new.test.ts',
  // Whole ledgers, and cases that are joined or parted.
  'cli/commands/combine',
  'cli/commands/import',
  'cli/commands/split',
]

/** The same as patterns of vitest. */
export const slowPatterns: string[] = slowTests.map((name) =>
  name.endsWith('.ts') ? `test/${name}` : `test/${name}/**/*.test.ts`,
)

/** Where a test of the list stands. */
export const placeOfSlow = (name: string): string => join(import.meta.dirname, name)
