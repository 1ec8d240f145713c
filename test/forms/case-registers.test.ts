import { describe, expect, it } from 'vitest'
import { formOf } from '../../src/core/forms/index.ts'
import { type Change, lines, paper, says } from './say.ts'
import { fill, only } from './support.ts'
import { agreementOf, type Row, writtenFor } from './variants.ts'
import { wholeCase } from './whole.ts'

const letter = (id: string, subject: string | null, field: string, change?: Change) =>
  says(paper(id, subject, change), field)

describe('调查情况登记表', () => {
  const facts = '生态环境损害事实和相关证据材料'
  const again =
    (earlier: object): Change =>
    ({ appraisals }) => {
      const first = only(appraisals?.appraisals)
      appraisals?.appraisals?.push({ ...first, id: 'A2', reappraises: 'A1', reportNumber: '新号' })
      Object.assign(first, earlier)
    }

  it.each<Row>([
    [
      'names an appraisal that was replaced by its report',
      again({}),
      facts,
      expect.arrayContaining(['以上为重新鉴定评估，取代此前的鉴定意见（某鉴〔2025〕7号）。']),
    ],
    [
      'else by its body',
      again({ reportNumber: undefined }),
      facts,
      expect.arrayContaining(['以上为重新鉴定评估，取代此前的鉴定意见（某司法鉴定中心）。']),
    ],
    [
      'else by its kind alone',
      again({ reportNumber: undefined, body: undefined }),
      facts,
      expect.arrayContaining(['以上为重新鉴定评估，取代此前的鉴定意见。']),
    ],
    [
      'names no evidence that is not on record, and none where there is none',
      ({ investigation }) => {
        Object.assign(investigation ?? {}, {
          facts: [
            { statement: '甲', evidence: ['E99'] },
            { statement: '乙' },
            { statement: '丙', evidence: [] },
          ],
        })
      },
      facts,
      expect.arrayContaining(['甲。', '乙。', '丙。']),
    ],
    [
      'adds the local basis once',
      ({ investigation }) => {
        Object.assign(investigation ?? {}, {
          legalBasis: ['依照《广西壮族自治区生态环境损害赔偿制度改革实施方案》'],
        })
      },
      '承担赔偿、修复责任的法律依据',
      ['依照《广西壮族自治区生态环境损害赔偿制度改革实施方案》。'],
    ],
    [
      'advises to end the claim',
      ({ investigation }) => {
        Object.assign(investigation?.conclusion ?? {}, { recommendation: 'terminate', proposal: undefined })
      },
      '调查部门的处理建议',
      ['事实清楚，义务人明确。', '建议终止索赔。'],
    ],
    [
      'tells of an extension',
      ({ investigation }) => {
        Object.assign(investigation ?? {}, { extension: { approvedOn: '2025-05-01', reason: '案情复杂' } })
      },
      '案件线索的来源、调查经过',
      expect.arrayContaining(['调查期限延长：2025年5月1日批准，案情复杂。']),
    ],
    [
      'tells the scope, and an activity with its findings alone',
      ({ investigation }) => {
        Object.assign(investigation ?? {}, {
          process: { scope: '河段', activities: [{ on: '2025-03-08', findings: '超标' }] },
        })
      },
      '案件线索的来源、调查经过',
      expect.arrayContaining(['调查范围：河段。', '2025年3月8日开展调查。超标。']),
    ],
  ])('%s', (_, change, field, said) => {
    expect(letter('investigation-register', null, field, change)).toEqual(said)
  })

  it('of an office without a local basis names the texts alone', () => {
    const view = wholeCase()
    const { localBasis: _, ...config } = view.config
    expect(says(fill({ ...view, config }, 'investigation-register'), '承担赔偿、修复责任的法律依据')).toEqual(
      ['《中华人民共和国民法典》关于修复和赔偿责任的规定。'],
    )
  })

  it('asks for what an obligor lacks, with lines to write on', () => {
    const bare = paper('investigation-register', null, ({ case: about }) => {
      about.obligors = [
        { id: 'o1', kind: 'organization', name: '甲' },
        { id: 'o2', kind: 'individual', name: '乙' },
      ]
    })
    const line = '＿＿＿＿＿＿＿＿'
    expect(says(bare, '赔偿义务人的基本情况')).toEqual([
      `甲，地址：${line}，统一社会信用代码：${line}，法定代表人（负责人）：${line}。`,
      `乙，住址：${line}，公民身份证号码：${line}。`,
    ])
    expect(lines(bare.missing)).toHaveLength(5)
  })
})

describe('司法确认申请书', () => {
  it.each<[what: string, change: Change, subjects: string[]]>([
    ['an agreement that was signed', () => undefined, ['G1']],
    [
      'none that was not',
      (documents) => {
        delete agreementOf(documents).signedOn
      },
      [],
    ],
    [
      'none that was rescinded before anybody applied',
      (documents) => {
        Object.assign(agreementOf(documents), { rescindedOn: '2025-08-01' })
        delete documents.court
      },
      [],
    ],
    [
      'one that was rescinded after the application',
      (documents) => {
        Object.assign(agreementOf(documents), { rescindedOn: '2025-10-01' })
      },
      ['G1'],
    ],
    [
      'the last version of one that was amended',
      (documents) => {
        delete documents.court
        documents.agreements?.agreements?.push({
          ...agreementOf(documents),
          id: 'G2',
          amends: 'G1',
          signedOn: '2025-08-01',
        })
      },
      ['G2'],
    ],
  ])('is written of %s', (_, change, subjects) => {
    expect(writtenFor('confirmation-application', change)).toEqual(subjects)
  })

  it('of one of two agreements is its own, with the occupation of a natural person', () => {
    const two: Change = (documents) => {
      documents.agreements?.agreements?.push({ id: 'G2', obligors: ['o2'], signedOn: '2025-08-01' })
      for (const obligor of documents.case.obligors) if (obligor.id === 'o2') obligor.occupation = '农民'
    }
    const filled = paper('confirmation-application', 'G2', two)
    expect(says(filled, '签订日期')).toBe('2025年8月1日')
    expect(says(filled, '自然人')).toEqual([expect.objectContaining({ 工作单位或职业: '农民' })])
    const view = wholeCase('2026-12-24', two)
    const form = formOf('confirmation-application', view.regulation)
    expect(form?.datedOn?.(view.facts, 'G1')).toBe('2025-08-05')
    expect(form?.datedOn?.(view.facts, 'G2')).toBeUndefined()
  })
})
