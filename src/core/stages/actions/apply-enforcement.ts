import { daysLate } from '../../calendar/calendar.ts'
import { chineseDate } from '../../calendar/dates.ts'
import { agreementsBindingAnyone, confirmedUntilReplaced } from '../../facts/agreements.ts'
import { isBankruptOn } from '../../facts/bankruptcy.ts'
import { debtsOf, isOwed } from '../../facts/debts.ts'
import type { DebtKind } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { yuanOf } from '../../facts/money.ts'
import { isBeingEnforced, isOngoing } from '../../facts/pursuit.ts'
import { obligorOf, obligorsNamed } from '../../facts/queries.ts'
import { enforceableTitles, instrumentOf } from '../../facts/titles.ts'
import { type CaseView, viewBy } from '../../view.ts'
import { nextIdOfKind } from '../addresses.ts'
import { boundBy } from '../binding.ts'
import {
  type Breach,
  breachOf,
  isBreached,
  kindsInBreach,
  type NonPerformance,
  obligorsInBreach,
  withoutPursued,
} from '../breach.ts'
import { agreedOrders, claimedOf, ordersFor } from '../claimed.ts'
import { type AnswersSoFar, contradictionIf, defineAction } from '../define.ts'
import { refusedRemedy } from '../remedy.ts'

/** 申请强制执行: of a confirmed agreement, a judgment, a mediation, a payment order; of no other agreement. */
export const applyEnforcement = defineAction({
  id: 'apply-enforcement',
  title: '申请强制执行',
  matter: 'enforcement',
  form: 'enforcement-application',
  otherForms: ['judgment-enforcement'],
  moves: false,
  follows: 'rule-confirmation',
  subjects: enforceable,
  // Against whoever is in bankruptcy the claim is declared, not enforced (`bankruptcy-stay`).
  advised: (view, subject) => {
    const breach = unenforced(view, subject)
    if (!breach || !isBreached(breach)) return true
    return !isOnlyOfBankrupts(view, breach) && !isAllEnforced(view, subject)
  },
  blockers: (view, subject) => {
    const refused = refusedRemedy(view.facts, subject, 'enforcement')
    const breach = unenforced(view, subject)
    return [
      ...refused,
      ...contradictionIf(
        !breach || !isBreached(breach),
        '没有到期而未履行、也没有申请执行的义务',
        'enforcement',
      ),
    ]
  },
  section: 'court.enforcements',
  mode: 'append',
  ask: [
    'instrument',
    'appliedOn',
    'debts',
    'obligors',
    'breach',
    'claim',
    'amount',
    'court',
    'acceptedOn',
    'caseNumber',
  ],
  required: ['obligors', 'breach', 'claim', 'court', 'appliedOn'],
  defaults: enforcementDefaults,
  proposes: (view, { debts, obligors, appliedOn }, subject) =>
    againstWhom(viewBy(view, appliedOn), subject, debts, obligors),
  refuse: refuseEnforcement,
})

/** Signed agreements, effective judgments and payment orders, of which a debt is not being enforced yet. */
function enforceable(facts: Facts): string[] {
  const ongoing = facts.court.enforcements.filter(isOngoing)
  const isOpen = (reference: string): boolean => {
    const owed = debtsOf(facts, reference).filter(isOwed)
    if (!owed.length) return !ongoing.some((each) => each.reference === reference)
    return owed.some((debt) => !isBeingEnforced(facts, debt))
  }
  const titles = ['judgment', 'payment-order'].flatMap(
    (instrument) => enforceableTitles(facts, instrument) ?? [],
  )
  return [
    ...agreementsBindingAnyone(facts).flatMap(({ id, signedOn }) => (signedOn ? [id] : [])),
    ...confirmedUntilReplaced(facts).map(({ id }) => id),
    ...titles.flatMap(({ reference, effectiveOn }) => (effectiveOn ? [reference] : [])),
  ].filter(isOpen)
}

/** What was not performed and is not being enforced yet, of each obligor by himself. */
function unenforced(view: CaseView, reference: string): Breach | undefined {
  const breach = breachOf(view, reference)
  return breach && withoutPursued(breach, (owed) => isBeingEnforced(view.facts, owed))
}

