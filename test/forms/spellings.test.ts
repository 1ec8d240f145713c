import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/core/folding.ts'
import { maskOf } from '../../src/core/forms/masking.ts'
import type { Change } from './say.ts'
import { wholeCase } from './whole.ts'

const persons: Change = ({ case: about }) => {
  about.obligors = [
    { id: 'o1', kind: 'individual', name: '买买提·吐尔逊', address: '某市某路12号' },
    { id: 'o2', kind: 'individual', name: '文大力', idNumber: '11010519491231002X' },
    { id: 'o3', kind: 'individual', name: '高明' },
    { id: 'o4', kind: 'individual', name: '欧阳力' },
  ]
  about.officers = [{ name: '覃小明' }]
  about.damage.location = '佛山市高明区某村'
}
const mask = maskOf(wholeCase('2026-12-24', persons))

/** Each name as it comes from other programs: other dots, blanks, widths, radicals in place of characters. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  买买提某: [
    '买买提•吐尔逊',
    '买买提・吐尔逊',
    '买买提‧吐尔逊',
    '买买提．吐尔逊',
    '买买提 · 吐尔逊',
    '买 买 提·吐 尔 逊',
  ],
  文某: ['文大力', '文　大　力', '⽂⼤⼒', '文 大力', '文\u200b大力', '文\n大力', '文\u00a0大力'],
  欧阳某: ['欧阳力', '欧 阳 力', '欧阳⼒', '欧阳　力'],
  高某: ['高明', '高　明', '⾼明', '高 明'],
  覃某: ['覃小明', '覃　小　明', '覃⼩明'],
}

describe('a natural person is not named in a public text', () => {
  it.each(Object.entries(spellings).flatMap(([masked, all]) => all.map((name) => ({ masked, name }))))(
    'whose name is written “$name”',
    ({ name, masked }) => {
      const text = mask(`经查，${name}承认，${name}到场。`)
      const first = [...masked][0] ?? ''
      expect(text).toMatch(new RegExp(`^经查，${first}[^，]*某承认，${first}[^，]*某到场。$`, 'u'))
      expect(foldText(text).folded).not.toContain(foldText(name).folded)
    },
  )

  it.each([
    ['住某市某路12 号', '住某地'],
    ['住某市某路１２号', '住某地'],
    ['证件１１０１０５１９４９１２３１００２Ｘ', '证件（略）'],
    ['账号6222 0212 3456 7890 123', '账号（略）'],
    ['邮箱wen.dali@example.com，微信号：wdl_1980', '邮箱（略），微信号：（略）'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked)
  })

  it('and a place that begins like a name stays', () => {
    expect(mask('佛山市高明区的高明')).toBe('佛山市高明区的高某')
  })

  it('and nothing else changes, blanks and line breaks neither', () => {
    const text = '（一）污染地块位于某 村，\n面积 1,200 平方米；2026-03-02 采样。'
    expect(mask(text)).toBe(text)
  })
})
