import { earliest, type IsoDate } from '../calendar/dates.ts'
import { bankruptcyClaims, claimPendingSince } from '../facts/bankruptcy.ts'
import { amendedTitleDebts, type Debt, debts } from '../facts/debts.ts'
import type { Suit } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import {
  applicationDays,
  claimedOn,
  concernsDebt,
  enforceableSince,
  enforcedOn,
  interruptionsOfDebt,
  jointInterruptions,
} from '../facts/pursuit.ts'
import { confirmationOf } from '../facts/queries.ts'
import { countFrom, type StepDraft } from './count.ts'
import { defineDeadlineForEach } from './define.ts'
import { JOINTLY, lastRestart, limitationRestart, RESTARTED } from './interruption.ts'
import { checkInterruptions } from './late.ts'
import { atInstrument } from './places.ts'

const LAST_DAY = '履行期间的最后一日'
const EFFECT = '文书未规定履行期间，自生效之日'

const EFFECT_LATER = '文书生效之日：履行期间的最后一日在生效以前，生效以前不能申请执行'

const CONFIRMED_LATER = '裁定确认以前没有执行依据，不能申请执行'

/**
 * A debt that can be enforced, and from when: the last day for performance; the effect where no day was set, or where
 * the day that a judgment set had passed before it took effect. That an agreement was confirmed after its last day is
 * the other reading: the text counts from the day, and the parties could have had it confirmed in time.
 */
interface Enforceable {
  readonly debt: Debt
  readonly from: IsoDate
  readonly startedBy: string
  readonly confirmedLaterOn?: IsoDate
}

function enforceables(facts: Facts): Enforceable[] {
  return [...debts(facts), ...amendedTitleDebts(facts)].flatMap((debt): Enforceable[] => {
    const since = enforceableSince(facts, debt)
    if (!since) return []
    const { dueOn } = debt
    if (dueOn === undefined) return [{ debt, from: since, startedBy: EFFECT }]
    if (since <= dueOn) return [{ debt, from: dueOn, startedBy: LAST_DAY }]
    return 'agreement' in debt.instrument
      ? [{ debt, from: dueOn, startedBy: LAST_DAY, confirmedLaterOn: since }]
      : [{ debt, from: since, startedBy: EFFECT_LATER }]
  })
}

/** 申请强制执行: of each debt 2 years from its last day for performance; each interruption restarts the period. */
export const enforcementApply = defineDeadlineForEach<Enforceable>({
  id: 'enforcement-apply',
  title: '申请强制执行',
  matter: 'enforcement',
  after: 'send-to-court',
  kind: 'right',
  owedBy: 'office',
  claim: true,
  metBy: ['apply-enforcement'],
  place: atInstrument,
  whenLate: {
    advice: '请核对期间有无中断；仍需执行的，尽快向人民法院申请并说明；已申请的补录日期',
  },
  each: enforceables,
  subject: ({ debt }) => debt.address,
  count: ({ debt, from, startedBy, confirmedLaterOn }, context, facts) => {
    const period = context.period('enforcement-apply')
    const interruptions = [
      ...interruptionsOfDebt(facts, debt).map((on) => ({ on, restartsOn: on })),
      ...bankruptcyClaims(facts, debt.obligor),
    ]
    const restartedOn = lastRestart(from, interruptions, context, period)
    const jointly = jointInterruptions(facts, debt).map((on) => ({ on, restartsOn: on }))
    const byJoint = lastRestart(from, [...interruptions, ...jointly], context, period)
    const otherStart =
      byJoint !== undefined && byJoint !== restartedOn
        ? { start: byJoint, because: JOINTLY }
        : restartedOn === undefined && confirmedLaterOn !== undefined
          ? { start: confirmedLaterOn, because: CONFIRMED_LATER }
          : undefined
    const step: StepDraft = { step: startedBy, date: from, matter: 'enforcement-period' }
    const { dueOn } = debt
    const lastDay: StepDraft[] =
      startedBy === EFFECT_LATER && dueOn
        ? [{ step: LAST_DAY, date: dueOn, matter: 'enforcement-period' }]
        : []
    const count =
      restartedOn === undefined ? countFrom(from, startedBy) : countFrom(restartedOn, RESTARTED).because(step)
    return lastDay
      .reduce((counted, each) => counted.because(each), count)
      .add(period)
      .orFrom(otherStart)
      .metOn(earliest(enforcedOn(facts, debt), claimPendingSince(facts, debt.obligor)))
      .closedOn(debt.performedOn ?? debt.releasedOn)
  },
})

/** A debt under an agreement that the court has not confirmed: against a breach, one can only sue. */
interface Suable {
  readonly debt: Debt
  readonly from: IsoDate
}

function suables(facts: Facts): Suable[] {
  return debts(facts).flatMap((debt): Suable[] => {
    const { instrument, dueOn } = debt
    if (!('agreement' in instrument) || dueOn === undefined) return []
    const { agreement } = instrument
    if (confirmationOf(facts, agreement)?.result === 'confirmed') return []
    return [{ debt, from: dueOn }]
  })
}

/** 协议债权的诉讼时效: of each debt 3 years from its last day for performance under an unconfirmed agreement. */
export const agreementLimitation = defineDeadlineForEach<Suable>({
  id: 'agreement-limitation',
  title: '依协议起诉的诉讼时效',
  matter: 'general-limitation',
  after: 'limitation',
  kind: 'limitation',
  owedBy: 'office',
  metBy: [],
  place: atInstrument,
  whenLate: checkInterruptions,
  each: suables,
  subject: ({ debt }) => debt.address,
  count: ({ debt, from }, context, facts) => {
    const period = context.period('agreement-limitation')
    const claim = {
      from,
      obligor: debt.obligor,
      concerns: (suit: Suit) => concernsDebt(facts, suit, debt),
      interruptedOn: [...interruptionsOfDebt(facts, debt), ...applicationDays(facts, debt)],
      jointlyOn: jointInterruptions(facts, debt),
    }
    const { restartedOn, other } = limitationRestart(facts, claim, context, period)
    const step: StepDraft = { step: LAST_DAY, date: from, matter: 'general-limitation' }
    return (
      restartedOn === undefined ? countFrom(from, LAST_DAY) : countFrom(restartedOn, RESTARTED).because(step)
    )
      .add(period)
      .notAfter(context.period('limitation-outer'), from, LAST_DAY)
      .orFrom(other)
      .metOn(earliest(claimedOn(facts, debt), claimPendingSince(facts, debt.obligor)))
      .closedOn(debt.performedOn ?? debt.releasedOn)
  },
})
