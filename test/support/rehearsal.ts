import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { articleName, parseChineseNumeral } from '../../src/core/regulation/article.ts'
import type { RawPack } from '../../src/core/regulation/pack.ts'

/** By how much every article number moves: no old number may be a new one. */
const SHIFT = 100
/** By how much every annex number moves. */
const ANNEX_SHIFT = 2
/** The number of the article that is split off another. */
export const SPLIT = '第一百四十四条'
const LAST = 44

const file = join(import.meta.dirname, '../../src/law/regulations/guangxi-2025-draft.yaml')

/** A text with each article and annex number of the draft moved; those of laws, which follow a name, stay. */
export function moved(text: string): string {
  return text
    .replace(/(?<![典法号》）、至]|规定)第([一二三四五六七八九十]+)条/gu, (whole, numeral: string) => {
      const number = parseChineseNumeral(numeral)
      return number === undefined || number >= LAST ? whole : articleName(number + SHIFT)
    })
    .replace(/(?<=条、)第([一二三四五]?十?[一二三四五六七八九]?)条/gu, (whole, numeral: string) => {
      const number = parseChineseNumeral(numeral)
      return number === undefined || number >= LAST ? whole : articleName(number + SHIFT)
    })
    .replace(/附件([12])(?!\d)/gu, (_, number: string) => `附件${Number(number) + ANNEX_SHIFT}`)
}

/** Each text inside a value moved, and the numbers of articles and annexes with them. */
export function movedData(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return key === 'article' || key === 'ejc' ? moved(value) : value
  if (Array.isArray(value)) return value.map((item) => movedData(item, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, movedData(inner, name)]))
}

interface Numbered {
  number: number
  title?: string
  gist?: string
  ejc?: string
}

/**
 * The Guangxi draft as its final text might read: every article and annex has moved, one is split in two (the number of
 * meetings stands by itself), one norm is gone (lighter penalties), one figure changed (the appraiser explains within
 * 12 working days), one clause is new (monitoring).
 */
export function rehearsalPack(): RawPack {
  // The schema boundary: the shipped pack, validated when it was built.
  const pack = movedData(parse(readFileSync(file, 'utf8'))) as RawPack & {
    matters: Record<string, object>
    periods: Record<string, object>
    articles: Numbered[]
    annexes: Numbered[]
    clauses: object[]
  }
  for (const article of pack.articles) article.number += SHIFT
  for (const annex of pack.annexes) annex.number += ANNEX_SHIFT
  pack.articles.push({ number: SHIFT + LAST, title: '磋商会议的次数', gist: '会议一般不超过三次。' })
  Object.assign(pack.matters, {
    'meeting-limit': { article: SPLIT },
    'more-meetings': { article: SPLIT },
    leniency: { absent: true },
  })
  pack.periods['appraisal-explanation'] = {
    ...pack.periods['appraisal-explanation'],
    amount: 12,
    words: '在12个工作日内提交书面解释说明',
  }
  pack.clauses.push({
    code: 'monitoring',
    title: '修复后的长期监测',
    required: true,
    matter: 'agreement-contents',
    formSection: '四',
    recognise: { headings: ['长期监测'], content: ['监测频次'] },
  })
  return pack
}

/** The rehearsal as a file of a case repository; by its id it takes the place of the shipped draft. */
export function rehearsalText(): string {
  return stringify(rehearsalPack())
}

const LAWS = /(?:法典|法|号|办法|规定|预案|〔\d{4}〕\d+号)》?(?:（[^（）]*）)?$/u

/** The articles named in a text that belong neither to the rehearsal nor to a law that is named before them. */
export function unknownArticles(text: string): string[] {
  const plain = text.replace(/\s+/gu, '')
  const strays: string[] = []
  let lawful = -1
  for (const match of plain.matchAll(
    /第([零一二三四五六七八九十百千]+)条(?:第[一二三四五六七八九十]+[款项])*/gu,
  )) {
    const number = parseChineseNumeral(match[1] ?? '') ?? 0
    const end = match.index + match[0].length
    const before = plain.slice(0, match.index)
    const follows = /[、至和]$/u.test(before) && lawful === match.index - 1
    if (follows || LAWS.test(before)) lawful = end
    else if (number <= SHIFT || number > SHIFT + LAST) strays.push(`${before.slice(-20)}${match[0]}`)
  }
  return [
    ...strays,
    ...[...plain.matchAll(/附件[12](?!\d)/gu)].map(({ index }) => plain.slice(index - 10, index + 6)),
  ]
}
