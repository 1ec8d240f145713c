import type { Refusal } from '../../src/core/stages/define.ts'
import type { CaseView } from '../../src/core/view.ts'
import { englishIn } from '../support/chinese.ts'

/** How often each thing happened in all walks together. */
export interface WalkTally {
  readonly actions: Map<string, number>
  /** By action: how often an item was refused by the law, and how often it was no valid item. */
  readonly refusals: Map<string, number>
  readonly invalid: Map<string, number>
  readonly stages: Map<string, number>
  readonly ends: Map<string, number>
  /** States in which every rule was asked. */
  looked: number
  readonly reasons: Map<string, number>
  /** Refusals without a reason or an article. */
  readonly silent: string[]
  /** Refusals that name an English key or code. */
  readonly foreign: Set<string>
  reached(view: CaseView): void
  refused(action: string, blockers: readonly Refusal[]): void
  steps(): number
}

export function createTally(): WalkTally {
  const actions = new Map<string, number>()
  const refusals = new Map<string, number>()
  const reasons = new Map<string, number>()
  const stages = new Map<string, number>()
  const silent: string[] = []
  const foreign = new Set<string>()
  return {
    actions,
    silent,
    foreign,
    refusals,
    reasons,
    stages,
    invalid: new Map(),
    looked: 0,
    ends: new Map(),
    reached: ({ stage }) => {
      for (const each of new Set([stage.case, ...stage.obligors.values()])) count(stages, each)
    },
    refused: (action, blockers) => {
      count(refusals, action)
      for (const { reason, article } of blockers) {
        count(reasons, `${action}: ${reason.replace(/[0-9]+/g, '0').slice(0, 60)}`)
        if (englishIn(reason).length > 0) foreign.add(`${action}: ${reason}`)
        if (reason === '' || article === '') silent.push(`${action}: ${reason} (${article})`)
      }
    },
    steps: () => [...actions.values()].reduce((total, times) => total + times, 0),
  }
}

/** One more of a kind. */
export function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** `a 12, b 3`, the most frequent first. */
export function listed(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([key, times]) => `${key} ${times}`)
    .join(', ')
}
