import type { CaseView } from '../../view.ts'
import type { DateOrder } from './define.ts'

/** A day that a new or corrected item puts out of order, here or in another document of the case. */
export interface NewlyMisplaced {
  /** What is out of order, with both days. */
  readonly message: string
  /** The document of the later step: where the item goes into it, the item is refused. */
  readonly document: string
}

/**
 * The days that are out of order in a case with an item and were not before. Of the item, texts and numbers may still be
 * missing (`HalfFilled`).
 */
export function newlyMisplaced(
  orders: readonly DateOrder[],
  before: CaseView | undefined,
  after: CaseView,
): NewlyMisplaced[] {
  return orders.flatMap((order) => {
    const known = new Set(before ? wordsOf(order, before) : [])
    const [document = ''] = order.later.split('.')
    return wordsOf(order, after).flatMap((message) => (known.has(message) ? [] : [{ message, document }]))
  })
}

function wordsOf(order: DateOrder, view: CaseView): string[] {
  return order
    .misplaced(view)
    .map(({ what, on, earlier, earlierOn }) => `${what}（${on}）早于${earlier}（${earlierOn}）`)
}
