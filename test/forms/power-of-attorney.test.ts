import { describe, expect, it } from 'vitest'
import { formOf } from '../../src/core/forms/index.ts'
import { crowdedSuit } from './crowd.ts'
import { inForce, lines as needs } from './say.ts'
import { fill, lines } from './support.ts'
import { suedCase } from './whole.ts'

describe('授权委托书', () => {
  it('is one for each filing, and says before which court', () => {
    const view = suedCase()
    expect(formOf('power-of-attorney', view.regulation)?.subjects(view)).toEqual([
      'S1',
      'Z1',
      'property/2025-09-20',
      'F1',
    ])
    const { fields, missing } = fill(view, 'power-of-attorney', 'Z1')
    expect(missing).toEqual([])
    expect(fields).toMatchObject({
      对方: '某造纸有限公司',
      委托事项: '申请支付令',
      人民法院: '南宁市某区人民法院',
      委托日期: '',
    })
    expect(lines(fields.受委托人)).toEqual([
      '受委托人：覃某，南宁市生态环境局法规科，科员，联系电话：0771-0000000。',
    ])
  })

  it('names what needs an authority of its own by 民事诉讼法 第六十二条, and in enforcement what is won', () => {
    const scope = (subject: string) => {
      const { 特别授权依据, 特别授权事项 } = fill(suedCase(), 'power-of-attorney', subject).fields
      return [特别授权依据, 特别授权事项]
    }
    expect(scope('S1')).toEqual([
      '（《中华人民共和国民事诉讼法》第六十二条）',
      '代为承认、放弃、变更诉讼请求，进行和解，提起反诉或者上诉',
    ])
    expect(scope('F1')).toEqual(['', '代为放弃、变更民事权利，进行执行和解，收取执行款项'])
  })

  it.each([
    ['污水造成生态环境损害', '污水'],
    ['违法排放废水污染河流', '违法排放废水污染河流'],
    ['生态环境损害赔偿纠纷', '生态环境损害赔偿纠纷'],
  ])('calls the damage %s %s, and says 生态环境损害 once', (cause, said) => {
    const view = suedCase('2026-12-24', (documents) => {
      documents.case.cause = cause
    })
    expect(fill(view, 'power-of-attorney', 'S1').fields.案由).toBe(said)
  })

  it('needs an agent: those of another unit act for nobody here', () => {
    const elsewhere = suedCase('2026-12-24', ({ case: { jurisdiction } }) => {
      jurisdiction.handlingUnit = '某县自然资源局'
    })
    expect(needs(fill(elsewhere, 'power-of-attorney', 'S1').missing)).toContain(
      '受委托人：config.unit.agents ← init',
    )
  })

  it('is not made for more than two agents (民事诉讼法 第六十一条), nor is another paper that names them', () => {
    const view = crowdedSuit(2)
    const [agent = { name: '覃某' }] = view.config.unit?.agents ?? []
    const named = (count: number): typeof view => {
      const agents = Array.from({ length: count }, (_, index) => ({ ...agent, name: `覃某${index}` }))
      return inForce(view, { unit: { ...view.config.unit, name: '南宁市生态环境局', agents } })
    }
    const problem = '委托代理人至多2人（民事诉讼法第六十一条），现有3人：config.unit.agents ← init'
    const naming = { 'power-of-attorney': 'S1', complaint: 'S1', 'payment-order-application': 'Z1' }
    for (const [id, subject] of Object.entries({ ...naming, 'enforcement-application': 'F1' })) {
      expect(needs(fill(named(2), id, subject).missing), id).not.toContain(problem)
      expect(needs(fill(named(3), id, subject).missing), id).toContain(problem)
    }
  })
})
