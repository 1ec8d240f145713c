import { describe, expect, it } from 'vitest'
import type { Enforcement } from '../../src/core/facts/documents.ts'
import { type Change, paper, says } from './say.ts'
import { only } from './support.ts'
import { agreementOf, proceedings, writtenFor } from './variants.ts'

/** The case with the last instalment not paid, so that there is something to be paid first. */
const owing =
  (change: Change = () => undefined): Change =>
  (documents) => {
    documents.payments?.payments?.pop()
    change(documents)
  }
const OWN = '南宁市生态环境局'
const OWED =
  '2025年7月24日签订的赔偿协议约定，某造纸有限公司与郑某应当连带支付100,000.00元（大写：人民币壹拾万元整），已支付60,000.00元，尚欠40,000.00元（大写：人民币肆万元整）。'

describe('民事赔偿责任优先函', () => {
  it.each<[what: string, given: object, expected: string[]]>([
    ['a fine of everybody', {}, ['o1', 'o2']],
    ['a fine of one', { obligors: ['o2'] }, ['o2']],
    ['a fine of a criminal court', { kind: 'criminal' }, ['o1', 'o2']],
    ['a fine that was paid', { paidOn: '2025-07-01' }, []],
    ['a penalty that is no fine', { amount: undefined }, []],
    ['a suit of others', { kind: 'public-interest-suit' }, []],
  ])('of %s is written for each who owes it', (_, given, expected) => {
    expect(writtenFor('priority-letter', owing(proceedings(given)))).toEqual(expected)
  })

  it('is written for nobody against whom the claim has ended', () => {
    const ended: Change = (documents) => {
      proceedings({})(documents)
      documents.closing = {
        terminations: [{ obligors: ['o2'], ground: 'other', decidedOn: '2026-06-01', reason: '已故' }],
      }
    }
    expect(writtenFor('priority-letter', owing(ended))).toEqual(['o1'])
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

  it.each<[what: string, given: object, to: string]>([
    ['another authority', {}, '某局'],
    ['another authority that asked a court to enforce it', { court: '某法院' }, '某局、某法院'],
    ['a criminal court, not whoever investigated', { kind: 'criminal', court: '某法院' }, '某法院'],
    ['the court that enforces a fine of the office', { authority: OWN, court: '某法院' }, '某法院'],
    ['nobody on record', { authority: undefined }, ''],
  ])('goes to %s', (_, given, to) => {
    expect(says(paper('priority-letter', 'o1', owing(proceedings(given))), '收文机关')).toBe(to)
  })

  it('is not written by an office to itself: of its own fine it asks for the court that enforces it', () => {
    for (const authority of [OWN, '南宁市 生态环境局']) {
      const filled = paper('priority-letter', 'o1', owing(proceedings({ authority })))
      expect(says(filled, '收文机关')).toBe('')
      expect(filled.needed.map(({ path }) => path)).toContain('case.relatedProceedings[0].court')
    }
    const both = owing(proceedings({ authority: OWN, reference: '自罚' }, { reference: '他罚' }))
    const filled = paper('priority-letter', 'o1', both)
    expect(says(filled, '收文机关')).toBe('某局')
    expect(says(filled, '罚款情况')).toEqual([
      expect.stringContaining('自罚'),
      expect.stringContaining('他罚'),
    ])
  })

  it('goes to the court that enforces the compensation against him, while it does', () => {
    const enforced = (more: object) =>
      owing((documents) => {
        proceedings({ authority: OWN })(documents)
        const application = { id: 'F9', instrument: 'confirmation', reference: 'G1', appliedOn: '2025-10-01' }
        documents.court = {
          ...documents.court,
          enforcements: [{ ...application, court: '某中院', ...more } as Enforcement],
        }
      })
    const to = (more: object) => says(paper('priority-letter', 'o1', enforced(more)), '收文机关')
    expect(to({ obligors: ['o1'] })).toBe('某中院')
    expect(to({})).toBe('某中院')
    expect(to({ obligors: ['o2'] })).toBe('')
    expect(to({ obligors: ['o1'], result: 'performed' })).toBe('')
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
  it('is written for nobody who has performed all that he owes', () => {
    expect(writtenFor('priority-letter', proceedings({}))).toEqual([])
  })

  const shares: Change = (documents) => {
    const agreement = agreementOf(documents)
    agreement.shares = [
      { obligors: ['o1'], amount: '250000.00' },
      { obligors: ['o2'], amount: '50000.00' },
    ]
    agreement.payments = [
      { id: 'P1', obligor: 'o1', dueOn: '2025-08-20', amount: '60000.00' },
      { id: 'P2', obligor: 'o2', dueOn: '2025-08-20', amount: '40000.00' },
    ]
  }
  it('says of each his own share alone, and nothing of one whose share is paid (第九条)', () => {
    const apart = owing((documents) => {
      proceedings({})(documents)
      shares(documents)
      // All was restored; of the money, one has paid his part.
      agreementOf(documents).compensation = {
        items: [{ head: 'service-loss', amount: '100000.00', by: 'payment' }],
      }
      delete agreementOf(documents).restoration
      delete documents.restoration
    })
    expect(writtenFor('priority-letter', apart)).toEqual(['o2'])
    expect(says(paper('priority-letter', 'o2', apart), '赔偿责任')).toEqual([
      '2025年7月24日签订的赔偿协议约定，郑某应当支付40,000.00元（大写：人民币肆万元整），至今未支付。',
    ])
  })

  it('says that a restoration is not finished', () => {
    const begun: Change = (documents) => {
      delete documents.restoration?.projects?.[0]?.evaluations
    }
    expect(says(paper('priority-letter', 'o1', begun), '赔偿责任')).toEqual([
      '2025年7月24日签订的赔偿协议约定，某造纸有限公司与郑某应当连带支付100,000.00元（大写：人民币壹拾万元整），已付清。某造纸有限公司应当承担的修复尚未完成。',
    ])
  })

  it.each<[what: string, change: Change, said: string[]]>([
    [
      'by the heads of an agreement without a total',
      owing((documents) => {
        delete agreementOf(documents).compensation?.total
      }),
      [OWED],
    ],
    [
      'by its instalments, where the agreement has no amount',
      owing((documents) => {
        delete agreementOf(documents).compensation
      }),
      [OWED],
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
      ['某民初1号生效裁判文书确定，某造纸有限公司应当支付120.00元（大写：人民币壹佰贰拾元整），至今未支付。'],
    ],
    [
      'as appraised, where the judgment orders no payment',
      suit({}),
      [
        '本案生态环境损害数额经鉴定评估为300,000.00元（大写：人民币叁拾万元整），系全案数额，各赔偿义务人应当承担的部分以某民初1号生效裁判文书确定的为准。',
      ],
    ],
    [
      'as appraised, of the whole case, before there is an agreement',
      (documents) => {
        delete documents.agreements
      },
      [
        '本案生态环境损害数额经鉴定评估为300,000.00元（大写：人民币叁拾万元整），系全案数额，各赔偿义务人应当承担的部分尚待磋商或者裁判确定。',
      ],
    ],
    [
      'not at all where nothing was appraised',
      (documents) => {
        delete documents.agreements
        delete only(documents.appraisals?.appraisals).amounts
      },
      [],
    ],
  ])('says what is owed %s', (_, change, said) => {
    expect(says(paper('priority-letter', 'o1', change), '赔偿责任')).toEqual(said)
  })
})
