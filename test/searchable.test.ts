import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedPattern } from '../src/core/folding.ts'
import { searchable, searchedAs } from '../src/core/searchable.ts'

/** Every character of the first plane, and those beyond that have another form. */
const characters = [
  ...Array.from({ length: 0xffff }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff),
  ...Array.from({ length: 0x220 }, (_, at) => 0x2f800 + at),
  ...Array.from({ length: 0x400 }, (_, at) => 0x1d400 + at),
].map((code) => String.fromCodePoint(code))

describe('a text made to be searched', () => {
  it('holds a character wherever a pattern of the character finds one', () => {
    // A pattern costs time, so that those are tried that can find more than themselves.
    const others = characters.filter((each) => /[\p{CWCM}\p{CWKCF}]/u.test(each) || searchable(each) !== each)
    const all = others.join('\n')
    const wrong = others.flatMap((each) => {
      const pattern = foldedPattern(each)
      const found = pattern === undefined ? [] : (all.match(new RegExp(pattern, 'giu')) ?? [])
      return found.filter((text) => !searchedAs(each).some((needed) => searchable(text).includes(needed)))
    })
    expect(wrong).toEqual([])
  })

  it('holds a word wherever the pattern of the word finds it in a longer text', () => {
    const piece = fc.constantFrom(...'南宁废酸0O1l·•（( 　\n-—Ａaß己已⼾户①㈱é2026年3月2日.,')
    const text = fc.array(piece, { maxLength: 30 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, fc.nat(29), fc.integer({ min: 1, max: 8 }), (whole, from, length) => {
        const word = [...whole].slice(from, from + length).join('')
        const pattern = foldedPattern(word)
        fc.pre(pattern !== undefined && new RegExp(pattern, 'iu').test(whole))
        expect(searchedAs(word).some((needed) => searchable(whole).includes(needed))).toBe(true)
      }),
    )
  })

  it('has no spaces, line breaks or tabs', () => {
    expect(searchable('废 酸\t约\r\n42　吨')).toBe(searchable('废酸约42吨'))
    for (const each of characters.filter((one) => /\s/u.test(one))) expect(searchable(each)).toBe('')
  })

  it('finds a day however it is written', () => {
    expect(searchedAs('2026-3-2')).toContain(searchable('2026年3月2日'))
    expect(searchedAs('2026年3月2日')).toContain(searchable('2026-03-02'))
  })
})
