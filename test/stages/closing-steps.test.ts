import { describe, expect, it } from 'vitest'
import type { CaseDocument, Payment, Suit, Termination } from '../../src/core/facts/documents.ts'
import {
  documentsWith,
  type Given,
  type Step,
  step,
  upToConclusion,
  upToMeetings,
  upToScreening,
} from '../support/step.ts'

const sample = documentsWith({})
const [o1, o2] = sample.case.obligors ?? []
const obligors = [...(o1 ? [o1] : []), ...(o2 ? [o2] : [])]
const ended = (...ids: string[]): Partial<CaseDocument> => ({
  obligors: obligors.map((each) => (ids.includes(each.id) ? { ...each, endedOn: '2025-09-01' } : each)),
})
const outside = (scope: CaseDocument['damage']['scope']): Given => ({
  ...upToScreening,
  case: { damage: { ...sample.case.damage, scope } },
})

function terminated(ground: string, ...ids: string[]): { closing: { terminations: Termination[] } } {
  return { closing: { terminations: ids.map((id) => ({ obligors: [id], ground, decidedOn: '2025-10-09' })) } }
}

function close(given: Given = {}, today?: string): Step {
  return step('close', given, today)
}

/** No open duty blocks a case in which it is named, with a reason. */
const named = { openDuties: ['信息公开'], summary: '义务人下落不明。' }

describe('结案: what blocks it', () => {
  const suit: Suit = { id: 'S1', obligors: ['o2'], filedOn: '2025-07-01' }
  const withdrawn = [{ on: '2025-06-02', kind: 'withdrawn' as const, obligors: ['o1', 'o2'] }]
  const lost: Suit = { ...suit, judgedOn: '2025-10-08', effectiveOn: '2025-10-24', result: 'lost' }
  const pursued = 'termination,suit'

  it.each<[string, string[], Given]>([
    ['that is performed', [], {}],
    ['in consultation with both', [pursued, pursued], upToMeetings],
    ['in consultation with one', [pursued], { ...upToMeetings, ...terminated('other', 'o1') }],
    ['terminated against both', [], { ...upToMeetings, ...terminated('other', 'o1', 'o2') }],
    ['sued against one', [pursued, pursued], { ...upToMeetings, court: { suits: [suit] } }],
    ['lost against one', [pursued], { ...upToMeetings, court: { suits: [lost] } }],
    ['in the investigation', [pursued, pursued], { ...upToConclusion, investigation: {} }],
    [
      'not initiated',
      [],
      { ...upToScreening, screening: { checkedOn: '2025-03-05', decision: 'not-initiate' } },
    ],
    ['against nobody', ['not-initiate,termination'], { ...upToConclusion, case: { obligors: [] } }],
    [
      'against nobody, which was terminated',
      [],
      { ...upToConclusion, case: { obligors: [] }, closing: terminated('other', 'o1').closing },
    ],
    [
      'whose obligors were all taken off the list',
      ['not-initiate,termination'],
      { ...upToConclusion, case: { obligorAmendments: withdrawn } },
    ],
    ['outside the scope', [], outside('marine')],
  ])('of a case %s: %j', (_, expected, given) => {
    expect(close(given).blocked(null, named)).toStrictEqual(expected)
  })

  it('an open duty blocks it, unless it is named with a reason', () => {
    const unpublished: Given = { supervision: undefined }
    const duties = ['disclosure', 'disclosure', 'disclosure']
    expect(close().blocked(null)).toStrictEqual([])
    expect(close(unpublished).blocked(null)).toStrictEqual(duties)
    expect(close(unpublished).blocked(null, { openDuties: [], summary: '不涉及。' })).toStrictEqual(duties)
    expect(close(unpublished).blocked(null, { summary: '不涉及。' })).toStrictEqual(duties)
    expect(close(unpublished).blocked(null, { openDuties: ['信息公开'] })).toStrictEqual(duties)
    expect(close(unpublished).blocked(null, { ...named, summary: ' ' })).toStrictEqual(duties)
    expect(close(unpublished).blocked(null, named)).toStrictEqual([])
  })
})

