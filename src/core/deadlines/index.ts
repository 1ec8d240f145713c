import { deadlines } from '../../generated/deadlines.ts'
import type { Facts } from '../facts/facts.ts'
import { type Setting, settingWith } from '../setting.ts'
import type { CountPlan } from './count.ts'
import type { Deadline, DeadlineDescription, DeadlineRule } from './define.ts'
import { concludedDeadline } from './engine.ts'

/**
 * Every deadline of a case, in the order in which the text writes their matters. Those of the office as a whole stand
 * in repository.ts.
 */
export const deadlineRules: readonly DeadlineRule[] = deadlines

/** Every deadline of one case on the day of `setting.today`. */
export function deadlinesOf(facts: Facts, setting: Setting): Deadline[] {
  return concluded(facts, setting, deadlineRules, () => true)
}

/**
 * The deadlines of one case by some of the rules, without those that were met or that nothing is owed under any more:
 * these are not even counted.
 */
export function unmetDeadlines(
  facts: Facts,
  setting: Setting,
  isAsked: (rule: DeadlineDescription) => boolean,
): Deadline[] {
  return concluded(
    facts,
    setting,
    deadlineRules.filter(isAsked),
    ({ metOn, closedOn }) => !metOn && !closedOn,
  )
}

function concluded(
  facts: Facts,
  setting: Setting,
  rules: readonly DeadlineRule[],
  isWanted: (plan: CountPlan) => boolean,
): Deadline[] {
  // Registered twice: the deadlines run in the other case.
  if (facts.case.withdrawal) return []
  const context = settingWith(setting, { period: setting.regulation.period })
  return rules
    .filter(({ matter }) => setting.regulation.has(matter))
    .flatMap((rule) =>
      [...rule.counts(facts, context)]
        .filter(({ count }) => !count.plan.unregulated && isWanted(count.plan))
        .map((counted) => concludedDeadline(rule, facts.id, counted, setting, facts)),
    )
}

/** The description of a deadline by its id; undefined for an id that no deadline has. */
export function deadlineDescription({
  deadline,
}: {
  readonly deadline: string | null
}): DeadlineDescription | undefined {
  descriptions ??= new Map(deadlineRules.map((rule) => [rule.id, rule]))
  return deadline === null ? undefined : descriptions.get(deadline)
}

let descriptions: ReadonlyMap<string, DeadlineDescription> | undefined

/** The id of the deadline whose last day gives a ground of failure; undefined for a ground that rests on none. */
export function deadlineOfGround(ground: string): string | undefined {
  return deadlineRules.find(({ failureGround }) => failureGround === ground)?.id
}
