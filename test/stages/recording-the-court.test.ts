import { describe, expect, it } from 'vitest'
import type { Confirmation, PaymentOrder, Preservation, Suit } from '../../src/core/facts/documents.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { type Given, step, upToConclusion, upToScreening } from '../support/step.ts'

const today = '2026-11-24'
type Court = NonNullable<Given['court']>
const inCourt = (court: Court, more: Given = {}): Given => ({ ...upToConclusion, court, ...more })
const terminated = (...obligors: string[]): Given => ({
  closing: { terminations: [{ obligors, ground: 'no-assets', decidedOn: '2025-06-15' }] },
})

describe('司法确认裁定 (第二十三条)', () => {
  const ruled = (...confirmations: Confirmation[]) => step('rule-confirmation', { court: { confirmations } })
  const applied = { agreement: 'G1', appliedOn: '2025-08-05' }

  it('is recorded until result and day are known; one that was withdrawn is over', () => {
    expect(ruled(applied).subjects).toEqual(['G1'])
    expect(ruled({ ...applied, result: 'confirmed' }).subjects).toEqual(['G1'])
    expect(ruled({ ...applied, ruledOn: '2025-09-20' }).subjects).toEqual(['G1'])
    expect(ruled({ ...applied, result: 'confirmed', ruledOn: '2025-09-20' }).subjects).toEqual([])
    expect(ruled({ ...applied, result: 'withdrawn' }).subjects).toEqual([])
    expect(ruled({ ...applied, result: 'withdrawn' }, applied).place('G1')).toBe('court.confirmations.1')
    expect(ruled({ ...applied, agreement: 'G2' }, applied).place('G1')).toBe('court.confirmations.1')
  })

  it('keeps the result that is known', () => {
    expect(ruled(applied).known('G1')).toEqual({ agreement: 'G1' })
    expect(ruled(applied).known('G9')).toEqual({ agreement: 'G9' })
    expect(ruled({ ...applied, result: 'refused' }).known('G1')).toEqual({
      agreement: 'G1',
      result: 'refused',
    })
    expect(ruled(applied).blocked('G1')).toEqual([])
  })

  it.each<[string, Record<string, unknown>, string[]]>([
    ['confirmed on a day', { result: 'confirmed', ruledOn: today }, []],
    ['confirmed without a day', { result: 'confirmed' }, ['confirmation ruledOn']],
    ['withdrawn', { result: 'withdrawn' }, []],
    ['not known', {}, []],
    ['refused on a day, for a reason', { result: 'refused', ruledOn: today, reason: '内容不明确' }, []],
    ['refused without a reason', { result: 'refused', ruledOn: today, reason: ' ' }, ['new-round reason']],
    ['refused without anything', { result: 'refused' }, ['confirmation ruledOn', 'new-round reason']],
  ])('%s', (_, item, expected) => {
    expect(ruled(applied).refused('G1', item)).toEqual(expected)
  })
})

describe('支付令', () => {
  const order = (more: Partial<PaymentOrder> = {}): PaymentOrder => ({
    id: 'Z1',
    agreement: 'G1',
    obligors: ['o1'],
    appliedOn: '2026-01-05',
    ...more,
  })
  const ordered = (...paymentOrders: PaymentOrder[]) =>
    step('record-payment-order', { court: { paymentOrders } })

  it('is followed until it is dismissed or lapses', () => {
    const all = ordered(
      order(),
      order({ id: 'Z2', result: 'effective' }),
      order({ id: 'Z3', result: 'lapsed' }),
      order({ id: 'Z4', result: 'dismissed' }),
      order({ id: 'Z5', result: 'withdrawn' }),
    )
    expect(all.subjects).toEqual(['Z1', 'Z2'])
    expect(all.place('Z2')).toBe('court.paymentOrders.1')
    expect(all.known('Z2')).toEqual({ id: 'Z2', appliedOn: '2026-01-05' })
    expect(all.known('Z9')).toEqual({ id: 'Z9' })
    expect(all.blocked('Z1')).toEqual([])
  })

  it.each<[string, Partial<PaymentOrder>, Record<string, unknown>, string[]]>([
    ['issued', {}, { issuedOn: '2026-01-10' }, []],
    ['effective on a day', {}, { result: 'effective', effectiveOn: '2026-02-01' }, []],
    ['effective without a day', {}, { result: 'effective' }, ['payment-order effectiveOn']],
    ['objected to', {}, { objectedOn: '2026-01-20' }, []],
    [
      'objected to and in effect on a day',
      {},
      { objectedOn: '2026-01-20', effectiveOn: '2026-02-01' },
      ['payment-order effectiveOn'],
    ],
    [
      'objected to before, and in effect',
      { objectedOn: '2026-01-20' },
      { result: 'effective', effectiveOn: '2026-02-01' },
      ['payment-order effectiveOn'],
    ],
    ['taken back by the office', {}, { result: 'withdrawn' }, []],
    ['objected to before, and lapsed', { objectedOn: '2026-01-20' }, { result: 'lapsed' }, []],
  ])('%s', (_, known, item, expected) => {
    expect(ordered(order(known)).refused('Z1', item)).toEqual(expected)
  })

  it('of no such number has no objection on record', () => {
    expect(ordered(order()).refused('Z9', { effectiveOn: '2026-02-01' })).toEqual([])
  })
})

