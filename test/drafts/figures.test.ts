import { describe, expect, it } from 'vitest'
import { amountsIn, capitalsIn } from '../../src/core/drafts/amounts.ts'
import { wrongFigures } from '../../src/core/drafts/figures.ts'
import type { Agreement, ScheduledPayment, Substitute } from '../../src/core/facts/documents.ts'
import { settingOn } from '../support/setting.ts'
import { long, paras } from './toy.ts'

const { regulation } = settingOn('2026-11-24')

/** What is told of a draft of these paragraphs: the code, the paragraph and the message. */
const told = (texts: readonly string[], agreement?: Agreement, law = regulation) =>
  wrongFigures({ accepted: paras(...texts), original: null }, agreement, law).map(
    ({ code, line, message }) => `${code} ${line} ${message}`,
  )
const signed = (more: Partial<Agreement> = {}): Agreement => ({ id: 'G1', obligors: ['o1'], ...more })
const totalling = (total: string | undefined, ...amounts: string[]): Partial<Agreement> => ({
  compensation: {
    items: amounts.map((amount) => ({ head: 'service-loss', amount, by: 'payment' })),
    ...(total !== undefined && { total }),
  },
})
const notFound = (what: string) =>
  `协议稿里找不到案卷记录的${what}，请核对协议稿，或者用 ejc amend 更正记录。`

describe('amounts are read with their places', () => {
  it.each([
    ['支付1,200.50元', [{ fen: 120050n, start: 2, end: 11 }]],
    [
      '支付 12 元和3万元',
      [
        { fen: 1200n, start: 2, end: 5 },
        { fen: 3000000n, start: 6, end: 9 },
      ],
    ],
    ['0.5元', [{ fen: 50n, start: 0, end: 4 }]],
    ['1.234元', []],
    ['12吨', []],
  ])('%s', (text, amounts) => {
    expect(amountsIn(text)).toEqual(amounts)
  })

  it.each([
    ['计壹佰元整', [{ fen: 10000n, start: 1, end: 5 }]],
    ['贰元伍角零叁分', [{ fen: 253n, start: 0, end: 7 }]],
    ['贰元角', [{ fen: 200n, start: 0, end: 3 }]],
    ['壹亿贰万元', [{ fen: 10002000000n, start: 0, end: 5 }]],
    ['壹万万元', [{ fen: 10000000000n, start: 0, end: 4 }]],
  ])('in capitals: %s', (text, amounts) => {
    expect(capitalsIn(text)).toEqual(amounts)
  })
})

describe('capitals are held to the figures before them', () => {
  const wrong = '金额 200.00 元与大写（100.00 元）不一致，请核对。'
  it.each([
    ['200元壹佰元', [`capitals 2 第 2 段的${wrong}`]],
    [`200元（大写${long(9, '：')}壹佰元`, [`capitals 2 第 2 段的${wrong}`]],
    [`200元（大写${long(10, '：')}壹佰元`, []],
    ['200元，另付壹佰元', []],
    ['壹佰元（200元）', [`capitals 2 第 2 段的${wrong}`]],
    ['100元（壹佰元）', []],
    ['50元、200元（壹佰元）', [`capitals 2 第 2 段的${wrong}`]],
  ])('%s', (text, expected) => {
    expect(told(['序言', text])).toEqual(expected)
  })
})

describe('the total beside another one', () => {
  const agreed = signed(totalling(undefined, '300.00'))
  const other = '第 2 段写明的总额是 301.00 元，记录的赔偿总额是 300.00 元，请核对。'
  it.each([
    [['赔偿总额300元。', '赔偿总额为301元。'], agreed, [`total 2 ${other}`]],
    [['赔偿总额300元。', '其中合计301元。'], agreed, []],
    [['赔偿总额300元。', '鉴定意见认定的赔偿总额为301元。'], agreed, []],
    // A supplement repeats what it changes.
    [['赔偿总额300元。', '原协议赔偿总额为301元。'], { ...agreed, amends: 'G0' }, []],
  ])('%j', (texts, agreement, expected) => {
    expect(told(texts, agreement)).toEqual(expected)
  })
})

