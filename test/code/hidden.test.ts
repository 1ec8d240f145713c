import { expect, test } from 'vitest'
import { readSources } from './sources.ts'

/** Ranges of characters that a reader can't see, as they stand in a pattern. */
const RANGE = /\\u(?:200[b-f]|202[a-e]|2028|2060|206[6-9]|061c)/iu

/** The fast reader gives up on anything unusual, and the sources of formats look by number. */
const ELSEWHERE = [
  'src/core/schema/hidden.ts',
  'src/repository/yaml/narrow.ts',
  'src/repository/yaml/node.ts',
  'src/repository/transaction.ts',
]

test('which characters are invisible is written in one place', () => {
  const found = readSources('src').filter(({ file, text }) => !ELSEWHERE.includes(file) && RANGE.test(text))
  expect(found.map(({ file }) => file)).toEqual([])
})
