import { describe, expect, it } from 'vitest'
import type { RestorationProject } from '../../src/core/facts/documents.ts'
import { actionsInOrder } from '../../src/core/stages/next-step.ts'
import { actionsFor } from '../../src/core/stages/possible.ts'
import { type Given, type Step, settingWithout, step, upToMeetings } from '../support/step.ts'

/** The sample case with these projects of its agreement. */
function projects(...own: Partial<RestorationProject>[]): Given {
  const all = own.map((project, index) => ({ id: `R${index + 1}`, agreement: 'G1', ...project }))
  return { restoration: { projects: all } }
}

const startedOn = '2025-09-25'
const begun = { startedOn }
const complete = { startedOn, completedOn: '2026-03-20' }
const report = { round: 1, reportedOn: '2026-04-10' }
const reported = { ...complete, evaluations: [report] }
const missed = { ...report, acceptedOn: '2026-04-24', passed: false }
const passed = { ...report, acceptedOn: '2026-04-24', passed: true }
const unreported = { ...complete, evaluations: [] }
const exempt = { ...complete, evaluations: [{ round: 1, exemption: { ground: 'labor', basis: '劳务代偿' } }] }

/** Every state of a project, from planned to filed. */
const inEveryState = projects(
  {},
  begun,
  complete,
  reported,
  { ...complete, evaluations: [missed] },
  { ...complete, completedOn: '2026-06-30', evaluations: [missed] },
  { ...complete, evaluations: [passed] },
  { ...complete, evaluations: [passed], filedOn: '2026-05-06' },
  exempt,
  unreported,
)

describe('for which projects a step is offered', () => {
  it.each([
    [
      'inspect-restoration',
      ['R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10'],
      'from the start on: one that was forgotten is recorded later',
    ],
    ['complete-restoration', ['R2', 'R5'], 'while the work goes on, also after the goal was missed'],
    [
      'evaluate',
      ['R2', 'R3', 'R5', 'R6', 'R10'],
      'from the start until a report is in, and again after a miss',
    ],
    ['accept', ['R4'], 'whose report nobody has looked at'],
    ['exempt-evaluation', ['R2', 'R3', 'R10'], 'begun, with neither report nor exemption'],
    ['file-evaluation', ['R7'], 'whose goal is reached, until the papers are filed'],
  ])('%s for %j: %s', (id, expected) => {
    expect(step(id, inEveryState).subjects).toStrictEqual(expected)
  })

  it.each(['inspect-restoration', 'complete-restoration', 'evaluate', 'accept'])(
    '%s for none without a project',
    (id) => {
      expect(step(id, { restoration: undefined }).subjects).toStrictEqual([])
    },
  )

  it.each([
    ['inspect-restoration', 'R2', 'restoration.projects.1.inspections'],
    ['complete-restoration', 'R2', 'restoration.projects.1'],
    ['evaluate', 'R3', 'restoration.projects.2.evaluations'],
    ['exempt-evaluation', 'R5', 'restoration.projects.4.evaluations.1.exemption'],
    ['accept', 'R4', 'restoration.projects.3.evaluations.0'],
    ['file-evaluation', 'R7', 'restoration.projects.6'],
  ])('%s %s is written to %s', (id, subject, place) => {
    expect(step(id, inEveryState).place(subject)).toBe(place)
  })

  it.each([
    ['accept', 'R4', true],
    ['evaluate', 'R3', true],
    ['file-evaluation', 'R7', true],
    ['inspect-restoration', 'R2', true],
    ['inspect-restoration', 'R5', true],
    ['inspect-restoration', 'R3', false],
    ['inspect-restoration', 'R7', false],
    ['complete-restoration', 'R2', false],
    ['complete-restoration', 'R5', true],
    ['exempt-evaluation', 'R3', false],
  ])('%s is asked for by the facts: %s %s', (id, subject, advised) => {
    expect(step(id, inEveryState).advised(subject)).toBe(advised)
  })

  it.each(['accept', 'inspect-restoration', 'complete-restoration', 'file-evaluation'])(
    'nothing blocks %s',
    (id) => {
      expect(step(id, inEveryState).blocked('R2')).toStrictEqual([])
    },
  )
})

