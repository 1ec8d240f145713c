import type { Payment, ScheduledPayment } from '../facts/documents.ts'
import { creditedId } from '../facts/instalments.ts'
import type { Matter } from '../regulation/cite.ts'
import { contradictionIf, type ItemBlocker } from './define.ts'

/** Instalments on which something was paid and which the new terms no longer hold. `terms` in Chinese. */
export function droppedInstalments(
  payments: readonly ScheduledPayment[] = [],
  paid: readonly Payment[],
  terms: string,
  matter: Matter,
): ItemBlocker<'payments'>[] {
  const kept = payments.map(({ id }) => id)
  const dropped = [...new Set(paid.map(creditedId))].filter((id) => !kept.includes(id))
  return dropped.flatMap((id) =>
    contradictionIf(true, `款项 ${id} 已经付过款，${terms}应当保留该款项`, matter, { key: 'payments' }),
  )
}
