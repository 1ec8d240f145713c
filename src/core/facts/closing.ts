import type { Facts } from './facts.ts'

/**
 * Whether the closing names something as left open: by its address (`P1`, `R1`) or by one of its names. Officers write
 * 未尽事项 in their own words.
 */
export function isLeftOpen(facts: Facts, ...names: readonly (string | null | undefined)[]): boolean {
  const duties = facts.closing.closed?.openDuties ?? []
  return duties.some((duty) => names.some((name) => name && duty.includes(name)))
}
