import { describe, expect, test } from 'vitest'
import { amountsIn, capitalsIn } from '../../src/core/drafts/amounts.ts'
import { missingClauses } from '../../src/core/drafts/clauses.ts'
import { namesDay } from '../../src/core/drafts/dates.ts'
import type { DraftParagraph, WordDraft } from '../../src/core/drafts/draft.ts'
import { wrongFigures } from '../../src/core/drafts/figures.ts'
import { isAgreementName } from '../../src/core/drafts/vocabulary.ts'
import type { Agreement } from '../../src/core/facts/documents.ts'
import { sampleDraft } from '../../src/core/lint/sample-draft.ts'
import { settingOn } from '../support/setting.ts'

const { regulation } = settingOn('2026-11-24')
const whole = typeof sampleDraft.content === 'string' ? [] : sampleDraft.content.accepted
const without = (heading: string): DraftParagraph[] => {
  const at = whole.findIndex(({ text }) => text === heading)
  return whole.filter((_, index) => index !== at && index !== at + 1)
}
const missing = (draft: WordDraft) =>
  missingClauses(draft, regulation).map(({ code, message }) => [code, message.slice(0, 9)])
const saying = (text: string): DraftParagraph[] => [
  { number: 12, label: '', text, lead: '', bold: false, outline: null, cell: null },
]

describe('tracked changes (第二十一条)', () => {
  test('a clause that is struck out is missing once the changes are accepted', () => {
    expect(missing({ accepted: without('违约责任'), original: whole })).toEqual([
      ['breach', '接受全部修订后，协'],
    ])
  })

  test('a clause that is added is missing if they are rejected', () => {
    expect(missing({ accepted: whole, original: without('不可抗力') })).toEqual([
      ['forceMajeure', '拒绝全部修订后，协'],
    ])
  })

  test('a clause that both readings lack is told once', () => {
    const lacking = without('争议解决')
    expect(missing({ accepted: lacking, original: lacking })).toEqual([['disputes', '协议稿缺少「争议解']])
  })
})

describe('amounts and days as a draft writes them', () => {
  test.each([
    ['人民币529,700.00元', 52970000n],
    ['５２９７００元', 52970000n],
    ['2.8万元', 2800000n],
    ['1.25亿元', 12500000000n],
    ['312 400.5 元', 31240050n],
  ])('%s', (text, fen) => {
    expect(amountsIn(text).map((amount) => amount.fen)).toEqual([fen])
  })

  test.each([
    ['伍拾贰万玖仟柒佰元整', 52970000n],
    ['壹亿零贰佰万元整', 10200000000n],
    ['拾万零伍元叁角贰分', 10000532n],
    ['壹万亿元', 100000000000000n],
  ])('%s', (text, fen) => {
    expect(capitalsIn(text).map((amount) => amount.fen)).toEqual([fen])
  })

  test.each(['2026年10月15日前', '2026-10-15', '2026.10.15', '二〇二六年十月十五日', '同年10月15日'])(
    '%s is 2026-10-15',
    (text) => {
      expect(namesDay(text, '2026-10-15')).toBe(true)
      expect(namesDay(text, '2026-10-16')).toBe(false)
    },
  )
})

describe('figures of a draft', () => {
  const wrong = (text: string, agreement?: Agreement) =>
    wrongFigures({ accepted: saying(text), original: null }, agreement, regulation).map(
      ({ code, line, severity }) => [code, line, severity],
    )
  const agreement: Agreement = {
    id: 'G1',
    obligors: ['o1'],
    compensation: { items: [{ head: 'service-loss', amount: '100000.00', by: 'payment' }] },
    payments: [{ id: 'P1', obligor: 'o1', dueOn: '2026-10-15', amount: '100000.00' }],
  }

  test('that agree with the facts are passed over, several payments of one day as one sum', () => {
    expect(wrong('赔偿总额10万元，于2026年10月15日前付清。', agreement)).toEqual([])
    const halves = [1, 2].map((n) => ({
      id: `P${n}`,
      obligor: 'o1',
      dueOn: '2026-10-15',
      amount: '50000.00',
    }))
    expect(wrong('赔偿总额10万元，于2026年10月15日前付清。', { ...agreement, payments: halves })).toEqual([])
  })

  test('that differ from the facts are told at their paragraph', () => {
    expect(wrong('赔偿总额11万元，于2026年10月16日前付清。', agreement)).toEqual([
      ['total', 12, 'error'],
      ['payment P1', 1, 'warning'],
    ])
  })

  test('capitals that say another amount are told without any case', () => {
    expect(wrong('支付38200.00元（大写：叁万捌仟贰佰元整）。')).toEqual([])
    expect(wrong('支付38200.00元（大写：叁万捌仟元整）。')).toEqual([['capitals', 12, 'error']])
  })

  test('a technical upgrade may take off half and no more; what was invested is no figure of it (第二十六条)', () => {
    expect(wrong('以技改投入80%的比例抵扣赔偿金，抵扣比例为50%。')).toEqual([])
    expect(wrong('以技改投入90万元抵扣赔偿金5万元。', agreement)).toContainEqual(['total', 1, 'warning'])
    expect(wrong('以技改投入90万元抵扣赔偿金50000.01元。', agreement)).toContainEqual(['offset', 12, 'error'])
    expect(wrong('抵扣比例为51%。')).toEqual([['offset', 12, 'error']])
  })
})

test.each([
  ['生态环境损害赔偿协议（第二稿）.docx', true],
  ['赔偿 协议-律师修改.docx', true],
  ['赔偿协议磋商会议纪要.docx', false],
  ['关于赔偿协议的司法确认申请书.docx', false],
  ['修复方案.docx', false],
])('%s by its name is a draft of an agreement: %s', (name, expected) => {
  expect(isAgreementName(name, regulation.pack.drafts)).toBe(expected)
})

test('a line to write on is one, however long', () => {
  const accepted = saying(`违约责任：${'_'.repeat(400_000)}元`)
  expect(missing({ accepted, original: null }).find(([code]) => code === 'breach')).toBeDefined()
})
