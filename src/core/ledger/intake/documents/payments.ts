import { type Fen, fenOf, sum, yuanOf } from '../../../facts/money.ts'
import { MONETARY } from '../cells/words.ts'
import type { IntakePayment } from '../intake.ts'
import { type CaseParts, type Part, withoutEmptyKeys } from './parts.ts'

/** A payment that is due, as agreements and judgments list them. */
interface Due {
  readonly id: string
  readonly amount: string
  readonly dueOn?: string
  readonly obligor?: string
}

/** What is owed in money, by the row: as it says, else what was paid, without a day. */
export function scheduleOf(parts: CaseParts, isJudged = false): Due[] {
  const said = parts.payments('paymentDue')
  if (said.length > 0) return said.flatMap((each, index) => dueOf(parts, each, said.length, `P${index + 1}`))
  const amount = amountWithoutSchedule(parts, isJudged)
  return amount === undefined ? [] : [{ id: 'P1', amount }]
}

function dueOf(
  parts: CaseParts,
  { on: dueOn, amount, payer }: IntakePayment,
  count: number,
  id: string,
): Due[] {
  const whole = count === 1 && isAllMoney(parts) ? parts.text('total') : undefined
  const sum = amount ?? whole
  if (sum === undefined) {
    parts.refuse('paymentDue', '只写了付款期限，不知道应付多少：请写成“2026-05-01 50000”')
    return []
  }
  const obligor = payer === undefined ? undefined : parts.ids.get(payer)
  if (payer !== undefined && obligor === undefined) parts.refuse('paymentDue', `义务人里没有“${payer}”`)
  return [
    { id, amount: sum, ...(dueOn !== undefined && { dueOn }), ...(obligor !== undefined && { obligor }) },
  ]
}

/** Whether nothing is said of works: then the whole is to be paid. */
function isAllMoney({ text }: CaseParts): boolean {
  const mode = text('restorationMode')
  const works = ['restorationStartedOn', 'restorationDueOn', 'completedOn', 'evaluatedOn']
  return (mode === undefined || mode === MONETARY) && works.every((id) => text(id) === undefined)
}

/**
 * The whole where it is all money and not less than what was paid; else what was paid, of which alone it is known that
 * it was owed.
 */
function amountWithoutSchedule(parts: CaseParts, isJudged: boolean): string | undefined {
  const paid = sum(parts.intake.payments.map(({ amount }) => amount))
  const total = parts.text('total')
  const isWhole = total !== undefined && isAllMoney(parts) && fenOf(total) >= paid
  if (isWhole && (paid > 0n || isJudged)) return total
  return paid > 0n ? yuanOf(paid) : undefined
}

/** A payment, and the number of what it was paid on. */
interface Allocated {
  readonly id: string | undefined
  readonly payment: IntakePayment
}

/**
 * Puts payments on what was due: on that of the same amount, else on what is due first; one that covers two is split.
 */
export function allocated(
  made: readonly IntakePayment[],
  schedule: readonly Due[],
  parts: CaseParts,
): Allocated[] {
  const open = schedule.map((due) => ({ ...due, left: fenOf(due.amount) }))
  return made.flatMap((payment): Allocated[] => {
    const who = payerInRow(parts, payment.payer)
    const own = open.filter(
      ({ obligor }) => obligor === undefined || typeof who !== 'string' || obligor === who,
    )
    const same = own.find(({ left }) => left === fenOf(payment.amount))
    return spread(payment, same ? [same] : own)
  })
}

type OpenDue = Due & { left: Fen }

function spread(payment: IntakePayment, among: readonly OpenDue[]): Allocated[] {
  const parts: Allocated[] = []
  let rest = fenOf(payment.amount)
  for (const due of among) {
    if (rest <= 0n || due.left <= 0n) continue
    const taken = smaller(rest, due.left)
    due.left -= taken
    rest -= taken
    parts.push({ id: due.id, payment: { ...payment, amount: yuanOf(taken) } })
  }
  const last = parts.at(-1)
  // What was paid beyond all that was due stays with the last of it: a rule tells of the excess.
  if (rest > 0n && last)
    parts[parts.length - 1] = {
      ...last,
      payment: { ...last.payment, amount: yuanOf(fenOf(last.payment.amount) + rest) },
    }
  if (rest > 0n && !last) parts.push({ id: among.at(-1)?.id, payment })
  return parts
}

function smaller(one: Fen, other: Fen): Fen {
  return one > other ? other : one
}

/** Who paid: an obligor, or somebody else by name; the only obligor where nobody is named and nothing was agreed. */
export function payerInRow({ ids, intake }: CaseParts, payer: string | undefined): string | Part | undefined {
  if (payer === undefined) return ids.size === 1 ? ids.get(intake.obligors[0]?.name ?? '') : undefined
  return ids.get(payer) ?? withoutEmptyKeys({ name: payer, relation: 'other' })
}
