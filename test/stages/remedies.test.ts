import { describe, expect, it } from 'vitest'
import type { Agreement, Confirmation } from '../../src/core/facts/documents.ts'
import {
  preservedAlready,
  type Remedy,
  refusedRemedy,
  remedies,
  remediesOf,
  suitAfterRefusal,
} from '../../src/core/stages/remedy.ts'
import { type Given, step, upToAgreement, upToConclusion } from '../support/step.ts'

const payments = [{ id: 'P1', dueOn: '2025-08-20', amount: '100.00' }]
const agreement = (more: Partial<Agreement> = {}): Agreement => ({
  id: 'G1',
  round: 1,
  obligors: ['o1'],
  signedOn: '2025-07-24',
  payments,
  ...more,
})
const agreed = (agreements: Agreement[], court: Given['court'] = {}): Given => ({
  ...upToAgreement,
  agreements: { agreements },
  court,
})
const ruled = (result: Confirmation['result'] | undefined, id = 'G1'): Confirmation => ({
  agreement: id,
  appliedOn: '2025-08-05',
  ...(result && { result, ruledOn: '2025-09-20' }),
})

/** By which matter each remedy is refused; null where it is open. */
function refused(given: Given, reference = 'G1', item = {}): (string | null)[] {
  const { facts } = step('sue', given).view
  const kinds: Remedy[] = ['enforcement', 'suit', 'payment-order']
  return kinds.map((remedy) => {
    const [first] = refusedRemedy(facts, reference, remedy).filter(({ unless }) => unless?.(item) !== true)
    return first ? [first.matter].flat().join() : null
  })
}
const reason = (given: Given, remedy: Remedy = 'enforcement', reference = 'G1'): string =>
  refusedRemedy(step('sue', given).view.facts, reference, remedy)[0]?.reason ?? ''

describe('支付令 after 诉前保全', () => {
  const preserved = (more: object = {}, suits: object[] = []): Given =>
    agreed([agreement()], {
      preservations: [{ kind: 'property', obligors: ['o1'], appliedOn: '2025-09-20', ...more }],
      suits,
    } as Given['court'])
  const verdict = (given: Given) => refused(given)[2]

  it('is refused, since the court takes no such application; the suit is open', () => {
    expect(refused(preserved())).toEqual(['enforcement', null, 'payment-order-conditions'])
    expect(reason(preserved(), 'payment-order')).toContain('2025年9月20日申请诉前保全')
    expect(reason(preserved())).not.toContain('支付令')
    expect(verdict(preserved({ kind: 'conduct' }))).toBe('payment-order-conditions')
  })

  it('is open where evidence was preserved, where somebody else was meant, after it was lifted, and in a suit', () => {
    expect(verdict(preserved({ kind: 'evidence' }))).toBe(null)
    expect(verdict(preserved({ obligors: ['o2'] }))).toBe(null)
    expect(verdict(preserved({ liftedOn: '2025-10-05' }))).toBe(null)
    const suit = { id: 'S1', obligors: ['o1'], filedOn: '2025-09-01' }
    expect(verdict(preserved({}, [suit]))).toBe(null)
  })

  it('is still to be had against another party to the agreement', () => {
    const { court } = preserved()
    expect(verdict(agreed([agreement({ obligors: ['o1', 'o2'] })], court))).toBe(null)
  })

  it('is refused for whom it names, as of the day of the application', () => {
    const { facts } = step('apply-payment-order', preserved({ obligors: ['o2'] })).view
    const on = (obligors: string[], by: string) => preservedAlready(facts, obligors, by).length
    expect(on(['o2'], '2025-09-20')).toBe(1)
    expect(on(['o2'], '2025-09-19')).toBe(0)
    expect(on(['o1'], '2025-09-20')).toBe(0)
  })
})

