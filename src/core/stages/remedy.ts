import { chineseDate, type IsoDate } from '../calendar/dates.ts'
import { agreementsBindingAnyone, confirmedUntilReplaced } from '../facts/agreements.ts'
import type { Agreement } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { preservedBeforeSuit } from '../facts/preservations.ts'
import { confirmationOf, isNewRoundFailed, replacedBy, versionsOf } from '../facts/queries.ts'
import { instrumentOf } from '../facts/titles.ts'
import type { Matter } from '../regulation/cite.ts'
import type { CaseView } from '../view.ts'
import { type Breach, breachOf } from './breach.ts'
import {
  type AnswersSoFar,
  type Blocker,
  blockIf,
  contradictionIf,
  type Refusal,
  refusalsUnder,
  saysSomething,
} from './define.ts'

/** What can be done against an obligor in breach. */
export const remedies = {
  enforcement: { title: '申请强制执行', action: 'apply-enforcement' },
  suit: { title: '提起诉讼', action: 'sue' },
  'payment-order': { title: '申请支付令', action: 'apply-payment-order' },
} as const

export type Remedy = keyof typeof remedies

/** A remedy under one agreement, judgment or payment order: open, or refused with the article. */
export interface RemedyVerdict {
  readonly remedy: Remedy
  readonly refusedBy: readonly Refusal[]
}

/** A remedy with its blockers, before they are compared with the text in force. */
interface BlockedRemedy {
  readonly remedy: Remedy
  readonly blockers: readonly Blocker[]
}

/** What was not performed, and the remedies that the law allows and refuses. */
export interface BreachAndRemedies {
  readonly breach: Breach
  readonly remedies: readonly RemedyVerdict[]
}

/**
 * Which remedies an agreement, judgment or payment order (`G1`, `S1`, `Z1`) gives once it is breached: enforcement for
 * what the court confirmed or decided; suit, or for money a payment order, for an agreement it did not.
 */
function remediesUnder(facts: Facts, reference: string): BlockedRemedy[] {
  const agreement = facts.agreements.find(({ id }) => id === reference)
  if (!agreement) {
    return instrumentOf(facts, reference) === undefined ? [] : [{ remedy: 'enforcement', blockers: [] }]
  }
  const blockers = blockersUnder(facts, agreement)
  return [
    { remedy: 'enforcement', blockers: blockers.enforcement },
    { remedy: 'suit', blockers: blockers.suit },
    { remedy: 'payment-order', blockers: blockers['payment-order'] },
  ]
}

/** Why a remedy under a reference is refused; empty when it is open. */
export function refusedRemedy(facts: Facts, reference: string, remedy: Remedy): readonly Blocker[] {
  const known = remediesUnder(facts, reference).find((each) => each.remedy === remedy)
  return known?.blockers ?? contradictionIf(true, `${reference} 没有生效，不是执行依据`, 'enforcement')
}

/** Every breach on record with its remedies. */
export function remediesOf(view: CaseView): BreachAndRemedies[] {
  const { court } = view.facts
  const references = [
    ...agreementsBindingAnyone(view.facts),
    ...confirmedUntilReplaced(view.facts),
    ...court.suits,
    ...court.paymentOrders,
  ].map(({ id }) => id)
  return references.flatMap((reference) => {
    const breach = breachOf(view, reference)
    if (!breach?.failures.length) return []
    const verdicts = remediesUnder(view.facts, reference).map(({ remedy, blockers }): RemedyVerdict => {
      return { remedy, refusedBy: refusalsUnder(view.regulation, blockers) }
    })
    return [{ breach, remedies: verdicts }]
  })
}

