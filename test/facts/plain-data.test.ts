import { describe, expect, test } from 'vitest'
import { childAt, isDeepEqual, isMapData, valueAt } from '../../src/core/facts/data.ts'
import { sumOfDecimals } from '../../src/core/facts/decimals.ts'

describe('the sum of decimal texts', () => {
  test.each([
    [['0.1', '0.2'], '0.3'],
    [['1', '2'], '3'],
    [['1.5', '2.25', '3'], '6.75'],
    [['0.05', '0.05'], '0.10'],
    [['0', '0.0'], '0.0'],
    [['99999999999999999999', '1'], '100000000000000000000'],
    [['7'], '7'],
  ])('%j is %s', (quantities, total) => {
    expect(sumOfDecimals(quantities)).toBe(total)
  })

  test('of nothing is nothing', () => {
    expect(sumOfDecimals([])).toBeUndefined()
  })
})

describe('plain data', () => {
  test('a map is neither a list nor a single value', () => {
    expect([{}, [], null, 'a', undefined].map(isMapData)).toEqual([true, false, false, false, false])
  })

  test.each<[unknown, unknown, boolean]>([
    [{ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: 1, b: 2 }, { a: 1 }, false],
    [{ a: undefined }, { b: undefined }, false],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [[], {}, false],
    [{}, [], false],
    [{}, null, false],
    [null, null, true],
    ['a', 'a', true],
    [1, '1', false],
    [0, -0, true],
    [Number.NaN, Number.NaN, true],
    [{ toString: 1 }, {}, false],
  ])('%j and %j are the same: %s', (left, right, same) => {
    expect(isDeepEqual(left, right)).toBe(same)
  })

  test('a value stands at keys and numbers; what every object inherits is none of it', () => {
    const data = { rounds: [{ round: 1 }, { round: 2, notice: null }] }
    expect(valueAt(data, ['rounds', 1, 'round'])).toBe(2)
    expect(valueAt(data, ['rounds', 1, 'notice', 'issuedOn'])).toBeUndefined()
    expect(valueAt(data, ['rounds', 5, 'round'])).toBeUndefined()
    expect(valueAt(data, [])).toBe(data)
    expect(childAt({}, 'toString')).toBeUndefined()
    expect(childAt('text', 'length')).toBeUndefined()
  })
})