describe('the remedies under an agreement (第二十四条)', () => {
  it('that no court has confirmed: suit, and for money a payment order; enforcement of a notarised deed alone', () => {
    expect(refused(agreed([agreement()]))).toEqual(['enforcement', null, null])
    expect(refused(agreed([agreement()]), 'G1', { instrument: 'notarized' })).toEqual([null, null, null])
    expect(refused(agreed([agreement()]), 'G1', { instrument: 'confirmation' })).toEqual([
      'enforcement',
      null,
      null,
    ])
    expect(refused(agreed([agreement({ payments: [] })]))).toEqual(['enforcement', null, 'payment-order'])
    const { payments: _, ...bare } = agreement()
    expect(refused(agreed([bare]))).toEqual(['enforcement', null, 'payment-order'])
    expect(reason(agreed([agreement()]))).toContain('金钱给付也可以申请支付令')
    expect(reason(agreed([bare]))).not.toContain('支付令')
    expect(reason(agreed([agreement()]))).not.toContain('变更以前')
  })

  it('that a court has confirmed: enforcement', () => {
    expect(refused(agreed([agreement()], { confirmations: [ruled('confirmed')] }))).toEqual([
      null,
      'enforcement',
      'enforcement',
    ])
  })

  it('that is before the court: none, until it has ruled', () => {
    const none = ['confirmation', 'confirmation', 'confirmation']
    expect(refused(agreed([agreement()], { confirmations: [ruled(undefined)] }))).toEqual(none)
    expect(refused(agreed([agreement()], { confirmations: [ruled('withdrawn')] }))).toEqual([
      'enforcement',
      null,
      null,
    ])
  })

  it('that the court has refused: none, until the new round has failed, or for a reason of its own', () => {
    const court = { confirmations: [ruled('refused')] }
    expect(refused(agreed([agreement()], court))).toEqual(['new-round', 'new-round', 'new-round'])
    expect(refused(agreed([agreement()], court), 'G1', { overrideReason: '情况紧急' })).toEqual([
      'new-round',
      null,
      'new-round',
    ])
    const outcomes = [{ obligor: 'o1', kind: 'failed' as const, decidedOn: '2025-12-01' }]
    const failed = { ...agreed([agreement()], court), consultation: { rounds: [{ round: 2, outcomes }] } }
    expect(refused(failed)).toEqual(['new-round', null, 'new-round'])
    const first = { ...failed, consultation: { rounds: [{ round: 1, outcomes }] } }
    expect(refused(first)).toEqual(['new-round', 'new-round', 'new-round'])
    const other = [{ obligor: 'o2', kind: 'failed' as const, decidedOn: '2025-12-01' }]
    const two = agreed([agreement({ obligors: ['o1', 'o2'] })], court)
    expect(refused({ ...two, consultation: { rounds: [{ round: 2, outcomes: other }] } })[1]).toBeNull()
  })

  it('that changes a confirmed one: the former stays enforceable', () => {
    const amending = agreement({ id: 'G2', amends: 'G1', signedOn: '2025-12-01' })
    const court = { confirmations: [ruled('confirmed')] }
    const changed = agreed([agreement(), amending], court)
    expect(refused(changed, 'G2')).toEqual(['enforcement', null, null])
    expect(reason(changed, 'enforcement', 'G2')).toContain('变更以前的协议 G1 已经司法确认')
    expect(refused(changed, 'G1')).toEqual([null, 'enforcement', 'enforcement'])
  })

  it('whose change came to nothing: none under it, the title is the former', () => {
    const amending = agreement({ id: 'G2', amends: 'G1', signedOn: '2025-12-01', status: 'rescinded' })
    const given = agreed([agreement(), amending], { confirmations: [ruled('confirmed')] })
    expect(refused(given, 'G2')).toEqual(['enforcement', 'enforcement', 'enforcement'])
    expect(reason(given, 'suit', 'G2')).toContain('经司法确认的协议 G1')
  })
})

describe('the remedies under a judgment or a payment order', () => {
  const suit = { id: 'S1', obligors: ['o1'], effectiveOn: '2026-01-20', result: 'won' as const }
  const order = { id: 'Z1', obligors: ['o1'], appliedOn: '2026-01-05', effectiveOn: '2026-02-01' }

  it('are enforcement alone, once it is in effect', () => {
    const given: Given = { ...upToConclusion, court: { suits: [suit], paymentOrders: [order] } }
    for (const id of ['S1', 'Z1']) expect(refused(given, id)).toEqual([null, 'enforcement', 'enforcement'])
    const { effectiveOn: _, ...pending } = suit
    expect(refused({ ...upToConclusion, court: { suits: [pending] } }, 'S1')).toEqual([
      'enforcement',
      'enforcement',
      'enforcement',
    ])
    expect(refused(given, 'X9')).toEqual(['enforcement', 'enforcement', 'enforcement'])
  })

  it('are told with each breach on record', () => {
    const told = (given: Given) =>
      remediesOf(step('sue', given).view).map(({ breach, remedies: open }) => [
        breach.reference,
        open.map(({ remedy, refusedBy }) => [remedy, refusedBy.length]),
      ])
    const owing = { ...suit, payments: [{ ...payments[0], id: 'P2', dueOn: '2026-02-20', amount: '1.00' }] }
    expect(
      told(
        agreed([agreement()], {
          suits: [{ ...owing, obligors: ['o2'] }],
          paymentOrders: [{ ...order, obligors: ['o2'] }],
        }),
      ),
    ).toEqual([
      [
        'G1',
        [
          ['enforcement', 1],
          ['suit', 0],
          ['payment-order', 0],
        ],
      ],
      ['S1', [['enforcement', 0]]],
      ['Z1', [['enforcement', 0]]],
    ])
    expect(told(agreed([agreement({ payments: [] })]))).toEqual([])
    const amending = agreement({ id: 'G2', amends: 'G1', signedOn: '2025-12-01' })
    const changed = agreed([agreement(), amending], { confirmations: [ruled('confirmed')] })
    expect(told(changed).map(([reference]) => reference)).toEqual(['G2', 'G1'])
    expect(told({})).toEqual([])
  })

  it('lead to an action each', () => {
    expect(Object.values(remedies).map(({ action }) => action)).toEqual([
      'apply-enforcement',
      'sue',
      'apply-payment-order',
    ])
    expect(suitAfterRefusal({ id: 'G1', obligors: ['o1'] }, true)).toEqual([])
    expect(suitAfterRefusal({ id: 'G1', obligors: ['o1'] }, false)).toHaveLength(1)
  })
})
