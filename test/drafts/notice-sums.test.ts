import { describe, expect, it } from 'vitest'
import { wrongNotice } from '../../src/core/drafts/notice.ts'
import type { Appraisal, Notice } from '../../src/core/facts/documents.ts'
import { settingOn } from '../support/setting.ts'
import { type Change, factsWith, noticed } from './notice-case.ts'
import { paras } from './toy.ts'

const { regulation } = settingOn('2026-11-24')

describe('the sums of a notice', () => {
  const told = (text: string, change: Change, more: Partial<Notice> = {}) =>
    wrongNotice(
      { accepted: paras('告知书', text), original: null },
      factsWith([noticed(1, more)], change),
      null,
      regulation,
    )?.map(({ severity, code, message }) => `${severity} ${code} ${message}`)
  const messages = (text: string, appraisals: Appraisal[], more: Partial<Notice> = {}) =>
    told(text, (documents) => Object.assign(documents, { appraisals: { appraisals } }), more)
  const unknown = (severity: string, yuan: string) =>
    `${severity} sum 第 2 段写明 ${yuan} 元，案卷的鉴定评估、调查结论里没有这个金额，请核对。`
  const amount = (yuan: string) => ({ head: 'service-loss', amount: yuan })
  const appraisals: Appraisal[] = [
    { id: 'A1', amounts: [amount('200.00'), amount('60.00')], fee: '7.00' },
    { id: 'A2', amounts: [amount('40.00')] },
    { id: 'A3', total: '1000.00', fee: '3.00' },
  ]

  it.each([
    ['200.00', 'an item'],
    ['60.00', 'an item'],
    ['7.00', 'a fee'],
    ['260.00', 'the items of one appraisal'],
    ['267.00', 'the items of one with its fee'],
    ['1000.00', 'the total of one without items'],
    ['1003.00', 'that total with its fee'],
    ['1300.00', 'all of them together'],
    ['1310.00', 'all of them with all fees'],
  ])('%s is on record: %s', (yuan) => {
    expect(messages(`损害数额共计${yuan}元。`, appraisals)).toEqual([])
  })

  it('are wrong where they are called the damage or the total', () => {
    for (const word of ['损害数额', '损害金额', '赔偿总额'])
      expect(messages(`${word}为300元。`, appraisals)).toEqual([unknown('error', '300.00')])
    expect(messages('合计300元。', appraisals)).toEqual([unknown('error', '300.00')])
  })

  it('may only not be recorded, where they are called otherwise', () => {
    expect(messages('损害数额为1300元；另付交通费300元。', appraisals)).toEqual([
      unknown('warning', '300.00'),
    ])
    expect(messages('交通费300元、310元。', appraisals)).toEqual([
      unknown('warning', '300.00'),
      unknown('warning', '310.00'),
    ])
  })

  it('of nothing are on no record', () => {
    expect(messages('损害数额为0元。', [...appraisals, { id: 'A4' }])).toEqual([unknown('error', '0.00')])
  })

  it('are not compared where the record has no amount', () => {
    expect(messages('损害数额为300元。', [{ id: 'A1' }])).toEqual([])
  })

  it('are compared with the rest of a record that holds no damage yet', () => {
    const change: Change = ({ case: own }) => Reflect.deleteProperty(own, 'damage')
    expect(told('损害数额为300元。', change)).toEqual([])
    expect(told('损害数额为300元。', change, { findings: '损失200元。' })).toEqual([
      unknown('error', '300.00'),
    ])
  })

  it.each(['findings', 'matter', 'otherMatters'] as const)(
    'may be on record as the %s of the notice',
    (key) => {
      expect(messages('损害数额为300元。', appraisals, { [key]: '损失300元。' })).toEqual([])
    },
  )

  it.each(['conclusion', 'scope', 'degree', 'causation', 'measures', 'restorableArea'] as const)(
    'may be on record as the %s of an appraisal',
    (key) => {
      const own: Appraisal = { id: 'A1', [key]: '损失300元。' }
      expect(messages('损害数额为300元。', [own])).toEqual([])
      expect(messages('损害数额为301元。', [own])).toEqual([unknown('error', '301.00')])
    },
  )

  const concluding =
    (key: 'reason' | 'proposal'): Change =>
    (documents) => {
      documents.investigation = { conclusion: { concludedOn: '2025-04-20', [key]: '损失300元。' } }
    }
  it.each<[string, Change]>([
    ['the damage', ({ case: own }) => Object.assign(own.damage, { description: '损失300元。' })],
    ['the estimated loss', ({ case: own }) => Object.assign(own.damage, { estimatedLoss: '300.00' })],
    ['the summary', ({ case: own }) => Object.assign(own, { summary: '损失300元。' })],
    ['the reason of the conclusion', concluding('reason')],
    ['the proposal of the conclusion', concluding('proposal')],
    [
      'a fact',
      (documents) => Object.assign(documents, { investigation: { facts: [{ statement: '损失300元。' }] } }),
    ],
  ])('may be on record as %s', (_, change) => {
    expect(told('损害数额为300元。', change)).toEqual([])
    expect(told('损害数额为301元。', change)).toEqual([unknown('error', '301.00')])
  })
})
