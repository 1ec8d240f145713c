import type { Payment } from '../facts/documents.ts'
import type { Blocker, Item } from './define.ts'

/** Instalments on which something was paid and which the new terms no longer hold. `terms` in Chinese. */
export function droppedInstalments(
  { payments }: Item,
  paid: readonly Payment[],
  terms: string,
  article: string,
): Blocker[] {
  const kept = (Array.isArray(payments) ? payments : []).map(({ id }: Item) => id)
  const dropped = [...new Set(paid.map(({ id }) => id))].filter((id) => !kept.includes(id))
  return dropped.map((id) => ({
    reason: `款项 ${id} 已经付过款，${terms}应当保留该款项`,
    article,
  }))
}
