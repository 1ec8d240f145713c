import { describe, expect, it } from 'vitest'
import { flagsOf } from '../../src/core/stages/flags.ts'
import { type Remedy, refusedRemedy, remediesOf } from '../../src/core/stages/remedy.ts'
import { type CaseWithActions, caseWithActions } from '../support/actions.ts'
import { refusedBySecond, suedForBreach, unconfirmed, unpaid, withSuit } from '../support/court.ts'

function open({ view }: CaseWithActions, reference: string): Remedy[] {
  const kinds: Remedy[] = ['enforcement', 'suit', 'payment-order']
  return kinds.filter((remedy) => refusedRemedy(view.facts, reference, remedy).length === 0)
}

describe('第二十四条第一款: judicial confirmation', () => {
  it('is applied for once an agreement is signed, and not before the day of signing', () => {
    const signed = caseWithActions('example-case', '2026-10-12', unconfirmed)
    expect(signed.subjects('apply-confirmation')).toEqual(['G1'])
    expect(signed.refused('apply-confirmation', 'G1', { appliedOn: '2026-09-27' })).toEqual(['第二十四条'])
    const applied = signed.after('apply-confirmation', 'G1')
    expect(flagsOf(applied.view).confirmation).toBe('applied')
    expect(applied.view.facts.court.confirmations).toEqual([
      { agreement: 'G1', court: '南宁市中级人民法院', appliedOn: '2026-10-12' },
    ])
    const advised = applied.view.deadlines.find(({ deadline }) => deadline === 'confirmation-apply')
    expect(advised?.status).toBe('met')
    expect(applied.subjects('apply-confirmation')).toEqual([])
    expect(applied.subjects('rule-confirmation')).toEqual(['G1'])
  })

  it('is not applied for an agreement whose breach is before the court', () => {
    expect(
      caseWithActions('example-case', '2026-11-24', withSuit(suedForBreach)).blocked(
        'apply-confirmation',
        'G1',
      ),
    ).toEqual(['第二十四条'])
  })

  it('a confirmation opens enforcement; a refusal needs its reason and leads back to consultation', () => {
    const applied = caseWithActions('example-case', '2026-10-12', unconfirmed).after(
      'apply-confirmation',
      'G1',
    )
    const confirmed = applied.after('rule-confirmation', 'G1', {
      ruledOn: '2026-11-23',
      result: 'confirmed',
      rulingNumber: '（2026）桂01民特00号',
    })
    expect(flagsOf(confirmed.view).confirmation).toBe('confirmed')
    expect(open(confirmed, 'G1')).toEqual(['enforcement'])
    const item = { ruledOn: '2026-11-23', result: 'refused' }
    expect(applied.refused('rule-confirmation', 'G1', item)).toEqual(['第二十四条'])
    expect(applied.refused('rule-confirmation', 'G1', { result: 'confirmed' })).toEqual(['第二十四条'])
    expect(
      applied.refused('rule-confirmation', 'G1', { ...item, ruledOn: '2026-10-11', reason: '不明确' }),
    ).toEqual(['第二十四条'])
    const refused = applied.after('rule-confirmation', 'G1', { ...item, reason: '修复方案不明确' })
    expect(refused.view.stage.obligors.get('o1')).toBe('consultation')
    expect(refused.subjects('notify')).toEqual(['2'])
    expect(open(refused, 'G1')).toEqual([])
  })

  it('the flag speaks of the agreement that binds now, not of one refused in an earlier round', () => {
    const newRound = caseWithActions('example-case-2', '2026-04-10', ({ agreements, court }) => {
      const second = agreements?.agreements[1]
      if (second) delete second.amends
      delete agreements?.agreements[0]?.status
      court?.confirmations?.splice(1)
    })
    expect(newRound.view.stage.obligors.get('o1')).toBe('evaluation')
    expect(flagsOf(newRound.view).confirmation).toBeNull()
    expect(newRound.subjects('apply-confirmation')).toEqual(['G2'])
  })

  it('an application that was withdrawn can be made again', () => {
    const withdrawn = caseWithActions('example-case', '2026-10-12', unconfirmed)
      .after('apply-confirmation', 'G1')
      .after('rule-confirmation', 'G1', { result: 'withdrawn' })
    expect(flagsOf(withdrawn.view).confirmation).toBeNull()
    expect(withdrawn.subjects('apply-confirmation')).toEqual(['G1'])
  })
})