function isBankrupt({ facts, today }: CaseView, id: string): boolean {
  const obligor = obligorOf(facts, id)
  return obligor !== undefined && isBankruptOn(obligor, today)
}

/** Whether each failure is being enforced against somebody: the office may still go against others who are liable. */
function isAllEnforced(view: CaseView, reference: string): boolean {
  const { failures = [], undated = [] } = breachOf(view, reference) ?? {}
  const isEnforced = ({ liable, kind, dueOn, instalment }: NonPerformance): boolean =>
    liable.some((obligor) => isBeingEnforced(view.facts, { reference, obligor, kind, dueOn, instalment }))
  return !undated.length && failures.length > 0 && failures.every(isEnforced)
}

function isOnlyOfBankrupts(view: CaseView, breach: Breach): boolean {
  return obligorsInBreach(breach).every((id) => isBankrupt(view, id))
}

function enforcementDefaults(view: CaseView, subject: string): AnswersSoFar<'court.enforcements'> {
  const { facts, config, today } = view
  const breach = unenforced(view, subject)
  const { obligors, breach: told, claim, amount } = againstWhom(view, subject, undefined, undefined)
  const instrument = instrumentOf(facts, subject)
  const ids = facts.court.enforcements.flatMap(({ id }) => (id === undefined ? [] : [{ id }]))
  return {
    id: nextIdOfKind('F', ids),
    ...(instrument && { instrument }),
    reference: subject,
    obligors,
    ...(breach && isBreached(breach) && { debts: kindsInBreach(breach) }),
    ...(told !== undefined && { breach: told }),
    ...(claim !== undefined && { claim }),
    ...(amount !== undefined && { amount }),
    ...(config.court && { court: config.court }),
    appliedOn: today,
  }
}

/** Who owes the debts that are enforced, what those named did not perform and the court is asked for, and how much is money. */
function againstWhom(
  view: CaseView,
  subject: string,
  debts: readonly DebtKind[] | undefined,
  named: readonly string[] | undefined,
) {
  const { facts } = view
  const breach = withLateness(view, unenforced(view, subject))
  const { owers: liable, told, owed } = claimedOf(facts, breach, debts, named)
  const solvent = liable.filter((id) => !isBankrupt(view, id))
  const owers = solvent.length ? solvent : liable
  const obligors = owers.length ? [...owers] : [...boundBy(facts, subject)]
  const asked = breach ? ordersFor(facts, breach, debts, named ?? obligors, '被申请人').orders : []
  const agreed =
    breach && owed > 0n && asked.length ? agreedOrders(facts, breach, named ?? obligors, '被申请人') : []
  const orders = [...asked, ...agreed]
  return {
    obligors,
    breach: told,
    claim: orders.length ? orders.join('；\n') : undefined,
    amount: owed > 0n ? yuanOf(owed) : undefined,
  }
}

/** A breach with the days by which each part of it is late. */
function withLateness({ calendar, today }: CaseView, breach: Breach | undefined): Breach | undefined {
  if (!breach) return undefined
  const failures = breach.failures.map((failure) => {
    const late = daysLate(calendar, failure.dueOn, today)
    if (late === 0) return failure
    return { ...failure, what: `${failure.what}，至${chineseDate(today)}已逾期${late}天` }
  })
  return { ...breach, failures }
}

function refuseEnforcement({ facts }: CaseView, item: AnswersSoFar<'court.enforcements'>, subject: string) {
  const strangers = (item.obligors ?? []).filter((id) => !boundBy(facts, subject).includes(id))
  return [
    ...contradictionIf(item.reference !== subject, `“执行依据编号”应为 ${subject}`, 'enforcement', {
      key: 'reference',
    }),
    ...contradictionIf(
      strangers.length > 0,
      `${obligorsNamed(facts, strangers)}不受 ${subject} 约束，不能被申请执行`,
      'enforcement',
      { key: 'obligors' },
    ),
  ]
}
