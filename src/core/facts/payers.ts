import { labelAt } from '../schema/choices.ts'
import type { Payment } from './documents.ts'
import type { Facts } from './facts.ts'
import { obligorName } from './queries.ts'

/** Who made a payment, in words: 某造纸有限公司; 某保险公司（保险人）; empty where nobody is named. */
export function payerName(facts: Facts, { payer }: Pick<Payment, 'payer'>): string {
  if (payer === undefined) return ''
  if (typeof payer === 'string') return obligorName(facts, payer)
  return `${payer.name}（${relationLabel(payer.relation)}）`
}

function relationLabel(code: string): string {
  return labelAt('payments', ['payments', 0, 'payer', 'relation'], code)
}
