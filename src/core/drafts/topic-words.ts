import type { Clause } from '../regulation/pack.ts'
import { type WordPatterns, wordPatterns } from './words.ts'

/**
 * What a clause is about, in weak words: none of them tells the clause, several together do.
 */
export interface Topic {
  readonly code: string
  readonly titles: WordPatterns
  /** A text without any of these, under a title that says nothing, is about something else. */
  readonly core: readonly Field[]
  readonly beside: readonly Field[]
  /** Words of other clauses that stand in its company. */
  readonly against: readonly Field[]
}

/** Words of which one is enough: several count once. */
export type Field = WordPatterns

/** The weak words of a clause, prepared for the search. */
export function topicWords({ code, title, recognise: { headings, topic } }: Clause): Topic[] {
  if (!topic) return []
  return [
    {
      code,
      titles: wordPatterns([title, ...headings, ...(topic.titles ?? [])]),
      core: fieldsOf(topic.core),
      beside: fieldsOf(topic.beside),
      against: fieldsOf(topic.against),
    },
  ]
}

function fieldsOf(entries: readonly string[] = []): Field[] {
  return entries.map((entry) => wordPatterns(entry.split('/')))
}
