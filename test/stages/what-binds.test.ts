import { describe, expect, it } from 'vitest'
import type { Agreement, Payment, PaymentOrder, Suit } from '../../src/core/facts/documents.ts'
import { nextIdOfKind, roundIndex, suitIndex, suitOf } from '../../src/core/stages/addresses.ts'
import { bindingOn, bindingReferences, boundBy } from '../../src/core/stages/binding.ts'
import { droppedInstalments } from '../../src/core/stages/dropped-instalments.ts'
import { flagsOf } from '../../src/core/stages/flags.ts'
import { majorProposals } from '../../src/core/stages/major.ts'
import { firstOfficer, handlersOn, officerNames } from '../../src/core/stages/officers.ts'
import { takenInstalments } from '../../src/core/stages/taken-instalments.ts'
import { type Given, step, upToConclusion } from '../support/step.ts'

const today = '2026-11-24'
const viewOf = (given: Given = {}) => step('sue', given).view
const factsOf = (given: Given = {}) => viewOf(given).facts

const agreement = (more: Partial<Agreement> = {}): Agreement => ({
  id: 'G1',
  round: 1,
  obligors: ['o1'],
  signedOn: '2025-07-24',
  ...more,
})
const suit = (more: Partial<Suit> = {}): Suit => ({
  id: 'S1',
  obligors: ['o1', 'o2'],
  judgedOn: '2026-01-05',
  effectiveOn: '2026-01-20',
  result: 'won',
  ...more,
})
const order: PaymentOrder = {
  id: 'Z1',
  agreement: 'G1',
  obligors: ['o2'],
  appliedOn: '2026-02-02',
  effectiveOn: '2026-03-02',
}
const held = (agreements: Agreement[], court: Given['court'] = {}): Given => ({
  ...upToConclusion,
  agreements: { agreements },
  court,
})

describe('what binds now', () => {
  it('is what was signed and not refused, and what was adjudged with effect', () => {
    const references = (given: Given) => bindingReferences(factsOf(given))
    expect(references(held([agreement()], { suits: [suit()] }))).toEqual(['G1', 'S1'])
    expect(references(held([{ id: 'G1', obligors: ['o1'] }]))).toEqual([])
    expect(references(held([agreement({ status: 'rescinded' })]))).toEqual([])
    const ruled = (result: 'confirmed' | 'refused') => ({ confirmations: [{ agreement: 'G1', result }] })
    expect(references(held([agreement()], ruled('refused')))).toEqual([])
    expect(references(held([agreement()], ruled('confirmed')))).toEqual(['G1'])
    const pending = { id: 'S1', obligors: ['o1'], filedOn: '2025-09-01' }
    expect(references(held([], { suits: [pending, suit({ id: 'S2' })] }))).toEqual(['S2'])
    expect(references(held([], { suits: [suit({ result: 'lost' })] }))).toEqual([])
  })

  it('binds from a day, and binds some', () => {
    const facts = factsOf(
      held([agreement(), agreement({ id: 'G2', obligors: ['o2'], signedOn: '2025-08-01' })], {
        suits: [suit({ results: [{ obligor: 'o2', result: 'lost' }] })],
        paymentOrders: [order],
      }),
    )
    const ids = ['G1', 'G2', 'S1', 'Z1', 'X9']
    expect(ids.map((id) => bindingOn(facts, id))).toEqual([
      '2025-07-24',
      '2025-08-01',
      '2026-01-20',
      '2026-03-02',
      undefined,
    ])
    expect(ids.map((id) => boundBy(facts, id))).toEqual([['o1'], ['o2'], ['o1'], ['o2'], []])
    const { obligors: _, ...nameless } = order
    expect(boundBy(factsOf(held([], { paymentOrders: [nameless] })), 'Z1')).toEqual([])
  })
})

describe('addresses', () => {
  it('find a suit and a round, or where the next one will stand', () => {
    const facts = factsOf({
      ...held([], { suits: [suit(), suit({ id: 'S2' })] }),
      consultation: { rounds: [{ round: 2 }, { round: 1 }] },
    })
    expect([suitIndex(facts, 'S2'), suitIndex(facts, 'S9')]).toEqual([1, -1])
    expect([suitOf(facts, 'S2')?.id, suitOf(facts, 'S9')]).toEqual(['S2', undefined])
    // By the order of the file, not by that of the rounds.
    expect([roundIndex(facts, 1), roundIndex(facts, 2), roundIndex(facts, 3)]).toEqual([1, 0, 2])
    expect(roundIndex(factsOf(upToConclusion), 1)).toBe(0)
  })

  it('are numbered on from the highest of their kind', () => {
    const next = (...ids: string[]) =>
      nextIdOfKind(
        'A',
        ids.map((id) => ({ id })),
      )
    expect(next()).toBe('A1')
    expect(next('A1', 'A3')).toBe('A4')
    expect(next('A3', 'A1')).toBe('A4')
    expect(next('B7', '8')).toBe('A1')
    expect(next('A2', 'A9x', 'A2.5')).toBe('A3')
    expect(next('A10', 'A9')).toBe('A11')
  })
})

