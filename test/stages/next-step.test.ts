import { describe, expect, it } from 'vitest'
import { deadlineRules } from '../../src/core/deadlines/index.ts'
import type { Documents } from '../../src/core/facts/documents.ts'
import { actions } from '../../src/core/stages/actions/index.ts'
import { actionsInOrder, deadlinesAhead, nextStepOf } from '../../src/core/stages/next-step.ts'
import { actionsFor } from '../../src/core/stages/possible.ts'
import { viewOfFixture } from '../support/setting.ts'

function nextOn(today: string, change: (documents: Documents) => void, name = 'example-case') {
  const view = viewOfFixture(name, today, change)
  const step = nextStepOf(view, actionsFor(view))
  const { action, deadline } = step ?? {}
  return { action: action?.action.id, about: action?.subject, deadline: deadline?.deadline }
}

function orderOn(today: string, change: (documents: Documents) => void, name = 'example-case'): string[] {
  const view = viewOfFixture(name, today, change)
  return [...new Set(actionsInOrder(view, actionsFor(view)).map(({ action }) => action.id))]
}

function only(...names: readonly string[]): (documents: Documents) => void {
  return (documents) => {
    for (const name of Object.keys(documents)) {
      if (name !== 'case' && !names.includes(name)) Reflect.deleteProperty(documents, name)
    }
  }
}

describe('what meets a deadline', () => {
  it('is an action of the procedure; only a limitation is met by none', () => {
    const known = actions.map(({ id }) => id)
    for (const { metBy, kind } of deadlineRules) {
      expect(metBy.length > 0).toBe(kind !== 'limitation')
      for (const id of metBy) expect(known).toContain(id)
    }
  })
})

