import { describe, expect, it } from 'vitest'
import type { Suit } from '../../src/core/facts/documents.ts'
import { type Change, paper, says } from './say.ts'
import { only } from './support.ts'
import { agreementOf, projectOf, writtenFor } from './variants.ts'

const text = (subject: string, change?: Change) => says(paper('disclosure-text', subject, change), '公开内容')
const field = (subject: string, name: string, change?: Change) =>
  says(paper('disclosure-text', subject, change), name)
const second: Change = ({ agreements }) => {
  agreements?.agreements?.push({ id: 'G2', obligors: ['o2'], signedOn: '2025-08-01' })
}
const sued =
  (...suits: Partial<Suit>[]): Change =>
  (documents) => {
    documents.court = {
      suits: suits.map((suit) => ({ id: 'S1', obligors: ['o1'], filedOn: '2025-11-01', ...suit })),
    }
  }

describe('an agreement is published', () => {
  it.each<[what: string, change: Change, line: number, said: string]>([
    [
      'with the sum of its heads, where it has no total',
      (documents) => {
        delete agreementOf(documents).compensation?.total
      },
      1,
      '赔偿总额为300,000.00元（大写：人民币叁拾万元整）。',
    ],
    [
      'without an amount, where it has none',
      (documents) => {
        delete agreementOf(documents).compensation
      },
      1,
      '责任承担：双方承担连带责任。',
    ],
    [
      'without a clause that does not apply',
      (documents) => {
        Object.assign(agreementOf(documents).clauses ?? {}, { liability: { notApplicable: '无' } })
      },
      2,
      '履行方式：委托第三方修复，其余以货币支付。',
    ],
    [
      'by the name of no court, where none is recorded',
      ({ court }) => {
        delete only(court?.confirmations).court
      },
      6,
      '2025年9月20日，人民法院裁定确认该协议有效。',
    ],
  ])('%s', (_, change, line, said) => {
    expect((text('agreement/G1', change) as string[])[line]).toBe(said)
  })

  it('without what the court has not confirmed', () => {
    for (const change of [
      ({ court }) => {
        Object.assign(only(court?.confirmations), { result: 'refused' })
      },
      (documents) => {
        delete documents.court
      },
    ] as Change[])
      expect(text('agreement/G1', change)).toHaveLength(6)
  })

  it('alone where it is named, and all that stand where none is', () => {
    expect(text('agreement/G2', second)).toEqual([
      '2025年8月1日，南宁市生态环境局与郑某签订生态环境损害赔偿协议。',
    ])
    expect(text('agreement', second)).toHaveLength(8)
    const refused: Change = (documents) => {
      second(documents)
      Object.assign(only(documents.court?.confirmations), { result: 'refused' })
    }
    expect(text('agreement', refused)).toHaveLength(1)
    expect(
      text('agreement/G1', ({ agreements }) => {
        delete only(agreements?.agreements).signedOn
      }),
    ).toEqual([])
  })

  it('with the obligors whom it binds, and the day on which it was published first', () => {
    expect(field('agreement/G2', '赔偿义务人', second)).toBe('郑某')
    expect(field('agreement/G9', '赔偿义务人', second)).toBe('某造纸有限公司、郑某')
    const days: Change = (documents) => {
      documents.supervision = {
        disclosures: [
          { matter: 'agreement', subject: 'G2', publishedOn: '2025-01-01' },
          { matter: 'funds', publishedOn: '2025-02-01' },
          { matter: 'agreement', publishedOn: '2025-04-01' },
          { matter: 'agreement', subject: 'G1', publishedOn: '2025-03-01' },
        ],
      }
    }
    expect(field('agreement/G1', '发文日期', days)).toBe('2025年3月1日')
    expect(field('judgment/S1', '发文日期', days)).toBe('')
  })
})

describe('a judgment is published', () => {
  const effective = { effectiveOn: '2026-02-01', court: '某法院', judgmentNumber: '某民初1号' }
  const begin = '某法院审理的某造纸有限公司生态环境损害赔偿诉讼，某民初1号裁判文书于2026年2月1日生效。'

  it.each<[what: string, suit: Partial<Suit>, said: string]>([
    ['as far as it is recorded', {}, begin],
    ['with its result', { result: 'won' }, `${begin}裁判结果：支持赔偿权利人的诉讼请求。`],
    [
      'with the results of each obligor',
      { result: 'partly-won', obligors: ['o1'], results: [{ obligor: 'o2', result: 'lost' }] },
      `${begin}裁判结果：支持赔偿权利人的部分诉讼请求。其中对郑某：驳回赔偿权利人的诉讼请求。`,
    ],
    [
      'with what it orders to pay',
      {
        payments: [
          { id: 'P1', dueOn: '2026-03-01', amount: '5.00' },
          { id: 'P2', dueOn: '2026-03-01', amount: '2.00' },
        ],
      },
      `${begin}判令支付7.00元（大写：人民币柒元整）。`,
    ],
    ['with no payment where it orders none', { payments: [] }, begin],
  ])('%s', (_, suit, said) => {
    expect(text('judgment/S1', sued({ ...effective, ...suit }))).toEqual([said])
  })

  it('without the names of court and paper where they are not recorded', () => {
    expect(text('judgment/S1', sued({ effectiveOn: '2026-02-01' }))).toEqual([
      '人民法院审理的某造纸有限公司生态环境损害赔偿诉讼，裁判文书于2026年2月1日生效。',
    ])
  })

  it('once it is effective, and alone where it is named', () => {
    const both = sued(effective, { ...effective, id: 'S2', obligors: ['o2'] }, { id: 'S3' })
    expect(text('judgment', both)).toHaveLength(2)
    expect(text('judgment/S2', both)).toEqual([begin.replace('某造纸有限公司', '郑某')])
    expect(text('judgment/S3', both)).toEqual([])
    expect(field('judgment/S2', '赔偿义务人', both)).toBe('郑某')
  })
})

