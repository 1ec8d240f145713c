import { describe, expect, it } from 'vitest'
import { readAgreement } from '../../src/core/drafts/read-agreement.ts'
import type { Regulation } from '../../src/core/regulation/regulation.ts'
import { settingOn } from '../support/setting.ts'
import { clause, type Lines, paras } from './toy.ts'

const shipped = settingOn('2026-11-24').regulation
/** A law with a few clauses, so that a test shows where each text comes from. */
const regulation: Regulation = {
  ...shipped,
  clauses: [
    clause('facts', '损害事实', { content: ['倾倒'] }),
    clause('performance', '履行方式', { content: ['支付'], sentences: ['支付…元'] }),
    clause('goal', '修复目标', { content: ['恢复'], sentences: ['恢复至'] }),
    clause('breach', '违约责任', { content: ['违约金'], sentences: ['支付违约金'] }),
    clause('opinions', '对鉴定意见的意见', { content: ['无异议'], sentences: ['无异议'] }),
  ],
  pack: {
    ...shipped.pack,
    drafts: {
      hints: ['填写说明'],
      blanks: ['待商'],
      signatures: ['甲方…盖章'],
      totals: ['赔偿总额', '合计…元'],
      noRestoration: { clauses: ['goal'], sentences: ['无需修复'], except: ['部分'] },
    },
  },
}
const read = (...lines: Lines) => readAgreement({ accepted: paras(...lines) }, regulation)
/** The text of a clause with its headings and paragraphs; undefined where it is missing. */
const taken = (code: string, ...lines: Lines) => {
  const found = read(...lines).clauses.find((each) => each.code === code)
  return found && [found.text, found.headings, found.numbers]
}

describe('a clause under a heading of its own', () => {
  it('has what stands under it, as it was written, without the heading', () => {
    expect(
      taken('facts', '一、损害事实', ' 甲方倾倒废酸，500 吨。', '造成损害。', '二、违约责任', '照付。'),
    ).toEqual(['甲方倾倒废酸，500 吨。\n造成损害。', ['损害事实'], [2, 3]])
  })

  it('has what stands behind the heading in its line', () => {
    expect(taken('facts', '一、损害事实：甲方倾倒废酸，５００吨。')).toEqual([
      '甲方倾倒废酸，500吨。',
      ['损害事实'],
      [1],
    ])
  })

  it('has its items with their numbers, those of Word too', () => {
    const items = ['一、损害事实', '1. 甲方倾倒。', { text: '乙方倾倒。', label: '2.' }]
    expect(taken('facts', ...items)?.[0]).toBe('1. 甲方倾倒。\n2.乙方倾倒。')
  })

  it('has items that look like headings, and their texts, but not those of another clause', () => {
    const lines = ['一、损害事实', '（一）经过', '甲方倾倒废酸。', '（二）违约责任', '照付。']
    expect(taken('facts', ...lines)).toEqual(['（一）经过\n甲方倾倒废酸。', ['损害事实'], [2, 3]])
    expect(taken('breach', ...lines)).toEqual(['照付。', ['违约责任'], [5]])
  })

  it('has an item once, though it stands behind its title in one line', () => {
    expect(taken('facts', '一、损害事实', '（一）【经过】甲方倾倒废酸。')?.[0]).toBe(
      '（一）【经过】甲方倾倒废酸。',
    )
  })

  it('has an item once, with its title, though the title names the clause as well', () => {
    expect(taken('facts', '一、损害事实', '（一）损害事实：甲方倾倒废酸。')?.[0]).toBe(
      '（一）损害事实：甲方倾倒废酸。',
    )
  })

  it('has the texts of all its headings that say something, in their order', () => {
    const lines = ['一、损害事实', '甲方倾倒。', '二、违约责任', '照付。', '三、损害事实', '待商']
    expect(taken('facts', ...lines)).toEqual(['甲方倾倒。', ['损害事实'], [2]])
  })

  it('may be a short item that looks like its heading', () => {
    expect(taken('opinions', '（一）双方对鉴定意见的意见为无异议')).toEqual([
      '（一）双方对鉴定意见的意见为无异议',
      ['双方对鉴定意见的意见为无异议'],
      [1],
    ])
  })

  it('is missing where the heading is left blank, whatever settles it elsewhere', () => {
    const lines = ['一、违约责任', '待商', '二、其他', '逾期的，支付违约金。']
    expect(taken('breach', ...lines)).toBeUndefined()
    expect(taken('breach', ...lines.slice(2))?.[0]).toBe('逾期的，支付违约金。')
  })

  it('is missing where the heading says nothing yet', () => {
    for (const text of ['', '待商', '＿＿＿', '（填写说明：写明经过）'])
      expect(taken('facts', '一、损害事实', text, '二、违约责任', '照付。')).toBeUndefined()
  })
})

