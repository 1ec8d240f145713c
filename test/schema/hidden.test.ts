import { expect, test } from 'vitest'
import { forbiddenCharacter, isSingleLine } from '../../src/core/schema/formats.ts'
import { CONTROLS, HIDDEN, SEPARATORS, TURNING } from '../../src/core/schema/hidden.ts'

const UNITS = 0x10000
const units = Array.from({ length: UNITS }, (_, code) => String.fromCharCode(code))
const matches = (ranges: string): string[] => {
  const pattern = new RegExp(`^[${ranges}]$`, 'u')
  return units.filter((unit) => pattern.test(unit))
}

test('no text holds controls, what turns the direction of writing, the byte order mark, or no character at all', () => {
  const forbidden = units.filter((unit) => forbiddenCharacter(unit) !== undefined)
  expect(forbidden).toEqual(matches(String.raw`${CONTROLS}${TURNING}\ufeff\ufffe\uffff\p{Cs}`))
})

test('a text of one line has no separator of lines either', () => {
  const broken = units.filter((unit) => !isSingleLine(unit) && forbiddenCharacter(unit) === undefined)
  expect(broken).toEqual(matches(String.raw`\t\n${SEPARATORS}`))
})

test('whatever may not stand in a text is hidden from a terminal too', () => {
  const shown = matches(String.raw`${CONTROLS}${TURNING}${SEPARATORS}\ufeff`).filter(
    (unit) => unit.replace(HIDDEN, '') !== '',
  )
  expect(shown).toEqual([])
  expect('甲\t乙\n🌳'.replace(HIDDEN, '')).toBe('甲\t乙\n🌳')
})