describe('第二十四条第二款: the right remedy against a breach', () => {
  it('of a confirmed agreement is enforcement', () => {
    const breached = caseWithActions('example-case', '2026-11-24', (documents) => {
      delete documents.payments
    })
    expect(open(breached, 'G1')).toEqual(['enforcement'])
    expect(breached.blocked('apply-enforcement', 'G1')).toEqual([])
    expect(breached.blocked('sue', 'o1')).toEqual(['第二十四条'])
    expect(breached.blocked('apply-payment-order', 'G1')).toEqual(['第二十四条'])
  })

  it('of an agreement that is not confirmed is a suit, for money also a payment order, never enforcement', () => {
    const breached = caseWithActions('example-case', '2026-11-24', unpaid)
    expect(open(breached, 'G1')).toEqual(['suit', 'payment-order'])
    expect(breached.refused('apply-enforcement', 'G1')).toEqual(['第二十四条'])
    expect(breached.refused('apply-enforcement', 'G1', { instrument: 'notarized' })).toEqual([])
    expect(breached.blocked('sue', 'o1')).toEqual([])
    expect(breached.blocked('apply-payment-order', 'G1')).toEqual([])
    const [found] = remediesOf(breached.view)
    expect(found?.breach.failures.map(({ what }) => what)).toEqual([
      '应于2026年10月15日前支付的38,200.00元尚未支付',
      '应于2026年10月15日前支付的60,000.00元尚未支付',
    ])
    expect(found?.remedies.filter(({ refusedBy }) => !refusedBy.length).map(({ remedy }) => remedy)).toEqual([
      'suit',
      'payment-order',
    ])
  })

  it('there is none while nothing is due, and the day itself, moved off a rest day, still counts', () => {
    for (const today of ['2026-10-14', '2026-10-15']) {
      const early = caseWithActions('example-case', today, unpaid)
      expect(remediesOf(early.view)).toEqual([])
      expect(early.blocked('sue', 'o1')).toEqual(['第二十四条'])
      expect(early.blocked('apply-payment-order', 'G1')).toEqual(['第二十四条'])
      expect(early.blocked('demand-performance', 'G1')).toEqual(['第二十四条'])
    }
    expect(remediesOf(caseWithActions('example-case', '2026-10-16', unpaid).view)).toHaveLength(1)
  })

  it('a restoration that is late is a breach without money: no payment order', () => {
    const late = caseWithActions('example-case', '2026-11-24', (documents) => {
      unconfirmed(documents)
      delete documents.restoration
    })
    expect(late.blocked('apply-payment-order', 'G1')).toEqual(['第二十四条'])
    expect(late.blocked('sue', 'o1')).toEqual([])
  })

  it('of a judgment is enforcement alone', () => {
    const judged = caseWithActions('example-case-2', '2026-11-24', (documents) => {
      documents.court = { ...documents.court, enforcements: [] }
    })
    expect(open(judged, 'S1')).toEqual(['enforcement'])
    expect(judged.blocked('apply-enforcement', 'S1')).toEqual([])
    expect(judged.known('apply-enforcement', 'S1')).toMatchObject({
      id: 'F1',
      instrument: 'judgment',
      reference: 'S1',
      obligors: ['o2'],
      amount: '260000.00',
    })
  })

  it('after a refused confirmation there is none until the new round has failed', () => {
    const refused = caseWithActions('example-case-2', '2026-11-24', refusedBySecond)
    expect(open(refused, 'G1')).toEqual([])
    expect(refused.blocked('apply-enforcement', 'G1')).toContain('第二十四条')
  })
})
