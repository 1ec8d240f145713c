import { deadlines } from '../../generated/deadlines.ts'
import type { Facts } from '../facts/facts.ts'
import { type Setting, settingWith } from '../setting.ts'
import type { Deadline, DeadlineDescription, DeadlineRule } from './define.ts'
import { concludedDeadline } from './engine.ts'

/**
 * Every deadline of a case, in the order in which the text writes their matters. Those of the office as a whole stand
 * in repository.ts.
 */
export const deadlineRules: readonly DeadlineRule[] = deadlines

/** Every deadline of one case on the day of `setting.today`. */
export function deadlinesOf(facts: Facts, setting: Setting): Deadline[] {
  // Registered twice: the deadlines run in the other case.
  if (facts.case.withdrawal) return []
  const context = settingWith(setting, { period: setting.regulation.period })
  return deadlineRules
    .filter(({ matter }) => setting.regulation.has(matter))
    .flatMap((rule) =>
      [...rule.counts(facts, context)]
        .filter(({ count }) => !count.plan.unregulated)
        .map((counted) => concludedDeadline(rule, facts.id, counted, setting, facts)),
    )
}

/** The description of a deadline by its id; undefined for an id that no deadline has. */
export function deadlineDescription({
  deadline,
}: {
  readonly deadline: string | null
}): DeadlineDescription | undefined {
  return deadlineRules.find(({ id }) => id === deadline)
}

/** The id of the deadline whose last day gives a ground of failure; undefined for a ground that rests on none. */
export function deadlineOfGround(ground: string): string | undefined {
  return deadlineRules.find(({ failureGround }) => failureGround === ground)?.id
}
