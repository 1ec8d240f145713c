import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { placeOfSlow, slowTests } from '../slow.ts'

describe('the list of tests that take long', () => {
  it.each(slowTests)('names %s, which is there', (name) => {
    expect(existsSync(placeOfSlow(name))).toBe(true)
  })
})
