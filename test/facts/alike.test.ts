import { describe, expect, it } from 'vitest'
import { type Clue, commonParts, likenessText, tellingTexts } from '../../src/core/facts/alike.ts'

const clue: Clue = {
  title: '某化工有限公司倾倒废酸案',
  clue: { reporter: { name: '黄某' } },
  damage: { location: '南宁市青秀区某村三组水塘' },
  obligors: [{ name: '某化工有限公司' }],
}
const other: Clue = {
  title: '水塘酸水案',
  clue: { reporter: { name: '李某' } },
  damage: { location: '宾阳县某镇' },
  obligors: [{ name: '某运输部' }],
}

describe('two clues', () => {
  it.each([
    ['of nothing in common', {}, []],
    ['of one title, however it was typed', { title: '某化工有限公司 倾倒废酸案' }, ['案件名称']],
    ['of one obligor at another place', { obligors: [{ name: '某化工有限公司' }] }, []],
    ['of one place with another polluter', { damage: clue.damage }, []],
    ['of one reporter about something else', { clue: clue.clue }, []],
    [
      'of one obligor at one place',
      { obligors: clue.obligors ?? [], damage: { location: '青秀区某村三组水塘' } },
      ['赔偿义务人', '损害地点'],
    ],
    [
      'of one reporter about one obligor, in full width',
      { obligors: [{ name: '某化工有限公司　' }], clue: { reporter: { name: '黄 某' } } },
      ['举报人', '赔偿义务人'],
    ],
    ['of one district and one reporter', { clue: clue.clue, damage: { location: '三组水塘' } }, []],
  ])('%s', (_, same, common) => {
    expect(commonParts(clue, { ...other, ...same })).toEqual(common)
  })

  it('are of one obligor by its number, though its name was written otherwise', () => {
    const creditCode = '91450100MA5K000000'
    const named = (name: string): Clue => ({
      ...other,
      obligors: [{ name, creditCode }],
      damage: clue.damage,
    })
    expect(commonParts(named('某化工公司'), named('某化工有限公司'))).toContain('赔偿义务人')
  })

  it.each([
    ['a day apart', '2026-04-10', true],
    ['thirty days apart', '2026-05-09', true],
    ['a season apart', '2026-07-09', false],
    ['at no known day', undefined, false],
  ])('of one obligor, at a place written otherwise, %s', (_, day, isAlike) => {
    const first = { ...clue, clue: { receivedOn: '2026-04-09' } }
    const second = {
      ...other,
      obligors: clue.obligors ?? [],
      damage: { location: '南宁市青秀区某村水塘' },
      clue: day === undefined ? {} : { foundOn: day },
    }
    const common = commonParts(first, second)
    expect(common).toEqual(isAlike ? ['赔偿义务人', '线索日期'] : [])
    if (isAlike) expect(likenessText(common)).toBe('赔偿义务人相同，线索日期相近')
  })

  it('have nothing in common by what neither says', () => {
    expect(commonParts({ obligors: [] }, { obligors: [] })).toEqual([])
    expect(tellingTexts({ title: ' ', obligors: [] })).toEqual([])
  })
})