function blockersUnder(facts: Facts, agreement: Agreement): Record<Remedy, readonly Blocker[]> {
  const { id } = agreement
  const confirmation = confirmationOf(facts, agreement)
  const former = replacedBy(facts, agreement)
  if (former) {
    const reason = `变更协议 ${id} 已经解除或者未予司法确认，执行依据仍是经司法确认的协议 ${former.id}，按其申请强制执行`
    return { enforcement: blockIf(true, reason, 'enforcement'), ...noSuit(reason, 'enforcement') }
  }
  if (confirmation?.result === 'refused') return afterRefusal(facts, agreement)
  if (confirmation?.result === 'confirmed') {
    const instead = `协议 ${id} 已经司法确认，不履行的应当直接申请强制执行`
    return { enforcement: [], ...noSuit(instead, 'enforcement') }
  }
  if (confirmation) {
    const pending = `协议 ${id} 的司法确认申请还没有裁定：予以确认的直接申请强制执行，不予确认的重新磋商；先记录裁定或者撤回申请（办“记录司法确认裁定”）`
    return { enforcement: blockIf(true, pending, 'confirmation'), ...noSuit(pending, 'confirmation') }
  }
  const money = (agreement.payments ?? []).length > 0
  // Against the others, the order is still to be had.
  const all = agreement.obligors.every((obligor) => preservedBeforeSuit(facts, [obligor]))
  const preserved = all ? preservedAlready(facts, agreement.obligors) : []
  const order = money && preserved.length === 0
  return {
    enforcement: blockIf(
      true,
      `协议 ${id} 未经司法确认，不能申请强制执行；${stillEnforceable(facts, agreement)}依法提起诉讼${order ? '，金钱给付也可以申请支付令' : ''}。已赋予强制执行效力公证的，“执行依据种类”写明公证文书（--set instrument=公证债权文书）`,
      'enforcement',
      { unless: ({ instrument }) => instrument === 'notarized' },
    ),
    suit: [],
    'payment-order': [
      ...blockIf(!money, `协议 ${id} 没有约定金钱给付，支付令只用于给付金钱`, 'payment-order'),
      ...preserved,
    ],
  }
}

/**
 * Why no payment order is to be had against these obligors: the office has applied for preservation before a suit; by a
 * day, or by now.
 */
export function preservedAlready(
  facts: Facts,
  obligors: readonly string[],
  by?: IsoDate,
): readonly Blocker[] {
  const preservation = preservedBeforeSuit(facts, obligors, by)
  if (!preservation) return []
  const reason = `已于${chineseDate(preservation.appliedOn)}申请诉前保全，人民法院不受理支付令的申请；应当依法起诉。保全已经解除的，记录“解除保全日期”（办“记录保全的裁定、续行或者解除”）以后可以登记，受理与否由人民法院决定`
  return blockIf(true, reason, 'payment-order-conditions')
}

/** What the agreement amends, where a court confirmed it: the ruling stays the title. */
function stillEnforceable(facts: Facts, agreement: Agreement): string {
  const title = confirmedUntilReplaced(facts).find((old) => versionsOf(facts, agreement).includes(old))
  return title ? `变更以前的协议 ${title.id} 已经司法确认，可以按其申请执行；` : ''
}

function noSuit(reason: string, matter: Matter): Record<Exclude<Remedy, 'enforcement'>, readonly Blocker[]> {
  const refused = blockIf(true, reason, matter)
  return { suit: refused, 'payment-order': refused }
}

/** An agreement that the court refused to confirm: negotiate again, and sue only when that has failed. */
function afterRefusal(facts: Facts, agreement: Agreement): Record<Remedy, readonly Blocker[]> {
  const reason = `协议 ${agreement.id} 未予司法确认，应当重新组织磋商，重新磋商不成的才起诉`
  const failed = agreement.obligors.some((obligor) => isNewRoundFailed(facts, agreement, obligor))
  return {
    enforcement: blockIf(true, reason, 'new-round'),
    suit: suitAfterRefusal(agreement, failed),
    'payment-order': blockIf(true, reason, 'new-round'),
  }
}

/** Why one cannot sue yet after a refused confirmation; an officer may override it with a reason. */
export function suitAfterRefusal({ id }: Agreement, newRoundFailed: boolean): readonly Blocker[] {
  return blockIf(
    !newRoundFailed,
    `协议 ${id} 未予司法确认，应当重新磋商，重新磋商不成的才起诉；确需直接起诉的，写明“先行起诉的理由”（--set overrideReason=…）`,
    'new-round',
    { unless: ({ overrideReason }: AnswersSoFar<'court.suits'>) => saysSomething(overrideReason) },
  )
}
