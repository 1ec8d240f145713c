import { describe, expect, it } from 'vitest'
import { type Change, paper, says } from './say.ts'
import { only } from './support.ts'
import { agreementOf, proceedings, writtenFor } from './variants.ts'

describe('民事赔偿责任优先函', () => {
  it.each<[what: string, given: object, expected: string[]]>([
    ['a fine of everybody', {}, ['o1', 'o2']],
    ['a fine of one', { obligors: ['o2'] }, ['o2']],
    ['a fine of a criminal court', { kind: 'criminal' }, ['o1', 'o2']],
    ['a fine that was paid', { paidOn: '2025-07-01' }, []],
    ['a penalty that is no fine', { amount: undefined }, []],
    ['a suit of others', { kind: 'public-interest-suit' }, []],
  ])('of %s is written for each who owes it', (_, given, expected) => {
    expect(writtenFor('priority-letter', proceedings(given))).toEqual(expected)
  })

  it('is written for nobody against whom the claim has ended', () => {
    const ended: Change = (documents) => {
      proceedings({})(documents)
      documents.closing = {
        terminations: [{ obligors: ['o2'], ground: 'other', decidedOn: '2026-06-01', reason: '已故' }],
      }
    }
    expect(writtenFor('priority-letter', ended)).toEqual(['o1'])
  })

  it('tells each fine with its day and its amount, and goes to each authority once', () => {
    const filled = paper(
      'priority-letter',
      'o1',
      proceedings(
        { on: '2025-06-01' },
        { kind: 'criminal', authority: '某院', amount: '200.00' },
        { authority: '某院', amount: '1.00' },
      ),
    )
    expect(says(filled, '收文机关')).toBe('某局、某院')
    expect(says(filled, '罚款情况')).toEqual([
      '某号，2025年6月1日，处以罚款100.00元（大写：人民币壹佰元整）。',
      '某号，判处罚金200.00元（大写：人民币贰佰元整）。',
      '某号，处以罚款1.00元（大写：人民币壹元整）。',
    ])
    expect(filled.needed.map(({ path }) => path)).toContain('case.relatedProceedings[0].authority')
    const second = paper('priority-letter', 'o2', proceedings({ obligors: ['o1'] }, { obligors: ['o2'] }))
    expect(second.needed.map(({ path }) => path)).toContain('case.relatedProceedings[1].authority')
  })

  const suit =
    (more: object): Change =>
    (documents) => {
      delete documents.agreements
      documents.court = {
        suits: [
          {
            id: 'S1',
            obligors: ['o1'],
            filedOn: '2025-11-01',
            effectiveOn: '2026-02-01',
            result: 'won',
            judgmentNumber: '某民初1号',
            ...more,
          },
        ],
      }
    }
  it.each<[what: string, change: Change, said: string]>([
    [
      'by the heads of an agreement without a total',
      (documents) => {
        delete agreementOf(documents).compensation?.total
      },
      '2025年7月24日签订的赔偿协议约定，赔偿数额为300,000.00元（大写：人民币叁拾万元整）。',
    ],
    [
      'as appraised, where the agreement has no amount',
      (documents) => {
        delete agreementOf(documents).compensation
      },
      '鉴定评估确定的生态环境损害数额，赔偿数额为300,000.00元（大写：人民币叁拾万元整）。',
    ],
    [
      'by a judgment, for its own payments and those of all',
      suit({
        payments: [
          { id: 'P1', dueOn: '2026-03-01', amount: '100.00' },
          { id: 'P2', obligor: 'o1', dueOn: '2026-03-01', amount: '20.00' },
          { id: 'P3', obligor: 'o2', dueOn: '2026-03-01', amount: '3.00' },
        ],
      }),
      '某民初1号生效裁判文书确定，赔偿数额为120.00元（大写：人民币壹佰贰拾元整）。',
    ],
    [
      'as appraised, where the judgment orders no payment',
      suit({}),
      '鉴定评估确定的生态环境损害数额，赔偿数额为300,000.00元（大写：人民币叁拾万元整）。',
    ],
    [
      'not at all where nothing was appraised',
      (documents) => {
        delete documents.agreements
        delete only(documents.appraisals?.appraisals).amounts
      },
      '',
    ],
  ])('says what is owed %s', (_, change, said) => {
    expect(says(paper('priority-letter', 'o1', change), '赔偿责任')).toBe(said)
  })
})
