import { describe, expect, it } from 'vitest'
import type { Agreement, Suit } from '../../src/core/facts/documents.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import { type Given, step, upToAgreement, upToConclusion, upToScreening } from '../support/step.ts'

const today = '2026-11-24'
const terminated = (...obligors: string[]): Given => ({
  closing: { terminations: [{ obligors, ground: 'no-assets', decidedOn: '2025-06-15' }] },
})
const agreed = (more: Partial<Agreement> = {}): Given => ({
  ...upToAgreement,
  agreements: { agreements: [{ id: 'G1', round: 1, obligors: ['o1'], signedOn: '2025-07-24', ...more }] },
})
const confirmed = (result: 'confirmed' | 'refused'): Given => ({
  court: { confirmations: [{ agreement: 'G1', ruledOn: '2025-09-20', result }] },
})
const sued = (more: Partial<Suit> = {}): Given => ({
  ...upToConclusion,
  court: { suits: [{ id: 'S1', obligors: ['o1'], filedOn: '2025-08-01', ...more }] },
})

describe('终止索赔 (第十四条第二款)', () => {
  it('follows the initiation, and is advised where the conclusion recommends it', () => {
    expect(step('terminate', upToConclusion).blocked(null)).toEqual([])
    expect(step('terminate', upToScreening).blocked(null)).toEqual(['termination'])
    expect(step('terminate', { investigation: {} }).blocked(null)).toEqual(['termination'])
    const concluded = (recommendation: 'consult' | 'terminate'): Given => ({
      investigation: { conclusion: { concludedOn: '2025-05-20', recommendation } },
    })
    expect(step('terminate', concluded('terminate')).advised(null)).toBe(true)
    expect(step('terminate', concluded('consult')).advised(null)).toBe(false)
    expect(step('terminate', { investigation: {} }).advised(null)).toBe(false)
    expect(step('terminate', upToScreening).advised(null)).toBe(false)
  })

  it('is of all against whom the claim still stands', () => {
    const handlers = [{ name: '罗某', date: today }]
    const decidedOn = today
    expect(step('terminate', upToConclusion).known(null)).toEqual({
      obligors: ['o1', 'o2'],
      decidedOn,
      handlers,
    })
    const { known, refused, reasons } = step('terminate', { ...upToConclusion, ...terminated('o1') })
    expect(known(null)).toEqual({ obligors: ['o2'], decidedOn, handlers })
    expect(refused(null)).toEqual([])
    expect(refused(null, { obligors: ['o1', 'o2'] })).toEqual(['termination obligors'])
    expect(reasons(null, { obligors: ['o1', 'o9'] })).toBe('某造纸有限公司、o9 不是本案尚未终止的赔偿义务人')
    for (const nobody of [[], undefined])
      expect(refused(null, { obligors: nobody })).toEqual(['termination obligors'])
    const unnamed = step('terminate', { ...upToConclusion, case: { obligors: [] } })
    expect(unnamed.refused(null)).toEqual([])
  })

  it('for want of assets is of one who has died or was wound up by then', () => {
    const item = { ground: 'no-assets', obligors: ['o2'], decidedOn: '2025-06-15' }
    const ended = (endedOn: string) =>
      step('terminate', {
        ...upToConclusion,
        case: { obligors: step('terminate').view.facts.obligors.map((each) => ({ ...each, endedOn })) },
      })
    const living = step('terminate', upToConclusion)
    expect(living.refused(null, item)).toEqual(['no-assets ground'])
    expect(living.reasons(null, { ...item, obligors: ['o1', 'o2'] })).toMatch(
      /^某造纸有限公司、郑某在决定之日/,
    )
    expect(ended('2025-06-15').refused(null, item)).toEqual([])
    expect(ended('2025-06-16').refused(null, item)).toEqual(['no-assets ground'])
  })

  it('as performed is not of one who owes something', () => {
    const owing = step('terminate', agreed({ payments: [{ id: 'P1', dueOn: '2025-08-20', amount: '1.00' }] }))
    const item = { ground: 'already-performed', obligors: ['o1'] }
    expect(owing.refused(null, item)).toEqual(['termination ground'])
    expect(owing.reasons(null, item)).toMatch(/^某造纸有限公司在本案的协议或者裁判项下还有没有履行的义务/)
    expect(owing.refused(null, { ...item, obligors: ['o2'] })).toEqual([])
  })

  it('as nothing to be compensated is not of one against whom a court has fixed it', () => {
    const item = { ground: 'lawful-permit', obligors: ['o1'] }
    const fixed = step('terminate', { ...agreed(), ...confirmed('confirmed') })
    expect(fixed.refused(null, item)).toEqual(['termination ground'])
    expect(fixed.reasons(null, item)).toMatch(/^对某造纸有限公司的赔偿已由法院确认或者判决/)
    // That an agreement alone says so is a doubt, which lint tells.
    expect(step('terminate', agreed()).refused(null, item)).toEqual([])
  })

  it('as covered by a judgment needs one on record', () => {
    const item = { ground: 'covered-by-judgment', obligors: ['o2'] }
    const { refused, reasons } = step('terminate', upToConclusion)
    expect(refused(null, item)).toEqual(['covered-by-judgment ground'])
    expect(reasons(null, item)).toMatch(/^没有涵盖对郑某请求的生效裁判/)
    const relatedProceedings = [{ kind: 'judgment' as const, reference: '（2025）桂01民终1号' }]
    const judged = step('terminate', { ...upToConclusion, case: { relatedProceedings } })
    expect(judged.refused(null, item)).toEqual([])
  })
})