describe('结案: the result that the facts show', () => {
  const result = (given: Given = {}) => close(given, '2026-11-24').known(null)
  const lost = (...ids: string[]): Suit => ({
    id: `S${ids.join('')}`,
    obligors: ids,
    filedOn: '2025-07-01',
    judgedOn: '2025-10-08',
    effectiveOn: '2025-10-24',
    result: 'lost',
  })
  const enforcement = { id: 'F1', instrument: 'confirmation', reference: 'G1', result: 'performed' as const }
  const withdrawn = [{ on: '2025-06-02', kind: 'withdrawn' as const, obligors: ['o1', 'o2'] }]

  it.each<[string | undefined, string, Given]>([
    ['performed', 'all was done', {}],
    [undefined, 'money is owed', { payments: undefined }],
    [undefined, 'work is owed', { restoration: undefined }],
    [undefined, 'nothing is agreed', upToMeetings],
    ['out-of-scope', 'the damage is not covered', outside('marine')],
    ['terminated', 'both claims were terminated', { ...upToMeetings, ...terminated('other', 'o1', 'o2') }],
    [
      'not-initiated',
      'no claim was made',
      { ...upToScreening, screening: { checkedOn: '2025-03-05', decision: 'not-initiate' } },
    ],
    [
      undefined,
      'the agreement was performed, and a judgment was not',
      { court: { ...sample.court, suits: [{ ...lost('o2'), result: 'won' }] } },
    ],
    ['enforced', 'the court enforced it', { court: { ...sample.court, enforcements: [enforcement] } }],
    [
      undefined,
      'the court still enforces it',
      {
        payments: undefined,
        court: { ...sample.court, enforcements: [{ ...enforcement, result: 'ongoing' }] },
      },
    ],
    [
      'dismissed',
      'the claim against both was lost',
      { ...upToMeetings, court: { suits: [lost('o1', 'o2')] } },
    ],
    [undefined, 'the claim against one of two was lost', { ...upToMeetings, court: { suits: [lost('o1')] } }],
    [
      'dismissed',
      'one was let go, the claim against the other was lost',
      { ...upToMeetings, ...terminated('other', 'o2'), court: { suits: [lost('o1')] } },
    ],
    [undefined, 'nobody is left on the list', { ...upToConclusion, case: { obligorAmendments: withdrawn } }],
  ])('%s: %s', (expected, _, given) => {
    expect(result(given)).toStrictEqual({ closedOn: '2026-11-24', ...(expected && { result: expected }) })
  })
})

describe('结案: as performed', () => {
  const refused = (given: Given) => close(given).refused(null, { result: 'performed' })
  const owed = ['restoration result']
  const [first, second] = sample.payments?.payments ?? []
  const only = (payment: Payment | undefined): Given => ({ payments: { payments: payment ? [payment] : [] } })

  it.each<[string, string[], Given]>([
    ['all was done', [], {}],
    ['nothing was paid', owed, { payments: undefined }],
    ['a part was paid', owed, only(first)],
    ['another part was paid', owed, only(second)],
    ['no work was done', owed, { restoration: undefined }],
    ['nothing is owed by anybody', [], upToMeetings],
  ])('given that %s: %j', (_, expected, given) => {
    expect(refused(given)).toStrictEqual(expected)
  })

  it('says what is owed, by whom', () => {
    expect(close({ payments: undefined }).reasons(null, { result: 'performed' })).toMatch(
      /^还没有履行完毕：.*某造纸有限公司.*、.*郑某.*；“结案方式”不能是履行完毕$/u,
    )
    expect(refused({})).toStrictEqual([])
    expect(close({ payments: undefined }).refused(null, { result: 'other' })).toStrictEqual([])
  })

  describe('where each pays his own share and one was let go', () => {
    const [agreement] = sample.agreements?.agreements ?? []
    const shares = [
      { obligors: ['o1'], amount: '60000.00', joint: false },
      { obligors: ['o2'], amount: '40000.00', joint: false },
    ]
    const payments = (agreement?.payments ?? []).map((each, index) => ({ ...each, obligor: `o${index + 1}` }))
    const items = (agreement?.compensation?.items ?? []).filter(({ by }) => by === 'payment')
    const { restoration: _, ...terms } = agreement ?? { id: '', obligors: [] }
    const separate = { ...terms, shares, payments, compensation: { items, total: '100000.00' } }
    const paidByFirst: Given = {
      ...only(first),
      agreements: { agreements: [separate] },
      court: {},
      restoration: undefined,
    }

    it('it is performed by what the other did, where the ground holds', () => {
      expect(refused(paidByFirst)).toStrictEqual(owed)
      const letGo = terminated('no-assets', 'o2')
      expect(refused({ ...paidByFirst, ...letGo, case: ended('o2') })).toStrictEqual([])
      expect(refused({ ...paidByFirst, ...letGo })).toStrictEqual(owed)
      expect(refused({ ...paidByFirst, ...terminated('other', 'o2') })).toStrictEqual([])
      const obligorAmendments = [{ on: '2025-10-09', kind: 'withdrawn' as const, obligors: ['o2'] }]
      expect(refused({ ...paidByFirst, case: { obligorAmendments } })).toStrictEqual([])
    })

    it('it is not performed where nobody did anything', () => {
      const nothing = { ...paidByFirst, payments: undefined, case: ended('o1', 'o2') }
      expect(refused({ ...nothing, ...terminated('no-assets', 'o1', 'o2') })).toStrictEqual(owed)
    })
  })
})

describe('结案: in scope or not', () => {
  const item = { result: 'out-of-scope', referredTo: '某海事部门', summary: '属于海洋生态环境损害。' }

  it('a case in scope is not closed as one outside of it', () => {
    expect(close().refused(null, item)).toStrictEqual(['scope result'])
  })

  it.each(['marine', 'legacy'] as const)('a case of %s damage is handed on with a reason', (scope) => {
    const matter = scope === 'legacy' ? 'legacy-damage' : 'scope'
    const refused = (change: object) => close(outside(scope)).refused(null, { ...item, ...change })
    expect(refused({})).toStrictEqual([])
    expect(refused({ result: 'performed' })).toStrictEqual([`${matter} result`])
    expect(refused({ referredTo: ' ' })).toStrictEqual([`${matter} referredTo`])
    expect(refused({ summary: undefined })).toStrictEqual([`${matter} summary`])
  })
})