describe('the numbers of instalments', () => {
  const payments = [{ id: 'P1', dueOn: '2026-01-31', amount: '1.00' }]
  const facts = factsOf(held([agreement({ payments })]))

  it('are not those of what another agreement asks', () => {
    const [own] = facts.agreements
    expect(takenInstalments(facts, payments, undefined, 'agreement')).toMatchObject([
      { matter: 'agreement', key: 'payments', contradiction: true },
    ])
    expect(takenInstalments(facts, payments, undefined, 'agreement')[0]?.reason).toContain('P1 已经用于 G1')
    expect(takenInstalments(facts, payments, own, 'agreement')).toEqual([])
    expect(
      takenInstalments(
        facts,
        [{ ...payments[0], id: 'P2', dueOn: today, amount: '1.00' }],
        undefined,
        'agreement',
      ),
    ).toEqual([])
    expect(takenInstalments(facts, undefined, undefined, 'agreement')).toEqual([])
  })

  it('on which something was paid are kept', () => {
    const paid = (id: string, more: Partial<Payment> = {}): Payment => ({
      id,
      amount: '1.00',
      paidOn: today,
      destination: 'treasury',
      ...more,
    })
    const dropped = (...all: Payment[]) =>
      droppedInstalments(payments, all, '变更后的协议', 'agreement').map(({ key, reason }) => [key, reason])
    expect(dropped(paid('P1'))).toEqual([])
    expect(dropped(paid('P2'), paid('P2'))).toEqual([
      ['payments', '款项 P2 已经付过款，变更后的协议应当保留该款项'],
    ])
    expect(dropped(paid('Y1', { creditedTo: 'P1' }))).toEqual([])
    expect(dropped(paid('P1', { creditedTo: 'P3' }))).toHaveLength(1)
    expect(droppedInstalments(undefined, [paid('P1')], '裁判', 'enforcement')).toHaveLength(1)
  })
})

describe('what runs beside the stage', () => {
  const flags = (given: Given, day = today) => flagsOf(step('sue', given, day).view)
  const two = [agreement(), agreement({ id: 'G2', obligors: ['o2'] })]
  type Result = 'applied' | 'confirmed' | 'refused'
  const ruled = (...results: Result[]) =>
    held(two, {
      confirmations: results.map((result, index) => ({
        agreement: `G${index + 1}`,
        appliedOn: '2025-08-05',
        ...(result !== 'applied' && { result }),
      })),
    })

  it.each<[Result[], Result | null]>([
    [[], null],
    [['applied'], 'applied'],
    [['confirmed'], 'confirmed'],
    [['refused'], 'refused'],
    [['confirmed', 'applied'], 'applied'],
    [['applied', 'refused'], 'refused'],
    [['confirmed', 'confirmed'], 'confirmed'],
  ])('confirmations %j: the least advanced, %s', (results, expected) => {
    expect(flags(ruled(...results)).confirmation).toBe(expected)
  })

  it('are enforcement, an early restoration, an appraisal under way, and a major case', () => {
    const none = {
      confirmation: null,
      enforcement: false,
      preAgreementRestoration: false,
      investigationSuspended: false,
      major: false,
    }
    expect(flags(upToConclusion)).toEqual(none)
    expect(flags({ ...upToConclusion, supervision: { major: { grounds: [] } } })).toEqual(none)
    expect(flags({ ...upToConclusion, supervision: { major: {} } })).toEqual(none)
    const major = { ...upToConclusion, supervision: { major: { grounds: ['inspection-typical'] } } }
    expect(flags(major)).toEqual({ ...none, major: true })
    const enforced = { ...upToConclusion, court: { enforcements: [{ instrument: 'judgment' as const }] } }
    expect(flags(enforced)).toEqual({ ...none, enforcement: true })
    const preAgreement = { damageConfirmedOn: '2025-05-21', consentedOn: '2025-05-22' }
    const early = { ...upToConclusion, restoration: { projects: [], preAgreement } }
    expect(flags(early)).toEqual({ ...none, preAgreementRestoration: true })
    const running: Given = {
      ...upToConclusion,
      investigation: { initiation: { initiatedOn: '2025-03-06' } },
      appraisals: { appraisals: [{ id: 'A1', kind: 'forensic-opinion', commissionedOn: '2025-03-12' }] },
    }
    expect(flags(running, '2025-03-20')).toEqual({ ...none, investigationSuspended: true })
  })
})

describe('what the facts propose', () => {
  it('is a kind of major case, by what points to it', () => {
    const { clue, damage } = factsOf().case
    const proposals = (file: Given['case']) =>
      majorProposals(viewOf({ ...(file && { case: file }) })).map(({ ground, by }) => [ground.code, by])
    expect(proposals({})).toEqual([])
    expect(proposals({ clue: { ...clue, channel: 'inspection' } })).toEqual([
      ['inspection-typical', 'channel'],
    ])
    expect(proposals({ damage: { ...damage, incidentGrade: 'larger' } })).toEqual([
      ['larger-incident', 'incidentGrade'],
    ])
    expect(proposals({ damage: { ...damage, incidentGrade: 'general' } })).toEqual([])
    expect(proposals({ damage: { ...damage, ecologicalGrade: 'major' } })).toEqual([
      ['major-ecological', 'ecologicalGrade'],
    ])
  })

  it('is the officers of the case, the first of whom decides', () => {
    const view = viewOf()
    const second = { ...view.facts.case.officers?.[0], name: '秦某' }
    const two = viewOf({ case: { officers: [...(view.facts.case.officers ?? []), second] } })
    expect(officerNames(two)).toEqual(['罗某', '秦某'])
    expect(firstOfficer(two)).toEqual({ by: '罗某' })
    expect(handlersOn(two)).toEqual([
      { name: '罗某', date: today },
      { name: '秦某', date: today },
    ])
    const nobody = viewOf({ case: { officers: [] } })
    expect([officerNames(nobody), firstOfficer(nobody)]).toEqual([[], {}])
  })
})
