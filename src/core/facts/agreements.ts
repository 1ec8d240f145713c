import type { Agreement, Substitute } from './documents.ts'
import type { Facts } from './facts.ts'
import { oncePerCase } from './once.ts'
import {
  agreementOf,
  claimedObligors,
  endedOn,
  isConfirmed,
  isRefused,
  isRescinded,
  isSuperseded,
  leftBehind,
  liveAgreements,
  versionsOf,
} from './queries.ts'
import { isJudgedUnder } from './suit-scope.ts'

/** The agreements that bind: neither replaced nor rescinded. */
export const bindingAgreements = oncePerCase((facts): readonly Agreement[] =>
  liveAgreements(facts).filter((agreement) => !isRescinded(agreement)),
)

/** The agreements that bind an obligor: those in force, and amended ones whose amendment leaves an obligor out. */
export function agreementsBindingAnyone(facts: Facts): Agreement[] {
  const binding = bindingAgreements(facts)
  return facts.agreements.filter(
    (agreement) => binding.includes(agreement) || boundAsBefore(facts, agreement).length > 0,
  )
}

/**
 * The obligors whom the amendments of an agreement leave out: it still binds them. None while its confirmation holds
 * for all.
 */
export function boundAsBefore(facts: Facts, agreement: Agreement): string[] {
  return confirmedUntilReplaced(facts).includes(agreement) ? [] : leftBehind(facts, agreement)
}

/**
 * The agreements under which something is owed: signed and binding. Not one that the court refused to confirm:
 * it is negotiated anew (`new-round`); nor one whose breach the court has decided for all.
 */
export const obligingAgreements = oncePerCase((facts): readonly Agreement[] =>
  agreementsBindingAnyone(facts).filter(
    (agreement) =>
      agreement.signedOn !== undefined &&
      !isRefused(facts, agreement) &&
      obligedUnder(facts, agreement).length > 0,
  ),
)

/**
 * The agreements that a court confirmed and that were amended since: they stay enforceable until what takes their place
 * is confirmed too, since the title is the ruling, and no agreement of the parties takes that away (`enforcement`).
 */
export const confirmedUntilReplaced = oncePerCase((facts): readonly Agreement[] =>
  facts.agreements.filter(
    (agreement) =>
      isSuperseded(facts, agreement) &&
      !isRescinded(agreement) &&
      isConfirmed(facts, agreement) &&
      !laterVersions(facts, agreement).some((later) => isConfirmed(facts, later)),
  ),
)

/** The agreements that amend this one, directly or by way of others. */
export function laterVersions(facts: Facts, agreement: Agreement): Agreement[] {
  return facts.agreements.filter(
    (other) => other !== agreement && versionsOf(facts, other).includes(agreement),
  )
}

/**
 * The obligors whom an agreement still binds: without those for whom judgments on its breach have replaced all of it,
 * and without those who amended it while others did not.
 */
export function obligedUnder(facts: Facts, agreement: Agreement): string[] {
  const left = boundAsBefore(facts, agreement)
  const bound = left.length ? left : agreement.obligors
  return bound.filter((obligor) => !isJudgedUnder(facts, agreement, obligor))
}

/** Where an agreement stands in agreements.yaml; -1 when there is none of that id. */
export function agreementIndex({ agreements }: Facts, id: string | null): number {
  return agreements.findIndex((agreement) => agreement.id === id)
}

/** The declared instalments of an agreement. */
export function instalmentTerms({ substitutes }: Agreement): Substitute[] {
  return (substitutes ?? []).filter(({ mode }) => mode === 'instalments')
}

/** Whether somebody pays on several days, declared as instalments or not. */
export function isPaidInInstalments(agreement: Agreement): boolean {
  const payments = agreement.payments ?? []
  const byOne = (payer: string | undefined) =>
    new Set(payments.filter(({ obligor }) => obligor === payer).map(({ dueOn }) => dueOn))
  return instalmentTerms(agreement).length > 0 || payments.some(({ obligor }) => byOne(obligor).size > 1)
}

/** The first version of an agreement that let the money be paid in instalments. */
export function firstInInstalments(facts: Facts, agreement: Agreement): Agreement {
  return versionsOf(facts, agreement).findLast(isPaidInInstalments) ?? agreement
}

