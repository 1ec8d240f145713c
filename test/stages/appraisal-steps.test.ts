import { describe, expect, it } from 'vitest'
import type { Appraisal, CaseDocument, Objection } from '../../src/core/facts/documents.ts'
import {
  documentsWith,
  type Given,
  settingWithout,
  step,
  upToConclusion,
  upToMeetings,
  upToScreening,
} from '../support/step.ts'

const appraisal: Appraisal = {
  id: 'A1',
  kind: 'forensic-opinion',
  commissionedBy: ['obligee'],
  commissionedOn: '2025-03-12',
}

describe('委托鉴定评估', () => {
  const { investigation: { initiation } = {}, case: file } = documentsWith({})
  const begun: Given = {
    ...upToConclusion,
    appraisals: undefined,
    investigation: initiation ? { initiation } : undefined,
  }

  it('is asked for until there is one, or the investigation is over', () => {
    const advised = (given: Given) => step('commission-appraisal', { ...begun, ...given }).advised(null)
    expect(advised({})).toBe(true)
    expect(advised({ appraisals: { appraisals: [appraisal] } })).toBe(false)
    expect(
      advised({ investigation: { conclusion: { concludedOn: '2025-05-20', recommendation: 'consult' } } }),
    ).toBe(false)
    expect(advised({ investigation: undefined })).toBe(true)
  })

  it('follows the initiation, by the claimant, today', () => {
    const commission = step('commission-appraisal', begun, '2025-03-12')
    expect(commission.subjects).toStrictEqual([null])
    expect(commission.blocked(null)).toStrictEqual([])
    expect(step('commission-appraisal', upToScreening).blocked(null)).toStrictEqual(['appraisal'])
    expect(step('commission-appraisal', { ...begun, investigation: {} }).blocked(null)).toStrictEqual([
      'appraisal',
    ])
    const own = { id: 'A1', commissionedBy: ['obligee'], commissionedOn: '2025-03-12' }
    expect(commission.known(null)).toStrictEqual(own)
    expect(step('commission-appraisal').known(null)).toMatchObject({ id: 'A2' })
    const parties = ['obligee', 'o1', 'o2', 'public-security']
    expect(commission.choices(null, 'commissionedBy')).toStrictEqual(parties)
  })

  it.each([
    ['expert-opinion', ['obligee'], '300000.00', []],
    ['expert-opinion', ['obligee'], '300000.01', ['simple-case kind']],
    ['comprehensive-determination', ['obligee'], '300000.00', []],
    ['comprehensive-determination', ['obligee'], '300000.01', ['simple-case kind']],
    ['forensic-opinion', ['obligee'], '300000.01', []],
    ['appraisal-report', ['obligee'], '300000.01', []],
    ['expert-opinion', ['public-security'], '300000.01', []],
    ['expert-opinion', ['public-security', 'obligee'], '300000.01', ['simple-case kind']],
    ['comprehensive-determination', ['public-security'], '300000.01', ['simple-case kind']],
    ['expert-opinion', ['obligee'], undefined, []],
  ])(
    'a %s by %j with an estimate of %s is refused for %j',
    (kind, commissionedBy, estimatedLoss, expected) => {
      const { estimatedLoss: _, ...bare } = file.damage
      const damage: CaseDocument['damage'] = estimatedLoss ? { ...bare, estimatedLoss } : bare
      const commission = step('commission-appraisal', { ...begun, case: { damage } })
      expect(commission.refused(null, { kind, commissionedBy })).toStrictEqual(expected)
    },
  )

  it('a text that sets no amount for simple cases refuses no way of appraisal', () => {
    const commission = step('commission-appraisal', upToConclusion, undefined, settingWithout('amount'))
    expect(commission.refused(null, { kind: 'expert-opinion', commissionedBy: ['obligee'] })).toStrictEqual(
      [],
    )
  })
})

/** The sample case in its consultation, with these objections to its second appraisal. */
function objected(...objections: Objection[]): Given {
  return { ...upToMeetings, appraisals: { appraisals: [appraisal, { ...appraisal, id: 'A2', objections }] } }
}

const raised = { id: 'B1', by: 'o1', raisedOn: '2025-04-14' }
const asked = { ...raised, id: 'B2', explanationRequestedOn: '2025-04-15' }
const explained = { ...asked, id: 'B3', explainedOn: '2025-04-28' }
const still = { ...explained, id: 'B4', stillObjectedOn: '2025-05-06' }
const panel = { experts: [], commissionedBy: ['obligee', 'o1'], commissionedOn: '2025-05-08' }