describe('a clause under a heading that it shares', () => {
  it('has what speaks of it', () => {
    const lines = ['一、损害事实和违约责任', '甲方倾倒废酸。', '按日计算违约金。另行协商。', '其他。']
    expect(taken('facts', ...lines)).toEqual(['甲方倾倒废酸。', ['损害事实和违约责任'], [2]])
    expect(taken('breach', ...lines)).toEqual(['按日计算违约金。另行协商。', ['损害事实和违约责任'], [3]])
  })

  it('has not what stands under it, where it has a heading of its own', () => {
    const lines = ['一、损害事实和违约责任', '甲方倾倒，付违约金。', '二、违约责任', '照付。']
    expect(taken('breach', ...lines)).toEqual(['照付。', ['违约责任'], [4]])
  })

  it('has the items under it', () => {
    const lines = ['一、损害事实和违约责任', '（一）事实', '甲方倾倒废酸。', '（二）责任', '按日计算违约金。']
    expect(taken('breach', ...lines)).toEqual(['按日计算违约金。', ['损害事实和违约责任'], [5]])
  })

  it('is not under one of those headings that does not speak of it', () => {
    const lines = ['一、损害事实和违约责任', '按日计算违约金。', '二、违约责任与损害事实', '甲方倾倒。']
    expect(taken('breach', ...lines)?.[1]).toEqual(['损害事实和违约责任'])
  })
})

describe('a clause without a heading', () => {
  it('has the paragraphs that settle it', () => {
    const lines = ['一、总则', '水质恢复至三类。双方知悉。', '二、其他', '（一）恢复至原状。', '恢复。']
    expect(taken('goal', ...lines)).toEqual(['水质恢复至三类。双方知悉。\n（一）恢复至原状。', [], [2, 4]])
  })

  it('is missing where nothing settles it', () => {
    expect(taken('goal', '一、总则', '尽快恢复。')).toBeUndefined()
  })

  it('has what says why nothing is restored, for the clauses that this answers', () => {
    const lines = ['一、总则', '水体已自净，无需修复。双方知悉。', '另行通知。']
    expect(taken('goal', ...lines)).toEqual(['水体已自净，无需修复。双方知悉。', [], [2]])
    expect(taken('breach', ...lines)).toBeUndefined()
    expect(taken('goal', '一、总则', '部分地块无需修复。')).toBeUndefined()
  })
})

describe('a whole agreement', () => {
  const lines = [
    '生态环境损害赔偿协议',
    '赔偿权利人：某局',
    '一、损害事实',
    '甲方倾倒废酸。',
    '二、违约责任',
    '按日计算违约金。',
  ]

  it('names its clauses in the order of the law, and those that are missing', () => {
    const whole = read(...lines)
    expect(whole.clauses.map(({ code, title }) => `${code} ${title}`)).toEqual([
      'facts 损害事实',
      'breach 违约责任',
    ])
    expect(whole.missing.map(({ code }) => code)).toEqual(['performance', 'goal', 'opinions'])
  })

  it('names the paragraphs of no clause, each once', () => {
    expect(read(...lines).unused).toEqual([1, 2])
    const headed = read('一、总则：双方协商。', '一、损害事实', '甲方倾倒废酸。')
    expect(headed.unused).toEqual([1])
  })
})

describe('the totals of an agreement', () => {
  const totals = (...lines: string[]) =>
    read(...lines).totals.map(({ number, amounts, days }) => [number, amounts.map(Number), days])

  it.each([
    ['赔偿总额为300元。', [[1, [30000], []]]],
    ['已付50元，赔偿总额为300元，其中200元为修复费用。', [[1, [30000], []]]],
    ['2026年6月15日前付清赔偿总额300元。', [[1, [30000], ['2026-06-15']]]],
    ['修复费用100元、鉴定费200元，合计300元。', [[1, [30000], []]]],
    ['支付300元。', []],
    ['赔偿总额另行商定。', []],
  ])('%s', (text, found) => {
    expect(totals(text)).toEqual(found)
  })

  it('are each named once, where they first stand', () => {
    expect(totals('赔偿总额300元。', '赔偿总额：叁佰元整。', '赔偿总额310元。')).toEqual([
      [1, [30000], []],
      [3, [31000], []],
    ])
  })
})

describe('the payments of an agreement', () => {
  it('are the amounts and days of the sentences that settle how it is performed', () => {
    const { payments } = read(
      '甲方于2026年6月15日、2026年9月15日前各支付100元、160元；乙方承担40元。',
      '赔偿总额300元。',
      '不再支付其他费用。',
      '2026年12月15日前支付20元。',
    )
    expect(payments).toEqual([
      { number: 1, amounts: [10000n, 16000n], days: ['2026-06-15', '2026-09-15'] },
      { number: 4, amounts: [2000n], days: ['2026-12-15'] },
    ])
  })
})