describe('money and restorations are published', () => {
  it('with where the money went and what it was used for', () => {
    const used: Change = ({ payments }) => {
      const [, other] = payments?.payments ?? []
      delete other?.destination
      Object.assign(payments ?? {}, { uses: [{ on: '2026-01-05', amount: '5.00', purpose: '清淤' }] })
    }
    expect(text('funds', used)).toEqual([
      '已收到赔偿资金共计100,000.00元（大写：人民币壹拾万元整）。',
      '2025年8月15日收到60,000.00元，缴付去向：同级国库。',
      '2025年8月15日收到40,000.00元。',
      '2026年1月5日使用5.00元，用于清淤。',
    ])
    expect(text('funds')).toHaveLength(3)
    expect(
      text('funds', (documents) => {
        delete documents.payments
      }),
    ).toEqual([])
  })

  it.each<[what: string, change: Change, said: string]>([
    [
      'with all that is recorded',
      () => undefined,
      '原位修复工程，由某修复有限公司实施，于2025年9月25日启动，于2026年3月20日完成。经某评估有限公司评估。2026年4月24日经验收，达到修复目标。',
    ],
    [
      'by the mode of a substitute',
      (documents) => {
        projectOf(documents).mode = 'labor'
      },
      '劳务代偿项目，由某修复有限公司实施，于2025年9月25日启动，于2026年3月20日完成。经某评估有限公司评估。2026年4月24日经验收，达到修复目标。',
    ],
    [
      'without what is not recorded',
      (documents) => {
        const project = projectOf(documents)
        delete project.implementer
        delete project.startedOn
        delete project.completedOn
        delete project.mode
        delete only(project.evaluations).evaluator
      },
      '原位修复工程。2026年4月24日经验收，达到修复目标。',
    ],
  ])('a restoration %s', (_, change, said) => {
    expect(text('restoration-effect/R1', change)).toEqual([said])
  })

  it('a restoration alone where it is named, and all that passed where none is', () => {
    const two: Change = (documents) => {
      documents.restoration?.projects?.push({ ...projectOf(documents), id: 'R2' })
    }
    expect(text('restoration-effect', two)).toHaveLength(2)
    expect(text('restoration-effect/R2', two)).toHaveLength(1)
  })
})

describe('what concerns the public is published', () => {
  const public_ = 'public-interest'

  it('with the findings, each appraisal and the plan of restoration', () => {
    expect(text(public_)).toEqual([
      '损害调查：2025年2月10日至28日经暗管排放废水。',
      expect.stringMatching(/^鉴定意见（某司法鉴定中心/u),
      '修复方案：《修复方案》。',
    ])
    expect(
      text(public_, (documents) => {
        delete documents.investigation
        delete only(documents.appraisals?.appraisals).restorationPlan
      }),
    ).toHaveLength(1)
  })

  it.each<[what: string, change: Change, written: boolean]>([
    ['of a major case', () => undefined, true],
    [
      'of another case where an officer has named it',
      (documents) => {
        documents.supervision = {
          disclosures: [
            { matter: 'funds', publishedOn: '2025-10-10' },
            { matter: public_, publishedOn: '2025-10-10' },
          ],
        }
      },
      true,
    ],
    [
      'not of another case',
      (documents) => {
        documents.supervision = { disclosures: [{ matter: 'funds', publishedOn: '2025-10-10' }] }
      },
      false,
    ],
    [
      'not of a case marked as major for no reason',
      (documents) => {
        documents.supervision = { major: {} }
      },
      false,
    ],
    [
      'not before the investigation is concluded',
      ({ investigation }) => {
        delete investigation?.conclusion
      },
      false,
    ],
  ])('%s', (_, change, written) => {
    expect(writtenFor('disclosure-text', change)?.includes(public_)).toBe(written)
  })

  it('and so is each matter that has come about', () => {
    expect(writtenFor('disclosure-text')).toEqual(['agreement/G1', 'funds', 'restoration-effect/R1', public_])
  })
})
