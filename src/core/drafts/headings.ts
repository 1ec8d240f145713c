import type { DraftParagraph } from './draft.ts'
import { isLabelAlone, type Labelled, takeLabel } from './labels.ts'
import { longestSurplus, type Vocabulary } from './vocabulary.ts'
import { tidy } from './words.ts'

/** A paragraph that opens a section. */
export interface DraftHeading {
  readonly title: string
  /** Sections of the same rank are siblings; a new rank is one level deeper. */
  readonly rank: string
  /** The clauses that it names. */
  readonly names: readonly string[]
  /** The text after it in the same paragraph. */
  readonly rest: string
  /** Whether only its style makes it a heading, and neither a number nor its few words. */
  readonly styled: boolean
}

/** The rank of a heading in the first cell of a row: the cells beside it belong to it. */
export const CELL_RANK = 'cell'

// Headings are short; a longer text is a sentence.
const longestTitle = 60
const longestLabelled = 40
const longestPlain = 24

/** The rank that the number of a paragraph (Word's or typed) gives it, and the tidied text after the number. */
export function labelledText({ text, label }: DraftParagraph): Labelled {
  const whole = tidy(text).trim()
  const typed = takeLabel(whole)
  if (label === '' || typed.rank !== '') return typed
  return { rank: takeLabel(`${tidy(label)} `).rank || 'list', rest: whole }
}

/** A line in brackets alone is a heading in a text without styles. */
const BRACKETED = /^【[^】]{2,30}】\s*$/u

/** The heading that a paragraph is, or begins with; undefined for body text. */
export function headingIn(paragraph: DraftParagraph, vocabulary: Vocabulary): DraftHeading | undefined {
  const labelled = labelledText(paragraph)
  const { rank, rest: text } = labelled
  if (isFirstCell(paragraph)) return cellHeading(text, vocabulary)
  const inline = inlineTitle(paragraph, labelled, vocabulary)
  if (inline) {
    const names = vocabulary.named(inline.title)
    const otherwise = BRACKETED.test(text) ? 'brackets' : 'inline'
    return { ...inline, names, rank: rankOf(rank, paragraph, otherwise), styled: false }
  }
  return pureHeading(paragraph, text, rank, vocabulary)
}

function rankOf(rank: string, { outline, bold }: DraftParagraph, otherwise: string): string {
  if (rank) return rank
  if (outline !== null) return `outline ${outline}`
  return bold ? 'bold' : otherwise
}

/** The label cell of a row: the first cell, or the one after a column of numbers. */
function isFirstCell({ cell, text }: DraftParagraph): boolean {
  const last = cell === null ? 0 : cell.columns - 1
  return cell !== null && cell.column < last && cell.column <= 1 && isShortLine(tidy(text).trim())
}

function isShortLine(text: string): boolean {
  return text.length <= longestLabelled && !/[。;]/u.test(text)
}

function cellHeading(text: string, vocabulary: Vocabulary): DraftHeading | undefined {
  if (text === '' || isLabelAlone(text)) return undefined
  const title = titleIn(text, vocabulary)
  return { title, rank: CELL_RANK, names: vocabulary.named(title), rest: '', styled: true }
}

/** A title without the marks around it, and without an explanation in brackets, unless the brackets name the clause. */
function titleIn(text: string, vocabulary: Vocabulary): string {
  const bare = (title: string): string => title.replace(/^[【[〔「(\s]+|[】\]〕」):。—\-\s]+$/gu, '').trim()
  const short = bare(text.replace(/\([^()]*\)\s*[:。]?$/u, ''))
  const whole = bare(text)
  if (whole.length > longestTitle) return short
  return vocabulary.named(short).length === 0 && vocabulary.named(whole).length > 0 ? whole : short
}

interface Inline {
  readonly title: string
  readonly rest: string
}

/** Ways of putting a title before its text: 【标题】正文, 标题：正文, 标题。正文, 标题 正文. */
const INLINE: readonly (readonly [pattern: RegExp, exact: boolean])[] = [
  [/^[【[〔「]([^】\]〕」]{2,30})[】\]〕」]\s*:?\s*([\s\S]*)$/u, false],
  [/^\(([^()]{2,30})\)\s*:?\s*([\s\S]+)$/u, true],
  [/^([^:。;!?,]{2,40}):\s*([\s\S]*)$/u, false],
  [/^([^:。;!?,\s]{2,24})(?:。|\s+|——)\s*([\s\S]+)$/u, true],
]

function inlineTitle(
  { lead, outline }: DraftParagraph,
  { rank, rest: text }: Labelled,
  vocabulary: Vocabulary,
): Inline | undefined {
  const bold = titleIn(takeLabel(tidy(lead).trim()).rest, vocabulary)
  if (bold !== '' && bold.length <= longestLabelled && vocabulary.named(bold).length > 0) {
    const at = text.indexOf(bold)
    if (at >= 0) return { title: bold, rest: text.slice(at + bold.length).replace(/^[\s:。】\])—-]+/u, '') }
  }
  for (const [pattern, exact] of INLINE) {
    const [, written = '', rest = ''] = pattern.exec(text) ?? []
    const title = titleIn(written, vocabulary)
    if (title === '' || vocabulary.named(title).length === 0) continue
    // 证明上述事实的材料包括： is no title; a number before it would make it one.
    const isLoose = vocabulary.surplus(title) > longestSurplus
    if (isLoose && (exact || rank === '')) continue
    if (exact && (outline !== null || vocabulary.settlesMore(title))) continue
    return { title, rest }
  }
  return undefined
}

/** A paragraph that is a heading as a whole, by its style, its number or its few words. */
function pureHeading(
  paragraph: DraftParagraph,
  text: string,
  rank: string,
  vocabulary: Vocabulary,
): DraftHeading | undefined {
  const { outline, bold } = paragraph
  const title = titleIn(text, vocabulary)
  if (title.length > longestTitle) return undefined
  const names = vocabulary.named(title)
  const isName =
    names.length > 0 && vocabulary.surplus(title) <= longestSurplus && !vocabulary.settlesMore(title)
  const ends = /[。;,:]$/u.test(text) && !isName
  const bracketed = BRACKETED.test(text) && vocabulary.real(title).length > 0
  const styled = outline !== null || bold || bracketed
  const fits =
    outline !== null
      ? title.length <= longestTitle
      : !ends && title.length <= (styled || rank ? longestLabelled : longestPlain)
  const isHeading = fits && title !== '' && (styled || rank !== '' || isName)
  if (!isHeading) return undefined
  return { title, rank: rankOf(rank, paragraph, bracketed ? 'brackets' : 'plain'), names, rest: '', styled }
}
