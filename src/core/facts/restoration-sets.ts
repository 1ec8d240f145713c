import type { RestorationSet, RestorationTerms } from './documents.ts'

/** One set of terms of restoration; the only one of an agreement or judgment needs no id. */
export type RestorationSetTerms = Omit<RestorationSet, 'id'> & { readonly id?: string }

/** The sets of terms of an agreement or judgment, one or several. */
export function setsOf(terms: RestorationTerms | undefined): readonly RestorationSetTerms[] {
  if (terms === undefined) return []
  return Array.isArray(terms) ? terms : [terms]
}
