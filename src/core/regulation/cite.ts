import type { Matter } from '../../generated/matters.ts'

export type { Matter } from '../../generated/matters.ts'

/** What stands for an article where the text has none for a matter. */
export const UNREGULATED = '本规范未规定'

/**
 * Stands in a message for the place where the law writes a matter. `written` of the regulation in force turns it into
 * the article with its paragraph and item, so that no code knows the number of an article.
 */
export function cite(matter: Matter): string {
  return `⟦${matter}⟧`
}