describe('what a technical upgrade takes off', () => {
  const half = signed(totalling('1000.00'))
  const tooMuch = (what: string) =>
    `offset 1 第 1 段写明${what}，超过赔付金额的 50%。第二十六条；请降低抵扣额，或以其他方式承担超出部分。`

  it.each([
    ['技改抵扣50%', []],
    ['技改抵扣50.01%', [tooMuch('技改抵扣比例 50.01%')]],
    ['技改抵扣60.5%', [tooMuch('技改抵扣比例 60.5%')]],
    ['技改投入60%', []],
    ['技改抵扣900元', []],
  ])('without a recorded agreement: %s', (text, expected) => {
    expect(told([text])).toEqual(expected)
  })

  it.each([
    ['总额1000元。技改抵扣500元', []],
    ['总额1000元。技改抵扣500.01元', [tooMuch('技改抵扣 500.01 元')]],
    ['总额1000元。技改投入900元抵扣100元', []],
    ['总额1000元。技改抵扣', []],
    ['总额1000元。抵扣比例50%，技改抵扣600元', [tooMuch('技改抵扣 600.00 元')]],
  ])('of an agreement on 1000 yuan: %s', (text, expected) => {
    expect(told([text], half)).toEqual(expected)
  })

  it('is measured by the sum of the items where no total is recorded, and not at all where neither is', () => {
    const items = signed(totalling(undefined, '400.00', '600.00'))
    expect(told(['总额1000元。技改抵扣500.01元'], items)).toEqual([tooMuch('技改抵扣 500.01 元')])
    expect(told(['技改抵扣900元'], signed())).toEqual([])
  })

  it('is limited by no text that sets no limit', () => {
    expect(told(['技改抵扣90%'], undefined, { ...regulation, limit: () => undefined })).toEqual([])
  })

  it('is found in the draft as recorded; other substitutes are not looked for', () => {
    const substitute = (mode: string, amount: string): Substitute => ({ mode, amount })
    const two = signed({
      substitutes: [
        substitute('tech-upgrade', '30.00'),
        substitute('tech-upgrade', '20.00'),
        substitute('labor', '7.00'),
      ],
    })
    expect(told(['抵扣50元'], two)).toEqual([])
    expect(told(['抵扣30元'], two)).toEqual([`offset-amount 1 ${notFound('技改抵扣额 50.00 元')}`])
    expect(told(['无'], signed({ substitutes: [substitute('labor', '7.00')] }))).toEqual([])
  })
})

describe('the total of a draft', () => {
  it.each([
    ['stands there, anywhere', ['序言', '合计 1,000 元'], []],
    [
      'differs in the sentence that names it',
      ['赔偿总额见下。赔偿总额为900元', '赔偿总额为800元'],
      ['total 1 第 1 段写明 900.00 元，案卷记录的赔偿总额是 1,000.00 元，请核对。'],
    ],
    [
      'differs in a later paragraph',
      ['分期支付900元', '赔偿总额为800元，其中100元'],
      ['total 2 第 2 段写明 800.00 元，案卷记录的赔偿总额是 1,000.00 元，请核对。'],
    ],
    ['is nowhere', ['赔偿总额另定'], [`total 1 ${notFound('赔偿总额 1,000.00 元')}`]],
  ])('%s', (_, texts, expected) => {
    expect(told(texts, signed(totalling('1000.00')))).toEqual(expected)
  })

  it('is not looked for where none is recorded, or no agreement is', () => {
    expect(told(['赔偿总额为900元'], signed())).toEqual([])
    expect(told(['赔偿总额为900元'])).toEqual([])
  })

  it('that is wrong is an error, one that is not found a warning', () => {
    const severities = (text: string) =>
      wrongFigures({ accepted: paras(text), original: null }, signed(totalling('1000.00')), regulation).map(
        ({ severity }) => severity,
      )
    expect(severities('赔偿总额为900元')).toEqual(['error'])
    expect(severities('另定')).toEqual(['warning'])
  })
})

