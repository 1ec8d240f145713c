/** Where money goes and what it is for, by the codes of the pack (`paymentDestinations`, `damageHeads`). */

/** The destinations that ejc tells apart. */
export const destinations = {
  treasury: 'treasury',
  costBearer: 'cost-bearer',
  implementer: 'implementer',
  court: 'court-account',
  notary: 'notarial-deposit',
  other: 'other',
} as const

const { treasury, costBearer, implementer, court } = destinations
const receivers: readonly string[] = [treasury, costBearer, implementer, court]
const lawfulForLosses: readonly string[] = [treasury, court]

/** Whether money is paid to somebody there; a deposit with a notary is a payment to nobody. */
export function isReceiver(destination: string): boolean {
  return receivers.includes(destination)
}

/** Whether compensation itself may be paid there: to the treasury, or to the court, which passes it on (`treasury`). */
export function isLawfulForLosses(destination: string): boolean {
  return lawfulForLosses.includes(destination)
}

/** The head of damage that is a cost of the claim itself (`appraisal-costs`). */
export const CLAIM_COSTS = 'investigation-appraisal'

/** The head of damage that the obligor can make good by work. */
export const CLEAN_UP = 'clean-up-restoration'

const losses: readonly string[] = ['service-loss', 'permanent-loss']
const costs: readonly string[] = [CLAIM_COSTS, 'prevention']

/** Whether a head stands for a loss of the environment, not for a cost that somebody bore. */
export function isLoss(head: string): boolean {
  return losses.includes(head)
}

/** Whether a head stands for costs that somebody has paid already and gets back. */
export function isPaidCost(head: string): boolean {
  return costs.includes(head)
}

/**
 * Where money for these heads is likely to go: costs to whoever bore them, losses to the treasury; undefined where the
 * heads leave it open.
 */
export function likelyDestination(heads: readonly string[]): string | undefined {
  if (heads.length === 0) return undefined
  if (heads.every(isPaidCost)) return costBearer
  return heads.every(isLoss) ? treasury : undefined
}
