import { describe, expect, it } from 'vitest'
import { flagsOf } from '../../src/core/stages/flags.ts'
import { refusedRemedy } from '../../src/core/stages/remedy.ts'
import { type CaseWithActions, caseWithActions } from '../support/actions.ts'
import { refusedBySecond, suedForBreach, unconfirmed, unpaid, withSuit } from '../support/court.ts'

describe('第二十二条、第二十四条: the suit', () => {
  it('waits until consultation was held to have failed', () => {
    const consulting = caseWithActions('example-case', '2026-07-20', (documents) => {
      for (const name of ['agreements', 'court', 'restoration', 'payments'] as const) delete documents[name]
      const [round] = documents.consultation?.rounds ?? []
      if (round) {
        delete round.outcomes
        round.meetings = []
      }
    })
    expect(consulting.subjects('sue')).toEqual(['o1', 'o2'])
    expect(consulting.blocked('sue', 'o1')).toEqual(['第二十二条'])
  })

  it('follows a failed consultation, not before it, and moves the obligor to suit', () => {
    const failed = caseWithActions('example-case-2', '2025-10-20', (documents) => {
      documents.court = {}
    })
    expect(failed.blocked('sue', 'o2')).toEqual([])
    expect(failed.known('sue', 'o2')).toMatchObject({ id: 'S1', obligors: ['o2'] })
    expect(failed.refused('sue', 'o2', { filedOn: '2025-03-01' })).toEqual(['第二十二条'])
    expect(failed.refused('sue', 'o2', { obligors: ['o2', 'o3'] })).toEqual(['第二十二条'])
    const sued = failed.after('sue', 'o2', { proof: ['act', 'illegality', 'damage', 'costs'] })
    expect(sued.view.stage.obligors.get('o2')).toBe('suit')
    expect(sued.subjects('sue')).not.toContain('o2')
    const duty = sued.view.deadlines.find(({ deadline, subject }) => {
      return deadline === 'start-suit' && subject === '1/o2'
    })
    expect(duty?.met).toBe('2025-10-20')
  })

  it('after a refused confirmation waits for the new round, unless an officer gives a reason', () => {
    const refused = caseWithActions('example-case-2', '2026-11-24', refusedBySecond)
    expect(refused.blocked('sue', 'o1')).toEqual([])
    expect(refused.refused('sue', 'o1')).toEqual(['第二十四条'])
    expect(refused.refused('sue', 'o1', { overrideReason: ' ' })).toEqual(['第二十四条'])
    expect(refused.refused('sue', 'o1', { overrideReason: '义务人明确拒绝重新磋商' })).toEqual([])
    const failedOnceBefore = caseWithActions('example-case-2', '2026-11-24', (documents) => {
      refusedBySecond(documents)
      documents.consultation?.rounds[0]?.outcomes?.push({
        obligor: 'o1',
        kind: 'failed',
        decidedOn: '2025-09-01',
      })
    })
    expect(failedOnceBefore.refused('sue', 'o1')).toEqual(['第二十四条'])
    const failedAgain = caseWithActions('example-case-2', '2026-11-24', (documents) => {
      refusedBySecond(documents)
      documents.consultation?.rounds.push({
        round: 2,
        outcomes: [{ obligor: 'o1', kind: 'failed', ground: 'period-expired', decidedOn: '2026-09-01' }],
      })
    })
    expect(failedAgain.refused('sue', 'o1')).toEqual([])
    expect(failedAgain.after('sue', 'o1').view.stage.obligors.get('o1')).toBe('suit')
  })

  it('for the breach of an unconfirmed agreement names it, and moves the obligor from performance to suit', () => {
    const breached = caseWithActions('example-case', '2026-11-24', unpaid)
    expect(breached.view.stage.obligors.get('o1')).toBe('performance')
    const sued = breached.after('sue', 'o1')
    expect(sued.view.facts.court.suits[0]).toMatchObject({
      agreement: 'G1',
      reason: '违反未经司法确认的赔偿协议 G1',
    })
    expect(sued.view.stage.obligors.get('o1')).toBe('suit')
    expect(sued.view.stage.obligors.get('o2')).toBe('performance')
  })
})