describe('a payment', () => {
  const payment = (id: string, amount: string, dueOn: string, obligor = 'o1'): ScheduledPayment => ({
    ...{ id, obligor, dueOn, amount },
  })
  const day = '2026-10-15'

  it.each<[what: string, payments: ScheduledPayment[], texts: string[], expected: string[]]>([
    ['stands there with its day', [payment('P1', '100.00', day)], ['序言', '2026年10月15日付100元'], []],
    ['lacks its day', [payment('P1', '100.00', day)], ['付100元'], [`付款 P1 的付款日 ${day}`]],
    ['lacks its amount', [payment('P1', '100.00', day)], ['10月15日付清'], ['付款 P1 的100.00 元']],
    ['lacks both', [payment('P1', '100.00', day)], ['付清'], [`付款 P1 的100.00 元、付款日 ${day}`]],
    [
      'is part of the sum of its day',
      [payment('P1', '60.00', day), payment('P2', '40.00', day, 'o2')],
      ['10月15日付100元'],
      [],
    ],
    [
      'is part of what one obligor pays on that day',
      [payment('P1', '60.00', day), payment('P2', '40.00', day), payment('P3', '7.00', day, 'o2')],
      ['10月15日付100元和7元'],
      [],
    ],
    [
      'of one obligor is no part of what another pays on that day',
      [payment('P1', '60.00', day), payment('P2', '40.00', day), payment('P3', '7.00', day, 'o2')],
      ['10月15日付100元'],
      ['付款 P3 的7.00 元'],
    ],
    [
      'is no part of the sum of two days',
      [payment('P1', '60.00', day), payment('P2', '40.00', '2026-11-15')],
      ['10月15日和11月15日付100元'],
      ['付款 P1 的60.00 元', '付款 P2 的40.00 元'],
    ],
  ])('%s', (_, payments, texts, expected) => {
    expect(told(texts, signed({ payments }))).toEqual(
      expected.map((what) => `payment ${what.slice(3, 5)} 1 ${notFound(what)}`),
    )
  })
})

it('a payment of no day lacks none', () => {
  const payments = [{ id: 'P1', obligor: 'o1', amount: '100.00' }]
  expect(told(['付清'], signed({ payments }))).toEqual([`payment P1 1 ${notFound('付款 P1 的100.00 元')}`])
})

describe('the days of the restoration', () => {
  const restored = signed({ restoration: { startBy: '2026-06-01', completeBy: '2026-08-31' } })
  const draft = (text: string) => ['二、修复目标', '2026年7月1日启动。', '三、修复启动时间和期限', text]

  it.each([
    ['2026年6月1日启动，2026年8月31日完成。', []],
    [
      '2026年6月1日启动，2026年9月30日完成。',
      ['completeBy 4 第 4 段写明修复完成的期限是 2026-09-30，记录的是 2026-08-31，请核对。'],
    ],
    ['赔偿总额68元，启动后三个月内完成。', []],
  ])('are those of their clause: %s', (text, expected) => {
    expect(told(draft(text), restored)).toEqual(expected)
  })

  it('are those of the sentence that settles them, where the clause has no heading', () => {
    expect(told(['二、修复目标', '2026年7月1日启动。'], restored)).toEqual([
      'startBy 2 第 2 段写明修复启动的日期是 2026-07-01，记录的是 2026-06-01，请核对。',
    ])
    expect(told(['二、违约责任', '2026年7月1日前付清。'], restored)).toEqual([])
  })
})

it('a draft in which nothing is wrong is passed over', () => {
  expect(told(['总额1000元'], signed(totalling('1000.00')))).toEqual([])
})
