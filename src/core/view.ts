import type { IsoDate } from './calendar/dates.ts'
import type { Deadline } from './deadlines/define.ts'
import { deadlinesOf } from './deadlines/index.ts'
import { factsBy } from './facts/by-day.ts'
import type { Facts } from './facts/facts.ts'
import { oncePerSubject } from './facts/once.ts'
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
  const { regulation, calendar, config, watch } = setting
  return {
    regulation,
    calendar,
    config,
    ...(watch && { watch }),
    // No spread of the setting: it would take the date itself, see `watched`.
    get today() {
      return setting.today
    },
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

/** The view of the case as it was on a day that has passed; the view itself where there is no such day. */
export function viewBy(view: CaseView, day: IsoDate | undefined): CaseView {
  return day === undefined || day >= view.today ? view : viewAsOf(view, day)
}

/** Papers of the same day share their view. */
const viewAsOf = oncePerSubject(
  ({ facts, regulation, calendar, config }: CaseView, day: IsoDate): CaseView =>
    viewOf(factsBy(facts, day), { regulation, calendar, config, today: day }),
)
