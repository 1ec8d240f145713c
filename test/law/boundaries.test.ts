import { describe, expect, test } from 'vitest'
import { viewOn } from '../golden/conclude.ts'
import { both, caseWithActions } from '../support/actions.ts'
import { unpaid } from '../support/court.ts'
import { appraisal, appraised } from './case.ts'

describe('the last day on which it matters', () => {
  test('the reminder of 7 days begins on the seventh day before the last, not on the eighth', () => {
    const status = (today: string) =>
      caseWithActions('example-case', today).view.deadlines.find(
        ({ deadline, subject }) => deadline === 'restoration-complete' && subject === 'R1',
      )?.status
    expect(status('2027-04-22')).toBe('open')
    expect(status('2027-04-23')).toBe('soon')
  })
})

describe('第十三条: an appraisal that was commissioned and received on one day takes no time', () => {
  const investigation = (kind: string) =>
    viewOn(appraised(appraisal(kind, '2026-03-20', '2026-03-20')), '2026-04-10').deadlines.find(
      ({ deadline }) => deadline === 'investigation',
    )

  test('no day is taken out, and the trace does not say that any was', () => {
    const deadline = investigation('appraisal-report')
    expect(deadline?.due).toBe('2026-05-01')
    expect(deadline?.trace.filter(({ step }) => step.includes('扣除'))).toEqual([])
  })

  test('where the text is unsettled but both readings give one day, there is no other reading', () => {
    expect(investigation('expert-opinion')?.otherReading).toBeUndefined()
  })
})

describe('民法典第一百九十五条: a demand interrupts the period while it runs', () => {
  const due = (on: string) =>
    caseWithActions(
      'example-case',
      '2030-06-03',
      both(unpaid, ({ court }) => {
        if (court) court.demands = [{ reference: 'G1', obligors: ['o1', 'o2'], on }]
      }),
    ).view.deadlines.find(
      ({ deadline, subject }) => deadline === 'agreement-limitation' && subject === 'G1/o1/work',
    )?.due

  test('on its last day still, on the day after no more', () => {
    expect(due('2030-04-30')).toBe('2033-04-30')
    expect(due('2030-05-01')).toBe('2030-04-30')
  })
})
