import type { DraftParagraph } from './draft.ts'
import { headingOf } from './headings.ts'
import type { Vocabulary } from './vocabulary.ts'
import { tidy } from './words.ts'

/** What a text file holds of each clause, and the lines that belong to none. */
export interface ClauseTexts {
  /** By code, in the order of the file. */
  readonly texts: ReadonlyMap<string, string>
  /** Why lines can't be taken; `title` is the heading that they stand under, undefined before the first. */
  readonly strays: readonly Stray[]
}

interface Stray {
  readonly line: number
  readonly title: string | undefined
  /** The clauses that the heading names, where there are several. */
  readonly names: readonly string[]
}

interface Line {
  readonly number: number
  /** The line as it was written. */
  readonly written: string
}

/** A heading of the file, with what stands behind it on its line. */
interface Title extends Line {
  readonly title: string
  readonly names: readonly string[]
  /** 1 for the highest. */
  readonly depth: number
  readonly rest: string
}

type TitleOf = (line: Line) => Title | undefined

const HASHES = /^(#{1,6})\s+(.*?)\s*#*\s*$/u

/**
 * The clauses of an agreement in Markdown or plain text, told apart by their headings in the words of the pack, as in a
 * Word draft. With # headings only those count; without, a line counts that names a clause or is numbered as such lines
 * are. A heading with nothing under it (the title of the agreement, of a chapter) belongs to nothing and is passed over.
 */
export function clauseTexts(text: string, vocabulary: Vocabulary): ClauseTexts {
  const lines = text.split('\n').map((written, index): Line => ({ number: index + 1, written }))
  const titleOf = lines.some(({ written }) => HASHES.test(written))
    ? (line: Line) => markdownTitle(line, vocabulary)
    : plainTitles(vocabulary)
  return gathered(lines, titleOf)
}

function gathered(lines: readonly Line[], titleOf: TitleOf): ClauseTexts {
  const parts = new Map<string, string[]>()
  const strays = new Map<Title | undefined, Stray>()
  let open: Title | undefined
  const add = ({ number, written }: Line): void => {
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
function codeOf(title: Title | undefined): string | undefined {
  const [code, ...others] = title?.names ?? []
  return others.length ? undefined : code
}

/** Whether a heading is part of the text of a clause: one below that of the clause, which names no other. */
function isPartOf(open: Title | undefined, { depth, names }: Title): boolean {
  const code = codeOf(open)
  return (
    open !== undefined && code !== undefined && depth > open.depth && names.every((name) => name === code)
  )
}

function markdownTitle(line: Line, vocabulary: Vocabulary): Title | undefined {
  const [, hashes = '', text = ''] = HASHES.exec(line.written) ?? []
  if (hashes === '') return undefined
  const depth = hashes.length
  const heading = headingOf(paragraphOf(line, text, depth - 1), vocabulary)
  const { title = text, names = [], rest = '' } = heading ?? {}
  return { ...line, title, names, depth, rest: asWritten(line.written, rest) }
}

/** Without style only words and numbers make a heading: it names a clause, or has the kind of number that such ones have. */
function plainTitles(vocabulary: Vocabulary): TitleOf {
  let ranks: string[] = []
  return (line) => {
    const heading = headingOf(paragraphOf(line, line.written, null), vocabulary)
    if (!heading) return undefined
    const { title, names, rank, rest } = heading
    const at = ranks.indexOf(rank)
    if (!names.length && (at < 0 || !isNumber(rank))) return undefined
    ranks = at < 0 ? [...ranks, rank] : ranks.slice(0, at + 1)
    return { ...line, title, names, depth: ranks.length, rest: asWritten(line.written, rest) }
  }
}

/** Whether a rank is that of a number, and not of a heading without one. */
function isNumber(rank: string): boolean {
  return rank !== 'plain' && rank !== 'inline'
}

function paragraphOf({ number }: Line, text: string, outline: number | null): DraftParagraph {
  return { number, label: '', text, lead: '', bold: false, outline, cell: null }
}

/** What stands behind a title, in the signs in which it was written and not those in which it is compared. */
function asWritten(line: string, rest: string): string {
  if (rest === '') return ''
  const written = line.trim().slice(-rest.length)
  return tidy(written) === rest ? written : rest
}