describe('修复监督检查 and 修复完成', () => {
  it('an inspection is proposed for today, by the officers of the case', () => {
    const given = { ...projects(begun), case: { officers: [{ name: '罗某' }, { name: '蒙某' }] } }
    expect(step('inspect-restoration', given, '2025-12-05').known('R1')).toStrictEqual({
      on: '2025-12-05',
      officers: ['罗某', '蒙某'],
    })
    const { officers } = step('inspect-restoration', { ...given, case: { officers: [] } }).known('R1')
    expect(officers).toStrictEqual([])
  })

  it('an inspection that was forgotten has the day that the officer knows, before the completion', () => {
    const late = step('inspect-restoration', projects(complete), '2026-04-01')
    expect(late.known('R1')).not.toHaveProperty('on')
    expect(late.refused('R1', { on: '2026-03-20', findings: '无' })).toStrictEqual([])
    expect(late.refused('R1', { on: '2026-03-21', findings: '无' })).toStrictEqual([
      'restoration-supervision on',
    ])
    const again = step('inspect-restoration', projects({ ...complete, evaluations: [missed] }), '2026-05-01')
    expect(again.refused('R1', { on: '2026-05-01', findings: '无' })).toStrictEqual([])
  })

  it('a completion is what leads on after a miss, once the work that goes on is done', () => {
    const awaited = (project: Partial<RestorationProject>) => {
      const { action, view } = step('complete-restoration', projects(project))
      return action.awaits?.(view, 'R1')
    }
    expect(awaited({ ...complete, evaluations: [missed] })).toBe('继续修复完成后')
    expect(awaited(begun)).toBeUndefined()
    const { action, view } = step('evaluate', projects({ ...complete, evaluations: [missed] }))
    const [blocker] = action.blockers(view, 'R1')
    expect(blocker?.reason).toContain(`继续修复完成后办 ejc advance ${view.facts.id} 记录修复完成 R1`)
    const [next] = actionsInOrder(view, actionsFor(view)).filter(({ subject }) => subject === 'R1')
    expect(next?.action.id).toBe('complete-restoration')
    expect(
      step('evaluate', projects(begun)).action.blockers(step('evaluate', projects(begun)).view, 'R1'),
    ).toMatchObject([{ reason: expect.stringContaining('修复完成后办 ejc advance') }])
  })

  it('a completion keeps the supervisor on record', () => {
    const supervised = projects({ ...begun, supervisor: { name: '某监理有限公司' } }, begun)
    const complete = step('complete-restoration', supervised, '2026-03-20')
    expect(complete.known('R1')).toStrictEqual({
      id: 'R1',
      completedOn: '2026-03-20',
      supervisor: { name: '某监理有限公司' },
    })
    expect(complete.known('R2')).toStrictEqual({ id: 'R2', completedOn: '2026-03-20' })
  })

  it('work that went on after a miss is not complete before the day of the miss', () => {
    const again = step('complete-restoration', projects({ ...complete, evaluations: [missed] }))
    expect(again.refused('R1', { completedOn: '2026-04-23' })).toStrictEqual([
      'continued-restoration completedOn',
    ])
    expect(again.refused('R1', { completedOn: '2026-04-24' })).toStrictEqual([])
    expect(again.refused('R1', { completedOn: undefined })).toStrictEqual([])
    const undated = step('complete-restoration', projects({ ...complete, evaluations: [{ round: 1 }] }))
    expect(undated.refused('R1', { completedOn: '2025-09-25' })).toStrictEqual([])
    expect(step('complete-restoration', projects(begun)).refused('R1')).toStrictEqual([])
  })
})

describe('修复效果评估', () => {
  it('counts its rounds, and says no day that may be left open', () => {
    const known = (given: Given) => step('evaluate', given, '2026-04-13').known('R1')
    expect(known(projects(complete))).toStrictEqual({ round: 1 })
    expect(known(projects({ ...complete, evaluations: [missed] }))).toMatchObject({ round: 2 })
  })

  it('waits for the work, and after a miss for the work that goes on', () => {
    const blocked = (project: Partial<RestorationProject>) =>
      step('evaluate', projects(project)).blocked('R1')
    expect(blocked(begun)).toStrictEqual(['evaluation'])
    expect(blocked({ ...begun, evaluations: [] })).toStrictEqual(['evaluation'])
    expect(blocked({ ...complete, evaluations: [missed] })).toStrictEqual(['continued-restoration'])
    expect(blocked(complete)).toStrictEqual([])
    expect(blocked({ ...complete, completedOn: '2026-06-30', evaluations: [missed] })).toStrictEqual([])
  })

  it('nothing of a report is refused', () => {
    expect(step('evaluate', projects(complete)).refused('R1', { reportedOn: '2026-04-10' })).toStrictEqual([])
  })

  it('is filed today, by the number of the project', () => {
    const filing = step('file-evaluation', projects({ ...complete, evaluations: [passed] }), '2026-05-06')
    expect(filing.known('R1')).toStrictEqual({ id: 'R1', filedOn: '2026-05-06' })
  })
})

