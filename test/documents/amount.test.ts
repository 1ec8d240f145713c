import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chineseAmount } from '../../src/documents/amount.ts'

test.each([
  [52970000, '伍拾贰万玖仟柒佰元整'],
  [0, '零元整'],
  [1, '壹分'],
  [10, '壹角整'],
  [100, '壹元整'],
  [101, '壹元零壹分'],
  [110, '壹元壹角整'],
  [123, '壹元贰角叁分'],
  [1000, '壹拾元整'],
  [10000, '壹佰元整'],
  [1000000, '壹万元整'],
  [1005000, '壹万零伍拾元整'],
  [10000001, '壹拾万元零壹分'],
  [320000000, '叁佰贰拾万元整'],
  [10000000000, '壹亿元整'],
  [10000000100, '壹亿零壹元整'],
  [1000000000000n, '壹佰亿元整'],
])('%s 分 reads %s', async (fen, capitals) => {
  expect(await chineseAmount(fen)).toBe(capitals)
})

test.each([-1, 0.5, Number.NaN, 2 ** 53, 10n ** 17n])('%s is no amount', async (fen) => {
  await expect(chineseAmount(fen)).rejects.toThrow('大写金额')
})

const digits = '零壹贰叁肆伍陆柒捌玖'

/** Capitals read back to 分, by the value of each numeral: an independent check of the writing. */
const read = (capitals: string): bigint => {
  const units: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n }
  let [total, section, digit] = [0n, 0n, 0n]
  for (const character of capitals.replace('整', '')) {
    const value = digits.indexOf(character)
    if (value >= 0) digit = BigInt(value)
    else if (units[character] !== undefined) [section, digit] = [section + digit * units[character], 0n]
    else if (character === '万') [section, digit] = [(section + digit) * 10000n, 0n]
    else if (character === '亿') [total, section, digit] = [(total + section + digit) * 100000000n, 0n, 0n]
    else if (character === '元') [total, section, digit] = [(total + section + digit) * 100n, 0n, 0n]
    else if (character === '角') [total, digit] = [total + digit * 10n, 0n]
    else if (character === '分') [total, digit] = [total + digit, 0n]
    else throw new Error(character)
  }
  return total
}

test('any amount below 100 million yuan reads back as itself, and ends in 整 unless it has 分', async () => {
  await fc.assert(
    fc.asyncProperty(fc.bigInt(0n, 9_999_999_999n), async (fen) => {
      const capitals = await chineseAmount(fen)
      expect(capitals.endsWith('整')).toBe(fen % 10n === 0n)
      expect(read(capitals)).toBe(fen)
    }),
  )
})