describe('the one next thing to do', () => {
  it('is the screening of a clue, with its last day (第十二条)', () => {
    expect(nextOn('2026-02-24', only())).toEqual({ action: 'screen', about: null, deadline: 'screening' })
  })

  it('is to initiate once the damage was found', () => {
    expect(nextOn('2026-02-25', only('screening'))).toMatchObject({ action: 'initiate' })
  })

  it('is the authorisation of a county without which nothing is initiated, not to decline (第七条)', () => {
    const county = (documents: Documents) => {
      only('screening')(documents)
      const { jurisdiction } = documents.case
      jurisdiction.level = 'county'
      delete jurisdiction.countyAuthorization
      jurisdiction.handlingUnitKind = 'county-department'
    }
    expect(nextOn('2026-02-25', county)).toMatchObject({ action: 'authorize-county', deadline: 'initiate' })
  })

  it('is to receive the report while an appraisal is running, not the conclusion that waits for it (第十三条)', () => {
    const running = (documents: Documents) => {
      only('screening', 'investigation', 'appraisals')(documents)
      delete documents.investigation?.conclusion
      for (const appraisal of documents.appraisals?.appraisals ?? []) delete appraisal.receivedOn
    }
    expect(nextOn('2026-04-01', running)).toMatchObject({
      action: 'receive-appraisal',
      deadline: 'investigation',
    })
  })

  it('never goes back to a notice that was not recorded, once the obligors have signed', () => {
    const step = nextOn('2026-11-24', ({ consultation }) => {
      for (const round of consultation?.rounds ?? []) Reflect.deleteProperty(round, 'notice')
    })
    expect(step.action).not.toBe('notify')
  })

  /** Nothing was paid, and no court has confirmed the agreement. */
  const unpaid = (documents: Documents) => {
    delete documents.payments
    delete documents.court?.confirmations
  }

  it('is the remedy where an instalment of a confirmed agreement is late (第二十四条)', () => {
    const confirmed = (documents: Documents) => {
      delete documents.payments
    }
    expect(nextOn('2026-11-24', confirmed)).toMatchObject({
      action: 'apply-enforcement',
      deadline: 'payment',
    })
  })

  it('is the record of a payment that is late, then the demand, and the suit last, where no court confirmed it', () => {
    expect(nextOn('2026-11-24', unpaid)).toMatchObject({ action: 'pay', deadline: 'payment' })
    const steps = orderOn('2026-11-24', unpaid)
    expect(steps.slice(0, 2)).toEqual(['pay', 'demand-performance'])
    expect(steps.slice(-2).toSorted()).toEqual(['apply-payment-order', 'sue'])
  })

  it('is the remedy once what was demanded of them was not done in the time given (第二十四条)', () => {
    const demanded = (more: object) => (documents: Documents) => {
      unpaid(documents)
      documents.court = {
        ...documents.court,
        demands: [{ reference: 'G1', on: '2026-11-10', obligors: ['o1', 'o2'], ...more }],
      }
    }
    const remedy = { action: 'sue', deadline: 'payment' }
    const record = { action: 'pay', deadline: 'payment' }
    expect(nextOn('2026-11-24', demanded({ performBy: '2026-11-20' }))).toMatchObject(remedy)
    expect(nextOn('2026-11-24', demanded({}))).toMatchObject(remedy)
    expect(nextOn('2026-11-24', demanded({ performBy: '2026-11-30' }))).toMatchObject(record)
    expect(nextOn('2026-11-24', demanded({ on: '2026-11-24' }))).toMatchObject(record)
    expect(nextOn('2026-11-24', demanded({ obligors: ['o9'] }))).toMatchObject(record)
    expect(nextOn('2026-11-24', demanded({ debts: ['work'] }))).toMatchObject(record)
    expect(nextOn('2026-11-24', demanded({ debts: ['money'] }))).toMatchObject(remedy)
  })

  it('is the start of a restoration that is late, since it may have begun, and no suit', () => {
    const unstarted = (documents: Documents) => {
      delete documents.restoration
      delete documents.court?.confirmations
    }
    expect(nextOn('2026-11-24', unstarted)).toMatchObject({
      action: 'start-restoration',
      deadline: 'restoration-start',
    })
  })

  it('is the suit against each obligor whose property was preserved before a suit (民事诉讼法第一百零四条)', () => {
    const preserved = (documents: Documents) => {
      delete documents.agreements
      delete documents.restoration
      delete documents.payments
      const [round] = documents.consultation?.rounds ?? []
      if (!round) return
      round.meetings = []
      round.outcomes = ['o1', 'o2'].map((obligor) => ({
        obligor,
        kind: 'failed' as const,
        ground: 'other',
        decidedOn: '2026-09-01',
      }))
      const taken = { kind: 'property' as const, appliedOn: '2026-09-02', takenOn: '2026-09-03' }
      documents.court = { preservations: [{ ...taken, obligors: ['o1', 'o2'] }] }
    }
    const sue = (about: string) => ({ action: 'sue', about, deadline: 'preservation-suit' })
    expect(nextOn('2026-09-28', preserved)).toEqual(sue('o1'))
    const sued = (documents: Documents) => {
      preserved(documents)
      documents.court = {
        ...documents.court,
        suits: [{ id: 'S1', obligors: ['o1'], reason: '磋商不成', court: '某法院', filedOn: '2026-09-20' }],
      }
    }
    expect(nextOn('2026-09-28', sued)).toEqual(sue('o2'))
  })

  it('names the deadline of the very thing that the action is about', () => {
    expect(nextOn('2026-11-24', () => undefined)).toEqual({
      action: 'complete-restoration',
      about: 'R1',
      deadline: 'restoration-complete',
    })
  })
})

describe('the deadlines ahead', () => {
  it('put a limitation after everything else, and leave out a recommended day that has passed', () => {
    const ahead = deadlinesAhead(viewOfFixture('example-case-2', '2026-11-24').deadlines)
    const limitations = ahead.map(({ deadline }) => deadline.endsWith('limitation'))
    expect(limitations).toEqual(limitations.toSorted((a, b) => Number(a) - Number(b)))
    expect(ahead.filter(({ advisory, status }) => advisory && status === 'overdue')).toEqual([])
  })
})
