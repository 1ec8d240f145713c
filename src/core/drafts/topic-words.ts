import type { Clause } from '../regulation/pack.ts'
import { longestSpan, type TextSpan, type WordPatterns, wordPatterns } from './words.ts'

/** Weak words of a clause: none of them tells it; how much each class tells is learned from drafts. */
export interface Topic {
  readonly code: string
  readonly titles: WordPatterns
  readonly fields: readonly Field[]
}

/** A class of words of which one is enough, named after the first of them. */
export interface Field {
  readonly name: string
  readonly words: WordPatterns
}

/** The weak words of a clause, prepared for the search. */
export function topicWords({ code, title, recognise: { headings, topic } }: Clause): Topic[] {
  if (!topic) return []
  const { titles = [], core = [], beside = [], against = [] } = topic
  const fields = [...core, ...beside, ...against].map((entry) => {
    const words = entry.split('/')
    return { name: `${code}: ${words[0] ?? ''}`, words: wordPatterns(words) }
  })
  return [{ code, titles: wordPatterns([title, ...headings, ...titles]), fields }]
}

/** The clauses at which a title hints: 报告 inside of 对报告的意见 hints at nothing. */
export function titledIn(title: string, topics: readonly Topic[]): string[] {
  const spans = topics.flatMap(({ code, titles }) => {
    const span = longestSpan(title, titles)
    return span ? [{ code, ...span }] : []
  })
  const isWithin = (inner: TextSpan, outer: TextSpan): boolean =>
    outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start
  return spans.filter((span) => !spans.some((other) => isWithin(span, other))).map(({ code }) => code)
}
