import type { Suit } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { reopenedOn } from '../../facts/meetings.ts'
import { yuanOf } from '../../facts/money.ts'
import { effectiveOrder, isClaimed } from '../../facts/pursuit.ts'
import {
  agreementOf,
  confirmationOf,
  consultationOutcome,
  endedOn,
  failedOn,
  involves,
  isNewRoundFailed,
  isRescinded,
  obligorName,
  obligorsNamed,
  standingAgreement,
} from '../../facts/queries.ts'
import { bindingSuitsOn, isDismissed, judgmentEffectiveOn, pendingSuits } from '../../facts/suits.ts'
import { type CaseView, viewBy } from '../../view.ts'
import { nextIdOfKind } from '../addresses.ts'
import { type Breach, breachOf, isInBreach, kindsInBreach, ofObligor, withoutPursued } from '../breach.ts'
import { agreedOrders, ordersFor } from '../claimed.ts'
import { type AnswersSoFar, type Blocker, blockIf, contradictionIf, defineAction } from '../define.ts'
import { refusedRemedy, suitAfterRefusal } from '../remedy.ts'

/** 提起诉讼: once consultation has failed, or for breach of an agreement that is not confirmed. */
export const sue = defineAction({
  id: 'sue',
  title: '提起诉讼',
  matter: 'suit',
  form: 'complaint',
  moves: true,
  follows: 'notify',
  // A suit is the last resort.
  after: 'accept',
  subjects: (facts, view) =>
    facts.obligors.map(({ id }) => id).filter((id) => canComeToSuit(facts, id, view)),
  blockers: suitBlockers,
  section: 'court.suits',
  mode: 'append',
  ask: [
    'obligors',
    'reason',
    'plaintiff',
    'court',
    'filedOn',
    'acceptedOn',
    'caseNumber',
    'claims',
    'claimAmount',
    'proof',
  ],
  required: ['court', 'filedOn'],
  defaults: (view, subject) => {
    const { facts, config, today } = view
    const breached = standingAgreement(facts, subject)?.id
    const rescinded = rescindedAgreement(facts, subject)
    return {
      id: nextIdOfKind('S', facts.court.suits),
      obligors: [subject],
      reason: breached
        ? `违反未经司法确认的赔偿协议 ${breached}`
        : rescinded
          ? `赔偿协议 ${rescinded} 已经解除`
          : failureReason(view, subject),
      ...(breached && { agreement: breached, ...scopeOf(view, breached, subject) }),
      // A public-interest suit over the same act may be pending elsewhere: `court/parallel-suit` says so.
      ...(config.court && { court: config.court }),
      filedOn: today,
    }
  },
  proposes: claimsOnBreach,
  refuse: refuseSuit,
})

/**
 * What the court is asked for on a breach: what each defendant has not paid and not done, what the agreement lets it
 * ask for beside, and the costs. What a suit on the damage asks for, only the office can say.
 */
function claimsOnBreach(
  view: CaseView,
  { agreement, debts, obligors = [], filedOn }: AnswersSoFar<'court.suits'>,
): AnswersSoFar<'court.suits'> {
  const breach = agreement === undefined ? undefined : unclaimed(viewBy(view, filedOn), agreement)
  if (agreement === undefined || !breach) return {}
  const { orders, owed } = ordersFor(view.facts, breach, debts, obligors)
  if (!orders.length) return {}
  const agreed = owed > 0n ? agreedOrders(view.facts, breach, obligors, '被告') : []
  const claims = [...[...orders, ...agreed].map((order) => `判令${order}`), '本案诉讼费用由被告承担']
  return {
    claims: claims
      .map((claim, index) => `${index + 1}．${claim}${index < claims.length - 1 ? '；' : '。'}`)
      .join('\n'),
    claimAmount: owed > 0n ? yuanOf(owed) : undefined,
  }
}

/** What a suit on a breach asks for: what was due of this obligor and is not claimed yet (`breach-suit`). */
function scopeOf(view: CaseView, agreement: string, obligor: string): Pick<Suit, 'debts' | 'instalments'> {
  const breach = unclaimed(view, agreement)
  if (!breach) return {}
  const own = ofObligor(breach, obligor)
  const kinds = kindsInBreach(own)
  const instalments = own.failures.flatMap(({ instalment }) => instalment ?? [])
  return { ...(kinds.length && { debts: kinds }), ...(instalments.length && { instalments }) }
}

/** What was not performed under an agreement and is not before the court. */
function unclaimed(view: CaseView, agreement: string): Breach | undefined {
  const breach = breachOf(view, agreement)
  return breach && withoutPursued(breach, (owed) => isClaimed(view.facts, owed))
}

/**
 * Obligors with whom there was a consultation, and neither a suit nor a judgment yet. A suit on a part of an agreement
 * leaves the rest, which can be claimed in its turn once it is broken.
 */
function canComeToSuit(facts: Facts, obligor: string, view: CaseView): boolean {
  return (
    facts.rounds.some((round) => involves(round, obligor)) &&
    !endedOn(facts, obligor) &&
    // The office can't sue again on a claim that was lost for good.
    !isDismissed(facts, obligor) &&
    (!isSued(facts, obligor) || isBrokenAgain(facts, obligor, view))
  )
}

