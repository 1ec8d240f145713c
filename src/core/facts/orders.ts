import type { PaymentOrder } from './documents.ts'

/** Whether an application for a payment order came to nothing: dismissed, lapsed by an objection, or taken back. */
export function isFruitlessOrder({ result }: { readonly result?: PaymentOrder['result'] }): boolean {
  return result === 'lapsed' || wasNeverMade({ result })
}

/** Whether no order was made: the court dismissed the application, or the office took it back. */
export function wasNeverMade({ result }: { readonly result?: PaymentOrder['result'] }): boolean {
  return result === 'dismissed' || result === 'withdrawn'
}
