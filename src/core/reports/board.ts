import type { IsoDate } from '../calendar/dates.ts'
import type { Deadline } from '../deadlines/define.ts'
import { obligingAgreements } from '../facts/agreements.ts'
import { appraisedSum, standingAppraisals } from '../facts/appraisals.ts'
import type { Facts } from '../facts/facts.ts'
import { type Fen, sum, sumFen, sumOf, yuanOf } from '../facts/money.ts'
import { doneOn } from '../facts/performance.ts'
import { caseEndedOn, clueOn } from '../facts/queries.ts'
import { subjectLabel } from '../facts/subjects.ts'
import { bindingSuits, isLeftUndecidedForAll } from '../facts/suits.ts'
import { type DatedFact, timelineOf } from '../facts/timeline.ts'
import { maskOf } from '../forms/masking.ts'
import type { Severity } from '../lint/define.ts'
import { flagsOf } from '../stages/flags.ts'
import { deadlinesAhead } from '../stages/next-step.ts'
import { officerNames } from '../stages/officers.ts'
import type { Stage } from '../stages/stage.ts'
import type { CaseView } from '../view.ts'
import { amountOf } from './annual-case.ts'
import { departmentOf } from './report.ts'

/** A deadline on the board: its title, its status, and its subject in words. */
export interface BoardDeadline
  extends Pick<
    Deadline,
    | 'case'
    | 'deadline'
    | 'title'
    | 'article'
    | 'verified'
    | 'subject'
    | 'due'
    | 'rolledDue'
    | 'status'
    | 'daysLeft'
    | 'certain'
    | 'advisory'
  > {
  readonly about: string
  /** The officers of its case. */
  readonly officers: readonly string[]
}

/** The number of restoration projects at each step. */
export interface RestorationCounts {
  readonly notStarted: number
  readonly underWay: number
  /** Complete, and the result not yet accepted. */
  readonly awaiting: number
  /** Accepted, or exempt from evaluation. */
  readonly done: number
}

/** How many findings there are of each severity. */
export type BoardFindings = Readonly<Record<Severity, number>>

/** One case on the board: personal data of the parties masked, amounts as decimal strings in yuan. */
export interface BoardCase {
  readonly case: string
  readonly title: string
  readonly stage: Stage
  readonly handlingUnit: string
  readonly department: string
  readonly damage: string
  readonly officers: readonly string[]
  readonly obligors: readonly { readonly name: string; readonly stage: Stage }[]
  readonly major: boolean
  readonly clueOn: IsoDate | null
  readonly endedOn: IsoDate | null
  /**
   * What the obligee asks for: the highest standing appraisal, or the claims of the suits where they are higher; else
   * what was settled.
   */
  readonly claimed: string
  /** What agreements in force and effective judgments provide for. */
  readonly settled: string
  readonly paid: string
  readonly restoration: RestorationCounts
  /** Those that are pending, the most urgent first. */
  readonly deadlines: readonly BoardDeadline[]
  readonly timeline: readonly DatedFact[]
  readonly findings: BoardFindings
}

/** One case for the board, with what is wrong in it. */
export function boardCase(view: CaseView, findings: BoardFindings): BoardCase {
  const { facts, regulation, stage } = view
  const mask = maskOf(view)
  return {
    case: facts.id,
    title: mask(facts.case.title),
    stage: stage.case,
    handlingUnit: facts.case.jurisdiction.handlingUnit,
    department: departmentOf(view),
    damage: regulation.label('damageKinds', facts.case.damage.kind),
    officers: officerNames(view),
    obligors: facts.obligors.map(({ id, name }) => ({
      name: mask(name),
      stage: stage.obligors.get(id) ?? stage.case,
    })),
    major: flagsOf(view).major,
    clueOn: clueOn(facts) ?? null,
    endedOn: caseEndedOn(facts) ?? null,
    claimed: yuanOf(claimedIn(facts)),
    settled: yuanOf(settledIn(facts)),
    paid: yuanOf(sumOf(facts.payments)),
    restoration: restorationOf(facts),
    deadlines: deadlinesOn(view, mask),
    timeline: timelineOf(facts).map((fact) => ({ ...fact, about: mask(fact.about) })),
    findings,
  }
}

function deadlinesOn(view: CaseView, mask: (text: string) => string): BoardDeadline[] {
  const ahead = deadlinesAhead(view.deadlines)
  const officers = officerNames(view)
  return ahead.map((deadline) =>
    boardDeadline(deadline, mask(subjectLabel(view.facts, deadline.subject, view.regulation)), officers),
  )
}

/** A deadline for the board; `about` is its subject in words. */
export function boardDeadline(deadline: Deadline, about: string, officers: readonly string[]): BoardDeadline {
  const { title, article, verified, subject, due, rolledDue, status, daysLeft, certain, advisory } = deadline
  const named = {
    case: deadline.case,
    deadline: deadline.deadline,
    title,
    article,
    ...(verified === false && { verified }),
    subject,
    about,
  }
  return { ...named, due, rolledDue, status, daysLeft, certain, advisory, officers }
}

/**
 * In 分. An appraisal that confirms another one is no second claim; where no claim is on record, it is the amount that
 * was settled.
 */
function claimedIn(facts: Facts): Fen {
  const appraised = standingAppraisals(facts).map(appraisedSum)
  const brought = facts.court.suits.filter((suit) => !isLeftUndecidedForAll(suit))
  const claimedInCourt = sum(brought.map(({ claimAmount }) => claimAmount))
  return largest([...appraised, claimedInCourt]) || settledIn(facts)
}

function largest(amounts: readonly Fen[]): Fen {
  return amounts.toSorted((a, b) => (a < b ? 1 : -1))[0] ?? 0n
}

/** In 分; a judgment on the breach of an agreement that still binds others is part of the agreed amount. */
function settledIn(facts: Facts): Fen {
  const agreements = obligingAgreements(facts)
  const judged = bindingSuits(facts).filter(({ agreement }) => !agreements.some(({ id }) => id === agreement))
  return sumFen([...agreements.map(amountOf), ...judged.map(({ payments }) => sumOf(payments ?? []))])
}

function restorationOf({ restoration: { projects } }: Facts): RestorationCounts {
  const done = projects.filter(doneOn)
  const left = projects.filter((project) => !done.includes(project))
  const awaiting = left.filter(({ completedOn }) => completedOn)
  const underWay = left.filter(({ startedOn, completedOn }) => startedOn && !completedOn)
  return {
    notStarted: left.length - awaiting.length - underWay.length,
    underWay: underWay.length,
    awaiting: awaiting.length,
    done: done.length,
  }
}
