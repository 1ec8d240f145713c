import { chineseDate } from '../../core/calendar/dates.ts'
import { CLEAN_UP, isPaidCost, likelyDestination } from '../../core/facts/destinations.ts'
import { sum, yuanOf } from '../../core/facts/money.ts'
import type { Item } from '../../core/stages/define.ts'
import { itemOrEmpty } from '../shared/answers/collect.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import {
  itemsIn,
  nameOfPlace,
  owedMoney,
  possibleSignatories,
  signatoryOf,
  signers,
  usualPayee,
} from './agreed.ts'
import { dayInClauses, firstBearer, nextDueOn, nextPart, nextShare, saysInstalments } from './agreed-parts.ts'
import { likelyToCome } from './attendance.ts'
import type { Asking } from './context.ts'
import { claimsOnDamage, damagesClaimed, provenBy } from './suit.ts'

/** Proposes a value from the facts and from the answers beside it. */
type Proposal = (beside: Item, asking: Asking, place: ItemPlace) => unknown

const AUTHORISATION = 'case.jurisdiction.countyAuthorization'
const EARLIER = 'earlier.jurisdiction.countyAuthorization'

/** What the heads approve on the registers of the annex: the officer writes down what stands there in their hand. */
const APPROVED = [
  'screening.notInitiate',
  'investigation.initiation',
  'investigation.conclusion',
  'closing.closed',
  'closing.terminations',
]

/** The clauses of which the case knows something; the others only the parties can agree on. */
const KNOWN_CLAUSES = ['facts', 'evidence', 'legalBasis', 'reasons', 'restorationPlan']

/** The days of the restoration that the text of an agreement names. */
const RESTORATION_DAYS = ['startBy', 'completeBy', 'evaluateBy'] as const

