import type { DraftParagraph } from './draft.ts'
import { headingIn } from './headings.ts'
import type { Vocabulary } from './vocabulary.ts'
import { restAsWritten } from './words.ts'

/** The text of each clause in a text file, and the lines that belong to no clause. */
export interface ClauseTexts {
  /** By code, in the order of the file. */
  readonly texts: ReadonlyMap<string, string>
  /** Lines that belong to no clause; `title` is the heading above them, undefined before the first heading. */
  readonly strays: readonly Stray[]
}

interface Stray {
  readonly line: number
  readonly title: string | undefined
  /** The clauses that the heading names, where there are several. */
  readonly names: readonly string[]
}

interface TextLine {
  readonly number: number
  /** The line as it was written. */
  readonly written: string
}

/** A heading of the file, with the text after it on the same line. */
interface HeadingLine extends TextLine {
  readonly title: string
  readonly names: readonly string[]
  /** 1 for the highest. */
  readonly depth: number
  readonly rest: string
}

type TitleOf = (line: TextLine) => HeadingLine | undefined

const HASHES = /^(#{1,6})\s+(.*?)\s*#*\s*$/u

/**
 * Reads the clauses of an agreement in Markdown or plain text by their headings, in the words of the pack, as in a Word
 * draft. Where the file has # headings, only they count; where it has none, a line is a heading if it names a clause,
 * or has the same kind of number as such lines. A heading without text (the title of the agreement, of a chapter) is
 * ignored.
 */
export function clauseTexts(text: string, vocabulary: Vocabulary): ClauseTexts {
  const lines = text.split('\n').map((written, index): TextLine => ({ number: index + 1, written }))
  const titleOf = lines.some(({ written }) => HASHES.test(written))
    ? (line: TextLine) => markdownTitle(line, vocabulary)
    : plainTitles(vocabulary)
  return gatherClauses(lines, titleOf)
}

function gatherClauses(lines: readonly TextLine[], titleOf: TitleOf): ClauseTexts {
  const parts = new Map<string, string[]>()
  const strays = new Map<HeadingLine | undefined, Stray>()
  let open: HeadingLine | undefined
  const add = ({ number, written }: TextLine): void => {
    const code = codeOf(open)
    if (code !== undefined) parts.set(code, [...(parts.get(code) ?? []), written])
    else if (written.trim() !== '' && !strays.has(open))
      strays.set(open, { line: open?.number ?? number, title: open?.title, names: open?.names ?? [] })
  }
  for (const line of lines) {
    const title = titleOf(line)
    if (!title || isPartOf(open, title)) {
      add({ ...line, written: title ? line.written.replace(HASHES, '$2') : line.written })
      continue
    }
    open = title
    add({ ...line, written: title.rest })
  }
  const texts = [...parts].map(([code, written]) => [code, written.join('\n').trim()] as const)
  return { texts: new Map(texts), strays: [...strays.values()] }
}

/** The one clause that a heading names. */
function codeOf(title: HeadingLine | undefined): string | undefined {
  const [code, ...others] = title?.names ?? []
  return others.length ? undefined : code
}

/**
 * Whether a heading is part of the text of a clause: it is deeper than the heading of the clause, and names no other
 * clause.
 */
function isPartOf(open: HeadingLine | undefined, { depth, names }: HeadingLine): boolean {
  const code = codeOf(open)
  return (
    open !== undefined && code !== undefined && depth > open.depth && names.every((name) => name === code)
  )
}

function markdownTitle(line: TextLine, vocabulary: Vocabulary): HeadingLine | undefined {
  const [, hashes = '', text = ''] = HASHES.exec(line.written) ?? []
  if (hashes === '') return undefined
  const depth = hashes.length
  const heading = headingIn(paragraphOf(line, text, 0), vocabulary)
  const { title = text, names = [], rest = '' } = heading ?? {}
  return { ...line, title, names, depth, rest: restAsWritten(line.written, rest) }
}

/**
 * In plain text, only words and numbers show a heading: it names a clause, or has the same kind of number as those that
 * do.
 */
function plainTitles(vocabulary: Vocabulary): TitleOf {
  let ranks: string[] = []
  return (line) => {
    const heading = headingIn(paragraphOf(line, line.written, null), vocabulary)
    if (!heading) return undefined
    const { title, names, rank, rest } = heading
    const at = ranks.indexOf(rank)
    // Without a name, only its number makes it a heading.
    if (!names.length && at < 0) return undefined
    ranks = at < 0 ? [...ranks, rank] : ranks.slice(0, at + 1)
    return { ...line, title, names, depth: ranks.length, rest: restAsWritten(line.written, rest) }
  }
}

function paragraphOf({ number }: TextLine, text: string, outline: number | null): DraftParagraph {
  return { number, label: '', text, lead: '', bold: false, outline, cell: null }
}
