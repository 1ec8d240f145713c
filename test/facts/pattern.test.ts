import fc from 'fast-check'
import { expect, it } from 'vitest'
import { longPattern, matchesInTurn } from '../../src/core/pattern.ts'

it('makes a long pattern once, when it is first needed, and leaves no trace of the first look', () => {
  let made = 0
  const pattern = longPattern(() => {
    made += 1
    return '\\s+'
  }, 'gu')
  expect(made).toBe(0)
  expect(pattern()).toBe(pattern())
  expect(made).toBe(1)
  expect(pattern().lastIndex).toBe(0)
})

it('finds by several patterns what one of all of them in turn finds', () => {
  const sources = ['甲乙?', '(?<=甲)乙+|丙丁', '乙丙|丁']
  const whole = new RegExp(sources.map((source) => `(?:${source})`).join('|'), 'gu')
  const parts = sources.map((source) => new RegExp(source, 'gu'))
  const text = fc.string({ unit: fc.constantFrom(...'甲乙丙丁𠀀') })
  fc.assert(
    fc.property(text, (each) => {
      const expected = [...each.matchAll(whole)].map(({ index, 0: found }) => [index, found])
      expect(matchesInTurn(each, parts).map(({ index, 0: found }) => [index, found])).toEqual(expected)
    }),
  )
})

it('searches a text once by a pattern that finds nothing, however often another one finds something', () => {
  let searches = 0
  const rare = /乙/gu
  rare.exec = (text) => {
    searches += 1
    return RegExp.prototype.exec.call(rare, text)
  }
  expect(matchesInTurn('甲丙'.repeat(50), [/甲/gu, rare])).toHaveLength(50)
  expect(searches).toBe(1)
})

it('finds nothing and comes to an end where a pattern takes no character', () => {
  expect(matchesInTurn('甲', [/乙*/gu, /$^/gu])).toEqual([])
})
