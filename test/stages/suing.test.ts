import { describe, expect, it } from 'vitest'
import type { Agreement, PaymentOrder, Round, Suit } from '../../src/core/facts/documents.ts'
import { type Given, step, upToConclusion, upToMeetings } from '../support/step.ts'

const today = '2026-11-24'
const agrees = (obligor: string) => ({ obligor, repliedOn: '2025-06-03', agrees: true })
const failing = (obligor: string, ground?: string) => ({
  obligor,
  kind: 'failed' as const,
  decidedOn: '2025-07-01',
  ...(ground && { ground }),
})

const inRounds = (...rounds: Round[]): Given => ({ ...upToMeetings, consultation: { rounds } })
/** The sample case after consultation has failed with these. */
const failed = (...obligors: string[]): Given =>
  inRounds({ round: 1, replies: [agrees('o1'), agrees('o2')], outcomes: obligors.map((id) => failing(id)) })

/** The sample case with an agreement of o1 alone, not before the court and not performed. */
const agreed = (more: Partial<Agreement> = {}, court: Given['court'] = {}): Given => ({
  ...inRounds({ round: 1, replies: [agrees('o1'), agrees('o2')] }),
  agreements: {
    agreements: [
      {
        id: 'G1',
        round: 1,
        obligors: ['o1'],
        signedOn: '2025-07-24',
        payments: [{ id: 'P1', obligor: 'o1', dueOn: '2025-08-20', amount: '100.00' }],
        ...more,
      },
    ],
  },
  court,
})
const terminated = (...obligors: string[]): Given => ({
  closing: { terminations: [{ obligors, ground: 'no-assets', decidedOn: '2025-06-15' }] },
})
const rescinded: Partial<Agreement> = { status: 'rescinded', rescindedOn: '2025-08-01' }
const suit = (more: Partial<Suit> = {}): Suit => ({
  id: 'S1',
  obligors: ['o1'],
  filedOn: '2025-08-01',
  ...more,
})
const sue = (given: Given) => step('sue', given)

describe('提起诉讼: against whom', () => {
  const lost = { judgedOn: '2026-01-05', effectiveOn: '2026-01-20', result: 'lost' } as const
  const won = { ...lost, result: 'won' } as const

  it.each<[string, Given, string[]]>([
    ['nobody before any consultation', upToConclusion, []],
    ['those who were in a round', failed('o1'), ['o1', 'o2']],
    ['those alone who were in a round', inRounds({ round: 1, replies: [agrees('o2')] }), ['o2']],
    ['not one at an end', { ...failed('o1'), ...terminated('o1') }, ['o2']],
    ['not one who is sued', { ...failed('o1'), court: { suits: [suit()] } }, ['o2']],
    ['not one who was judged', { ...failed('o1'), court: { suits: [suit(won)] } }, ['o2']],
    ['not one against whom the claim was lost', { ...failed('o1'), court: { suits: [suit(lost)] } }, ['o2']],
    [
      'again one against whom a suit was withdrawn',
      { ...failed('o1'), court: { suits: [suit({ result: 'withdrawn' })] } },
      ['o1', 'o2'],
    ],
    [
      'not one sued over all that was broken',
      agreed({}, { suits: [suit({ agreement: 'G1', filedOn: today })] }),
      ['o2'],
    ],
    [
      'again one sued over a part, over the part that is broken since',
      agreed(
        {
          payments: ['2025-08-20', '2026-01-31'].map((dueOn, index) => ({
            id: `P${index + 1}`,
            dueOn,
            amount: '1.00',
          })),
        },
        { suits: [suit({ agreement: 'G1', filedOn: '2025-10-01' })] },
      ),
      ['o1', 'o2'],
    ],
    [
      'not one who is sued over something else besides',
      agreed(
        {
          payments: ['2025-08-20', '2026-01-31'].map((dueOn, index) => ({
            id: `P${index + 1}`,
            dueOn,
            amount: '1.00',
          })),
        },
        { suits: [suit({ agreement: 'G1', filedOn: '2025-10-01' }), suit({ id: 'S2' })] },
      ),
      ['o2'],
    ],
  ])('%s', (_, given, subjects) => {
    expect(sue(given).subjects).toEqual(subjects)
  })
})

