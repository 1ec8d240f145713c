import { describe, expect, it } from 'vitest'
import { type Change, inForce, paper, says } from './say.ts'
import { fill } from './support.ts'
import { type Row, writtenFor } from './variants.ts'
import { wholeCase } from './whole.ts'

const ended =
  (more: object = {}, ...others: object[]): Change =>
  (documents) => {
    const termination = { obligors: ['o2'], ground: 'no-assets', decidedOn: '2026-06-01', reason: '无财产' }
    documents.closing = {
      terminations: [{ ...termination, ...more }, ...others.map((each) => ({ ...termination, ...each }))],
    }
  }

describe('索赔终止登记表', () => {
  const of = (field: string, change: Change, subject: string | null = 'o2') =>
    says(paper('termination-register', subject, change), field)

  it.each<Row>([
    [
      'names its evidence, and nothing that is not on record',
      ended({ evidence: ['E1', 'E99'] }),
      '终止理由',
      expect.arrayContaining(['证明材料：勘查笔录。']),
    ],
    [
      'has the reason alone, where the ground is another one',
      ended({ ground: 'other' }),
      '终止理由',
      ['无财产。'],
    ],
    [
      'has the reason alone, where the text knows no such ground',
      ended({ ground: 'gone' }),
      '终止理由',
      ['无财产。'],
    ],
    [
      'has a line to write on, where no reason is recorded',
      ended({ ground: 'other', reason: '' }),
      '终止理由',
      ['＿＿＿＿＿＿＿＿'],
    ],
    ['bears the remarks', ended({ remarks: '另案处理' }), '备注', '另案处理'],
    [
      'bears the number of the case, where the initiation has none',
      (documents) => {
        ended()(documents)
        delete documents.investigation?.initiation
      },
      '原编号',
      'NN-2025-0007',
    ],
    [
      'names whom the decision names',
      ended(),
      '义务人',
      [expect.objectContaining({ '名称（姓名）': '郑某' })],
    ],
    [
      'is signed by who handled it',
      ended({ handlers: [{ name: '陆某', date: '2026-05-30' }] }),
      '经办人',
      '陆某',
    ],
  ])('%s', (_, change, field, said) => {
    expect(of(field, change)).toEqual(said)
  })

  it('is written of each decision, of the case as a whole where it names everybody', () => {
    expect(writtenFor('termination-register', ended())).toEqual(['o2'])
    expect(writtenFor('termination-register', ended({}, { obligors: ['o1'] }))).toEqual(['o2', 'o1'])
    expect(writtenFor('termination-register', ended({ obligors: ['o2', 'o1'] }))).toEqual([null])
    expect(of('终止理由', ended({}, { obligors: ['o1'], ground: 'other', reason: '已履行' }), 'o1')).toEqual([
      '已履行。',
    ])
  })

  it('cites the text in force for its ground', () => {
    const view = inForce(wholeCase('2026-12-24', ended()))
    const [ground] = view.regulation.list('grounds').filter(({ code }) => code === 'no-assets')
    const { article } = view.regulation.pack.lists.grounds ?? {}
    expect(says(fill(view, 'termination-register', 'o2'), '终止理由')).toEqual([
      `属于${ground?.label.replace(/的$/u, '')}的情形（《${view.regulation.title}》${article}${ground?.item}）。`,
      '无财产。',
    ])
  })

  it('before any decision has the number of the case, or of the initiation', () => {
    expect(says(paper('termination-register', null), '原编号')).toBe('南环损启〔2025〕7号')
    const bare: Change = (documents) => {
      delete documents.investigation?.initiation
    }
    expect(says(paper('termination-register', null, bare), '原编号')).toBe('NN-2025-0007')
  })
})