describe('裁判 and 上诉', () => {
  const before = caseWithActions('example-case', '2026-12-20', withSuit(suedForBreach))

  it('a judgment moves the stage once it takes effect', () => {
    const judged = before.after('judge', 'S1', { judgedOn: '2026-12-01' })
    expect(judged.view.stage.obligors.get('o1')).toBe('suit')
    const effective = judged.after('judge', 'S1', { effectiveOn: '2026-12-17', result: 'won' })
    expect(effective.view.facts.court.suits[0]).toMatchObject({
      judgedOn: '2026-12-01',
      effectiveOn: '2026-12-17',
      filedOn: '2026-11-02',
    })
    expect(effective.view.stage.obligors.get('o1')).toBe('performance')
    expect(effective.subjects('judge')).toEqual([])
  })

  it('its dates do not run backwards, and an effective one says how it ended', () => {
    expect(before.refused('judge', 'S1', { judgedOn: '2026-11-01' })).toEqual(['第二十二条'])
    const early = { judgedOn: '2026-12-01', effectiveOn: '2026-11-30', result: 'won' }
    expect(before.refused('judge', 'S1', early)).toEqual(['第二十四条'])
    expect(before.refused('judge', 'S1', { judgedOn: '2026-12-01', effectiveOn: '2026-12-17' })).toEqual([
      '第二十四条',
    ])
  })

  it('an appeal is of a party, before the effect, and holds the effect back until it is decided', () => {
    expect(before.subjects('appeal')).toEqual([])
    const judged = before.after('judge', 'S1', { judgedOn: '2026-12-01' })
    expect(judged.subjects('appeal')).toEqual(['S1'])
    expect(judged.refused('appeal', 'S1', { by: 'o2' })).toEqual(['民事诉讼法第一百七十一条'])
    expect(judged.refused('appeal', 'S1', { by: 'o1', on: '2026-11-30' })).toEqual([
      '民事诉讼法第一百七十一条',
    ])
    const appealed = judged.after('appeal', 'S1', { by: 'o1', on: '2026-12-10' })
    const effect = { effectiveOn: '2026-12-17', result: 'won' }
    expect(appealed.refused('judge', 'S1', effect)).toEqual(['民事诉讼法'])
    const decided = appealed.after('appeal', 'S1', { judgedOn: '2026-12-16', result: 'upheld' })
    expect(decided.view.facts.court.suits[0]?.appeal).toEqual({
      by: 'o1',
      on: '2026-12-10',
      judgedOn: '2026-12-16',
      result: 'upheld',
    })
    expect(decided.refused('judge', 'S1', { ...effect, effectiveOn: '2026-12-15' })).toEqual(['民事诉讼法'])
    expect(decided.after('judge', 'S1', effect).view.stage.obligors.get('o1')).toBe('performance')
  })
})

