import { describe, expect, it } from 'vitest'
import type { Suit } from '../../src/core/facts/documents.ts'
import { type Step, step, upToMeetings } from '../support/step.ts'

const filed: Suit = { id: 'S1', obligors: ['o1'], filedOn: '2025-07-01' }
const judged: Suit = { ...filed, judgedOn: '2025-10-08', result: 'won' }
const effective: Suit = { ...judged, effectiveOn: '2025-10-24' }
const appealed = { by: 'o1', on: '2025-10-14' }
const upheld = { ...appealed, judgedOn: '2025-12-02', result: 'upheld' as const }

/** An action in the sample case after these suits, of which another stands before them. */
function inCourt(id: string, suits: Suit[], today?: string): Step {
  const other: Suit = { id: 'S0', obligors: ['o2'], filedOn: '2025-07-01' }
  return step(id, { ...upToMeetings, court: { suits: [other, ...suits] } }, today)
}

describe('上诉', () => {
  it.each<[string, boolean, Suit]>([
    ['filed', false, filed],
    ['judged', true, judged],
    ['judged, of which nobody says how', true, { ...filed, judgedOn: '2025-10-08' }],
    ['in effect', false, effective],
    ['settled in court', false, { ...judged, result: 'mediated' }],
    ['withdrawn', false, { ...judged, result: 'withdrawn' }],
    ['appealed', true, { ...judged, appeal: appealed }],
    ['decided by the second instance', false, { ...judged, appeal: upheld }],
  ])('of a suit %s: %s', (_, offered, suit) => {
    expect(inCourt('appeal', [suit]).subjects).toStrictEqual(offered ? ['S1'] : [])
  })

  const appeal = inCourt('appeal', [judged], '2025-10-14')
  const again = inCourt('appeal', [{ ...judged, appeal: appealed }], '2025-10-20')

  it('is the choice of a party, and nothing blocks it', () => {
    expect(appeal.advised('S1')).toBe(false)
    expect(appeal.blocked('S1')).toStrictEqual([])
    expect(appeal.place('S1')).toBe('court.suits.1.appeal')
  })

  it('is of the claimant or of a defendant', () => {
    expect(appeal.choices('S1', 'by')).toStrictEqual(['obligee', 'o1'])
    expect(appeal.labels('S1', 'by')).toStrictEqual(['赔偿权利人一方', '某造纸有限公司'])
    expect(appeal.refused('S1', { by: 'o1' })).toStrictEqual([])
    expect(appeal.refused('S1', { by: 'obligee' })).toStrictEqual([])
    expect(appeal.refused('S1', { by: 'o2' })).toStrictEqual(['appeal by'])
    expect(appeal.refused('S1')).toStrictEqual(['appeal by'])
    expect(appeal.reasons('S1')).toBe('“上诉人”应为 赔偿权利人一方、某造纸有限公司 之一')
  })

  it('is of today; what is on record is proposed until it is decided', () => {
    expect(appeal.known('S1')).toStrictEqual({ on: '2025-10-14' })
    expect(again.known('S1')).toStrictEqual({ by: 'o1', on: '2025-10-14' })
  })

  it('moves aside for that of another party, and for none of the same', () => {
    expect(appeal.also('S1', { by: 'o1' })).toStrictEqual({})
    expect(again.also('S1')).toStrictEqual({})
    expect(again.also('S1', { by: 'obligee' })).toStrictEqual({
      'suits.1.otherAppeals+': { by: 'o1', on: '2025-10-14' },
    })
  })

  it('is recorded once of each party', () => {
    const byOther = { ...judged, obligors: ['o1', 'o2'], appeal: { by: 'o2', on: '2025-10-15' } }
    const otherAppeals = [{ by: 'o3', on: '2025-10-13' }, appealed]
    const both = inCourt('appeal', [{ ...byOther, obligors: ['o1', 'o2', 'o3'], otherAppeals }])
    expect(both.refused('S1', { by: 'o1' })).toStrictEqual(['appeal by'])
    expect(both.refused('S1', { by: 'obligee' })).toStrictEqual([])
    expect(both.refused('S1')).toStrictEqual([])
  })

  it('is decided on a day with a result', () => {
    expect(again.refused('S1', { judgedOn: '2025-12-02', result: 'upheld' })).toStrictEqual([])
    expect(again.refused('S1', { judgedOn: '2025-12-02' })).toStrictEqual(['appeal result'])
    expect(again.refused('S1', { result: 'upheld' })).toStrictEqual(['appeal judgedOn'])
  })
})

describe('申请再审', () => {
  const applied = { appliedOn: '2025-12-01' }

  it.each<[string, boolean, Suit]>([
    ['judged', false, judged],
    ['in effect', true, effective],
    ['withdrawn', false, { ...effective, result: 'withdrawn' }],
    ['decided by the second instance, the day of effect unsaid', true, { ...judged, appeal: upheld }],
    ['for whose retrial was applied', true, { ...effective, retrial: applied }],
    ['whose retrial was refused', false, { ...effective, retrial: { ...applied, result: 'dismissed' } }],
  ])('of a suit %s: %s', (_, offered, suit) => {
    expect(inCourt('apply-retrial', [suit]).subjects).toStrictEqual(offered ? ['S1'] : [])
  })

  it('is of today, or of the day on record', () => {
    const retrial = inCourt('apply-retrial', [effective], '2025-12-08')
    expect(retrial.known('S1')).toStrictEqual({ appliedOn: '2025-12-08' })
    expect(retrial.advised('S1')).toBe(false)
    expect(retrial.blocked('S1')).toStrictEqual([])
    expect(retrial.place('S1')).toBe('court.suits.1.retrial')
    const again = inCourt('apply-retrial', [{ ...effective, retrial: applied }], '2025-12-08')
    expect(again.known('S1')).toStrictEqual(applied)
  })

  it.each([
    [{}, []],
    [{ ruledOn: '2026-02-02', result: 'ordered' }, []],
    [{ ruledOn: '2026-02-02' }, ['retrial result']],
    [{ result: 'ordered' }, ['retrial ruledOn']],
    [{ result: 'withdrawn' }, []],
    [{ ruledOn: '2026-02-02', result: 'withdrawn' }, []],
  ])('with %j is refused for %j', (item, expected) => {
    expect(inCourt('apply-retrial', [effective]).refused('S1', item)).toStrictEqual(expected)
  })
})
