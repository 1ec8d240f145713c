import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differing } from '../src/core/difference.ts'
import { shortText } from '../src/core/reports/text.ts'
import { beginningOfWhole, endOfWhole } from '../src/core/whole-words.ts'

describe('what an excerpt does not cut in two', () => {
  it.each([
    '2026年10月14日',
    '2026-10-14',
    '38,200.00元',
    '120万元',
    '〔2026〕12号',
    '第二十一条',
    '14:30',
    'GB/T',
    '98.5%',
  ])('%s', (whole) => {
    const text = `于${whole}前`
    for (let at = 2; at <= whole.length; at++) {
      expect(beginningOfWhole(text, at)).toBe(1)
      expect(endOfWhole(text, at)).toBe(1 + whole.length)
    }
    for (const at of [1, 1 + whole.length]) {
      expect(beginningOfWhole(text, at)).toBe(at)
      expect(endOfWhole(text, at)).toBe(at)
    }
  })

  it('is no digest, which would fill the excerpt', () => {
    expect(beginningOfWhole('a'.repeat(64), 30)).toBe(30)
  })

  it('never moves a cut further than the longest of these', () => {
    const text = fc.string({ unit: fc.constantFrom(...'2026年10月14日元万第二条,.:号〔〕甲 a') })
    fc.assert(
      fc.property(text, fc.nat(60), (given, at) => {
        expect(beginningOfWhole(given, at)).toBeLessThanOrEqual(at)
        expect(endOfWhole(given, at)).toBeGreaterThanOrEqual(at)
        expect(endOfWhole(given, at) - beginningOfWhole(given, at)).toBeLessThanOrEqual(24)
      }),
    )
  })
})

it('what differs in a paper is shown with whole days around it', () => {
  const text = (amount: string) =>
    `甲方应当在约定的期限即2026年9月30日以前支付${amount}元，自2027年3月1日起计算`
  const [from, to] = differing(text('30000'), text('50000'))
  expect(from).toBe('…2026年9月30日以前支付30000元，自2027年3月1日…')
  expect(to).toBe('…2026年9月30日以前支付50000元，自2027年3月1日…')
})

it('a long name of a case is shortened between words, not in its year', () => {
  const name = '某化工有限公司武鸣分公司废水池在2026年3月渗漏污染地下水生态环境损害赔偿案'
  expect(shortText(name, 28)).toBe('某化工有限公司武鸣分公司废水池在…生态环境损害赔偿案')
})
