import { describe, expect, test } from 'vitest'
import { positionOf, positionOfKey } from '../../../src/repository/yaml/position.ts'

const text = `# 注释
id: NN-2026-0001
clue:
  channel: inspection   # 渠道
  foundOn: 2026-02-11
obligors:
  - id: o1
    name: 甲
  - { id: o2, name: 乙, agent: { phone: "1" } }
empty:
`

describe('the place of a value', () => {
  test.each([
    [['id'], 2, 5],
    [['clue', 'foundOn'], 5, 12],
    [['obligors', 0, 'name'], 8, 11],
    [['obligors', 1, 'agent', 'phone'], 9, 40],
    [['empty'], 10, 1],
  ])('%j stands where it is written', (path, line, column) => {
    expect(positionOf(text, path)).toEqual({ line, column })
  })

  test.each([
    [['clue', 'receivedOn'], 3, 1],
    [['clue', 'reporter', 'name'], 3, 1],
    [['obligors', 0, 'address'], 7, 5],
    [['obligors', 1, 'agent', 'name'], 9, 24],
    [['obligors', 7], 6, 1],
    [['closing', 'closed'], 2, 1],
    [[], 2, 1],
  ])('%j is missing: the nearest section above', (path, line, column) => {
    expect(positionOf(text, path)).toEqual({ line, column })
  })

  test('an unknown key is found by the key itself', () => {
    expect(positionOfKey(text, ['clue', 'channel'])).toEqual({ line: 4, column: 3 })
    expect(positionOfKey(text, ['obligors', 1, 'name'])).toEqual({ line: 9, column: 15 })
  })

  test('an unreadable text has a place too', () => {
    expect(positionOf('a: [', ['a', 3])).toEqual({ line: 1, column: expect.any(Number) })
  })
})
