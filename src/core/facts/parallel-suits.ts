import type { RelatedProceeding } from './documents.ts'
import type { Facts } from './facts.ts'
import { proceedingsOf } from './proceedings.ts'

/**
 * The public-interest suits on record over the same act against any of these obligors; one that names nobody is against
 * all.
 */
export function parallelSuits(facts: Pick<Facts, 'case'>, obligors: readonly string[]): RelatedProceeding[] {
  return proceedingsOf(facts).filter(
    ({ kind, obligors: named = [] }) =>
      kind === 'public-interest' && (!named.length || named.some((id) => obligors.includes(id))),
  )
}

/** Whether nothing is on record of how a proceeding ended. */
export function isPendingProceeding({ result }: RelatedProceeding): boolean {
  return result === undefined || result.trim() === ''
}
