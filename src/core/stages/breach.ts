import { headingOf } from '../deadlines/index.ts'
import { bindingAgreements, obligedUnder } from '../facts/agreements.ts'
import { type Instalment, instalments, paidInFullOn, paidOn } from '../facts/instalments.ts'
import { type Fen, fenOf, showYuan } from '../facts/money.ts'
import {
  type Obligation,
  obligationId,
  obligedBy,
  projectsUnder,
  restorationTerms,
} from '../facts/performance.ts'
import { releasedOn } from '../facts/queries.ts'
import { bindingSuits, boundBySuit } from '../facts/suits.ts'
import type { CaseView } from '../view.ts'

/** Something that was due under an agreement, judgment or payment order and was not done. */
export interface Failure {
  /** In Chinese, as an application would say it. */
  readonly what: string
  readonly obligors: readonly string[]
  /** What is still owed in money, in 分; 0 for work. */
  readonly owed: Fen
}

/** What was not performed under one agreement, suit or payment order (`G1`, `S1`, `Z1`). */
export interface Breach {
  readonly reference: string
  readonly failures: readonly Failure[]
  /** True where the files hold no day for performance: only the officer can tell whether it was kept. */
  readonly undated: boolean
}

/** Whether something may be demanded now: a failure on record, or a duty without a day on record. */
export function isBreached({ failures, undated }: Breach): boolean {
  return failures.length > 0 || undated
}

/** The money still owed of what was due, in 分. */
export function moneyOwed({ failures }: Breach): Fen {
  return failures.reduce((total, { owed }) => total + owed, 0n)
}

/** Instalments whose day (moved off rest days) has passed without full payment, of obligors not let go. */
export function unpaidInstalments({
  facts,
  calendar,
  today,
}: Pick<CaseView, 'facts' | 'calendar' | 'today'>): Instalment[] {
  return instalments(facts).filter((instalment) => {
    const { dueOn, obligor } = instalment.payment
    if (calendar.nextWorkingDay(dueOn).date >= today || paidInFullOn(facts, instalment)) return false
    return obligor === undefined || !releasedOn(facts, obligor)
  })
}

/** What was not performed under an agreement, a judgment or a payment order; undefined for an unknown reference. */
export function breachOf(view: CaseView, reference: string): Breach | undefined {
  return (
    breachOfAgreement(view, reference) ?? breachOfJudgment(view, reference) ?? breachOfOrder(view, reference)
  )
}

function breachOfAgreement(view: CaseView, reference: string): Breach | undefined {
  const agreement = bindingAgreements(view.facts).find(({ id }) => id === reference)
  if (!agreement) return undefined
  const { payments = [], restoration } = agreement
  const obliged = pursued(view, obligedUnder(view.facts, agreement))
  const failures = [...unpaid(view, reference, obliged), ...unrestored(view, { agreement })]
  return { reference, failures, undated: payments.length === 0 && restoration?.completeBy === undefined }
}

function breachOfJudgment(view: CaseView, reference: string): Breach | undefined {
  const suit = bindingSuits(view.facts).find(({ id }) => id === reference)
  if (!suit) return undefined
  const { payments = [], performBy } = suit
  const undated = payments.length === 0 && restorationTerms({ suit })?.completeBy === undefined
  return {
    reference,
    failures: [...unpaid(view, reference, pursued(view, boundBySuit(suit))), ...unrestored(view, { suit })],
    undated: undated && (performBy === undefined || performBy < view.today),
  }
}

function breachOfOrder({ facts }: CaseView, reference: string): Breach | undefined {
  const order = facts.court.paymentOrders.find(({ id, effectiveOn }) => id === reference && effectiveOn)
  if (!order) return undefined
  const { obligors = [], amount, result = 'effective' } = order
  const owed = fenOf(amount)
  const what = amount === undefined ? '支付令确定的款项未支付' : `支付令确定的 ${showYuan(owed)}未支付`
  return {
    reference,
    failures: result === 'effective' ? [{ what, obligors, owed }] : [],
    undated: false,
  }
}

/** Those not let go. */
function pursued({ facts }: Pick<CaseView, 'facts'>, obligors: readonly string[]): string[] {
  return obligors.filter((id) => !releasedOn(facts, id))
}

function unpaid(view: CaseView, reference: string, parties: readonly string[]): Failure[] {
  const isUnderIt = ({ source }: Instalment): boolean =>
    ('agreement' in source ? source.agreement.id : source.suit.id) === reference
  return unpaidInstalments(view)
    .filter(isUnderIt)
    .map((instalment) => {
      const { id, amount, dueOn, obligor } = instalment.payment
      const owed = fenOf(amount) - paidOn(view.facts, instalment)
      return {
        what: `款项 ${id} 应于 ${dueOn} 支付 ${showYuan(fenOf(amount))}，尚欠 ${showYuan(owed)}`,
        obligors: obligor === undefined ? parties : [obligor],
        owed,
      }
    })
}

/** The days of the restoration that have passed without the work. */
function unrestored({ facts, deadlines }: CaseView, obligation: Obligation): Failure[] {
  const subjects = [obligationId(obligation), ...projectsUnder(facts, obligation).map(({ id }) => id)]
  const obligors = pursued({ facts }, obligedBy(facts, obligation))
  return deadlines
    .filter((deadline) => {
      const { subject, status } = deadline
      const isWork = headingOf(deadline)?.debt === 'work'
      return isWork && status === 'overdue' && subject !== null && subjects.includes(subject)
    })
    .map(({ title, due }) => ({ what: `应于 ${due} 前${title}，尚未办到`, obligors, owed: 0n }))
}
