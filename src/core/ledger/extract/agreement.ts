import { compare, earliest, type IsoDate } from '../../calendar/dates.ts'
import type { Agreement, Payment } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { sum, yuanOf } from '../../facts/money.ts'
import { claimedObligors, confirmationOf, obligorName, roundNumber, versionsOf } from '../../facts/queries.ts'
import type { CaseRow, LedgerPayment } from '../columns.ts'
import { common, unlessEmpty } from './filled.ts'
import { agreementsInRow } from './round-in-row.ts'

type AgreementColumn =
  | 'signedOn'
  | 'total'
  | 'confirmationAppliedOn'
  | 'confirmedOn'
  | 'suedOn'
  | 'judgedOn'
  | 'paymentDue'
  | 'payments'
  | 'disclosedOn'

/** The agreements that bind (the first of several), the court, and the money. */
export function agreementValues(facts: Facts): Pick<CaseRow, AgreementColumn> {
  const agreements = agreementsInRow(facts)
  const confirmations = agreements.flatMap((agreement) => confirmationOf(facts, agreement) ?? [])
  const confirmed = confirmations.filter(({ result }) => result === 'confirmed')
  const { suits } = facts.court
  return {
    signedOn: earliest(...agreements.map((agreement) => firstSignedOn(facts, agreement))),
    total: totalOf(facts, agreements),
    confirmationAppliedOn: earliest(...confirmations.map(({ appliedOn }) => appliedOn)),
    confirmedOn: earliest(...confirmed.map(({ ruledOn }) => ruledOn)),
    suedOn: earliest(...suits.map(({ filedOn }) => filedOn)),
    judgedOn: earliest(...suits.map(({ judgedOn }) => judgedOn)),
    paymentDue: unlessEmpty(dueMoney(facts, agreements)),
    payments: unlessEmpty(paidMoney(facts).map(({ vouchers: _, ...payment }) => payment)),
    disclosedOn: disclosedOn(facts, agreements),
  }
}

/** The day of its first version in the same round: what was agreed anew after a refusal was signed anew. */
function firstSignedOn(facts: Facts, agreement: Agreement): IsoDate | undefined {
  const round = roundNumber(agreement)
  return versionsOf(facts, agreement).findLast((version) => roundNumber(version) === round)?.signedOn
}

/**
 * The total that was agreed. Without an agreement, the total that judgments order; without these, what the suits
 * claim.
 */
function totalOf({ court }: Facts, agreements: readonly Agreement[]): string | undefined {
  const agreed = agreements.flatMap(({ compensation }): string[] => {
    const { total, items = [] } = compensation ?? {}
    return total === undefined ? items.map(({ amount }) => amount) : [total]
  })
  const ordered = court.suits.flatMap(({ payments = [] }) => payments.map(({ amount }) => amount))
  const claimed = court.suits.flatMap(({ claimAmount }) => claimAmount ?? [])
  const [amounts] = [agreed, ordered, claimed].filter(({ length }) => length)
  return amounts && yuanOf(sum(amounts))
}

/** The money that has a last day, under the agreements; where there is none, under the judgments. */
function dueMoney(facts: Facts, agreements: readonly Agreement[]): LedgerPayment[] {
  return (agreements.length ? agreements : facts.court.suits)
    .flatMap(({ payments = [] }) => payments)
    .flatMap(({ dueOn: on, amount, obligor }) => {
      const payer = obligor === undefined ? undefined : obligorName(facts, obligor)
      return on === undefined ? [] : [{ on, amount, ...(payer !== undefined && { payer }) }]
    })
    .toSorted((a, b) => compare(a.on, b.on))
}

/** What somebody paid on a day. */
export interface PaidMoney extends LedgerPayment {
  readonly on: IsoDate
  readonly amount: string
  /** The numbers or names of the receipts. */
  readonly vouchers: readonly string[]
}

/** The payments, in the order of their days; what one paid on one day, in several parts, together. */
export function paidMoney(facts: Facts): PaidMoney[] {
  const paid = new Map<string, PaidMoney>()
  for (const payment of facts.payments.toSorted((a, b) => compare(a.paidOn, b.paidOn))) {
    const { paidOn: on, amount } = payment
    const payer = payerOf(facts, payment)
    const key = `${on} ${payer ?? ''}`
    const before = paid.get(key)
    paid.set(key, {
      on,
      amount: yuanOf(sum([before?.amount, amount])),
      ...(payer !== undefined && { payer }),
      vouchers: [...new Set([...(before?.vouchers ?? []), ...vouchersOf(facts, payment)])],
    })
  }
  return [...paid.values()]
}

/** Who paid: an obligor, or another by his name alone; where nobody is named, the only obligor. */
function payerOf(facts: Facts, { payer }: Payment): string | undefined {
  if (payer === undefined) return common(claimedObligors(facts).map(({ name }) => name))
  return typeof payer === 'string' ? obligorName(facts, payer) : payer.name
}

/** The receipt: its title among the evidence, else what is noted in its place. */
function vouchersOf({ evidence }: Facts, { voucher, note }: Payment): string[] {
  const known =
    voucher === undefined ? undefined : (evidence.find(({ id }) => id === voucher)?.title ?? voucher)
  return [known ?? note ?? []].flat()
}

/** The share that an obligor owes alone, by the agreements that bind. */
export function ownShareOf(facts: Facts, obligor: string): string | undefined {
  const own = agreementsInRow(facts)
    .flatMap(({ shares = [] }) => shares)
    .filter(({ obligors }) => obligors.length === 1 && obligors[0] === obligor)
  return own.length ? yuanOf(sum(own.map(({ amount }) => amount))) : undefined
}

/** The day on which the agreement was published; without an agreement, the judgment. */
function disclosedOn({ supervision }: Facts, agreements: readonly Agreement[]): IsoDate | undefined {
  const isSigned = agreements.some(({ signedOn }) => signedOn !== undefined)
  const matter = isSigned ? 'agreement' : 'judgment'
  const published = supervision.disclosures.filter((each) => each.matter === matter)
  return earliest(...published.map(({ publishedOn }) => publishedOn))
}