describe('撤出赔偿义务人', () => {
  it('is of one against whom the claim still stands', () => {
    const withdraw = step('withdraw-obligor', upToConclusion)
    expect(withdraw.subjects).toEqual(['o1', 'o2'])
    expect(withdraw.advised('o1')).toBe(false)
    expect(step('withdraw-obligor', { ...upToConclusion, ...terminated('o1') }).subjects).toEqual(['o2'])
    const known = { on: today, kind: 'withdrawn', obligors: ['o2'] }
    expect(withdraw.known('o2')).toEqual({ ...known, by: '罗某' })
    const nobody = step('withdraw-obligor', { ...upToConclusion, case: { officers: [] } })
    expect(nobody.known('o2')).toEqual(known)
  })

  it.each<[string, Given, string[]]>([
    ['nobody bound', upToConclusion, []],
    ['bound by an agreement', agreed(), ['agreement']],
    ['bound by one that was confirmed', { ...agreed(), ...confirmed('confirmed') }, ['agreement']],
    ['by one that the court refused', { ...agreed(), ...confirmed('refused') }, []],
    ['sued', sued(), ['suit']],
    ['sued, and the suit withdrawn', sued({ result: 'withdrawn' }), []],
    ['judged', sued({ judgedOn: '2026-01-05', effectiveOn: '2026-01-20', result: 'won' }), ['enforcement']],
    ['the only one left', { ...upToConclusion, ...terminated('o2') }, ['termination']],
  ])('is blocked for one who is: %s', (_, given, expected) => {
    expect(step('withdraw-obligor', given).blocked('o1')).toEqual(expected)
  })

  it('says who is withdrawn, and why', () => {
    const { refused } = step('withdraw-obligor', upToConclusion)
    const reason = '经查明不是行为人。'
    expect(refused('o1', { reason })).toEqual([])
    expect(refused('o1')).toEqual(['investigation reason'])
    expect(refused('o1', { reason: ' ' })).toEqual(['investigation reason'])
    expect(refused('o1', { reason, kind: 'corrected' })).toEqual(['investigation kind'])
    for (const obligors of [['o2'], ['o1', 'o2'], undefined])
      expect(refused('o1', { reason, obligors })).toEqual(['investigation obligors'])
  })

  it('names what binds', () => {
    const reasons = (given: Given): string => {
      const { view } = step('withdraw-obligor', given)
      const action = actionOf('withdraw-obligor')
      return (action?.blockers(view, 'o1') ?? []).map((each) => each.reason).join()
    }
    expect(reasons(agreed())).toContain('受协议 G1 约束')
    expect(reasons(sued())).toContain('诉讼 S1 尚未审结')
    expect(reasons(upToConclusion)).toBe('')
  })
})

