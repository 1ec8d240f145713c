import { describe, expect, it } from 'vitest'
import type { Agreement, Appraisal, RestorationProject } from '../../src/core/facts/documents.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { objectionAt, objectionPlace } from '../../src/core/stages/objections.ts'
import { openDuties } from '../../src/core/stages/open-duties.ts'
import { type Given, step, upToAgreement, upToConclusion, upToScreening } from '../support/step.ts'

const today = '2026-11-24'
const both = ['o1', 'o2']

/** What is still owed, as `title subject`, with the deadline that runs for it. */
const owed = (given: Given, day = today) =>
  openDuties(step('close', given, day).view).map(({ title, subject, deadline }) => [
    [title, subject].join(' ').trim(),
    deadline,
  ])
const withoutDeadline = (given: Given, day = today) =>
  owed(given, day).flatMap(([what, deadline]) => (deadline === null ? [what] : []))

const agreed = (terms: Partial<Agreement>, ...projects: RestorationProject[]): Given => ({
  ...upToAgreement,
  agreements: { agreements: [{ id: 'G1', round: 1, obligors: both, signedOn: '2025-07-24', ...terms }] },
  restoration: { projects },
})
const inSitu = { mode: 'in-situ' } as const
const terminated = (...obligors: string[]): Given => ({
  closing: { terminations: [{ obligors, ground: 'no-assets', decidedOn: '2026-06-15' }] },
})
const project = (more: Partial<RestorationProject> = {}): RestorationProject => ({
  id: 'R1',
  agreement: 'G1',
  mode: 'in-situ',
  startedOn: '2025-09-01',
  ...more,
})

describe('what is still owed in a case', () => {
  it('is nothing where everything is done', () => {
    expect(owed({})).toEqual([])
  })

  it('is each duty whose period runs, with its article and in words', () => {
    const reports = openDuties(step('close', { ...upToScreening, screening: undefined }, '2025-03-04').view)
    expect(reports).toMatchObject([
      {
        title: '初步核查',
        reason: '初步核查',
        matter: 'screening-period',
        article: '第十二条',
        deadline: 'screening',
        subject: null,
      },
    ])
    expect(owed({ ...upToAgreement, payments: undefined }).map(([what]) => what)).toContain('支付赔偿款 P1')
    const [payment] = openDuties(step('close', { payments: undefined }).view)
    expect(payment?.reason).toMatch(/（款项 P1 某造纸有限公司）$/)
  })

  it('is no right, no limitation, and nothing beside the procedure', () => {
    const reminders = [{ id: 'T1', title: '催交报告', dueOn: '2026-12-05' }]
    const { deadlines } = step('close', { case: { reminders } }).view
    expect(deadlines.map(({ deadline }) => deadline)).toEqual(
      expect.arrayContaining(['reminder', 'enforcement-apply']),
    )
    expect(owed({ case: { reminders } })).toEqual([])
  })

  it('is nothing of the text where it does not apply, but what is owed beyond it', () => {
    const file = sampleDocuments().case
    const damage = { ...file.damage, scope: 'marine' as const }
    const clue = { ...file.clue, reporter: { kind: 'citizen' as const, reportedOn: '2025-03-03' } }
    const outside = { ...upToScreening, screening: undefined, case: { damage, clue } }
    expect(owed(outside, '2025-03-04').map(([what]) => what)).toEqual(['答复举报人'])
    const within = owed({ ...outside, case: { clue } }, '2025-03-04').map(([what]) => what)
    expect(within).toEqual(expect.arrayContaining(['初步核查', '答复举报人']))
  })
})

