import { describe, expect, it } from 'vitest'
import type { RestorationProject } from '../../src/core/facts/documents.ts'
import { reasonOfStage } from '../../src/core/stages/after-evaluation.ts'
import { type Given, step } from '../support/step.ts'

const today = '2026-11-24'
const move = { obligor: null, from: 'evaluation', to: 'performance' } as const

/** Why the stage goes from the evaluation to the performance, in the sample case with some of it otherwise. */
function reason(given: Given = {}, obligor: string | null = null): string | undefined {
  return reasonOfStage(step('accept', given, today).view, { ...move, obligor })
}

/** The restoration of the sample case with its first project otherwise. */
function withProject(change: Partial<RestorationProject>): Given {
  const { projects } = step('accept').view.facts.restoration
  const [first, ...others] = projects
  return first ? { restoration: { projects: [{ ...first, ...change }, ...others] } } : {}
}

describe('why an obligor is in 履行修复 again once his restoration was evaluated (第二十九条)', () => {
  it('is that the goal was reached, and nothing is left', () => {
    expect(reason()).toBe('修复效果已经达标，没有还要履行的')
  })

  it('is what is still owed: money in the case, and of whom', () => {
    const unpaid: Given = { payments: undefined }
    expect(reason(unpaid)).toMatch(/^修复效果已经达标；还要办的：.*款项 P1/)
    const [payer] = step('pay', unpaid).view.facts.agreements.flatMap(({ payments = [] }) => payments)
    const obligor = payer?.obligor ?? 'o1'
    expect(reason(unpaid, obligor)).toMatch(/还要办的：.*付款/)
  })

  it('is that the goal was not reached', () => {
    const evaluations = [{ round: 1, reportedOn: '2026-04-10', acceptedOn: '2026-05-10', passed: false }]
    expect(reason(withProject({ evaluations }))).toBe('没有达到修复目标，继续修复')
  })

  it('is that other work is not complete, or is complete and not accepted yet', () => {
    const [project] = step('accept').view.facts.restoration.projects
    expect(project?.completedOn).toBeDefined()
    expect(reason(withProject({ evaluations: [] }))).toBe('还有没有验收的修复')
    const { completedOn: _, ...unfinished } = { ...project, evaluations: [] }
    const { projects } = step('accept').view.facts.restoration
    const restoration = { projects: [{ id: 'R1', ...unfinished }, ...projects.slice(1)] }
    expect(reason({ restoration })).toBe('还有没有完成的修复')
  })

  it('is said of no other change', () => {
    const { view } = step('accept')
    expect(reasonOfStage(view, { obligor: null, from: 'agreement', to: 'performance' })).toBeUndefined()
    expect(reasonOfStage(view, { obligor: null, from: 'evaluation', to: 'closed' })).toBeUndefined()
  })
})
