import { bindingAgreements } from '../facts/agreements.ts'
import type { Agreement, Payment } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { type Fen, sum } from '../facts/money.ts'
import { caseEndedOn, clueOn, declinedOn, versionsOf } from '../facts/queries.ts'
import { passedOn } from '../facts/restoration.ts'
import { compensationTotal } from '../facts/shares.ts'
import type { CaseView } from '../view.ts'
import { isWithin, type ReportCell, type ReportPeriod, totalAmount } from './report.ts'

/**
 * Whether the office handled a case at any time in the period: the clue came before its end, and the case did not end
 * before its beginning.
 */
export function isHandledIn({ facts }: CaseView, { from, to }: ReportPeriod): boolean {
  const [began, ended] = [clueOn(facts), caseEndedOn(facts)]
  return began !== undefined && began <= to && (ended === undefined || ended >= from)
}

/**
 * The agreements that bind, by the day on which they were first signed: one that was amended counts once, in the year
 * of its first version, with the amount that holds now.
 */
export function agreementsIn(facts: Facts, span: ReportPeriod): Agreement[] {
  return bindingAgreements(facts).filter(
    (agreement) => agreement.signedOn && isWithin(versionsOf(facts, agreement).at(-1)?.signedOn, span),
  )
}

/** What an agreement comes to; 0 where it says nothing of money. */
export function amountOf({ compensation }: Agreement): Fen {
  return compensation ? compensationTotal(compensation) : 0n
}

/** What was paid in the span. */
export function paymentsIn(facts: Facts, span: ReportPeriod): Payment[] {
  return facts.payments.filter(({ paidOn }) => isWithin(paidOn, span))
}

/** What was agreed and what was paid in the span, in 分. */
export function moneyOf(
  views: readonly CaseView[],
  span: ReportPeriod,
): { readonly agreed: Fen; readonly paid: Fen } {
  const agreements = views.flatMap(({ facts }) => agreementsIn(facts, span))
  return {
    agreed: agreements.map(amountOf).reduce((total, each) => total + each, 0n),
    paid: totalAmount(views.flatMap(({ facts }) => paymentsIn(facts, span))),
  }
}

/** The day or days on which a step was taken in a case. */
type StepDays = (facts: Facts) => readonly (string | undefined)[]

/** The steps for which the report gives only a number: those before the agreements, and those after them. */
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
export function stepRows(views: readonly CaseView[], span: ReportPeriod): ReportCell[][] {
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

/** The amounts in the agreements of the period, head by head. */
export function byHead(views: readonly CaseView[], span: ReportPeriod): ReportCell[][] {
  const items = views.flatMap(({ facts, regulation }) =>
    agreementsIn(facts, span)
      .flatMap(({ compensation }) => compensation?.items ?? [])
      .map(({ head, amount }) => ({ name: regulation.label('damageHeads', head), amount })),
  )
  return rowsWithSums('协议赔偿范围', items)
}

/** The payments of the period by destination, and the money that was spent. */
export function byDestination(views: readonly CaseView[], span: ReportPeriod): ReportCell[][] {
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
  return [...rowsWithSums('赔偿资金到账', paid), ...rowsWithSums('赔偿资金使用', used)]
}

/** The restorations of the span. */
export function restorationRows(views: readonly CaseView[], span: ReportPeriod): ReportCell[][] {
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

interface NamedAmount {
  readonly name: string
  readonly amount: string
}

/** One row for each name: the number of its items and the sum of their amounts. */
function rowsWithSums(group: string, items: readonly NamedAmount[]): ReportCell[][] {
  const names = [...new Set(items.map(({ name }) => name))]
  return names.map((name) => {
    const members = items.filter((item) => item.name === name)
    return [group, name, members.length, sum(members.map(({ amount }) => amount))]
  })
}