describe('支付令', () => {
  const breached = caseWithActions('example-case', '2026-11-24', unpaid)

  it('asks for what is owed, and can be enforced once it takes effect', () => {
    expect(breached.known('apply-payment-order', 'G1')).toMatchObject({
      id: 'Z1',
      agreement: 'G1',
      obligors: ['o1'],
      amount: '98200.00',
    })
    const applied = breached.after('apply-payment-order', 'G1', { court: '某区人民法院' })
    // The other is jointly liable: an order against him alone can still be asked for.
    expect(applied.known('apply-payment-order', 'G1')).toMatchObject({ obligors: ['o2'] })
    const both = applied.after('apply-payment-order', 'G1', { court: '某区人民法院' })
    expect(both.subjects('apply-payment-order')).toEqual([])
    expect(applied.subjects('apply-enforcement')).toEqual(['G1'])
    const effective = applied.after('record-payment-order', 'Z1', {
      effectiveOn: '2026-12-20',
      result: 'effective',
    })
    expect(effective.subjects('apply-enforcement')).toEqual(['G1', 'Z1'])
    const enforced = effective.after('apply-enforcement', 'Z1', {
      appliedOn: '2026-12-21',
      claim: '支付 98200 元',
    })
    expect(enforced.view.facts.court.enforcements[0]).toMatchObject({
      instrument: 'payment-order',
      reference: 'Z1',
      amount: '98200.00',
    })
    expect(flagsOf(enforced.view).enforcement).toBe(true)
    const deadline = enforced.view.deadlines.find(({ deadline, subject }) => {
      return deadline === 'enforcement-apply' && subject === 'Z1/o1/money'
    })
    expect(deadline).toMatchObject({ due: '2028-12-20', met: '2026-12-21' })
  })

  it('that was objected to lapses, never takes effect, and leaves the suit', () => {
    const applied = breached.after('apply-payment-order', 'G1', { court: '某区人民法院' })
    const objected = { objectedOn: '2026-12-05', effectiveOn: '2026-12-20', result: 'effective' }
    expect(applied.refused('record-payment-order', 'Z1', objected)).toEqual([
      '民事诉讼法第二百二十五条至第二百二十八条',
    ])
    expect(applied.refused('record-payment-order', 'Z1', { result: 'effective' })).toEqual([
      '民事诉讼法第二百二十五条至第二百二十八条',
    ])
    const lapsed = applied.after('record-payment-order', 'Z1', { objectedOn: '2026-12-05', result: 'lapsed' })
    expect(lapsed.subjects('apply-enforcement')).toEqual(['G1'])
    expect(lapsed.blocked('sue', 'o1')).toEqual([])
    expect(lapsed.subjects('apply-payment-order')).toEqual(['G1'])
  })

  it('needs money under the agreement', () => {
    const noMoney = caseWithActions('example-case', '2026-11-24', (documents) => {
      unconfirmed(documents)
      const [agreement] = documents.agreements?.agreements ?? []
      if (agreement) agreement.payments = []
    })
    expect(refusedRemedy(noMoney.view.facts, 'G1', 'payment-order').map(({ matter }) => matter)).toEqual([
      'payment-order',
    ])
  })
})

describe('催告, 时效 and 保全', () => {
  const breached = caseWithActions('example-case', '2026-11-24', unpaid)

  it('a demand names what is owed, and the limitation begins anew', () => {
    expect(breached.known('demand-performance', 'G1')).toMatchObject({ reference: 'G1', obligors: ['o1'] })
    expect(breached.refused('demand-performance', 'G1', { on: '2026-09-27' })).toEqual(['第二十四条'])
    expect(
      breached.refused('demand-performance', 'G1', { on: '2026-11-24', performBy: '2026-11-23' }),
    ).toEqual(['第二十四条'])
    const demanded = breached.after('demand-performance', 'G1', { performBy: '2026-12-10' })
    const due = (state: CaseWithActions, id: string) =>
      state.view.deadlines.find(({ deadline, subject }) => deadline === 'limitation' && subject === id)?.due
    expect(due(breached, 'o1')).toBe('2031-02-24')
    expect(due(demanded, 'o1')).toBe('2031-11-24')
    expect(due(demanded, 'o2')).toBe('2031-02-24')
  })

  it('an interruption is recorded for a limitation that runs, not before it began', () => {
    expect(breached.subjects('interrupt-limitation')).toEqual(['o1', 'o2'])
    expect(breached.refused('interrupt-limitation', 'o2', { on: '2026-02-23', how: 'promise' })).toEqual([
      '生态环境法典第一千零五十四条',
    ])
    const promised = breached.after('interrupt-limitation', 'o2', { how: 'promise' })
    expect(promised.view.facts.court.limitationInterruptions).toEqual([
      { obligor: 'o2', on: '2026-11-24', how: 'promise' },
    ])
    expect(caseWithActions('example-case', '2026-11-24').subjects('interrupt-limitation')).toEqual([])
  })

  it('preservation is open from the initiation on, also of more once some property of all is preserved', () => {
    expect(breached.subjects('preserve')).toEqual([null])
    const preserved = breached.after('preserve', null, { kind: 'property' })
    expect(preserved.subjects('preserve')).toEqual([null])
    expect(preserved.known('preserve', null)).toMatchObject({ obligors: ['o1', 'o2'] })
    const evidence = preserved.after('preserve', null, { kind: 'evidence', obligors: ['o2'] })
    expect(evidence.view.facts.court.preservations.map(({ kind }) => kind)).toEqual(['property', 'evidence'])
    expect(breached.refused('preserve', null, { kind: 'property', appliedOn: '2026-02-01' })).toEqual([
      '第十三条',
    ])
    expect(breached.refused('preserve', null, { kind: 'property', obligors: [] })).toEqual([
      '民事诉讼法第一百零四条',
    ])
  })
})

