import { describe, expect, it } from 'vitest'
import { type KeyList, TypedAtList } from '../../../src/cli/prompts/typed-at-list.ts'

/** What Enter loses after these keys; 'up', 'down' and 'backspace' are keys, everything else is typed. */
function lostAfter(list: KeyList, ...keys: readonly string[]): string | undefined {
  const typed = new TypedAtList(list)
  for (const key of keys) {
    const isMove = ['up', 'down', 'backspace'].includes(key)
    typed.lostBy({ text: isMove ? '\u001b[B' : key, name: isMove ? key : undefined, held: false })
  }
  return typed.lostBy({ text: '\r', name: 'return', held: false })
}

const choices: KeyList = { type: 'select', names: ['单位', '自然人', 'Other'] }
const ticks: KeyList = { type: 'checkbox', names: ['地表水', '土壤'] }

describe('what is typed at a list of which one is chosen', () => {
  it.each([[[]], [['自']], [['自', '然']], [['2']], [['o', 't']], [['某', 'down']], [['某', 'backspace']]])(
    'after %j Enter chooses',
    (keys) => expect(lostAfter(choices, ...keys)).toBeUndefined(),
  )

  it.each([[['某', '厂']], [['8', '.', '2', '0']], [['4']], [['0']], [['单', '位', '们']], [['down', '某']]])(
    'after %j Enter would lose it',
    (keys) => expect(lostAfter(choices, ...keys)).toBe(keys.filter((key) => key !== 'down').join('')),
  )

  it('what is held with Ctrl or Alt writes nothing', () => {
    const typed = new TypedAtList(choices)
    typed.lostBy({ text: 'x', name: 'x', held: true })
    expect(typed.lostBy({ text: '\r', name: 'return', held: false })).toBeUndefined()
  })
})

describe('what is typed at a list of ticks', () => {
  it.each([[[]], [[' ']], [['a']], [['i', '1', '2']]])('after %j Enter chooses', (keys) =>
    expect(lostAfter(ticks, ...keys)).toBeUndefined(),
  )

  it.each([['地表水'], ['13800001111'], ['8.20']])('after %s Enter would lose it', (text) =>
    expect(lostAfter(ticks, ...text)).toBe(text),
  )
})
