import { type Debt, debts, isOwed, owersOf } from '../facts/debts.ts'
import type { Agreement, Payment } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { type Instalment, paymentsOn, paymentsUnder } from '../facts/instalments.ts'
import { type Fen, sum, sumOf } from '../facts/money.ts'
import type { Obligation } from '../facts/performance.ts'
import { jointWith, ownShare, unscheduledMoney } from '../facts/shares.ts'
import { payerUnder } from './own-performance.ts'

/** What one obligor owes under one agreement or judgment. */
export interface DebtOfObligor {
  readonly instrument: Obligation
  /** The money that he is held to, alone or with others, in 分. */
  readonly due: Fen
  /** What of it was paid, by whomever, in 分. */
  readonly paid: Fen
  /** Who is held to the same money. */
  readonly others: readonly string[]
  /** Whether they are jointly liable for it. */
  readonly isJoint: boolean
  /** Whether something is left to be restored. */
  readonly isWorkOpen: boolean
}

/** Whether an obligor owes anything still; true also before anything was agreed or judged. */
export function isOwing(facts: Facts, id: string): boolean {
  const own = debts(facts).filter(({ obligor }) => obligor === id)
  return own.length === 0 || own.some(isOwed)
}

/** What an obligor owes under each agreement and judgment that binds him; a payment order asks for the same money. */
export function debtsOfObligor(facts: Facts, id: string): DebtOfObligor[] {
  const own = debts(facts).filter(({ obligor }) => obligor === id)
  return [...new Set(own.map(({ reference }) => reference))].flatMap((reference) => {
    const under = own.filter((debt) => debt.reference === reference)
    const [{ instrument } = { instrument: undefined }] = under
    if (!instrument || 'order' in instrument) return []
    const money = under.find(({ kind }) => kind === 'money')
    const isWorkOpen = under.some((debt) => debt.kind === 'work' && isOwed(debt))
    return [{ instrument, ...figures(facts, id, instrument, money), isWorkOpen }]
  })
}

function figures(facts: Facts, id: string, instrument: Obligation, money: Debt | undefined) {
  const { instalments = [], isUnscheduled = false } = money ?? {}
  const agreement = 'agreement' in instrument ? instrument.agreement : undefined
  const loose = agreement && isUnscheduled ? looseOf(facts, agreement, id) : undefined
  const credited = instalments.flatMap((instalment) => paymentsOn(facts, instalment))
  const paid = [...new Set([...credited, ...(loose?.paid ?? [])])]
  const joint = agreement ? jointWith(agreement, id) : []
  const others = [
    ...new Set([...instalments.flatMap((each) => owersOf(facts, each)), ...(loose?.owers ?? [])]),
  ]
  return {
    due: sum(instalments.map(({ payment }: Instalment) => payment.amount)) + (loose?.due ?? 0n),
    paid: sumOf(paid),
    others: others.filter((each) => each !== id),
    isJoint: others.some((each) => each !== id && joint.includes(each)),
  }
}

/** Money that is in no instalment: of his own share, or of the whole where shares do not part it. */
function looseOf(
  facts: Facts,
  agreement: Agreement,
  id: string,
): { due: Fen; paid: Payment[]; owers: readonly string[] } {
  const share = ownShare(agreement, id)
  const owers = share?.obligors ?? agreement.obligors
  const paid = paymentsUnder(facts, agreement).filter((each) => {
    const payer = payerUnder(agreement, each)
    return payer === undefined ? share === undefined : owers.includes(payer)
  })
  return { due: share?.unscheduled ?? unscheduledMoney(agreement), paid, owers }
}
