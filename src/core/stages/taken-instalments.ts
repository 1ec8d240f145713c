import type { Agreement, ScheduledPayment, Suit } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { instrumentsWith } from '../facts/instalments.ts'
import type { Matter } from '../regulation/cite.ts'
import { contradictionIf, type ItemBlocker } from './define.ts'

/**
 * Numbers of instalments that another agreement or judgment in force uses already: a payment with such a number would
 * not show which debt it pays. `own` is the agreement that the new terms amend, or the suit that they decide.
 */
export function takenInstalments(
  facts: Facts,
  payments: readonly ScheduledPayment[] = [],
  own: Agreement | Suit | undefined,
  matter: Matter,
): ItemBlocker<'payments'>[] {
  return payments.flatMap(({ id }) => {
    const others = instrumentsWith(facts, id, own)
    return contradictionIf(
      others.length > 0,
      `款项编号 ${id} 已经用于 ${others.join('、')}，付款时分不清是哪一笔；请另行编号`,
      matter,
      { key: 'payments' },
    )
  })
}
