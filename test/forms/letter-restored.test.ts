import { describe, expect, it } from 'vitest'
import { type Change, paper, says } from './say.ts'
import { only } from './support.ts'
import { agreementOf, projectOf, type Row, writtenFor } from './variants.ts'

describe('修复效果评估备案表和报送函', () => {
  const filing = (field: string, change: Change) => says(paper('evaluation-filing', 'R1', change), field)
  it.each<Row>([
    [
      'names the supervisor, whose report is filed too',
      (documents) => {
        projectOf(documents).supervisor = { name: '某监理公司' }
      },
      '监理单位',
      '某监理公司',
    ],
    [
      'files the report of a supervisor and the opinion of the experts only where the case has them',
      (documents) => {
        projectOf(documents).supervisor = { name: '某监理公司' }
      },
      '备案材料',
      '评估报告',
    ],
    [
      'files them by their titles on the list of evidence',
      (documents) => {
        projectOf(documents).supervisor = { name: '某监理公司', report: 'E1' }
        only(projectOf(documents).evaluations).opinion = 'E2'
      },
      '备案材料',
      '评估报告、勘查笔录、检测报告',
    ],
    [
      'files the report of the evaluation by its name, where it is no evidence',
      (documents) => {
        delete only(projectOf(documents).evaluations).report
      },
      '备案材料',
      '修复效果评估报告（另附）',
    ],
    [
      'names the mode of a substitute',
      (documents) => {
        projectOf(documents).mode = 'labor'
      },
      '修复方式',
      '劳务代偿',
    ],
    [
      'names its own obligors',
      (documents) => {
        projectOf(documents).obligors = ['o2']
      },
      '赔偿义务人',
      '郑某',
    ],
    [
      'names those of its agreement',
      (documents) => {
        agreementOf(documents).obligors = ['o1']
      },
      '赔偿义务人',
      '某造纸有限公司',
    ],
    [
      'names whoever has an agreement, where it says nothing',
      (documents) => {
        delete projectOf(documents).agreement
        agreementOf(documents).obligors = ['o2']
      },
      '赔偿义务人',
      '郑某',
    ],
    [
      'rests on the judgment of its suit',
      (documents) => {
        const { agreement: _, ...project } = projectOf(documents)
        documents.restoration = { projects: [{ ...project, suit: 'S1' }] }
        documents.court = {
          suits: [
            {
              id: 'S1',
              obligors: ['o2'],
              filedOn: '2025-04-01',
              effectiveOn: '2025-06-01',
              judgmentNumber: '某民初1号',
            },
          ],
        }
      },
      '修复依据',
      '某民初1号生效裁判文书',
    ],
    [
      'names those of its suit',
      (documents) => {
        const { agreement: _, ...project } = projectOf(documents)
        documents.restoration = { projects: [{ ...project, suit: 'S1' }] }
        documents.court = {
          suits: [
            { id: 'S1', obligors: ['o2'], filedOn: '2025-04-01', effectiveOn: '2025-06-01', result: 'won' },
          ],
        }
      },
      '赔偿义务人',
      '郑某',
    ],
    [
      'does not name one that is not on record',
      (documents) => {
        projectOf(documents).obligors = ['o9']
      },
      '赔偿义务人',
      '',
    ],
    [
      'takes the last evaluation that passed',
      (documents) => {
        const first = only(projectOf(documents).evaluations)
        projectOf(documents).evaluations?.push({
          ...first,
          round: 2,
          passed: false,
          reportedOn: '2026-05-01',
        })
      },
      '评估报告日期',
      '2026年4月10日',
    ],
    [
      'bears the remarks',
      (documents) => {
        projectOf(documents).remarks = '无异议'
      },
      '备注',
      '无异议',
    ],
  ])('the filing %s', (_, change, field, said) => {
    expect(filing(field, change)).toEqual(said)
  })

  it('the letter goes to the court of the judgment, where there is a suit', () => {
    const sued: Change = (documents) => {
      const { agreement: _, ...project } = projectOf(documents)
      documents.restoration = { projects: [{ ...project, suit: 'S1' }] }
      documents.court = {
        suits: [
          {
            id: 'S1',
            obligors: ['o1'],
            filedOn: '2025-04-01',
            effectiveOn: '2025-06-01',
            result: 'won',
            court: '某法院',
            judgmentNumber: '某民初1号',
          },
        ],
      }
    }
    const letter = paper('court-letter', 'R1', sued)
    expect(says(letter, '收文机关')).toBe('某法院')
    expect(says(letter, '裁判文书')).toBe('某民初1号生效裁判文书')
    expect(letter.fields).not.toHaveProperty('监理单位')
    expect(writtenFor('court-letter', sued)).toEqual(['R1'])
    const { missing } = paper('court-letter', 'R1', (documents) => {
      sued(documents)
      Object.assign(only(documents.court?.suits), { court: undefined, judgmentNumber: undefined })
    })
    expect(missing.map(({ path }) => path)).toEqual([
      'court.suits[S1].court',
      'court.suits[S1].judgmentNumber',
    ])
  })

  it('the letter names no evidence that came after its own day', () => {
    const enclosed = (day: string) =>
      paper('court-letter', 'R1', (documents) => {
        const project = projectOf(documents)
        project.sentToCourtOn = '2026-05-06'
        project.supervisor = { name: '某监理公司', report: 'E70' }
        Object.assign(only(project.evaluations), { opinion: 'E80' })
        documents.evidence?.evidence?.push(
          { id: 'E70', title: '监理报告', collectedOn: '2026-05-06' },
          { id: 'E80', title: '验收意见书', collectedOn: day },
        )
      })
    expect(says(enclosed('2026-05-06'), '附件')).toMatch(/、监理报告、验收意见书$/)
    const later = enclosed('2026-05-07')
    expect(says(later, '附件')).toMatch(/、监理报告$/)
    expect(later.unattached ?? []).toEqual([])
  })

  it('neither is written where the goal was not reached, and no letter where no court is concerned', () => {
    const failed: Change = (documents) =>
      Object.assign(only(projectOf(documents).evaluations), { passed: false })
    expect(writtenFor('evaluation-filing', failed)).toEqual([])
    expect(writtenFor('court-letter', failed)).toEqual([])
    expect(
      writtenFor('court-letter', (documents) => {
        delete documents.court
      }),
    ).toEqual([])
    const refused: Change = ({ court }) => Object.assign(only(court?.confirmations), { result: 'refused' })
    expect(writtenFor('court-letter', refused)).toEqual([])
  })
})
