import type { Matter } from '../../generated/matters.ts'

export type { Matter } from '../../generated/matters.ts'

/** Stands in the place of an article where the text lacks the matter. */
export const UNREGULATED = '本规范未规定'

/**
 * A mark in a message for the place where the law writes a matter. `written` of the regulation in force replaces it by
 * the article with its paragraph and item, so that no code knows the number of an article.
 */
export function cite(matter: Matter): string {
  return `⟦${matter}⟧`
}
