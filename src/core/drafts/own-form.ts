import {
  formHeadings,
  placeBeginnings,
  signaturesBegin,
  signingHeading,
  type TermTitle,
  termTitles,
} from '../regulation/agreement-form.ts'
import type { Clause } from '../regulation/pack.ts'
import type { Regulation } from '../regulation/regulation.ts'
import type { DraftParagraph } from './draft.ts'
import { countOf, startsIn } from './form-headings.ts'
import { labelledText } from './headings.ts'
import { type PrintedFigures, printedFigures } from './printed-figures.ts'
import { compact, restAsWritten, tidy } from './words.ts'

/** A clause as it stands in the form of the annex. */
export interface FormClause {
  readonly heading: string
  /** By the number of its paragraph. */
  readonly lines: ReadonlyMap<number, string>
}

/** What stands where in an agreement that has the form of the annex as ejc prints it. */
export interface OwnForm {
  /** By code; those that are left blank too. */
  readonly clauses: ReadonlyMap<string, FormClause>
  /** The paragraphs whose place is known: of a clause, the parties, the figures, the signatures. */
  readonly placed: ReadonlySet<number>
  /** Those of them that are text of no clause, cover and signatures left out. */
  readonly apart: readonly number[]
  /** Words of people among the parties and the figures, and behind the places to sign: in no clause. */
  readonly strays: readonly number[]
  /** Words in the sections that are left to the reader of words, each with the clause that has it where he finds none. */
  readonly loose: ReadonlyMap<number, string>
}

/** The clause for what people add to a section. */
const OTHER = 'other'
/** The clause behind which the days of the restoration are printed. */
const SCHEDULE = 'restorationSchedule'

/**
 * Reads an agreement by the headings of form 5 and by the titles that ejc prints before each clause, to the letter.
 * Undefined where the draft lacks most headings: then only its words tell what it says.
 */
export function readOwnForm(
  paragraphs: readonly DraftParagraph[],
  { clauses, lists }: Pick<Regulation, 'clauses' | 'lists'>,
  isSignature: (text: string) => boolean,
): OwnForm | undefined {
  const starts = startsIn(paragraphs)
  if (!starts) return undefined
  const end = endOf(paragraphs, starts.at(-1)?.at ?? 0)
  const [cover, signing] = [paragraphs.slice(0, starts[0]?.at), paragraphs.slice(end)]
  const printed = printedFigures({ lists })
  const lines = starts.flatMap(({ at, sections }, index) => {
    const inside = paragraphs.slice(at + 1, starts[index + 1]?.at ?? end)
    const here = sections.map((section) => clauses.filter(({ formSection }) => formSection === section))
    return ownersIn(inside, here, printed)
  })
  const sure = lines.filter(({ isSure }) => isSure)
  const linesOf = (code: string): OwnedLine[] => sure.filter(({ owner }) => owner === code)
  const found = clauses.flatMap(({ code, title, formSection }) => {
    const own = linesOf(code).map(({ number, text }) => [number, text] as const)
    const heading = isAlone(clauses, formSection) ? titleOfSection(formSection) : title
    return own.length ? [[code, { heading, lines: new Map(own) }] as const] : []
  })
  const written = cover.filter(({ text }) => text.trim() !== '')
  return {
    clauses: new Map(found),
    placed: new Set([...cover, ...signing, ...sure].map(({ number }) => number)),
    apart: [...written, ...linesOf(FIGURES)].map(({ number }) => number),
    strays: [
      ...cover.filter(({ text }) => text.includes('。')),
      ...behindSignatures(signing, isSignature),
      ...linesOf(STRAY),
    ].map(({ number }) => number),
    loose: new Map(lines.flatMap(({ number, owner, isSure }) => (isSure ? [] : [[number, owner]]))),
  }
}

/** Owns the lines that ejc prints from the figures of the record. */
const FIGURES = ''
/** Owns the lines among the figures that ejc does not print so. */
const STRAY = '?'

/** What stands behind the signatures: no line of theirs, and in no table of theirs. */
function behindSignatures(
  signing: readonly DraftParagraph[],
  isSignature: (text: string) => boolean,
): DraftParagraph[] {
  const isOfSigning = ({ text }: DraftParagraph): boolean =>
    isSignature(tidy(text)) || isPlaceToSign(text) || /^[_\d]*年[_\d]*月[_\d]*日$/u.test(compact(text))
  const tables = new Set(signing.filter(isOfSigning).map(({ cell }) => cell?.table))
  return signing
    .filter((each) => each.text.trim() !== '' && !isOfSigning(each))
    .filter(({ cell }) => cell === null || !tables.has(cell.table))
}

function isPlaceToSign(text: string): boolean {
  const beginnings = [signaturesBegin, ...Object.values(placeBeginnings)].map(compact)
  const [before = '', after = ''] = signingHeading('\n').split('\n').map(compact)
  const line = compact(text)
  return (line.startsWith(before) && line.endsWith(after)) || beginnings.some((each) => line.startsWith(each))
}

/** Where the last section ends: at the places to sign. */
function endOf(paragraphs: readonly DraftParagraph[], from: number): number {
  const at = paragraphs.findIndex(({ text }, index) => index > from && isPlaceToSign(text))
  return at < 0 ? paragraphs.length : at
}

interface OwnedLine {
  readonly number: number
  readonly text: string
  /** The code of a clause, FIGURES or STRAY. */
  readonly owner: string
  /** Whether the form tells it. */
  readonly isSure: boolean
}

function isAlone(clauses: readonly Clause[], section: string): boolean {
  return clauses.filter(({ formSection }) => formSection === section).length === 1
}

