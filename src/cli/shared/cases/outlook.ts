import type { IsoDate } from '../../../core/calendar/dates.ts'
import type { Deadline } from '../../../core/deadlines/define.ts'
import { isPending } from '../../../core/deadlines/pending.ts'
import { clueCountedOn } from '../../../core/facts/backfilled.ts'
import { claimantsOf } from '../../../core/facts/claimants.ts'
import { subjectLabel } from '../../../core/facts/subjects.ts'
import { withSuccessors } from '../../../core/facts/successor.ts'
import { maskOf } from '../../../core/forms/masking.ts'
import { officerNames } from '../../../core/stages/officers.ts'
import { shortStageTitle, stages } from '../../../core/stages/stage.ts'
import type { CaseView } from '../../../core/view.ts'
import type { AboutCase, NamedDeadline } from '../wording/deadlines.ts'
import { type ListedCase, listedCase } from '../wording/listed-case.ts'

/** How a case stands: all that `due` and `list` say about it, in a form that can be cached. */
export interface Outlook {
  readonly listed: ListedCase
  /** Its stage in words, as a column has room for them. */
  readonly stage: string
  /** Empty where none is recorded. */
  readonly cause: string
  /**
   * The day of its clue, from which the office as a whole owes its lists; of a case taken over, no earlier than that
   * day.
   */
  readonly clueOn: IsoDate | null
  /** Names of the parties that `listed` does not hold: successors, representatives, governments and units. */
  readonly parties: readonly string[]
  /** The case as lists for several people name it: personal data masked, officers as they are. */
  readonly about: AboutCase
  /** The pending deadlines, or all of them where the call asks for all. */
  readonly deadlines: readonly NamedDeadline[]
}

/** How a case stands, with those of its deadlines that are `wanted`: without a word, those that somebody waits for. */
export function outlookOf(
  view: CaseView,
  wanted = (deadline: Deadline): boolean => isAwaited(deadline, view),
): Outlook {
  const { facts, regulation, deadlines } = view
  const mask = maskOf(view)
  return {
    listed: listedCase(view),
    stage: shortStageTitle(facts, view.stage.case),
    cause: facts.case.cause ?? '',
    clueOn: clueCountedOn(facts) ?? null,
    parties: otherParties(view),
    about: aboutCase(view, mask),
    deadlines: deadlines.filter(wanted).map((deadline) => {
      const wholeSubject = subjectLabel(facts, deadline.subject, regulation)
      const subject = mask(wholeSubject)
      return { deadline, subject, ...(subject === wholeSubject ? {} : { wholeSubject }) }
    }),
  }
}

/** Whether somebody waits for a deadline: in a case that has ended, for none that was only recommended and has passed. */
function isAwaited(deadline: Deadline, { stage }: CaseView): boolean {
  const isLapsedAdvice = deadline.advisory && deadline.status === 'overdue'
  return isPending(deadline) && !(stages[stage.case].end && isLapsedAdvice)
}

function otherParties({ facts }: CaseView): string[] {
  const claimants = claimantsOf(facts.case.jurisdiction).flatMap(({ name, handlingUnit }) => [
    name,
    handlingUnit,
  ])
  const ofObligors = withSuccessors(facts.obligors).flatMap(({ name, representative }) => [
    name,
    representative?.name ?? '',
  ])
  return [...new Set([...claimants, ...ofObligors])].filter(Boolean)
}

function aboutCase(view: CaseView, mask: (text: string) => string): AboutCase {
  const { facts } = view
  return {
    case: facts.id,
    title: mask(facts.case.title),
    obligors: facts.obligors.map(({ name }) => mask(name)),
    officers: officerNames(view),
    whole: { title: facts.case.title, obligors: facts.obligors.map(({ name }) => name) },
  }
}
