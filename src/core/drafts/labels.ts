import { chineseNumber } from './numerals.ts'

const CHINESE = '[一二三四五六七八九十百零〇]'

/** Numbers as people write them before a heading, in tidied text, each with its rank. */
const LABELS: readonly (readonly [rank: string, pattern: RegExp])[] = [
  ['chapter', new RegExp(`^第(?:${CHINESE}+|\\d+)[章编部节]`, 'u')],
  ['article', new RegExp(`^第(?:${CHINESE}+|\\d+)[条款]`, 'u')],
  ['matter', new RegExp(`^(?:第(?:${CHINESE}+|\\d+)[件项点桩]|其${CHINESE}+)(?:事)?\\s*[、,:.]`, 'u')],
  ['question', /^问\d{0,2}\s*:/u],
  ['chinese', new RegExp(`^${CHINESE}+\\s*[、.]`, 'u')],
  ['(chinese)', new RegExp(`^\\(${CHINESE}+\\)`, 'u')],
  ['chinese)', new RegExp(`^${CHINESE}+\\)`, 'u')],
  ['1.1.1', /^\d{1,2}(?:\.\d{1,2}){2,}\.?(?!\d)/u],
  ['1.1', /^\d{1,2}\.\d{1,2}(?:[.、]|(?=\s|\p{Script=Han}))(?![万亿元%])/u],
  ['1.', /^\d{1,2}\s*[、.](?!\d)/u],
  ['(1)', /^\(\d{1,2}\)/u],
  ['1)', /^\d{1,2}\)/u],
  ['①', /^[①-⑳]/u],
  ['A', /^[A-Z][.、)]/u],
  ['a', /^(?:[a-z]|[ivx]+)[.、)]/u],
]

export interface Labelled {
  /** The kind of the number: numbers of one kind have the same rank; empty when there is no number. */
  readonly rank: string
  /** The text after it. */
  readonly rest: string
}

/** Takes the number off the beginning of a tidied text. */
export function takeLabel(text: string): Labelled {
  for (const [rank, pattern] of LABELS) {
    const label = pattern.exec(text)?.[0]
    if (label !== undefined) return { rank, rest: text.slice(label.length).trim() }
  }
  return { rank: '', rest: text }
}

/** The number that a tidied text begins with: 3 of 三、 and of （3）; undefined where it is none that can be counted. */
export function countOfLabel(text: string): number | undefined {
  const [, written] = new RegExp(`^[(第]?(${CHINESE}+|\\d{1,3})[)、.条章编部节款]`, 'u').exec(text) ?? []
  if (written === undefined) return undefined
  return /^\d/u.test(written) ? Number(written) : Number(chineseNumber(written))
}

/** Whether a tidied text is nothing but a number, as in a column of numbers. */
export function isLabelAlone(text: string): boolean {
  return new RegExp(`^[(第]?(?:${CHINESE}+|\\d{1,2})[)条、.]?$`, 'u').test(text.trim())
}
