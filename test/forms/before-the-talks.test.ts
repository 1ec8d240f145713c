import { describe, expect, it, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { fill, lines, only, rows } from './support.ts'
import { wholeCase } from './whole.ts'

const unsigned = (change: (documents: Documents) => void = () => undefined) =>
  wholeCase('2025-06-19', (documents) => {
    delete documents.agreements
    delete documents.payments
    delete documents.restoration
    documents.court = {}
    const round = only(documents.consultation?.rounds)
    delete round.meetings
    delete round.outcomes
    change(documents)
  })
const blank = '＿＿＿＿＿＿＿＿'

describe('赔偿协议, a draft before the talks (第二十一条)', () => {
  const { fields, missing } = fill(unsigned(), 'agreement')

  it('lacks the agreement, and nothing else that the case knows', () => {
    expect(missing.map(({ field }) => field)).toEqual(['赔偿协议'])
  })

  it('carries the parties, each with what identifies it', () => {
    expect(fields.赔偿权利人).toBe('南宁市生态环境局')
    expect(rows(fields.单位)).toMatchObject([{ 名称: '某造纸有限公司', '法定代表人（负责人）': '吴某' }])
    expect(rows(fields.自然人)).toMatchObject([{ 姓名: '郑某', 身份证号码: '11010519491231002X' }])
  })

  it('carries facts, evidence, law, reasons and sums', () => {
    expect(lines(fields.事实情况)).toEqual(['2025年2月10日至28日经暗管排放废水。'])
    expect(lines(fields.相关证据)).toEqual([
      '勘查笔录、检测报告、鉴定意见（某司法鉴定中心、某鉴〔2025〕7号）。',
    ])
    expect(lines(fields.相关法律依据及规定)[0]).toContain('《中华人民共和国民法典》')
    expect(lines(fields.相关法律依据及规定).join()).not.toContain('征求意见稿')
    const sums = lines(fields['生态环境损害责任承担、履行方式和期限']).join('\n')
    expect(sums).toContain('经鉴定评估，生态环境损害数额共计300,000.00元（大写：人民币叁拾万元整）')
    expect(sums).toContain('2．生态环境受到损害至修复完成期间服务功能丧失导致的损失60,000.00元。')
    expect(sums).toContain(`双方约定的赔偿总额为${blank}。`)
  })

  it('leaves a line for whatever only the parties can agree on', () => {
    expect(lines(fields.生态环境损害责任认定)).toEqual([blank])
    expect(lines(fields.其他约定)).toContain(`（二）违约责任的承担：${blank}`)
    expect(fields.签订地点).toBe(blank)
  })

  test('is written with those who have no agreement yet', () => {
    const view = unsigned((documents) => {
      documents.agreements = { agreements: [{ id: 'G1', obligors: ['o1'], signedOn: '2025-06-18' }] }
    })
    expect(rows(fill(view, 'agreement').fields.单位)).toEqual([])
    expect(rows(fill(view, 'agreement').fields.自然人)).toHaveLength(1)
  })

  test('fills what an agreement that is not signed yet leaves open, and asks for it', () => {
    const open = unsigned((documents) => {
      documents.agreements = {
        agreements: [{ id: 'G1', obligors: ['o1'], clauses: { liability: '全部责任' } }],
      }
    })
    const filled = fill(open, 'agreement', 'G1')
    expect(lines(filled.fields.事实情况)).toEqual(['2025年2月10日至28日经暗管排放废水。'])
    expect(lines(filled.fields.生态环境损害责任认定)).toEqual(['全部责任。'])
    expect(filled.missing.map(({ path }) => path)).toContain('agreements.agreements[G1].clauses.facts')
  })

  test('adds nothing to one that was signed', () => {
    const signed = unsigned((documents) => {
      documents.agreements = { agreements: [{ id: 'G1', obligors: ['o1'], signedOn: '2025-06-18' }] }
    })
    expect(lines(fill(signed, 'agreement', 'G1').fields.事实情况)).toEqual([blank])
  })
})