describe('组织专家验收', () => {
  const accept = step('accept', projects(reported), '2026-04-24')

  it('takes up the round whose report is in', () => {
    expect(accept.known('R1')).toStrictEqual({ round: 1, acceptedOn: '2026-04-24' })
    const second = step('accept', projects({ ...complete, evaluations: [missed, { round: 2 }] }))
    expect(second.known('R1')).toMatchObject({ round: 2 })
    expect(second.place('R1')).toBe('restoration.projects.0.evaluations.1')
    expect(step('accept', projects(begun)).known('R1')).toMatchObject({ round: undefined })
    expect(step('accept', projects(begun)).place('R1')).toBe('restoration.projects.0.evaluations.0')
  })

  it('needs experts, and where the goal was missed, what is missing', () => {
    const experts = ['冯某']
    expect(accept.refused('R1', { experts, passed: true })).toStrictEqual([])
    expect(accept.refused('R1', { passed: true })).toStrictEqual(['restoration-acceptance experts'])
    expect(accept.refused('R1', { experts: [], passed: true })).toStrictEqual([
      'restoration-acceptance experts',
    ])
    const missing = ['restoration-acceptance,continued-restoration shortfall']
    expect(accept.refused('R1', { experts, passed: false })).toStrictEqual(missing)
    expect(accept.refused('R1', { experts, passed: false, shortfall: ' ' })).toStrictEqual(missing)
    expect(accept.refused('R1', { experts, passed: false, shortfall: '覆盖率 78%' })).toStrictEqual([])
    expect(accept.refused('R1', { experts })).toStrictEqual([])
  })
})

describe('免于评估', () => {
  const blocked = (project: Partial<RestorationProject>) =>
    step('exempt-evaluation', projects(project)).blocked('R1')

  it('waits for the work, but for labour, which is no work to be completed', () => {
    expect(blocked(begun)).toStrictEqual(['evaluation-exemption'])
    expect(blocked({ ...begun, mode: 'in-situ' })).toStrictEqual(['evaluation-exemption'])
    expect(blocked({ ...begun, mode: 'labor' })).toStrictEqual([])
    expect(blocked(complete)).toStrictEqual([])
    expect(blocked({ ...complete, mode: 'labor' })).toStrictEqual([])
  })

  it('proposes the ground of the mode, where the text has one', () => {
    const known = (project: Partial<RestorationProject>) =>
      step('exempt-evaluation', projects(project), '2026-04-01').known('R1')
    expect(known({ ...complete, mode: 'labor' })).toStrictEqual({ ground: 'labor', decidedOn: '2026-04-01' })
    expect(known({ ...complete, mode: 'labor', evaluations: [] })).toMatchObject({ ground: 'labor' })
    expect(known({ ...complete, mode: 'in-situ' })).toStrictEqual({ decidedOn: '2026-04-01' })
    expect(known(complete)).toStrictEqual({ decidedOn: '2026-04-01' })
  })

  it('opens a round of its own, which is numbered', () => {
    const also = (step: Step) => step.also('R2')
    const first = step('exempt-evaluation', projects(begun, complete))
    expect(also(first)).toStrictEqual({ 'projects.1.evaluations.0.round': 1 })
    const second = step('exempt-evaluation', projects(begun, { ...complete, evaluations: [missed] }))
    expect(also(second)).toStrictEqual({ 'projects.1.evaluations.1.round': 2 })
  })
})

describe('协议前修复', () => {
  const obligors = ['o1', 'o2', 'o3'].map((id) => ({ id, kind: 'individual' as const, name: id }))
  const consent = (given: Given = {}) =>
    step('agree-pre-restoration', { ...upToMeetings, ...given }, '2025-07-01')

  it('is consented to by the unit, today, for those who have not signed', () => {
    expect(consent().subjects).toStrictEqual([null])
    expect(consent().known(null)).toStrictEqual({
      obligors: ['o1', 'o2'],
      consentedBy: '南宁市生态环境局',
      consentedOn: '2025-07-01',
    })
    const unnamed = step('agree-pre-restoration', upToMeetings, '2025-07-01', settingWithout())
    expect(unnamed.known(null)).toStrictEqual({ obligors: ['o1', 'o2'], consentedOn: '2025-07-01' })
    expect(consent().advised(null)).toBe(false)
    expect(consent().blocked(null)).toStrictEqual([])
  })

  it('is not offered before the initiation, a second time, or once all have signed', () => {
    expect(consent({ investigation: undefined }).subjects).toStrictEqual([])
    const preAgreement = { consentedOn: '2025-07-01' }
    expect(consent({ restoration: { preAgreement } }).subjects).toStrictEqual([])
    expect(step('agree-pre-restoration', { restoration: undefined }).subjects).toStrictEqual([])
  })

  it('leaves out who was let go, adjudged to pay, or held by a court to owe nothing', () => {
    const terminated = { obligors: ['o1'], ground: 'no-assets', decidedOn: '2025-06-30' }
    expect(
      consent({ case: { obligors }, closing: { terminations: [terminated] } }).known(null),
    ).toMatchObject({ obligors: ['o2', 'o3'] })
    const suit = { id: 'S1', filedOn: '2025-06-01', judgedOn: '2025-06-20', effectiveOn: '2025-07-06' }
    const suits = [
      { ...suit, obligors: ['o1'], result: 'won' as const },
      { ...suit, id: 'S2', obligors: ['o2'], result: 'lost' as const },
    ]
    expect(consent({ case: { obligors }, court: { suits } }).known(null)).toMatchObject({ obligors: ['o3'] })
  })
})
