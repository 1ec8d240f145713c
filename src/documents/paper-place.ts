import { paragraphText } from './paragraphs.ts'
import type { FoundPlaceholder } from './placeholders.ts'

const parts: Readonly<Record<string, string>> = { document: '正文', footnotes: '脚注', endnotes: '尾注' }
/** How much of a paragraph is quoted, and how much of that stands before the placeholder. */
const mostQuoted = 24
const before = 8

/** 「正文第 12 段」, paragraphs in table cells counted. */
export const paragraphPlace = (part: string, paragraph: number): string => {
  const base = part.replace(/^word\/|\.xml$/gu, '')
  const kind = base.startsWith('header') ? '页眉' : base.startsWith('footer') ? '页脚' : undefined
  return `${kind ?? parts[base] ?? base}第 ${paragraph} 段`
}

/** 「正文第 3 段（案由：{{案件由}}）：…」, so that a person finds it in Word. */
export const placed = (
  { part, paragraph, at, start }: Pick<FoundPlaceholder, 'part' | 'paragraph' | 'at' | 'start'>,
  problem: string,
): string => {
  const text = paragraphText(at.element).replaceAll(/\s/gu, ' ')
  const from = Math.max(0, Math.min(start - before, text.length - mostQuoted))
  const excerpt = text.slice(from, from + mostQuoted).trim()
  const quoted = `${from > 0 ? '…' : ''}${excerpt}${from + mostQuoted < text.trimEnd().length ? '…' : ''}`
  return `${paragraphPlace(part, paragraph)}（${quoted}）：${problem}`
}

/** What is wrong at a placeholder, in Chinese. */
export interface PlaceholderFault {
  readonly at: FoundPlaceholder
  readonly problem: string
}

/** Faults as messages, in the order of the placeholders. */
export const faultTexts = (
  found: readonly FoundPlaceholder[],
  faults: readonly PlaceholderFault[],
): string[] => {
  const order = new Map(found.map((each, index) => [each, index]))
  return faults
    .toSorted((a, b) => (order.get(a.at) ?? 0) - (order.get(b.at) ?? 0))
    .map(({ at, problem }) => placed(at, problem))
}
