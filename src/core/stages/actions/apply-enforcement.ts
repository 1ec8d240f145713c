import { bindingAgreements } from '../../facts/agreements.ts'
import type { Facts } from '../../facts/facts.ts'
import { yuanOf } from '../../facts/money.ts'
import { instrumentOf, titlesOf } from '../../facts/titles.ts'
import type { CaseView } from '../../view.ts'
import { nextId } from '../addresses.ts'
import { boundBy } from '../binding.ts'
import { breachOf, isBreached, moneyOwed } from '../breach.ts'
import { type Answers, contradictionIf, defineAction } from '../define.ts'
import { refusedRemedy } from '../remedy.ts'

/** 申请强制执行: of a confirmed agreement, a judgment, a mediation, a payment order; of no other agreement. */
export const applyEnforcement = defineAction({
  id: 'apply-enforcement',
  title: '申请强制执行',
  matter: 'enforcement',
  form: 'enforcement-application',
  moves: false,
  subjects: enforceable,
  blockers: (view, subject) => {
    const refused = refusedRemedy(view.facts, subject, 'enforcement')
    const breach = breachOf(view, subject)
    return [
      ...refused,
      ...contradictionIf(!breach || !isBreached(breach), '没有到期而未履行的义务', 'enforcement'),
    ]
  },
  section: 'court.enforcements',
  mode: 'append',
  ask: [
    'instrument',
    'obligors',
    'breach',
    'claim',
    'amount',
    'court',
    'appliedOn',
    'acceptedOn',
    'caseNumber',
  ],
  required: ['obligors', 'breach', 'claim', 'court', 'appliedOn'],
  defaults: enforcementDefaults,
  refuse: refuseEnforcement,
})

/** Signed agreements, effective judgments and payment orders, while no enforcement of them is under way. */
function enforceable(facts: Facts): string[] {
  const ongoing = facts.court.enforcements.filter(({ result = 'ongoing' }) => result === 'ongoing')
  const titles = ['judgment', 'payment-order'].flatMap((instrument) => titlesOf(facts, instrument) ?? [])
  return [
    ...bindingAgreements(facts).flatMap(({ id, signedOn }) => (signedOn ? [id] : [])),
    ...titles.flatMap(({ reference, effectiveOn }) => (effectiveOn ? [reference] : [])),
  ].filter((reference) => !ongoing.some((each) => each.reference === reference))
}

function enforcementDefaults(view: CaseView, subject: string): Answers<'court.enforcements'> {
  const { facts, config, today } = view
  const breach = breachOf(view, subject)
  const failures = breach?.failures ?? []
  const owed = breach ? moneyOwed(breach) : 0n
  const obligors = [...new Set(failures.flatMap((failure) => failure.obligors))]
  const instrument = instrumentOf(facts, subject)
  const ids = facts.court.enforcements.flatMap(({ id }) => (id === undefined ? [] : [{ id }]))
  return {
    id: nextId('F', ids),
    ...(instrument && { instrument }),
    reference: subject,
    obligors: obligors.length ? obligors : [...boundBy(facts, subject)],
    ...(failures.length && { breach: failures.map(({ what }) => what).join('；') }),
    ...(owed > 0n && { amount: yuanOf(owed) }),
    ...(config.court && { court: config.court }),
    appliedOn: today,
  }
}

function refuseEnforcement({ facts }: CaseView, item: Answers<'court.enforcements'>, subject: string) {
  const strangers = (item.obligors ?? []).filter((id) => !boundBy(facts, subject).includes(id))
  return [
    ...contradictionIf(item.reference !== subject, `“执行依据编号”应为 ${subject}`, 'enforcement', {
      key: 'reference',
    }),
    ...contradictionIf(
      strangers.length > 0,
      `${strangers.join('、')} 不受 ${subject} 约束，不能被申请执行`,
      'enforcement',
      { key: 'obligors' },
    ),
  ]
}