describe('强制执行', () => {
  const breached = caseWithActions('example-case', '2026-11-24', (documents) => {
    delete documents.payments
  })

  it('of a confirmed agreement prints form 7 and says what was not performed', () => {
    const enforced = breached.after('apply-enforcement', 'G1', { claim: '支付 98200 元' })
    expect(enforced.view.facts.court.enforcements[0]).toMatchObject({
      id: 'F1',
      instrument: 'confirmation',
      reference: 'G1',
      obligors: ['o1'],
      amount: '98200.00',
      breach: expect.stringContaining('应于'),
    })
    expect(flagsOf(enforced.view).enforcement).toBe(true)
    // The other is jointly liable, and the restoration is not due yet.
    expect(enforced.known('apply-enforcement', 'G1')).toMatchObject({ obligors: ['o2'] })
  })

  it('is refused before the title took effect, against strangers, and while nothing is owed', () => {
    expect(breached.refused('apply-enforcement', 'G1', { appliedOn: '2026-09-27' })).toEqual(['第二十四条'])
    expect(breached.refused('apply-enforcement', 'G1', { obligors: ['o9'] })).toEqual(['第二十四条'])
    expect(caseWithActions('example-case', '2026-11-24').blocked('apply-enforcement', 'G1')).toEqual([
      '第二十四条',
    ])
  })

  it('its course is recorded, with the listing as 失信被执行人', () => {
    const running = caseWithActions('example-case-2', '2026-11-24')
    expect(running.subjects('record-enforcement')).toEqual(['F1'])
    expect(running.refused('record-enforcement', 'F1', { dishonestListedOn: '2026-08-02' })).toEqual([
      '第二十四条',
    ])
    const listed = running.after('record-enforcement', 'F1', { dishonestListedOn: '2026-11-01' })
    expect(listed.view.facts.court.enforcements[0]).toMatchObject({
      reference: 'S1',
      dishonestListedOn: '2026-11-01',
    })
  })
})

describe('第二十二条第一款: suspected crime', () => {
  it('names both addressees and leaves the choice to the officer', () => {
    const suspected = caseWithActions('example-case', '2026-03-02', (documents) => {
      documents.court = {}
    })
    expect(suspected.subjects('transfer')).toEqual([null])
    const item = { to: 'procuratorate', matter: '涉嫌污染环境罪' }
    expect(suspected.refused('transfer', null, { ...item, copiedTo: ['procuratorate'] })).toHaveLength(1)
    expect(suspected.refused('transfer', null, { ...item, transferredOn: '2026-02-10' })).toEqual([
      '第二十二条',
    ])
    const done = suspected.after('transfer', null, { ...item, copiedTo: ['public-security'] })
    expect(done.view.facts.court.transfers[0]).toMatchObject({ obligors: ['o1', 'o2'] })
    expect(done.subjects('transfer')).toEqual([])
  })
})
