import { isLate } from '../deadlines/pending.ts'
import { restorationComplete, restorationStart } from '../deadlines/restoration.ts'
import { bindingAgreements } from '../facts/agreements.ts'
import type { Agreement } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { type Fen, fenOf, sumOf } from '../facts/money.ts'
import { caseEndedOn, clueOn, declinedOn, versionsOf } from '../facts/queries.ts'
import { passedOn } from '../facts/restoration.ts'
import { compensationTotal } from '../facts/shares.ts'
import { stages } from '../stages/stage.ts'
import type { CaseView } from '../view.ts'
import { type CaseQuantities, quantitiesOf } from './quantities.ts'
import { departmentOf, isWithin, type ReportPeriod } from './report.ts'

/** An amount under the name by which it is counted, in 分. */
export interface NamedAmount {
  readonly name: string
  readonly amount: Fen
}

/** What a case adds to the report of a year, of what happened in that year; nothing else of it is kept. */
export interface AnnualCase {
  /** The kind of damage. */
  readonly kind: string
  readonly department: string
  /** Of a clue of the year. */
  readonly found: { readonly on: string; readonly channel: string } | undefined
  /** Of a case that the office handled in the year: where it stands now, and what is overdue. */
  readonly handled: { readonly stage: string; readonly overdue: readonly string[] } | undefined
  /** How often each of `countedSteps` was taken. */
  readonly steps: readonly number[]
  /** By the day on which they were first signed. */
  readonly agreements: readonly {
    readonly on: string
    readonly amount: Fen
    readonly heads: readonly NamedAmount[]
  }[]
  /** By where the money went. */
  readonly payments: readonly (NamedAmount & { readonly on: string })[]
  /** Money that was spent, in 分. */
  readonly uses: readonly Fen[]
  /** How often each of `countedWorks` was done. */
  readonly works: readonly number[]
  readonly quantities: CaseQuantities
}

/** What a case adds to the report of the span. */
export function annualCase(view: CaseView, span: ReportPeriod): AnnualCase {
  const { facts, regulation, stage, deadlines } = view
  const { damage, clue } = facts.case
  const [on, days] = [clueOn(facts), (all: readonly (string | undefined)[]) => countWithin(all, span)]
  const isFound = on !== undefined && isWithin(on, span)
  return {
    kind: regulation.label('damageKinds', damage.kind),
    department: departmentOf(view),
    found: isFound ? { on, channel: regulation.label('channels', clue.channel) } : undefined,
    handled: isHandledIn(view, span)
      ? { stage: stages[stage.case].title, overdue: deadlines.filter(isLate).map(({ title }) => title) }
      : undefined,
    steps: countedSteps.map(([, daysOf]) => days(daysOf(facts))),
    agreements: agreementsOf(view, span),
    payments: paymentsOf(view, span),
    uses: (facts.documents.payments?.uses ?? [])
      .filter(({ on: usedOn }) => isWithin(usedOn, span))
      .map(({ amount }) => fenOf(amount)),
    works: countedWorks.map(([, dayOf]) => days(facts.restoration.projects.map(dayOf))),
    quantities: quantitiesOf(facts, span),
  }
}

function countWithin(days: readonly (string | undefined)[], span: ReportPeriod): number {
  return days.filter((day) => isWithin(day, span)).length
}

/**
 * Whether the office handled a case at any time in the period: the clue came before its end, and the case did not end
 * before its beginning.
 */
export function isHandledIn({ facts }: CaseView, { from, to }: ReportPeriod): boolean {
  const [began, ended] = [clueOn(facts), caseEndedOn(facts)]
  return began !== undefined && began <= to && (ended === undefined || ended >= from)
}

/** What an agreement comes to; 0 where it says nothing of money. */
export function amountOf({ compensation }: Pick<Agreement, 'compensation'>): Fen {
  return compensation ? compensationTotal(compensation) : 0n
}

/**
 * The agreements that bind, by the day on which they were first signed: one that was amended counts once, in the year
 * of its first version, with the amount that holds now.
 */
function agreementsOf({ facts, regulation }: CaseView, span: ReportPeriod): AnnualCase['agreements'] {
  return bindingAgreements(facts).flatMap((agreement) => {
    const on = agreement.signedOn && versionsOf(facts, agreement).at(-1)?.signedOn
    if (!on || !isWithin(on, span)) return []
    const items = agreement.compensation?.items ?? []
    const heads = items.map(({ head, amount }) => ({
      name: regulation.label('damageHeads', head),
      amount: fenOf(amount),
    }))
    return [{ on, amount: amountOf(agreement), heads }]
  })
}

function paymentsOf({ facts, regulation }: CaseView, span: ReportPeriod): AnnualCase['payments'] {
  return facts.payments.flatMap(({ paidOn: on, destination, amount }) => {
    if (on === undefined || !isWithin(on, span)) return []
    const name = destination ? regulation.label('paymentDestinations', destination) : '没有写明去向'
    return [{ on, name, amount: fenOf(amount) }]
  })
}

/** What was agreed and what was paid in a case in the span, in 分. */
export function moneyWithin(
  view: CaseView,
  span: ReportPeriod,
): { readonly agreed: Fen; readonly paid: Fen } {
  return { agreed: sumOf(agreementsOf(view, span)), paid: sumOf(paymentsOf(view, span)) }
}

/** The day or days on which a step was taken in a case. */
type StepDays = (facts: Facts) => readonly (string | undefined)[]

/** The steps that come before the agreements in the report. */
export const STEPS_BEFORE = 4

/** The steps for which the report gives only a number: those before the agreements, and those after them. */
export const countedSteps: readonly (readonly [item: string, days: StepDays])[] = [
  ['新收线索', (facts) => [clueOn(facts)]],
  ['启动索赔', ({ investigation }) => [investigation?.initiation?.initiatedOn]],
  [stages['not-initiated'].title, (facts) => [declinedOn(facts)]],
  [stages.terminated.title, ({ closing }) => closing.terminations.map(({ decidedOn }) => decidedOn)],
  ['司法确认', ({ court }) => court.confirmations.map(confirmedOn)],
  [stages.suit.title, ({ court }) => court.suits.map(({ filedOn }) => filedOn)],
  ['裁判文书生效', ({ court }) => court.suits.map(({ effectiveOn }) => effectiveOn)],
  [stages.closed.title, ({ closing }) => [closing.closed?.closedOn]],
]

function confirmedOn({ result, ruledOn }: { readonly result?: string; readonly ruledOn?: string }) {
  return result === 'confirmed' ? ruledOn : undefined
}

type Project = Facts['restoration']['projects'][number]

/** What is counted of the restorations. */
export const countedWorks: readonly (readonly [
  item: string,
  day: (project: Project) => string | undefined,
])[] = [
  [restorationStart.title, ({ startedOn }) => startedOn],
  [restorationComplete.title, ({ completedOn }) => completedOn],
  ['修复效果达到目标', passedOn],
]