describe('提起诉讼: when', () => {
  const noConclusion: Given = { investigation: { initiation: { initiatedOn: '2025-03-06' } } }

  it('without an agreement, once the last round has failed, after the conclusion', () => {
    expect(sue(failed('o1')).blocked('o1')).toEqual([])
    expect(sue(failed('o1')).blocked('o2')).toEqual(['suit'])
    expect(sue({ ...failed('o1'), ...noConclusion }).blocked('o1')).toEqual(['investigation-conclusion'])
    expect(sue({ ...failed('o1'), investigation: undefined }).blocked('o2')).toEqual([
      'suit',
      'investigation-conclusion',
    ])
    const again = { round: 2, replies: [agrees('o1')] }
    expect(sue(inRounds({ round: 1, outcomes: [failing('o1')] }, again)).blocked('o1')).toEqual(['suit'])
    const failedAgain = { round: 2, outcomes: [failing('o1')] }
    const twice = inRounds({ round: 1, replies: [agrees('o1')] }, failedAgain)
    expect(sue(twice).blocked('o1')).toEqual([])
    const others = inRounds({ round: 1, outcomes: [failing('o1')] }, { round: 2, replies: [agrees('o2')] })
    expect(sue(others).blocked('o1')).toEqual([])
    expect(sue(upToConclusion).blocked('o1')).toEqual(['suit'])
  })

  it('after the agreement was rescinded, without a new failure', () => {
    expect(sue(agreed(rescinded)).blocked('o1')).toEqual([])
    expect(sue({ ...agreed(rescinded), ...noConclusion }).blocked('o1')).toEqual(['investigation-conclusion'])
    expect(sue(agreed(rescinded)).blocked('o2')).toEqual(['suit'])
    const [first] = agreed(rescinded).agreements?.agreements ?? []
    const payments = [{ id: 'P2', dueOn: '2027-08-20', amount: '100.00' }]
    const kept = { id: 'G2', round: 1, obligors: ['o1'], signedOn: '2025-09-01', payments }
    const replaced = sue({ ...agreed(), agreements: { agreements: [...(first ? [first] : []), kept] } })
    expect(replaced.blocked('o1')).toEqual(['breach-suit'])
  })

  it('of an agreement that binds, once it is broken', () => {
    expect(sue(agreed()).blocked('o1')).toEqual([])
    const kept = agreed({ payments: [{ id: 'P1', obligor: 'o1', dueOn: '2027-08-20', amount: '100.00' }] })
    expect(sue(kept).blocked('o1')).toEqual(['breach-suit'])
    const ofOther = { ...agreed({ obligors: ['o1', 'o2'] }) }
    expect(sue(ofOther).blocked('o2')).toEqual(['breach-suit'])
  })

  it('not of one that a court has confirmed, or may confirm yet', () => {
    const applied = { agreement: 'G1', appliedOn: '2025-08-05' }
    expect(sue(agreed({}, { confirmations: [applied] })).blocked('o1')).toEqual(['confirmation'])
    const confirmed = { ...applied, ruledOn: '2025-09-20', result: 'confirmed' as const }
    expect(sue(agreed({}, { confirmations: [confirmed] })).blocked('o1')).toEqual(['enforcement'])
  })

  it('after a refused confirmation once the new round has failed too, or for a reason of its own', () => {
    const refused = {
      confirmations: [{ agreement: 'G1', ruledOn: '2025-09-20', result: 'refused' as const }],
    }
    const waiting = sue(agreed({}, refused))
    expect(waiting.blocked('o1')).toEqual(['new-round'])
    expect(waiting.blocked('o1', { overrideReason: ' ' })).toEqual(['new-round'])
    expect(waiting.blocked('o1', { overrideReason: '情况紧急' })).toEqual([])
    const newRound = inRounds({ round: 1, replies: [agrees('o1')] }, { round: 2, outcomes: [failing('o1')] })
    expect(sue({ ...agreed({}, refused), consultation: newRound.consultation }).blocked('o1')).toEqual([])
  })

  it('not for money of which a payment order is in effect', () => {
    const order: PaymentOrder = { id: 'Z1', agreement: 'G1', obligors: ['o1'], appliedOn: '2025-09-01' }
    const ordered = (more: Partial<PaymentOrder>) => agreed({}, { paymentOrders: [{ ...order, ...more }] })
    expect(sue(ordered({ effectiveOn: '2025-10-01' })).blocked('o1')).toEqual(['payment-order'])
    expect(sue(ordered({})).blocked('o1')).toEqual([])
    expect(sue(ordered({ effectiveOn: '2025-10-01', result: 'lapsed' })).blocked('o1')).toEqual([])
  })
})

