import type { Deadline } from './deadlines/define.ts'
import { deadlinesOf } from './deadlines/index.ts'
import type { Facts } from './facts/facts.ts'
import type { Setting } from './setting.ts'
import { type CaseStage, stageOf } from './stages/stage.ts'

/** One case and what follows from its facts. Conclusions are computed on the first question and never stored. */
export interface CaseView extends Setting {
  readonly facts: Facts
  readonly stage: CaseStage
  readonly deadlines: readonly Deadline[]
}

/** The view of one case on the day of `setting.today`. */
export function viewOf(facts: Facts, setting: Setting): CaseView {
  let stage: CaseStage | undefined
  let deadlines: readonly Deadline[] | undefined
  return {
    ...setting,
    facts,
    get stage() {
      stage ??= stageOf(facts)
      return stage
    },
    get deadlines() {
      deadlines ??= deadlinesOf(facts, setting)
      return deadlines
    },
  }
}
