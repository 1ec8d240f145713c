import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/core/folding.ts'
import { leaksOf } from '../../src/core/forms/masking.ts'
import { addressParts, addressPatterns } from '../../src/core/forms/public/addresses.ts'
import { wholeCase } from './whole.ts'

const folded = (text: string) => foldText(text).folded

const homes = [
  '广西壮族自治区南宁市青秀区民族大道12号阳光花园3栋2单元501室',
  '南宁市某路7号',
  '阳光小区3单元',
  '某县某乡某村三组',
  '桂林市某县',
  '某街5巷8号附2号',
  '12号3单元',
]

const texts = [
  '住民族大道十二号',
  '在阳光花园三栋2单元501室',
  '某路７号',
  '住阳光小区三单元',
  '阳光小区 3 单元',
  '家住某村三组',
  '户籍地：某县',
  '某街五巷的8号',
  '8号附2号',
  '12号的3单元',
  '已隐去住址和联系电话',
  '南宁市某区某里',
]

describe('the parts of an address', () => {
  it('stand in every text in which its patterns find it', () => {
    for (const home of homes.map(folded)) {
      const [pattern, parts] = [new RegExp(addressPatterns(home).join('|'), 'u'), addressParts(home)]
      const missed = texts
        .map(folded)
        .filter((text) => pattern.test(text) && !parts.some((part) => text.includes(part)))
      expect({ home, missed }).toEqual({ home, missed: [] })
    }
  })

  it('are found in some of the texts, and not in all', () => {
    const parts = homes.map(folded).flatMap(addressParts)
    const holding = texts.map(folded).filter((text) => parts.some((part) => text.includes(part)))
    expect(holding.length).toBeGreaterThan(6)
    expect(holding).not.toContain(folded('已隐去住址和联系电话'))
  })
})

describe('a text that may hold what is on file', () => {
  const leaks = leaksOf(
    wholeCase('2026-12-24', ({ case: about }) => {
      about.obligors = [
        { id: 'o1', kind: 'individual', name: '韦大明', address: '阳光小区3单元', phone: '0771-7654321' },
      ]
    }),
  )

  it.each([
    ['住阳光小区三单元', ['place']],
    ['电话（0771）7654321', ['number']],
    ['微信号wei_daming88', ['number']],
    ['韦大明', ['name']],
    ['生态环境损害赔偿', []],
  ])('%s holds %j', (text, kinds) => {
    expect(leaks(text).map((leak) => ('kind' in leak ? leak.kind : ''))).toEqual(kinds)
  })
})

describe('a place without a number', () => {
  const [pattern] = ['南宁市某区某里'].map((home) => new RegExp(addressPatterns(home).join('|'), 'gu'))

  it.each([
    ['其家住某里,', ['某里']],
    ['住址:某区某里某里', ['某区某里']],
    ['在某里施工', []],
    ['某里居住', []],
  ])('is found only where somebody is said to live there: %s', (text, found) => {
    expect(text.match(pattern ?? /$^/u) ?? []).toEqual(found)
  })
})