function titleOfSection(section: string): string {
  const { text = '' } = formHeadings.find((each) => each.section === section) ?? {}
  return text.replace(/^.*?[）、]/u, '')
}

/** What the lines up to the next title belong to: a clause or a term; neither behind what somebody added. */
interface Opened {
  readonly owner?: string | undefined
  readonly term?: TermTitle
  /** Whether the days of the restoration were printed, so that its phases may follow. */
  readonly isScheduled?: boolean
}

/**
 * Whose each line under a heading is: a title that ejc prints opens a clause or a term, which goes on up to the next
 * title; a clause alone in its section needs none, so that one whose heading is gone may stand in the clause before it.
 */
function ownersIn(
  paragraphs: readonly DraftParagraph[],
  [first = [], ...gone]: readonly (readonly Clause[])[],
  printed: PrintedFigures,
): OwnedLine[] {
  const clauses = [...first, ...gone.flat()]
  const isMixed = gone.some(({ length }) => length === 1)
  const numbers = numbersOf()
  let open: Opened = { owner: first.length === 1 ? first[0]?.code : undefined }
  let isBegun = false
  return paragraphs
    .filter(({ text }) => text.trim() !== '')
    .map((paragraph) => {
      const titled = titledLine(paragraph, clauses, numbers, printed)
      if (titled) {
        open = titled.open
        isBegun = true
        return titled.line
      }
      if (clauses.length > 1 && numbers.isNext(paragraph, false)) open = {}
      const line = { number: paragraph.number, text: `${paragraph.label}${paragraph.text.trim()}` }
      const figure = figureOwner(paragraph, open, printed)
      if (figure !== undefined) {
        open = { ...open, isScheduled: true }
        return { ...line, owner: figure, isSure: true }
      }
      if (open.owner === undefined) return { ...line, owner: OTHER, isSure: false }
      const isSure = !isMixed || !isBegun
      isBegun = true
      return { ...line, owner: open.owner, isSure }
    })
}

/** A line that begins with a title, and what it opens; a title of figures has a number of the form. */
function titledLine(
  paragraph: DraftParagraph,
  clauses: readonly Clause[],
  numbers: Numbers,
  printed: PrintedFigures,
): { readonly open: Opened; readonly line: OwnedLine } | undefined {
  const { number, text } = paragraph
  const clause = clauses.find(({ title }) => restBehind(paragraph, title) !== undefined)
  const term = clause ? undefined : termTitles.find((title) => restBehind(paragraph, title) !== undefined)
  const isOwn = term !== undefined && printed.isTerm(term, restBehind(paragraph, term) ?? '')
  if (!clause && !(term && numbers.isOfForm(paragraph, isOwn))) return undefined
  numbers.isNext(paragraph, true)
  if (clause) {
    const rest = restAsWritten(text, restBehind(paragraph, clause.title) ?? '')
    return { open: { owner: clause.code }, line: { number, owner: clause.code, text: rest, isSure: true } }
  }
  if (!term) return undefined
  const owner = isFigure(term, restBehind(paragraph, term) ?? '', printed) ? FIGURES : STRAY
  return { open: { term }, line: { number, owner, text, isSure: true } }
}

/** FIGURES for a line that ejc prints among the figures, STRAY for an item of theirs that somebody changed. */
function figureOwner(paragraph: DraftParagraph, open: Opened, printed: PrintedFigures): string | undefined {
  const { rank, rest } = labelledText(paragraph)
  if (open.term && isFigure(open.term, rest, printed)) return FIGURES
  if (open.term && rank === '1.' && /\d/u.test(rest)) return STRAY
  if (open.owner !== SCHEDULE) return undefined
  const isDay = printed.isSchedule(paragraph.text) || (open.isScheduled && printed.isPhase(paragraph.text))
  return isDay ? FIGURES : undefined
}

function isFigure(term: TermTitle, text: string, printed: PrintedFigures): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || printed.isTerm(term, text)
}

/** What stands behind a title and its colon; undefined where the paragraph does not begin with them. */
function restBehind(paragraph: DraftParagraph, title: string): string | undefined {
  const { rest } = labelledText(paragraph)
  const behind = rest.startsWith(tidy(title)) ? rest.slice(title.length).trimStart() : ''
  return behind.startsWith(':') ? behind.slice(1).trim() : undefined
}

interface Numbers {
  /** Whether an item is one that somebody added behind the clauses, with the next number of theirs. */
  isNext(paragraph: DraftParagraph, isTitled: boolean): boolean
  /**
   * Whether an item has the kind of number of the clauses before it, and a later one; where it may go on a list inside
   * a clause, only if ejc prints such a line.
   */
  isOfForm(paragraph: DraftParagraph, isPrinted: boolean): boolean
}

/** Tells the numbers of the clauses; a list inside a clause begins anew with 一, and is text of it. */
function numbersOf(): Numbers {
  let last: { rank: string; count: number } | undefined
  let isInner = false
  let inner = 0
  return {
    isNext(paragraph, isTitled) {
      const { rank } = labelledText(paragraph)
      const count = countOf(paragraph)
      if (isTitled) {
        isInner = false
        last = count === undefined ? undefined : { rank, count }
        return false
      }
      if (!last || rank !== last.rank || count === undefined) return false
      if (count === 1) isInner = true
      if (isInner) inner = count
      if (isInner || count !== last.count + 1) return false
      last = { rank, count }
      return true
    },
    isOfForm(paragraph, isPrinted) {
      const { rank } = labelledText(paragraph)
      const count = countOf(paragraph)
      if (!last) return rank === '' || rank === '(chinese)' || rank === 'list'
      if (rank !== last.rank || (isInner && count === inner + 1 && !isPrinted)) return false
      return count === undefined || count > last.count
    },
  }
}