/** By document and path without numbers. The officer confirms or changes each. */
export const PROPOSALS: Readonly<Record<string, Proposal>> = {
  'case.damage.scope': () => 'covered',
  'case.summary': (_, { whole }) => itemOrEmpty(whole.damage).description,
  // If the office found the damage, it knew of it before a report came in.
  'case.damage.knownOn': (_, { whole }) => {
    const { foundOn, receivedOn } = itemOrEmpty(whole.clue)
    return [foundOn, receivedOn].filter((day) => typeof day === 'string').toSorted()[0]
  },
  // The city mostly authorises a county once for all its cases, or for those of a year.
  [`${AUTHORISATION}.document`]: (_, { known }) => known(`${EARLIER}.document`),
  [`${AUTHORISATION}.grantedOn`]: ({ document }, { known, today }) =>
    document === known(`${EARLIER}.document`) ? known(`${EARLIER}.grantedOn`) : today,
  // A paper that is published is served later, by law.
  'consultation.rounds.services.servedOn': ({ method }, { today }) =>
    method === 'public-notice' ? undefined : today,
  'consultation.rounds.meetings.attended': (_, { facts }, place) => facts && likelyToCome(facts, place),
  'consultation.rounds.meetings.place': (_, { facts }) => lastPlace(facts),
  'consultation.rounds.meetings.agreedWith': ({ attended }) => attended,
  ...Object.fromEntries(
    KNOWN_CLAUSES.map((code) => [
      `agreements.agreements.clauses.${code}`,
      (_: Item, { knownOfClause }: Asking) => knownOfClause?.(code),
    ]),
  ),
  'agreements.agreements.compensation.items': (_, asking) => appraisedAmounts(asking).map(({ head }) => head),
  'agreements.agreements.compensation.items.amount': ({ head }, asking) =>
    appraisedAmounts(asking).find((each) => each.head === head)?.amount,
  'agreements.agreements.compensation.items.basis': ({ head, amount }, asking) =>
    basisOf(head, amount, asking),
  'agreements.agreements.compensation.items.by': ({ head }) => (head === CLEAN_UP ? 'work' : 'payment'),
  'agreements.agreements.compensation.total': ({ items }) => yuanOf(sum(amountsOf(items))),
  'agreements.agreements.shares.obligors': (beside, asking) => nextShare(beside, asking).obligors,
  'agreements.agreements.shares.amount': (beside, asking) => yuanOf(nextShare(beside, asking).amount),
  'agreements.agreements.shares.joint': ({ obligors }) =>
    Array.isArray(obligors) && obligors.length > 1 ? true : undefined,
  'agreements.agreements.substitutes': (_, { whole }) =>
    saysInstalments(whole) ? ['instalments'] : undefined,
  ...Object.fromEntries(
    RESTORATION_DAYS.map((key) => [
      `agreements.agreements.restoration.${key}`,
      (_: Item, asking: Asking) => dayInClauses(asking, key),
    ]),
  ),
  'agreements.agreements.substitutes.amount': ({ mode }, { whole, before }) =>
    mode === 'instalments' ? yuanOf(owedMoney({ ...whole, substitutes: before })) : undefined,
  'agreements.agreements.substitutes.consentedOn': (_, { whole }) => whole.signedOn,
  'agreements.agreements.payments.obligor': (_, asking) => {
    const [only, ...others] = signers(asking)
    return others.length
      ? (nextPart(asking)?.obligor ?? asking.before.at(-1)?.obligor ?? firstBearer(asking))
      : only
  },
  'agreements.agreements.payments.dueOn': (_, asking) => nextDueOn(asking),
  'agreements.agreements.payments.amount': (_, asking) => {
    const amount = nextPart(asking)?.amount
    return amount === undefined ? undefined : yuanOf(amount)
  },
  'agreements.agreements.payments.heads': (_, asking) => nextPart(asking)?.heads,
  'agreements.agreements.payments.destination': ({ heads }, { before }) =>
    likelyDestination(Array.isArray(heads) ? heads.map(String) : []) ?? before.at(-1)?.destination,
  'agreements.agreements.payments.payee': usualPayee,
  'agreements.agreements.signatories': (_, asking) => possibleSignatories(asking).map(({ value }) => value),
  'agreements.agreements.signatories.name': ({ party }, asking) => signatoryOf(party, asking).name,
  'agreements.agreements.signatories.post': ({ party }, asking) => signatoryOf(party, asking).post,
  'court.suits.claims': (suit, { facts }) => facts && claimsOnDamage(facts, suit),
  'court.suits.claimAmount': (suit, { facts }) => facts && damagesClaimed(facts, suit),
  'court.suits.proof': (_, { facts }) => facts && provenBy(facts),
  // What a case publishes mostly stands in one place, read by one person.
  'supervision.disclosures.medium': (_, { facts }) => facts?.supervision.disclosures.at(-1)?.medium,
  'supervision.disclosures.channel': (_, { facts }) => facts?.supervision.disclosures.at(-1)?.channel,
  'supervision.disclosures.readBy': (_, { facts }) => facts?.supervision.disclosures.at(-1)?.readBy,
  ...Object.fromEntries(APPROVED.map((section) => [`${section}.approvals.opinion`, () => '同意。'])),
}

/** The proposal for the value at a place; undefined where there is none. */
export function proposedValue(place: ItemPlace, beside: Item, asking: Asking): unknown {
  return PROPOSALS[nameOfPlace(place)]?.(beside, asking, place)
}

/** Where the last meeting of the case was held or was announced to be. */
function lastPlace(facts: Asking['facts']): string | undefined {
  const { notice, meetings = [] } = facts?.rounds.at(-1) ?? {}
  return meetings.at(-1)?.place ?? notice?.meeting?.place
}

/** The last appraisal that was received and has amounts. */
function lastAppraisal({ facts }: Pick<Asking, 'facts'>) {
  return facts?.appraisals.findLast(({ receivedOn, amounts }) => receivedOn && amounts?.length)
}

function appraisedAmounts(asking: Asking) {
  return lastAppraisal(asking)?.amounts ?? []
}

/**
 * What an amount rests on: the appraisal, where it is the amount of that; the costs that were paid rest on their
 * papers.
 */
function basisOf(head: unknown, amount: unknown, asking: Asking): string | undefined {
  const appraisal = lastAppraisal(asking)
  const isAppraised =
    appraisal?.amounts?.some((each) => each.head === head && each.amount === amount) === true
  if (appraisal && isAppraised) {
    const { receivedOn, reportNumber } = appraisal
    return `鉴定评估结论（${reportNumber ?? `${chineseDate(receivedOn ?? '')}收到`}）`
  }
  return isPaidCost(String(head)) ? '合同、发票、付款凭证' : undefined
}

function amountsOf(items: unknown): string[] {
  return itemsIn(items).flatMap(({ amount }) => (typeof amount === 'string' ? [amount] : []))
}
