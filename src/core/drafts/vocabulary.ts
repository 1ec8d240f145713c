import type { Clause, DraftWords } from '../regulation/pack.ts'
import { isUnfilledText } from './unfilled.ts'
import { beginsWith, compact, holds, longestSpan, sentencesOf, type Words, wordsOf } from './words.ts'

/** The words of one clause, ready to be looked for. */
interface ClauseVocabulary {
  readonly code: string
  readonly headings: Words
  readonly content: Words
  readonly sentences: Words
  readonly except: Words
}

/** What a pack knows about the language of drafts. */
export interface Vocabulary {
  /** The clauses that a heading names, the parts of longer names left out. */
  named(title: string): readonly string[]
  /** How much of a compact title is not the name itself. */
  surplus(title: string): number
  /** Whether a text speaks of a clause, wherever its heading says that it stands. */
  speaksOf(code: string, text: string): boolean
  /** Whether a text is a clause, whatever heading it stands under. */
  settles(code: string, text: string): boolean
  /** Whether a text is of any clause at all. */
  settlesAny(text: string): boolean
  /** The sentences of a text that say something: no hints, no blanks. */
  real(text: string): readonly string[]
  isSignature(text: string): boolean
  isAnnexList(text: string): boolean
}

// A line of a signature block, the heading of a list of annexes and 待商 are short; a sentence of an agreement is not.
const longestLine = 40
const longestBlank = 24

/** Makes the words of a pack ready. */
export function vocabularyOf(clauses: readonly Clause[], words: DraftWords = {}): Vocabulary {
  const known = clauses.map(clauseVocabulary)
  const byCode = new Map(known.map((clause) => [clause.code, clause]))
  const hints = wordsOf(words.hints)
  const blanks = wordsOf(words.blanks)
  const signatures = wordsOf(words.signatures)
  const annexes = wordsOf(words.annexes)
  const says = (sentence: string): boolean => {
    const text = compact(sentence)
    if (isUnfilledText(sentence) || beginsWith(text.replace(/^\(/u, ''), hints)) return false
    return !(text.length <= longestBlank && holds(text, blanks))
  }
  return {
    named: (title) => namedIn(compact(title), known),
    surplus: (title) => surplusOf(compact(title), known),
    speaksOf: (code, text) => {
      const clause = byCode.get(code)
      const speaks = clause && [...clause.content, ...clause.sentences]
      return speaks !== undefined && holds(compact(text), speaks)
    },
    settles: (code, text) => settles(byCode.get(code), compact(text)),
    settlesAny: (text) => known.some((clause) => settles(clause, compact(text))),
    real: (text) => sentencesOf(text).filter(says),
    isSignature: (text) => isShort(text) && holds(compact(text), signatures),
    isAnnexList: (text) => isShort(text) && beginsWith(compact(text), annexes),
  }
}

function isShort(text: string): boolean {
  return text.length <= longestLine && !/[。;]/u.test(text)
}

function clauseVocabulary({ code, title, recognise }: Clause): ClauseVocabulary {
  return {
    code,
    headings: wordsOf([title, ...recognise.headings]),
    content: wordsOf(recognise.content),
    sentences: wordsOf(recognise.sentences),
    except: wordsOf(recognise.except),
  }
}

function settles(clause: ClauseVocabulary | undefined, text: string): boolean {
  return clause !== undefined && holds(text, clause.sentences) && !holds(text, clause.except)
}

/** 修复方案 in 对修复方案的意见 is part of another name, and names nothing. */
function namedIn(title: string, clauses: readonly ClauseVocabulary[]): string[] {
  const spans = clauses.flatMap(({ code, headings }) => {
    const span = longestSpan(title, headings)
    return span ? [{ code, ...span }] : []
  })
  const within = (inner: (typeof spans)[number], outer: (typeof spans)[number]): boolean =>
    outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start
  return spans.filter((span) => !spans.some((other) => within(span, other))).map(({ code }) => code)
}

function surplusOf(title: string, clauses: readonly ClauseVocabulary[]): number {
  const lengths = clauses.map(({ headings }) => {
    const span = longestSpan(title, headings)
    return span ? span.end - span.start : 0
  })
  return title.length - Math.max(0, ...lengths)
}
