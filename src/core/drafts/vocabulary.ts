import type { Clause, DraftWords } from '../regulation/pack.ts'
import { takeLabel } from './labels.ts'
import { type Topic, topicWords } from './topic-words.ts'
import { isUnfilledText } from './unfilled.ts'
import { type Weigh, type WeightTable, weighBy } from './weights.ts'
import {
  beginsWith,
  compact,
  matchesWords,
  sentencesOf,
  spansOf,
  type TextSpan,
  type WordPatterns,
  wordPatterns,
} from './words.ts'

/** The words of one clause, prepared for the search. */
interface ClauseVocabulary {
  readonly code: string
  readonly headings: WordPatterns
  readonly content: WordPatterns
  readonly sentences: WordPatterns
  readonly except: WordPatterns
}

/** What a pack knows about the language of drafts. */
export interface Vocabulary {
  /** The clauses that a heading names; a name that is only part of a longer one does not count. */
  named(title: string): readonly string[]
  /** How many characters of a title belong to no name of a clause. */
  surplus(title: string): number
  /** Whether a text that names clauses is a sentence that states one of them, and not a heading. */
  settlesMore(title: string): boolean
  /** Whether a compact sentence speaks of a clause, as the text under its heading does. */
  speaksOf(code: string, sentence: string): boolean
  /** Whether a compact sentence is a clause, whatever heading it stands under. */
  settles(code: string, sentence: string): boolean
  /** Whether a compact sentence is another clause than this one. */
  settlesOther(code: string, sentence: string): boolean
  /** Whether a compact sentence says why nothing is restored, which answers a clause. */
  saysWhyNot(code: string, sentence: string): boolean
  /** Whether a compact sentence may say why nothing is restored, whatever words it uses. */
  mayBeUnrestored(sentence: string): boolean
  /** The clauses that are answered by why nothing is restored. */
  readonly unrestored: ReadonlySet<string>
  /** The sentences of a text without hints and blanks to fill in, compact. */
  real(text: string): readonly string[]
  isSignature(text: string): boolean
  isAnnexList(text: string): boolean
  readonly codes: readonly string[]
  /** The weak words of the clauses. */
  readonly topics: readonly Topic[]
  /** What was learned from other drafts; undefined where only the words of the pack count. */
  readonly weights: Weights | undefined
}

interface Weights {
  readonly labels: readonly string[]
  readonly weigh: Weigh
}

// A line of a signature block, the heading of a list of annexes and 待商 are short; a sentence of an agreement is not.
const longestLine = 40
const longestBlank = 24

/** How many characters a heading may have beside the name of its clause; what has more is a sentence. */
export const longestSurplus = 6

/** Whether a file or a piece of evidence of this name is a draft of an agreement, and not another paper about one. */
export function isAgreementName(name: string, { names, otherNames }: DraftWords = {}): boolean {
  const text = compact(name)
  return matchesWords(text, wordPatterns(names)) && !matchesWords(text, wordPatterns(otherNames))
}

/** Prepares the words of a pack for the search, with what a table has learned of the clauses. */
export function vocabularyOf(
  clauses: readonly Clause[],
  words: DraftWords = {},
  table?: WeightTable,
): Vocabulary {
  const wordsAlone = vocabularyOfWords(clauses, words)
  if (!table) return wordsAlone
  return { ...wordsAlone, weights: { labels: table.labels, weigh: weighBy(table, wordsAlone) } }
}

function vocabularyOfWords(clauses: readonly Clause[], words: DraftWords): Vocabulary {
  const vocabularies = clauses.map(clauseVocabulary)
  const byCode = new Map(vocabularies.map((clause) => [clause.code, clause]))
  const hints = wordPatterns(words.hints)
  const blanks = wordPatterns(words.blanks)
  const signatures = wordPatterns(words.signatures)
  const annexes = wordPatterns(words.annexes)
  const unrestored = new Set(words.noRestoration?.clauses)
  const whyNot = wordPatterns(words.noRestoration?.sentences)
  const whyNotExcept = wordPatterns(words.noRestoration?.except)
  return {
    // （写明具体内容和依据）is a hint, and names no clause.
    named: remembered((title) => {
      const [said = '', ...inBrackets] = compact(title).split('(')
      const isHint = [said, ...inBrackets].some((part) => beginsWith(part, hints))
      return isHint
        ? namedIn(modern(beginsWith(said, hints) ? '' : said), vocabularies)
        : namedIn(modern(compact(title)), vocabularies)
    }),
    surplus: remembered(
      (title) => coverOf(modern(compact(title)), vocabularies).filter((covered) => !covered).length,
    ),
    settlesMore: remembered((title) => settlesMore(modern(compact(title)), vocabularies)),
    speaksOf: (code, sentence) => speaksOf(byCode.get(code), sentence),
    settles: (code, sentence) => settles(byCode.get(code), sentence),
    settlesOther: (code, sentence) =>
      vocabularies.some((each) => each.code !== code && settles(each, sentence)),
    saysWhyNot: (code, sentence) =>
      unrestored.has(code) && matchesWords(sentence, whyNot) && !matchesWords(sentence, whyNotExcept),
    unrestored,
    mayBeUnrestored: (sentence) => !matchesWords(sentence, whyNotExcept),
    real: (text) => sentencesOf(text).flatMap((sentence) => realIn(sentence, hints, blanks)),
    isSignature: (text) => isShort(text) && matchesWords(compact(text), signatures),
    codes: clauses.map(({ code }) => code),
    topics: clauses.flatMap(topicWords),
    weights: undefined,
    isAnnexList: (text) => isShort(text) && beginsWith(compact(text), annexes),
  }
}

