import type { DraftWords } from '../regulation/pack.ts'
import { compact, holds, wordsOf } from './words.ts'

/** Whether a file or a piece of evidence of this name is a draft of an agreement, and not another paper about one. */
export function isAgreementName(name: string, { names, otherNames }: DraftWords = {}): boolean {
  const text = compact(name)
  return holds(text, wordsOf(names)) && !holds(text, wordsOf(otherNames))
}
