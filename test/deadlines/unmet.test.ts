import { expect, it } from 'vitest'
import { deadlineDescription, deadlinesOf, unmetDeadlines } from '../../src/core/deadlines/index.ts'
import { isPending } from '../../src/core/deadlines/pending.ts'
import { isDutyOfCase } from '../../src/core/stages/open-duties.ts'
import { wholeCase } from '../forms/whole.ts'

it('given a case, the deadlines that were not met hold every one that is pending, as among all', () => {
  const { facts, regulation, calendar, config } = wholeCase('2026-12-24')
  for (const today of ['2025-03-01', '2025-09-01', '2026-06-01', '2028-01-01']) {
    const setting = { regulation, calendar, config, today }
    const pending = deadlinesOf(facts, setting).filter(isPending)
    expect(unmetDeadlines(facts, setting, () => true).filter(isPending)).toEqual(pending)
    const duties = pending.filter((deadline) => {
      const description = deadlineDescription(deadline)
      return description !== undefined && isDutyOfCase(description)
    })
    expect(unmetDeadlines(facts, setting, isDutyOfCase).filter(isPending)).toEqual(duties)
    expect(duties.length).toBeLessThan(deadlinesOf(facts, setting).length)
  }
})
