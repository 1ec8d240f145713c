import type { Obligor } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { numberOf } from '../facts/identity.ts'
import { claimedObligors, declinedOn } from '../facts/queries.ts'
import type { CaseRow, ObligorRow, PaymentRow } from './columns.ts'
import { agreementValues, ownShareOf, paidMoney } from './extract/agreement.ts'
import { consultationValues, noticeInRow, serviceOf } from './extract/consultation.ts'
import { unlessEmpty } from './extract/filled.ts'
import { investigationValues } from './extract/investigation.ts'
import { remarksOfCase } from './extract/remarks.ts'
import { damagedQuantities, restorationValues } from './extract/restoration.ts'

/** The rows of one case in the three sheets of the ledger, from what the case says now: the inverse of `intake`. */
export interface LedgerRows {
  readonly case: CaseRow
  readonly obligors: readonly ObligorRow[]
  readonly payments: readonly PaymentRow[]
}

/** What the case says now, column by column. Codes, not labels; the writer of the sheet turns them to text. */
export function ledgerRow(facts: Facts): CaseRow {
  const { cause, clue, damage, jurisdiction, officers = [], title } = facts.case
  const obligors = claimedObligors(facts)
  return {
    number: ledgerNumber(facts),
    title,
    cause,
    damageKind: damage.kind,
    channel: clue.channel,
    foundOn: clue.foundOn,
    receivedOn: clue.receivedOn,
    location: damage.location,
    district: damage.district,
    obligors: unlessEmpty(obligors.map(({ name }) => name)),
    certificates: certificatesOf(obligors),
    ...investigationValues(facts),
    ...consultationValues(facts),
    ...agreementValues(facts),
    ...restorationValues(facts),
    ...endValues(facts),
    handlingUnit: jurisdiction.handlingUnit,
    officers: unlessEmpty(officers.map(({ name }) => name)),
    remarks: remarksOfCase(facts),
    ...damagedQuantities(facts),
  }
}

/** The three kinds of rows of a case. */
export function ledgerRows(facts: Facts): LedgerRows {
  return {
    case: ledgerRow(facts),
    obligors: claimedObligors(facts).map((obligor) => obligorRow(facts, obligor)),
    payments: paymentRows(facts),
  }
}

/** The number of a case in the ledger: that of the office's own ledger, where the case has another one here. */
function ledgerNumber({ id, case: { backfilled } }: Pick<Facts, 'id' | 'case'>): string {
  return backfilled?.number ?? id
}

/** The certificates in the order of the obligors, empty for one without; nothing where nobody has one. */
function certificatesOf(obligors: readonly Obligor[]): readonly string[] | undefined {
  const numbers = obligors.map((obligor) => numberOf(obligor) ?? '')
  return numbers.some(Boolean) ? numbers : undefined
}

function obligorRow(facts: Facts, obligor: Obligor): ObligorRow {
  const { id, name, kind, identity, representative, address, phone } = obligor
  const service = serviceOf(facts, id)
  return {
    number: ledgerNumber(facts),
    name,
    kind,
    certificateKind: identity?.kind,
    certificate: numberOf(obligor),
    representative: representative?.name,
    address,
    phone,
    notifiedOn: noticeInRow(facts)?.issuedOn,
    servedOn: service?.servedOn,
    serviceMethod: service?.method,
    share: ownShareOf(facts, id),
  }
}

function paymentRows(facts: Facts): PaymentRow[] {
  return paidMoney(facts).map(({ on: paidOn, payer, amount, vouchers }) => ({
    number: ledgerNumber(facts),
    payer,
    paidOn,
    amount,
    voucher: vouchers.join('；') || undefined,
  }))
}

/** How the case came to an end: not initiated, or given up against everyone; closed; in the archive. */
function endValues(
  facts: Facts,
): Pick<CaseRow, 'terminatedOn' | 'terminationGround' | 'closedOn' | 'archivedOn'> {
  const { closing, screening } = facts
  const [termination] = closing.terminations
  const claimed = claimedObligors(facts)
  const isForAll = claimed.every(({ id }) =>
    closing.terminations.some(({ obligors }) => obligors.includes(id)),
  )
  const given = termination && isForAll ? termination : undefined
  const end = declinedOn(facts) === undefined ? given : screening?.notInitiate
  return {
    terminatedOn: declinedOn(facts) ?? given?.decidedOn,
    terminationGround: groundOf(end),
    closedOn: closing.closed?.closedOn,
    archivedOn: closing.closed?.archivedOn,
  }
}

/** The code of a ground; of one that the text does not name, with the words of the officer: other：责任人下落不明. */
function groundOf(
  end: { readonly ground?: string; readonly reason?: string } | undefined,
): string | undefined {
  const { ground, reason } = end ?? {}
  return ground === OTHER && reason ? `${ground}：${reason}` : ground
}

const OTHER = 'other'