describe('保全 (民事诉讼法第一百零四条)', () => {
  const taken = (more: Partial<Preservation> = {}): Preservation => ({
    kind: 'property',
    obligors: ['o1'],
    appliedOn: '2025-06-02',
    ...more,
  })

  it('is open from the initiation on, while something is asked of somebody', () => {
    expect(step('preserve', upToConclusion).subjects).toEqual([null])
    expect(step('preserve', upToScreening).subjects).toEqual([])
    expect(step('preserve', { ...upToScreening, investigation: {} }).subjects).toEqual([])
    expect(step('preserve', inCourt({}, terminated('o1'))).subjects).toEqual([null])
    expect(step('preserve', inCourt({}, terminated('o1', 'o2'))).subjects).toEqual([])
    expect(step('preserve').advised(null)).toBe(false)
    expect(step('preserve').blocked(null)).toEqual([])
  })

  it.each<[string, Given, string[]]>([
    ['all at first', inCourt({}), ['o1', 'o2']],
    ['the others afterwards', inCourt({ preservations: [taken()] }), ['o2']],
    [
      'all, where all are under one',
      inCourt({ preservations: [taken({ obligors: ['o1', 'o2'] })] }),
      ['o1', 'o2'],
    ],
    ['all, where it was lifted', inCourt({ preservations: [taken({ liftedOn: today })] }), ['o1', 'o2']],
    ['all, where it is of evidence', inCourt({ preservations: [taken({ kind: 'evidence' })] }), ['o1', 'o2']],
    [
      'all, where it names nobody',
      inCourt({ preservations: [{ kind: 'property', appliedOn: '2025-06-02' }] }),
      ['o1', 'o2'],
    ],
    [
      'all, where each is under one of his own',
      inCourt({ preservations: [taken(), taken({ obligors: ['o2'] })] }),
      ['o1', 'o2'],
    ],
    [
      'all, where one of them is under a second one',
      inCourt({ preservations: [taken({ obligors: ['o1', 'o2'] }), taken()] }),
      ['o1', 'o2'],
    ],
    ['not one at an end', inCourt({}, terminated('o1')), ['o2']],
  ])('is proposed against %s', (_, given, obligors) => {
    const { known, refused } = step('preserve', given)
    expect(known(null)).toEqual({ obligors, court: '南宁市中级人民法院', appliedOn: today })
    expect(refused(null)).toEqual([])
    for (const nobody of [[], undefined])
      expect(refused(null, { obligors: nobody })).toEqual(['preservation obligors'])
  })

  const recorded = (...preservations: Preservation[]) =>
    step('record-preservation', inCourt({ preservations }))
  const address = 'property/2025-06-02'

  it('is followed until it is lifted; its ruling is asked for', () => {
    const open = recorded(taken({ appliedOn: '2025-05-01', liftedOn: '2025-06-01' }), taken())
    expect(open.subjects).toEqual([address])
    expect(open.place(address)).toBe('court.preservations.1')
    expect(open.advised(address)).toBe(true)
    expect(open.blocked(address)).toEqual([])
    expect(recorded(taken({ grantedOn: '2025-06-03' })).advised(address)).toBe(false)
    expect(open.advised('property/2025-01-01')).toBe(true)
  })

  it('keeps what is known of it', () => {
    const known = { grantedOn: '2025-06-03', takenOn: '2025-06-04', until: '2026-06-03' }
    const same = { kind: 'property', appliedOn: '2025-06-02' }
    expect(recorded(taken(known)).known(address)).toEqual({ ...same, ...known })
    expect(recorded(taken()).known(address)).toEqual(same)
    expect(recorded(taken()).known('property/2025-01-01')).toEqual({})
  })

  it('that is renewed has a new end', () => {
    const renewed = { renewedOn: '2026-05-20' }
    const { refused } = recorded(taken({ until: '2026-06-03' }))
    expect(refused(address)).toEqual([])
    expect(refused(address, { ...renewed, until: '2027-06-03' })).toEqual([])
    expect(refused(address, renewed)).toEqual(['preservation until'])
    expect(refused(address, { ...renewed, until: undefined })).toEqual(['preservation until'])
    const again = recorded(taken({ ...renewed, until: '2027-06-03' }))
    expect(again.refused(address, renewed)).toEqual([])
    expect(recorded(taken()).refused('property/2025-01-01', renewed)).toEqual(['preservation until'])
    expect(recorded(taken()).refused('property/2025-01-01', { ...renewed, until: today })).toEqual([])
  })
})