/** A sentence without hints to the writer and blanks to fill in, compact. */
function realIn(sentence: string, hints: WordPatterns, blanks: WordPatterns): string[] {
  const text = plainly(compact(sentence))
  // 1.1.1（写明…） is a hint with the number of its paragraph.
  const said = compact(takeLabel(sentence).rest)
  if (isUnfilledText(sentence) || beginsWith(said.replace(/^\(/u, ''), hints)) return []
  return text.length <= longestBlank && matchesWords(text, blanks) ? [] : [text]
}

function speaksOf(clause: ClauseVocabulary | undefined, sentence: string): boolean {
  if (clause === undefined) return false
  return matchesWords(sentence, clause.content) || matchesWords(sentence, clause.sentences)
}

const NUMERIC_DAY = /(?<!\d)(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?!\d)/gu

/** A sentence in the words of the pack: days as 2025年3月18日, and the parties without 赔偿, which is no payment there. */
function plainly(sentence: string): string {
  return sentence.replace(NUMERIC_DAY, '$1年$2月$3日').replaceAll(/赔偿(?=权利人|义务人)/gu, '')
}

/** Remembers each answer: the same title is asked about several times, once for each form that a heading may have. */
function remembered<T>(answer: (title: string) => T): (title: string) => T {
  const known = new Map<string, T>()
  return (title) => {
    const value = known.get(title) ?? answer(title)
    known.set(title, value)
    return value
  }
}

function isShort(text: string): boolean {
  return text.length <= longestLine && !/[。;]/u.test(text)
}

function clauseVocabulary({ code, title, recognise }: Clause): ClauseVocabulary {
  return {
    code,
    headings: wordPatterns([title, ...recognise.headings]),
    content: wordPatterns(recognise.content),
    sentences: wordPatterns(recognise.sentences),
    except: wordPatterns(recognise.except),
  }
}

function settles(clause: ClauseVocabulary | undefined, text: string): boolean {
  return clause !== undefined && matchesWords(text, clause.sentences) && !matchesWords(text, clause.except)
}

interface Name extends TextSpan {
  readonly code: string
}

const lengthOf = ({ start, end }: TextSpan): number => end - start

/** 修复之目标 is 修复的目标. */
const modern = (title: string): string => title.replaceAll('之', '的')

const JOINS = /[、,和与及或]/u

/** Whether a name only says of which thing the next one is: 损害事实 in 损害事实的证据. */
function isAttribute(title: string, name: Name, names: readonly Name[]): boolean {
  return names.some(
    (other) =>
      title[name.end] === '的' && other.start > name.end && !JOINS.test(title.slice(name.end, other.start)),
  )
}

/** 修复方案 in 对修复方案的意见 is part of another name, and names nothing. */
function namedIn(title: string, clauses: readonly ClauseVocabulary[]): string[] {
  const names = clauses.flatMap(({ code, headings }): Name[] => {
    const [longest] = spansOf(title, headings).sort((a, b) => lengthOf(b) - lengthOf(a))
    return longest ? [{ code, ...longest }] : []
  })
  const within = (inner: Name, outer: Name): boolean =>
    outer.start <= inner.start && inner.end <= outer.end && lengthOf(outer) > lengthOf(inner)
  const outer = names.filter((name) => !names.some((other) => within(name, other)))
  return outer.filter((name) => !isAttribute(title, name, outer)).map(({ code }) => code)
}

/** For each character of a title, whether it belongs to the name of a clause. */
function coverOf(title: string, clauses: readonly ClauseVocabulary[]): boolean[] {
  const spans = clauses.flatMap(({ headings }) => spansOf(title, headings))
  return Array.from({ length: title.length }, (_, at) =>
    spans.some(({ start, end }) => start <= at && at < end),
  )
}

function settlesMore(title: string, clauses: readonly ClauseVocabulary[]): boolean {
  const cover = coverOf(title, clauses)
  return clauses
    .filter((clause) => settles(clause, title))
    .flatMap(({ sentences }) => spansOf(title, sentences))
    .some(({ start, end }) => !cover[start] || !cover[end - 1])
}