describe('a restoration without a day', () => {
  it('is owed until it is complete, and then its evaluation is', () => {
    expect(withoutDeadline(agreed({ restoration: inSitu }, project()))).toEqual(['完成修复 R1'])
    const complete = project({ completedOn: '2026-03-20' })
    expect(withoutDeadline(agreed({ restoration: inSitu }, complete))).toEqual(['修复效果评估 R1'])
    const passed = { round: 1, acceptedOn: '2026-04-24', passed: true }
    expect(withoutDeadline(agreed({ restoration: inSitu }, { ...complete, evaluations: [passed] }))).toEqual(
      [],
    )
  })

  it('is owed by its own deadline alone, where there is one', () => {
    const dated = agreed({ restoration: { ...inSitu, completeBy: '2026-03-31' } }, project())
    expect(withoutDeadline(dated)).toEqual([])
    expect(owed(dated)).toContainEqual(['完成修复 R1', 'restoration-complete'])
  })

  it('is not owed once its substitute was accepted', () => {
    const labor = (acceptedOn?: string) =>
      agreed(
        { substitutes: [{ mode: 'labor', ...(acceptedOn && { acceptedOn }) }] },
        project({ mode: 'labor' }),
      )
    expect(withoutDeadline(labor())).toEqual(['完成修复 R1'])
    expect(withoutDeadline(labor('2026-05-01'))).toEqual([])
  })

  it('is owed though it has not begun', () => {
    expect(withoutDeadline(agreed({ restoration: inSitu }))).toEqual(['实施修复 G1'])
    const dated = agreed({ restoration: { ...inSitu, startBy: '2025-09-25' } })
    expect(withoutDeadline(dated)).toEqual([])
    expect(withoutDeadline({ ...agreed({ restoration: inSitu }), ...terminated('o1') })).toEqual([
      '实施修复 G1',
    ])
    expect(withoutDeadline({ ...agreed({ restoration: inSitu }), ...terminated(...both) })).toEqual([])
  })

  it('is owed in kind, where nothing of a substitute is on record', () => {
    const substitutes = [{ mode: 'labor' as const }, { mode: 'instalments' as const }]
    expect(withoutDeadline(agreed({ substitutes }))).toEqual(['落实替代修复 G1/labor'])
    expect(withoutDeadline(agreed({ substitutes: substitutes.slice(1) }))).toEqual([])
  })
})

describe('全部督办任务 (第三十四条)', () => {
  const supervised = (major: object, given: Given = upToConclusion): Given => ({
    ...given,
    supervision: { major },
  })
  const grounds = ['inspection-typical']
  const task = ['全部督办任务', null]

  it('are owed of a major case once it is initiated, until they are complete', () => {
    expect(owed(supervised({ grounds }))).toContainEqual(task)
    expect(owed(supervised({ grounds, tasksCompletedOn: '2026-06-01' }))).not.toContainEqual(task)
    expect(owed(supervised({ grounds: [] }))).not.toContainEqual(task)
    expect(owed(supervised({}))).not.toContainEqual(task)
    expect(owed(upToConclusion)).not.toContainEqual(task)
    expect(owed(supervised({ grounds }, upToScreening))).not.toContainEqual(task)
    expect(owed(supervised({ grounds }, { ...upToScreening, investigation: {} }))).not.toContainEqual(task)
  })
})

describe('an objection', () => {
  const objection = (id: string) => ({ id, by: 'o1', raisedOn: '2025-04-15' })
  const appraisal = (id: string, ...ids: string[]): Appraisal => ({
    id,
    kind: 'forensic-opinion',
    objections: ids.map(objection),
  })
  const { view } = step('object', {
    ...upToConclusion,
    appraisals: {
      appraisals: [appraisal('A1', 'B1'), appraisal('A2', 'B1', 'B2'), { id: 'A3', kind: 'expert-opinion' }],
    },
  })

  it('is found by its appraisal and its number', () => {
    expect(objectionAt(view.facts, 'A2/B2')).toEqual(objection('B2'))
    expect(objectionPlace(view.facts, 'A2/B2')).toEqual([1, 1])
    expect(objectionPlace(view.facts, 'A1/B1')).toEqual([0, 0])
    for (const [address, at] of [
      ['A1/B2', 0],
      ['A3/B1', 2],
      ['A9/B1', -1],
    ] as const) {
      expect(objectionAt(view.facts, address)).toBeUndefined()
      expect(objectionPlace(view.facts, address)).toEqual([at, -1])
    }
  })
})
