import { compare } from '../../calendar/dates.ts'
import type { Payment } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { type Instalment, instalments, paidFor, paidInFullOn, paidOn } from '../../facts/instalments.ts'
import { fenOf, showYuan, yuanOf } from '../../facts/money.ts'
import { obligations, obligedBy } from '../../facts/performance.ts'
import { endedOn, obligorName, obligorOf } from '../../facts/queries.ts'
import { destinationOf, lastAdvanceDestination } from '../../facts/treasury.ts'
import { nextIdOfKind } from '../addresses.ts'
import { type AnswersSoFar, contradictionIf, defineAction } from '../define.ts'

/**
 * 记录付款: of an instalment, in full or in part, with where the money went. Of an obligor (`o1`), what he pays before
 * an agreement or a judgment asks for it: emergency costs and advances, credited later.
 */
export const pay = defineAction({
  id: 'pay',
  title: '记录付款',
  matter: 'treasury',
  moves: false,
  follows: 'initiate',
  subjects: (facts) => [
    ...new Set(payableInstalments(facts).map(({ payment }) => payment.id)),
    ...notYetBound(facts),
  ],
  advised: ({ facts }, subject) => obligorOf(facts, subject) === undefined,
  about: (facts, subject) => {
    const obligor = obligorOf(facts, subject)
    return obligor ? `${obligor.name}签订协议以前的付款` : `款项 ${subject}`
  },
  details: instalmentDetails,
  blockers: () => [],
  section: 'payments.payments',
  mode: 'append',
  ask: ['amount', 'paidOn', 'payer', 'destination', 'voucher'],
  required: ['destination'],
  defaults: ({ facts, today }, subject) => {
    if (obligorOf(facts, subject)) {
      const destination = lastAdvanceDestination(facts)
      return { ...advanceBy(facts, subject), paidOn: today, ...(destination && { destination }) }
    }
    const instalment = instalmentOf(facts, subject)
    if (!instalment) return {}
    const { payment, source } = instalment
    const owed = fenOf(payment.amount) - paidOn(facts, instalment)
    return {
      id: payment.id,
      ...('agreement' in source ? { agreement: source.agreement.id } : { suit: source.suit.id }),
      amount: yuanOf(owed),
      paidOn: today,
      destination: destinationOf(facts, instalment),
    }
  },
  refuse: ({ facts }, item, subject) => [
    ...misaddressed(facts, item, subject),
    ...contradictionIf(
      isRecorded(facts, item, subject),
      '同一款项、同一天、同样金额的付款已经记录过；确是另一笔的，写明它自己的“付款凭证”',
      'performance-terms',
      { key: ['voucher', 'amount', 'paidOn'] },
    ),
    ...contradictionIf(fenOf(item.amount) <= 0n, '实付金额应当大于零', 'performance-terms', {
      key: 'amount',
    }),
  ],
})

/**
 * The money that is recorded for the same: an instalment by its number, an advance by who paid, since each has a number
 * of its own.
 */
function isFor(
  known: Payment,
  { id, payer }: AnswersSoFar<'payments.payments'>,
  isAdvance: boolean,
): boolean {
  return isAdvance ? known.payer !== undefined && paidFor(known) === paidFor({ payer }) : known.id === id
}

/** Whether a payment is on record already: for the same, on the same day, of the same amount, by the same voucher. */
function isRecorded(facts: Facts, item: AnswersSoFar<'payments.payments'>, subject: string): boolean {
  const isAdvance = obligorOf(facts, subject) !== undefined
  return facts.payments.some(
    (known) =>
      isFor(known, item, isAdvance) &&
      known.paidOn === item.paidOn &&
      fenOf(known.amount) === fenOf(item.amount) &&
      known.voucher === item.voucher,
  )
}

/** After all days: what has no day comes last. */
const NEVER = '9999-12-31'

/** By the days on which they fall due: what is overdue comes before what is not due yet. */
function payableInstalments(facts: Facts): Instalment[] {
  return instalments(facts)
    .filter((instalment) => !paidInFullOn(facts, instalment))
    .toSorted((a, b) => compare(a.payment.dueOn ?? NEVER, b.payment.dueOn ?? NEVER))
}

function instalmentOf(facts: Facts, id: string): Instalment | undefined {
  return payableInstalments(facts).find(({ payment }) => payment.id === id)
}

/** Who owes an instalment, what is still open of it, and by when: 韦某 30,000.00 元 2026-06-30 到期. */
function instalmentDetails(facts: Facts, subject: string): string {
  const instalment = instalmentOf(facts, subject)
  if (!instalment) return ''
  const { amount, dueOn, obligor } = instalment.payment
  return [
    obligor === undefined ? '' : obligorName(facts, obligor),
    showYuan(fenOf(amount) - paidOn(facts, instalment)),
    dueOn === undefined ? '' : `${dueOn} 到期`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Those of whom the claim is pursued and nothing is asked yet. */
function notYetBound(facts: Facts): string[] {
  if (!facts.investigation?.initiation) return []
  const bound = obligations(facts).flatMap((obligation) => obligedBy(facts, obligation))
  return facts.obligors.map(({ id }) => id).filter((id) => !bound.includes(id) && !endedOn(facts, id))
}

function advanceBy(facts: Facts, payer: string): Pick<Payment, 'id' | 'payer'> {
  return { id: nextIdOfKind('Y', facts.payments), payer }
}

function misaddressed(facts: Facts, { id, payer }: AnswersSoFar<'payments.payments'>, subject: string) {
  return obligorOf(facts, subject)
    ? contradictionIf(
        paidFor({ payer }) !== subject,
        `“付款人”应为 ${subject}；由他人代付的，“代谁付款”应为 ${subject}`,
        'performance-terms',
        { key: 'payer' },
      )
    : contradictionIf(id !== subject, `付款应对应款项 ${subject}`, 'performance-terms', { key: 'id' })
}
