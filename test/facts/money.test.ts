import { describe, expect, test } from 'vitest'
import { fenOf, parseFen, percentOf, showYuan, sum, yuanOf } from '../../src/core/facts/money.ts'

describe('money in 分', () => {
  test.each<[string, bigint | undefined]>([
    ['529700.00', 52970000n],
    ['1.5', 150n],
    ['1', 100n],
    ['0.05', 5n],
    ['0', 0n],
    ['1.005', undefined],
    ['-1', undefined],
    ['1,000', undefined],
    ['1.', undefined],
    ['', undefined],
    [' 1', undefined],
    ['1 元', undefined],
  ])('%s yuan is %s 分', (yuan, fen) => {
    expect(parseFen(yuan)).toBe(fen)
    expect(fenOf(yuan)).toBe(fen ?? 0n)
  })

  test('nothing counts as 0, and a sum leaves no 分 out', () => {
    expect(parseFen(undefined)).toBeUndefined()
    expect(sum(['0.01', undefined, '0.02', '100'])).toBe(10003n)
    expect(sum([])).toBe(0n)
  })

  test.each<[bigint, string, string]>([
    [52970000n, '529700.00', '529,700.00 元'],
    [100000000n, '1000000.00', '1,000,000.00 元'],
    [99999n, '999.99', '999.99 元'],
    [5n, '0.05', '0.05 元'],
    [0n, '0.00', '0.00 元'],
    [-1n, '-0.01', '-0.01 元'],
    [-123456n, '-1234.56', '-1,234.56 元'],
  ])('%s 分 is %s, and is shown as %s', (fen, yuan, shown) => {
    expect(yuanOf(fen)).toBe(yuan)
    expect(showYuan(fen)).toBe(shown)
  })

  test('a share of an odd 分 is rounded down', () => {
    expect(percentOf(30000001n, 50)).toBe(15000000n)
    expect(percentOf(100n, 100)).toBe(100n)
  })
})