describe('提起诉讼: what is proposed', () => {
  const court = '南宁市中级人民法院'
  const base = { id: 'S1', obligors: ['o1'], court, filedOn: today }

  it('after a failed consultation: its ground', () => {
    const grounded = (...grounds: (string | undefined)[]) =>
      sue(
        inRounds(
          ...grounds.map((ground, index) => ({ round: index + 1, outcomes: [failing('o1', ground)] })),
        ),
      ).known('o1')
    expect(grounded(undefined)).toEqual({ ...base, reason: '磋商未达成一致' })
    expect(grounded('three-meetings').reason).toBe('磋商未达成一致：三次磋商仍未达成一致意见')
    expect(grounded('undeliverable').reason).toBe(
      '磋商未达成一致：采用民事诉讼法规定的除公告送达以外的方式，均无法向赔偿义务人送达磋商告知书',
    )
    expect(grounded('three-meetings', 'detained').reason).toBe(grounded('detained').reason)
    expect(grounded('detained', undefined).reason).toBe(grounded('detained').reason)
  })

  it('after a rescission: the agreement that was rescinded', () => {
    expect(sue(agreed(rescinded)).known('o1')).toEqual({ ...base, reason: '赔偿协议 G1 已经解除' })
    const later = inRounds({ round: 1, replies: [agrees('o1')] }, { round: 2, replies: [agrees('o1')] })
    expect(sue({ ...agreed(rescinded), consultation: later.consultation }).known('o1')).toMatchObject({
      reason: '赔偿协议 G1 已经解除',
    })
    expect(sue(agreed(rescinded)).known('o2')).toMatchObject({ reason: '磋商未达成一致' })
    const [first] = agreed(rescinded).agreements?.agreements ?? []
    const two = {
      agreements: first ? [first, { ...first, id: 'G2' }, { ...first, id: 'G3', obligors: ['o2'] }] : [],
    }
    expect(sue({ ...agreed(), agreements: two }).known('o1')).toMatchObject({
      reason: '赔偿协议 G2 已经解除',
    })
  })

  it('of a breach: what was due of this obligor', () => {
    expect(sue(agreed()).known('o1')).toEqual({
      ...base,
      reason: '违反未经司法确认的赔偿协议 G1',
      agreement: 'G1',
      debts: ['money'],
      instalments: ['P1'],
    })
    const kept = agreed({ payments: [{ id: 'P1', dueOn: '2027-08-20', amount: '100.00' }] })
    expect(sue(kept).known('o1')).toEqual({
      ...base,
      reason: '违反未经司法确认的赔偿协议 G1',
      agreement: 'G1',
    })
    const work = agreed({ payments: [], restoration: { mode: 'in-situ', completeBy: '2025-12-31' } })
    expect(sue(work).known('o1')).toMatchObject({ debts: ['work'] })
    expect(sue(work).known('o1')).not.toHaveProperty('instalments')
    const second = agreed({}, { suits: [suit({ obligors: ['o2'] })] })
    expect(sue(second).known('o1')).toMatchObject({ id: 'S2' })
  })
})

describe('提起诉讼: with whom together', () => {
  it('is against whom it is for, and others with whom it has failed too', () => {
    const both = sue(failed('o1', 'o2'))
    expect(both.refused('o1', { obligors: ['o1', 'o2'] })).toEqual([])
    expect(both.refused('o1', { obligors: ['o2'] })).toEqual(['suit obligors'])
    expect(both.refused('o1', { obligors: undefined })).toEqual(['suit obligors'])
    expect(both.refused('o1', { obligors: ['o1', 'o9'] })).toEqual(['suit obligors'])
    expect(both.reasons('o1', { obligors: ['o1', 'o8', 'o9'] })).toMatch(/^o8、o9没有经过磋商/)
    const one = sue(failed('o1'))
    expect(one.refused('o1', { obligors: ['o1', 'o2'] })).toEqual(['suit obligors'])
    expect(one.reasons('o1', { obligors: ['o1', 'o2'] })).toMatch(/^与郑某的磋商尚未认定/)
    expect(
      sue({ ...failed('o1', 'o2'), ...terminated('o2') }).refused('o1', { obligors: ['o1', 'o2'] }),
    ).toEqual(['suit obligors'])
  })

  it('needs a reason of its own where the court has refused the agreement of another', () => {
    const given = agreed(
      { obligors: ['o2'] },
      { confirmations: [{ agreement: 'G1', ruledOn: '2025-09-20', result: 'refused' }] },
    )
    const { refused } = sue({ ...given, consultation: failed('o1').consultation })
    expect(refused('o1', { obligors: ['o1', 'o2'] })).toEqual(['new-round obligors'])
    expect(refused('o1', { obligors: ['o1', 'o2'], overrideReason: '情况紧急' })).toEqual([])
  })
})
