import type { Agreement, RestorationMode, Substitute } from './documents.ts'
import type { Obligation } from './performance.ts'
import { type RestorationSetTerms, setsOf } from './restoration-sets.ts'
import { isOwedAsWork } from './shares.ts'

/** What an agreement or a judgment asks to be restored, before it is divided among phases, shares and projects. */

/** Something to be carried out by projects, before it is divided among phases and shares. */
export interface Plan extends RestorationSetTerms {
  readonly origin: 'terms' | 'substitute' | 'unstated'
  readonly substitute?: Substitute
}

/** Modes by which something is restored; money paid is none. */
const restoring: Readonly<Record<string, RestorationMode>> = {
  labor: 'labor',
  'off-site': 'off-site',
  'tech-upgrade': 'tech-upgrade',
  other: 'other',
}

/** What an agreement says of the work that it asks for. */
type AgreedWork = {
  readonly [Key in 'compensation' | 'restoration' | 'substitutes']?: Agreement[Key] | undefined
}

/** Whether an agreement leaves work that it asks for without terms: neither a set of them nor a substitute. */
export function lacksTerms(agreement: AgreedWork): boolean {
  const { compensation, restoration, substitutes = [] } = agreement
  const hasMode = substitutes.some(({ mode }) => restoring[mode] !== undefined)
  return isOwedAsWork(compensation) && setsOf(restoration).length === 0 && !hasMode
}

/** The works that an obligation plans: each set of terms, phase by phase, and what is done in place of money. */
export function plansOf(obligation: Obligation): Plan[] {
  if ('suit' in obligation) {
    const { restoration, performBy } = obligation.suit
    // A judgment may name one day for all that it orders.
    return setsOf(restoration).map((set) => ({
      ...(performBy !== undefined && { completeBy: performBy }),
      ...set,
      origin: 'terms',
    }))
  }
  const { agreement } = obligation
  const terms = setsOf(agreement.restoration).map((set): Plan => ({ ...set, origin: 'terms' }))
  const unstated: Plan[] = lacksTerms(agreement) ? [{ origin: 'unstated' }] : []
  const plans = [...terms, ...unstated]
  for (const plan of distinct(agreement.substitutes ?? []).flatMap(planOfSubstitute)) {
    const index = plans.findIndex((set) => isScheduleOf(set, plan))
    const set = plans[index]
    if (set && plan.substitute) plans[index] = { ...set, substitute: plan.substitute }
    else plans.push(plan)
  }
  return plans
}

/**
 * Whether terms give the days of a substitute: they name its mode and obligors, and are not those of another already.
 */
function isScheduleOf({ origin, mode, obligors, substitute }: Plan, plan: Plan): boolean {
  const isFree = origin === 'terms' && substitute === undefined
  return isFree && mode !== undefined && mode === plan.mode && overlap(obligors, plan.obligors)
}

/** One work for each mode, place and obligors; several amounts of the same are one work. */
function distinct(substitutes: readonly Substitute[]): Substitute[] {
  const keyed = substitutes.map((each): [string, Substitute] => [
    [each.mode, each.place, each.obligors].join('/'),
    each,
  ])
  return [...new Map(keyed.toReversed()).values()].toReversed()
}

function planOfSubstitute(substitute: Substitute): Plan[] {
  const { mode: code, obligors } = substitute
  const mode = restoring[code]
  return mode ? [{ mode, ...(obligors && { obligors }), substitute, origin: 'substitute' }] : []
}

/** Whether two lists of obligors have one in common; no list stands for all. */
export function overlap(some: readonly string[] | undefined, others: readonly string[] | undefined): boolean {
  return !some?.length || !others?.length || some.some((id) => others.includes(id))
}
