import { standingAppraisals } from './appraisals.ts'
import type { Agreement } from './documents.ts'
import type { Facts } from './facts.ts'
import type { Instalment } from './instalments.ts'

/** Heads that stand for the damage itself; costs go back to whoever bore them. */
const losses: ReadonlySet<string> = new Set(['service-loss', 'permanent-loss'])

/** The head of damage that is a cost of the claim itself (`appraisal-costs`). */
export const COSTS = 'investigation-appraisal'

/** Whether a head stands for a loss of the environment, not for a cost that somebody bore. */
export function isLoss(head: string): boolean {
  return losses.has(head)
}

/** Whether an instalment must go to the treasury: losses that nothing restores and no substitute makes up for. */
export function isOwedToTreasury(facts: Facts, instalment: Instalment): boolean {
  const said = standingAppraisals(facts).flatMap(({ restorability }) => restorability ?? [])
  if (said.length === 0 || said.includes('full')) return false
  const { source, payment } = instalment
  const { heads = [] } = payment
  const isForLosses = heads.length > 0 && heads.every(isLoss)
  return isForLosses && !('agreement' in source && hasSubstitutes(source.agreement))
}

function hasSubstitutes({ substitutes }: Agreement): boolean {
  return (substitutes ?? []).some(({ mode }) => mode !== 'instalments' && mode !== 'monetary')
}