function isSued(facts: Facts, obligor: string): boolean {
  return judgmentEffectiveOn(facts, obligor) !== undefined || pendingSuits(facts, obligor).length > 0
}

/** Whether suits on an agreement left a part of it that is broken now. */
function isBrokenAgain(facts: Facts, obligor: string, view: CaseView): boolean {
  const agreement = standingAgreement(facts, obligor)?.id
  const suits = [...bindingSuitsOn(facts, obligor), ...pendingSuits(facts, obligor)]
  if (agreement === undefined || suits.some((suit) => suit.agreement !== agreement)) return false
  const breach = unclaimed(view, agreement)
  return breach !== undefined && isInBreach(breach, obligor)
}

/** The steps that come before a suit on the damage itself. */
function stepsBeforeSuit(facts: Facts, obligor: string, reopened: boolean): readonly Blocker[] {
  return [
    ...blockIf(
      !reopened && !lastFailure(facts, obligor),
      `与${obligorName(facts, obligor)}的磋商尚未认定为未达成一致（办“认定磋商未达成一致”）`,
      'suit',
      { lacks: 'fail-consultation' },
    ),
    // An early request opens the consultation before the conclusion, not the suit.
    ...blockIf(
      facts.investigation?.conclusion === undefined,
      '损害调查还没有形成结论（办“形成调查结论”），不能起诉',
      'investigation-conclusion',
      { lacks: 'conclude' },
    ),
  ]
}

function suitBlockers(view: CaseView, obligor: string): readonly Blocker[] {
  const { facts } = view
  const agreement = agreementOf(facts, obligor)
  const reopened = rescindedAgreement(facts, obligor) !== undefined
  if (!agreement || reopened) {
    return stepsBeforeSuit(facts, obligor, reopened)
  }
  if (confirmationOf(facts, agreement)?.result === 'refused') {
    return suitAfterRefusal(agreement, isNewRoundFailed(facts, agreement, obligor))
  }
  const refused = refusedRemedy(facts, agreement.id, 'suit')
  if (refused.length) return refused
  const breach = unclaimed(view, agreement.id)
  const unordered = breach && withoutPursued(breach, (owed) => effectiveOrder(facts, owed) !== undefined)
  const isBroken = breach !== undefined && isInBreach(breach, obligor)
  return [
    ...blockIf(
      !isBroken,
      `${obligorName(facts, obligor)}没有协议 ${agreement.id} 项下到期而未履行的义务`,
      'breach-suit',
    ),
    ...contradictionIf(
      isBroken && unordered !== undefined && !isInBreach(unordered, obligor),
      `${obligorName(facts, obligor)}到期而未付的款项已有生效的支付令，应当按支付令申请强制执行（办“申请强制执行”），不再起诉`,
      'payment-order',
    ),
  ]
}

/** The agreement of this obligor that was rescinded and not replaced: what it settled can be claimed in court. */
function rescindedAgreement(facts: Facts, obligor: string): string | undefined {
  if (!facts.rounds.some((round) => reopenedOn(facts, round, obligor))) return undefined
  const rescinded = facts.agreements.filter(
    (agreement) => isRescinded(agreement) && agreement.obligors.includes(obligor),
  )
  return rescinded.at(-1)?.id
}

/** The day on which the last round with this obligor was held to have failed. */
function lastFailure(facts: Facts, obligor: string): string | undefined {
  const last = facts.rounds.filter((round) => involves(round, obligor)).at(-1)
  return last && failedOn(last, obligor)
}

function failureReason({ facts, regulation }: CaseView, obligor: string): string {
  const grounds = facts.rounds.flatMap((round) => consultationOutcome(round, obligor)?.ground ?? [])
  const ground = grounds.at(-1)
  return ground === undefined
    ? '磋商未达成一致'
    : `磋商未达成一致：${regulation.label('failureGrounds', ground).replace(/的$/, '')}`
}

function refuseSuit(view: CaseView, item: AnswersSoFar<'court.suits'>, subject: string) {
  const { facts } = view
  const { obligors = [] } = item
  const others = obligors.filter((id) => id !== subject)
  const strangers = others.filter((id) => !canComeToSuit(facts, id, view))
  return [
    ...contradictionIf(
      !obligors.includes(subject),
      `“被告义务人”应当包括${obligorName(facts, subject)}`,
      'suit',
      {
        key: 'obligors',
      },
    ),
    ...contradictionIf(
      strangers.length > 0,
      `${obligorsNamed(facts, strangers)}没有经过磋商，或者已经起诉、终结`,
      'suit',
      { key: 'obligors' },
    ),
    ...others
      .filter((id) => canComeToSuit(facts, id, view))
      .flatMap((id) => suitBlockers(view, id))
      .filter(({ unless }) => !unless?.(item))
      .map((blocker) => ({ ...blocker, key: 'obligors' as const })),
  ]
}