/** Words by which a sentence says that there is no penalty, or that the claimant pays it. */
const NO_PENALTY =
  /(?:不|无|未|免|没有|放弃|取消)(?:再|另|予|得|必|需|须|应|用|除)*(?:约定|支付|收取|追究|承担|主张|要求|计收|计算|缴纳|适用)?[^，,]{0,4}违约金|违约金[^，,]{0,8}(?:不|免|无[需须])/u
const OF_CLAIMANT = /(?<!向|给|付|对)(?:甲方|赔偿权利人)|[向给付对]乙方|[向给付对]赔偿义务人/u
const PAID =
  /(?:支付|缴纳|交纳|给付|承担|加付|计付|赔付|偿付)[^，,]*违约金|违约金[^，,]{0,12}(?:支付|缴纳|计付|承担)/u

/** Words by which a sentence lets what is not due yet fall due at once. */
const ALL_AT_ONCE = new RegExp(
  [
    '(?:剩余|其余|余下|未到期|全部|其他各期|后续)[^，,]{0,16}(?:提前|一并|立即|同时|视为|全部|即|均)[^，,]{0,4}到期',
    '视为[^，,]{0,8}(?:全部|剩余|其余|各期)[^，,]{0,8}到期',
    '(?:提前|一次性|一并)[^，,]{0,6}(?:支付|付清|清偿|履行)[^，,]{0,10}(?:剩余|其余|余下|未到期|全部)',
    '(?:剩余|其余|余下|未到期|全部)[^，,]{0,16}(?:提前|一次性|一并|立即)[^，,]{0,6}(?:支付|付清|清偿|履行)',
    '加速到期',
  ].join('|'),
  'u',
)
/** What an obligor may do, or has done, before the day; and what is never asked. */
const NOT_AT_ONCE =
  /(?:不|无权)(?:得|能|应|会|再)?(?:要求|主张)?[^，,]{0,6}(?:提前|加速|一次性)|(?:乙方|赔偿义务人|义务人)(?:可以?|有权|愿意|能)[^，,]{0,6}(?:提前|一次性|一并)|已[^，,]{0,8}(?:支付|付清)|(?:的|后)，?[^，,]{0,6}(?:免收|免予|减免|视为履行|视为已|优惠|退还)/u
/** Something must have gone wrong before all falls due. */
const ONCE_LATE = /未|逾期|不按|不付|不履行|违约|违反|迟延|拖欠|拒不|任何一期|任一期/u

/**
 * What an agreement says of the penalty (违约金) that an obligor pays for its breach, sentence by sentence; undefined where
 * it has none, where only the claimant pays one, and of a judgment.
 */
export function penaltyClause(facts: Pick<Facts, 'agreements'>, reference: string): string | undefined {
  return sentencesOnBreach(
    facts,
    reference,
    (each) => PAID.test(each) && !NO_PENALTY.test(each) && !OF_CLAIMANT.test(each),
  )
}

/** What an agreement says of later instalments that fall due at once when one is not paid; undefined where nothing. */
export function accelerationClause(facts: Pick<Facts, 'agreements'>, reference: string): string | undefined {
  return sentencesOnBreach(
    facts,
    reference,
    (each) => ALL_AT_ONCE.test(each) && ONCE_LATE.test(each) && !NOT_AT_ONCE.test(each),
  )
}

function sentencesOnBreach(
  { agreements }: Pick<Facts, 'agreements'>,
  reference: string,
  isMeant: (sentence: string) => boolean,
): string | undefined {
  const text = agreements.find(({ id }) => id === reference)?.clauses?.breach
  if (typeof text !== 'string') return undefined
  const duties = text
    .split(/[。；;\n]/u)
    .map((sentence) => sentence.trim())
    .filter(isMeant)
  return duties.length ? duties.join('；') : undefined
}

/** Whether there is an agreement and nobody is left with whom one could be made: drafts of agreements are of no use. */
export function isAllAgreed(facts: Facts): boolean {
  const isSettled = (id: string): boolean =>
    agreementOf(facts, id)?.signedOn !== undefined || endedOn(facts, id) !== undefined
  return facts.agreements.length > 0 && claimedObligors(facts).every(({ id }) => isSettled(id))
}
