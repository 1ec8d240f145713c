import { describe, expect, it } from 'vitest'
import { type Change, paper, says } from './say.ts'
import { only } from './support.ts'
import { appraisalOf, type Row, writtenFor } from './variants.ts'

const letter = (id: string, subject: string | null, field: string, change?: Change) =>
  says(paper(id, subject, change), field)

describe('鉴定评估委托书', () => {
  const of = (field: string, change: Change) => letter('appraisal-commission', 'A1', field, change)
  const experts = [{ name: '冯某' }, { name: '陈某' }]

  it.each<Row>([
    [
      'goes to experts, where there is no body',
      (documents) => {
        const appraisal = appraisalOf(documents)
        delete appraisal.body
        appraisal.experts = experts
      },
      '收文机关',
      '冯某、陈某',
    ],
    [
      'goes to nobody yet',
      (documents) => {
        delete appraisalOf(documents).body
      },
      '收文机关',
      '',
    ],
    [
      'is given with an obligor, but not with the police',
      (documents) => {
        appraisalOf(documents).commissionedBy = ['obligee', 'o2', 'public-security']
      },
      '委托方',
      '南宁市生态环境局、郑某',
    ],
    [
      'goes to experts where no body is named',
      (documents) => {
        const appraisal = appraisalOf(documents)
        delete appraisal.body
        Object.assign(appraisal, { kind: 'comprehensive-determination', experts: [{ name: '冯某' }] })
      },
      '受托方',
      '你们',
    ],
    [
      'is given by the office alone, where nobody else is named',
      (documents) => {
        delete appraisalOf(documents).commissionedBy
      },
      '委托方',
      '南宁市生态环境局',
    ],
    [
      'names one day of the damage once',
      ({ case: about }) => {
        about.damage.occurredTo = '2025-02-10'
      },
      '案情',
      expect.arrayContaining(['损害发生时间：2025年2月10日。']),
    ],
    [
      'names the first day alone, where the last is not known',
      ({ case: about }) => {
        delete about.damage.occurredTo
      },
      '案情',
      expect.arrayContaining(['损害发生时间：2025年2月10日。']),
    ],
    [
      'names what is handed over',
      (documents) => {
        appraisalOf(documents).materials = ['E1', 'E2']
      },
      '送鉴材料',
      '勘查笔录、检测报告。',
    ],
    [
      'bears its number',
      (documents) => {
        appraisalOf(documents).commissionNumber = '函〔2025〕3号'
      },
      '发文字号',
      '函〔2025〕3号',
    ],
  ])('%s', (_, change, field, said) => {
    expect(of(field, change)).toEqual(said)
  })

  it.each<[what: string, more: object, written: boolean]>([
    ['the office commissioned', { commissionedBy: ['obligee'] }, true],
    ['nobody is named for', { commissionedBy: undefined }, true],
    ['the police commissioned', { commissionedBy: ['public-security'] }, false],
    ['is a determination from documents', { kind: 'comprehensive-determination', body: undefined }, false],
    ['is such a determination by a body', { kind: 'comprehensive-determination' }, true],
    [
      'is such a determination by experts',
      { kind: 'comprehensive-determination', body: undefined, experts },
      true,
    ],
    [
      'is such a determination by nobody',
      { kind: 'comprehensive-determination', body: undefined, experts: [] },
      false,
    ],
  ])('is written where it %s: %j %s', (_, more, written) => {
    const subjects = writtenFor('appraisal-commission', (documents) => {
      Object.assign(appraisalOf(documents), more)
    })
    expect(subjects).toEqual(written ? ['A1'] : [])
  })

  it('of one of two appraisals is its own', () => {
    const two: Change = ({ appraisals }) => {
      appraisals?.appraisals?.push({ ...only(appraisals.appraisals), id: 'A2', body: { name: '另一中心' } })
    }
    expect(letter('appraisal-commission', 'A2', '收文机关', two)).toBe('另一中心')
  })
})

describe('书面解释说明要求函', () => {
  const objection =
    (more: object): Change =>
    (documents) => {
      Object.assign(appraisalOf(documents).objections?.[0] ?? {}, more)
    }

  it.each<Row>([
    ['names the office that objected', objection({ by: undefined }), '异议人', '南宁市生态环境局'],
    [
      'names the office for whoever is no obligor',
      objection({ by: 'obligee' }),
      '异议人',
      '南宁市生态环境局',
    ],
    ['puts each matter in its paragraph', objection({ matter: '甲\n\n乙' }), '异议内容', ['甲', '乙']],
    [
      'goes to experts, where there is no body',
      (documents) => {
        const appraisal = appraisalOf(documents)
        delete appraisal.body
        appraisal.experts = [{ name: '冯某' }]
      },
      '收文机关',
      '冯某',
    ],
    [
      'goes to nobody yet',
      (documents) => {
        delete appraisalOf(documents).body
      },
      '收文机关',
      '',
    ],
    [
      'names the report without a number that it has not',
      (documents) => {
        delete appraisalOf(documents).reportNumber
      },
      '鉴定评估',
      '鉴定意见',
    ],
  ])('%s', (_, change, field, said) => {
    expect(letter('explanation-request', 'A1/B1', field, change)).toEqual(said)
  })

  it('of one of two objections is its own', () => {
    const two: Change = (documents) => {
      appraisalOf(documents).objections?.push({
        id: 'B2',
        by: 'o1',
        raisedOn: '2025-04-16',
        matter: '另一异议',
      })
    }
    expect(letter('explanation-request', 'A1/B2', '异议内容', two)).toEqual(['另一异议。'])
  })
})