describe('书面解释说明', () => {
  const explain = step('explain-appraisal', objected(raised, explained, asked), '2025-04-28')

  it('is recorded for every objection that was not explained', () => {
    expect(explain.subjects).toStrictEqual(['A2/B1', 'A2/B2'])
    expect(explain.place('A2/B2')).toBe('appraisals.appraisals.1.objections.2')
    expect(explain.blocked('A2/B1')).toStrictEqual([])
    expect(step('explain-appraisal').subjects).toStrictEqual([])
  })

  it('keeps the day on which it was asked for, and says something', () => {
    expect(explain.known('A2/B1')).toStrictEqual({ id: 'B1', explainedOn: '2025-04-28' })
    expect(explain.known('A2/B2')).toStrictEqual({
      id: 'B2',
      explanationRequestedOn: '2025-04-15',
      explainedOn: '2025-04-28',
    })
    expect(explain.refused('A2/B1', { explanation: '采样方法符合规范。' })).toStrictEqual([])
    expect(explain.refused('A2/B1')).toStrictEqual(['appraisal-explanation explanation'])
  })
})

describe('第三方论证', () => {
  const running = { ...still, id: 'B5', panel }
  const over = { ...still, id: 'B6', panel: { ...panel, opinionOn: '2025-05-30' } }
  const all = objected(raised, explained, still, running, over)

  it('is offered for each objection until the panel has given its opinion', () => {
    expect(step('convene-panel', all).subjects).toStrictEqual(['A2/B1', 'A2/B3', 'A2/B4', 'A2/B5'])
    expect(step('convene-panel', all).place('A2/B4')).toBe('appraisals.appraisals.1.objections.2.panel')
  })

  it('is no longer begun once an agreement is there or a suit was filed, but goes on', () => {
    const { agreements } = documentsWith({})
    expect(step('convene-panel', { ...all, agreements }).subjects).toStrictEqual(['A2/B5'])
    const court = { suits: [{ id: 'S1', obligors: ['o1'], filedOn: '2025-07-01' }] }
    expect(step('convene-panel', { ...all, court }).subjects).toStrictEqual(['A2/B5'])
  })

  it('is asked for once somebody still objects', () => {
    const advised = (id: string) => step('convene-panel', all).advised(`A2/${id}`)
    expect(['B1', 'B3', 'B4', 'B5'].map(advised)).toStrictEqual([false, false, true, true])
    const { stillObjectedOn: _, ...unsaid } = running
    expect(step('convene-panel', objected(unsaid)).advised('A2/B5')).toBe(true)
    expect(step('convene-panel', all).advised('A2/B9')).toBe(false)
  })

  it('follows the explanation of the appraisal body', () => {
    expect(step('convene-panel', all).blocked('A2/B1')).toStrictEqual(['appraisal-explanation'])
    expect(step('convene-panel', all).blocked('A2/B3')).toStrictEqual([])
    expect(step('convene-panel', all).blocked('A2/B9')).toStrictEqual(['appraisal-explanation'])
  })

  it('is commissioned by both sides, who still object from that day at the latest', () => {
    const convene = step('convene-panel', all, '2025-05-08')
    const both = { commissionedBy: ['obligee', 'o1'], commissionedOn: '2025-05-08' }
    expect(convene.known('A2/B3')).toStrictEqual(both)
    expect(convene.known('A2/B5')).toStrictEqual(panel)
    const claimant = step('convene-panel', objected({ ...explained, by: 'obligee' }), '2025-05-08')
    expect(claimant.known('A2/B3')).toStrictEqual({ ...both, commissionedBy: ['obligee'] })
    expect(convene.known('A2/B9')).toMatchObject({ commissionedBy: ['obligee'] })
    expect(convene.choices('A2/B3', 'commissionedBy')).toStrictEqual(['obligee', 'o1', 'o2'])
    expect(convene.also('A2/B3')).toStrictEqual({
      'appraisals.1.objections.1.stillObjectedOn': '2025-05-08',
    })
    expect(convene.also('A2/B4')).toStrictEqual({})
  })

  it.each([
    [['obligee', 'o1'], []],
    [['obligee'], ['panel commissionedBy']],
    [['o1'], ['panel commissionedBy']],
    [undefined, ['panel commissionedBy']],
  ])('commissioned by %j is refused for %j', (commissionedBy, expected) => {
    expect(step('convene-panel', all).refused('A2/B3', { commissionedBy })).toStrictEqual(expected)
  })
})
