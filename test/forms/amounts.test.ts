import { describe, expect, test } from 'vitest'
import { amountInFigures, amountInFull, capitals, ordinal } from '../../src/core/forms/amounts.ts'
import { chineseAmount } from '../../src/documents/amount.ts'

describe('an amount in capitals', () => {
  test.each([
    [0n, '零元整'],
    [1n, '壹分'],
    [50n, '伍角整'],
    [105n, '壹元零伍分'],
    [100500n, '壹仟零伍元整'],
    [10000001n, '壹拾万元零壹分'],
    [52970000n, '伍拾贰万玖仟柒佰元整'],
    [308000000n, '叁佰零捌万元整'],
  ])('%s 分 is %s', async (fen, words) => {
    expect(capitals(fen)).toBe(words)
    expect(await chineseAmount(fen)).toBe(words)
  })
})

test('figures have thousands apart and always two places', () => {
  expect(amountInFigures(52970000n)).toBe('529,700.00元')
  expect(amountInFigures(5n)).toBe('0.05元')
})

test('a contract writes both, figures first', () => {
  expect(amountInFull(3820000n)).toBe('38,200.00元（大写：人民币叁万捌仟贰佰元整）')
})

test('headings count 一, 十, 十一, 二十', () => {
  expect([0, 9, 10, 19].map(ordinal)).toEqual(['一', '十', '十一', '二十'])
})