describe('赔偿协议解除', () => {
  const rescind = (given: Given = agreed()) => step('rescind-agreement', given)

  it('is of one that was signed and binds, and that no court has confirmed', () => {
    expect(rescind().subjects).toEqual(['G1'])
    expect(rescind(agreed({ status: 'rescinded' })).subjects).toEqual([])
    const draft = { agreements: { agreements: [{ id: 'G1', obligors: ['o1'] }] } }
    expect(rescind({ ...upToAgreement, ...draft }).subjects).toEqual([])
    expect(rescind().advised('G1')).toBe(false)
    expect(rescind().blocked('G1')).toEqual([])
    expect(rescind({ ...agreed(), ...confirmed('refused') }).blocked('G1')).toEqual([])
    expect(rescind({ ...agreed(), ...confirmed('confirmed') }).blocked('G1')).toEqual(['enforcement'])
    expect(rescind().blocked('G9')).toEqual([])
  })

  it('is recorded in the agreement, with its reason', () => {
    const { known, refused, place } = rescind()
    const proposed = { id: 'G1', obligors: ['o1'], status: 'rescinded', rescindedOn: today }
    const rescissionReason = '双方协商解除。'
    expect(known('G1')).toEqual(proposed)
    expect(known('G9')).toEqual({ ...proposed, id: 'G9', obligors: undefined })
    expect(place('G1')).toBe('agreements.agreements.0')
    expect(refused('G1', { rescissionReason })).toEqual([])
    expect(refused('G1')).toEqual(['agreement rescissionReason'])
    expect(refused('G1', { rescissionReason, id: 'G2' })).toEqual(['agreement id'])
    expect(refused('G1', { rescissionReason, status: 'in-force' })).toEqual(['agreement status'])
  })
})

describe('简单案件的复核 (第十五条第二款)', () => {
  const simple = (more: object = {}, amount = '300000.01'): Given => ({
    case: {
      simpleCase: { factsSimple: true, liabilityUndisputed: true, determinedOn: '2025-03-20', ...more },
    },
    appraisals: {
      appraisals: [
        {
          id: 'A1',
          kind: 'forensic-opinion',
          receivedOn: '2025-04-10',
          amounts: [
            { head: 'clean-up-restoration', amount },
            { head: 'investigation-appraisal', amount: '40000.00' },
          ],
        },
      ],
    },
  })

  it('is asked once the appraised loss, without costs, is above the limit', () => {
    expect(step('review-simple-case', simple()).subjects).toEqual([null])
    expect(step('review-simple-case', simple({}, '300000.00')).subjects).toEqual([])
    expect(step('review-simple-case', simple({ reviewedOn: today })).subjects).toEqual([])
    expect(step('review-simple-case', simple({ determinedOn: undefined })).subjects).toEqual([])
    expect(step('review-simple-case', { ...simple(), case: {} }).subjects).toEqual([])
    expect(step('review-simple-case', simple()).blocked(null)).toEqual([])
  })

  it('says whether the case goes on as a simple one, and why', () => {
    const { known, refused } = step('review-simple-case', simple())
    expect(known(null)).toEqual({ reviewedOn: today })
    expect(refused(null, { review: '继续按简单案件办理。' })).toEqual([])
    expect(refused(null, { review: ' ' })).toEqual(['simple-case review'])
    expect(refused(null)).toEqual(['simple-case review'])
  })
})