describe('裁判送达', () => {
  const judged = (more: Partial<Suit> = {}): Suit => ({
    id: 'S1',
    obligors: ['o1'],
    judgedOn: '2026-01-05',
    result: 'lost',
    ...more,
  })
  const served = (...suits: Suit[]) => step('serve-judgment', inCourt({ suits }))

  it('is of a judgment that can be appealed and is not in effect', () => {
    expect(served(judged()).subjects).toEqual(['S1'])
    expect(served(judged({ effectiveOn: today })).subjects).toEqual([])
    expect(served(judged({ result: 'mediated' })).subjects).toEqual([])
    expect(served({ id: 'S1', obligors: ['o1'] }).subjects).toEqual([])
    expect(served(judged()).advised('S1')).toBe(true)
    expect(served(judged({ servedOn: '2026-01-08' })).advised('S1')).toBe(false)
    expect(served(judged()).advised('S9')).toBe(true)
    expect(served(judged({ id: 'S2' }), judged()).place('S1')).toBe('court.suits.1')
    expect(served(judged()).blocked('S1')).toEqual([])
  })

  it('keeps the days that are known', () => {
    const same = { id: 'S1', obligors: ['o1'] }
    expect(served(judged()).known('S1')).toEqual({ ...same, servedOn: today })
    const known = { servedOn: '2026-01-08', services: [{ obligor: 'o1', servedOn: '2026-01-09' }] }
    expect(served(judged(known)).known('S1')).toEqual({ ...same, ...known })
    expect(served(judged()).known('S9')).toEqual({})
  })

  it('on a stranger to the suit is refused', () => {
    const services = (...ids: string[]) => ({
      services: ids.map((obligor) => ({ obligor, servedOn: today })),
    })
    const { refused, reasons } = served(judged())
    expect(refused('S1', services('o1'))).toEqual([])
    expect(refused('S1', { services: undefined })).toEqual([])
    expect(refused('S1', services('o1', 'o2'))).toEqual(['appeal services'])
    expect(reasons('S1', services('o1', 'o2', 'o3'))).toBe('郑某、o3不是诉讼 S1 的被告')
    expect(refused('S9', services('o1'))).toEqual(['appeal services'])
  })
})

describe('强制执行的进展', () => {
  it('is recorded of each application with a number, until it is over', () => {
    const enforcements = [
      { instrument: 'confirmation' as const },
      { id: 'F1', instrument: 'judgment' as const, concludedOn: '2026-05-01' },
      { id: 'F2', instrument: 'payment-order' as const },
    ]
    const running = step('record-enforcement', inCourt({ enforcements }))
    expect(running.subjects).toEqual(['F2'])
    expect(running.place('F2')).toBe('court.enforcements.2')
    expect(running.known('F2')).toEqual({ id: 'F2', instrument: 'payment-order' })
    expect(running.known('F9')).toEqual({ id: 'F9' })
    expect(running.blocked('F2')).toEqual([])
  })
})

describe('向法院报送评估材料 (第三十条)', () => {
  const [project] = sampleDocuments().restoration?.projects ?? []
  const { sentToCourtOn: _, ...unsent } = project ?? { id: 'R1' }
  const sent = (court: Court, ...projects: (typeof unsent)[]) =>
    step('send-to-court', { court, restoration: { projects } })
  const { court = {} } = sampleDocuments()

  it('is owed of what was accepted under a confirmed agreement or a judgment, once', () => {
    expect(step('send-to-court').subjects).toEqual([])
    expect(sent(court, unsent).subjects).toEqual(['R1'])
    expect(sent({}, unsent).subjects).toEqual([])
    const { agreement: _agreement, ...loose } = unsent
    expect(sent({}, { ...loose, suit: 'S1' }).subjects).toEqual(['R1'])
    expect(sent(court, { ...unsent, evaluations: [] }).subjects).toEqual([])
    expect(sent(court, { ...unsent, id: 'R0', evaluations: [] }, unsent).place('R1')).toBe(
      'restoration.projects.1',
    )
    expect(sent(court, unsent).known('R1')).toEqual({ id: 'R1', sentToCourtOn: today })
    expect(sent(court, unsent).blocked('R1')).toEqual([])
  })
})
