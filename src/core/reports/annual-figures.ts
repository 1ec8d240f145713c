import { bindingAgreements } from '../facts/agreements.ts'
import type { Agreement, Payment } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { type Fen, fenOf, sum } from '../facts/money.ts'
import { caseEndedOn, clueOn, declinedOn, passedOn, versionsOf } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { isWithin, type ReportCell, type Span, totalOf } from './report.ts'

/** Whether a case was in hand at any time of the span: its clue in before the end, not ended before the beginning. */
export function isHandledIn({ facts }: CaseView, { from, to }: Span): boolean {
  const [began, ended] = [clueOn(facts), caseEndedOn(facts)]
  return began !== undefined && began <= to && (ended === undefined || ended >= from)
}

/**
 * The agreements that bind, by the day on which they were first signed: one that was amended counts once, in the year
 * of its first version, with the amount that holds now.
 */
export function agreementsIn(facts: Facts, span: Span): Agreement[] {
  return bindingAgreements(facts).filter(
    (agreement) => agreement.signedOn && isWithin(versionsOf(facts, agreement).at(-1)?.signedOn, span),
  )
}

/** What an agreement comes to: its total, else the sum of its heads. */
export function amountOf({ compensation }: Agreement): Fen {
  return compensation?.total ? fenOf(compensation.total) : totalOf(compensation?.items ?? [])
}

/** What was paid in the span. */
export function paymentsIn(facts: Facts, span: Span): Payment[] {
  return facts.payments.filter(({ paidOn }) => isWithin(paidOn, span))
}

/** What was agreed and what was paid in the span, in 分. */
export function moneyOf(
  views: readonly CaseView[],
  span: Span,
): { readonly agreed: Fen; readonly paid: Fen } {
  const agreements = views.flatMap(({ facts }) => agreementsIn(facts, span))
  return {
    agreed: agreements.map(amountOf).reduce((total, each) => total + each, 0n),
    paid: totalOf(views.flatMap(({ facts }) => paymentsIn(facts, span))),
  }
}

/** The day or days on which a step was taken in a case. */
type StepDays = (facts: Facts) => readonly (string | undefined)[]

/** The steps that are only counted: before the agreements, and after them. */
const stepsBefore: readonly (readonly [item: string, days: StepDays])[] = [
  ['新收线索', (facts) => [clueOn(facts)]],
  ['启动索赔', ({ investigation }) => [investigation?.initiation?.initiatedOn]],
  ['不启动索赔', (facts) => [declinedOn(facts)]],
  ['终止索赔', ({ closing }) => closing.terminations.map(({ decidedOn }) => decidedOn)],
]
const stepsAfter: typeof stepsBefore = [
  ['司法确认', ({ court }) => court.confirmations.map(confirmedOn)],
  ['提起诉讼', ({ court }) => court.suits.map(({ filedOn }) => filedOn)],
  ['裁判文书生效', ({ court }) => court.suits.map(({ effectiveOn }) => effectiveOn)],
  ['结案', ({ closing }) => [closing.closed?.closedOn]],
]

/** The steps of the procedure that were taken in the span. */
export function progressed(views: readonly CaseView[], span: Span): ReportCell[][] {
  const all = views.map(({ facts }) => facts)
  const row = (item: string, count: number, amount: Fen | null = null) => ['本年办理', item, count, amount]
  const counted = ([item, daysOf]: (typeof stepsBefore)[number]) =>
    row(item, all.flatMap(daysOf).filter((day) => isWithin(day, span)).length)
  const agreements = all.flatMap((facts) => agreementsIn(facts, span))
  return [
    ...stepsBefore.map(counted),
    row('签订赔偿协议', agreements.length, moneyOf(views, span).agreed),
    ...stepsAfter.map(counted),
  ]
}

function confirmedOn({ result, ruledOn }: { readonly result?: string; readonly ruledOn?: string }) {
  return result === 'confirmed' ? ruledOn : undefined
}

/** What the agreements of the span provide for, head by head. */
export function byHead(views: readonly CaseView[], span: Span): ReportCell[][] {
  const items = views.flatMap(({ facts, regulation }) =>
    agreementsIn(facts, span)
      .flatMap(({ compensation }) => compensation?.items ?? [])
      .map(({ head, amount }) => ({ name: regulation.label('damageHeads', head), amount })),
  )
  return summed('协议赔偿范围', items)
}

/** What was paid in the span, by where it went, and what was spent of it. */
export function byDestination(views: readonly CaseView[], span: Span): ReportCell[][] {
  const paid = views.flatMap(({ facts, regulation }) =>
    paymentsIn(facts, span).map(({ destination, amount }) => ({
      name: destination ? regulation.label('paymentDestinations', destination) : '没有写明去向',
      amount,
    })),
  )
  const uses = views.flatMap(({ facts }) => facts.documents.payments?.uses ?? [])
  const used = uses
    .filter(({ on }) => isWithin(on, span))
    .map(({ amount }) => ({ name: '用于修复等', amount }))
  return [...summed('赔偿资金到账', paid), ...summed('赔偿资金使用', used)]
}

/** The restorations of the span. */
export function performed(views: readonly CaseView[], span: Span): ReportCell[][] {
  const projects = views.flatMap(({ facts }) => facts.restoration.projects)
  const row = (item: string, days: readonly (string | undefined)[]) => [
    '生态环境修复',
    item,
    days.filter((day) => isWithin(day, span)).length,
    null,
  ]
  return [
    row(
      '启动修复',
      projects.map(({ startedOn }) => startedOn),
    ),
    row(
      '完成修复',
      projects.map(({ completedOn }) => completedOn),
    ),
    row('修复效果达到目标', projects.map(passedOn)),
  ]
}

interface Named {
  readonly name: string
  readonly amount: string
}

/** One row for each name that occurs: how many, and what they come to. */
function summed(group: string, items: readonly Named[]): ReportCell[][] {
  const names = [...new Set(items.map(({ name }) => name))]
  return names.map((name) => {
    const members = items.filter((item) => item.name === name)
    return [group, name, members.length, sum(members.map(({ amount }) => amount))]
  })
}
