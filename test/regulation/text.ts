import { existsSync, readFileSync } from 'node:fs'
import { articleName, parseArticle } from '../../src/core/regulation/article.ts'

const file = '../shared/regulation.txt'

/** The text of the draft, article by article (第十二条, 附件1 → its text without white space); absent outside the office. */
export function regulationText(): Map<string, string> | undefined {
  if (!existsSync(file)) {
    console.warn(
      `skipped: ${file} is not here, so the packs are not compared with the text of the regulation`,
    )
    return undefined
  }
  const texts = new Map<string, string>()
  let current = ''
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const plain = line.replace(/\[bookmark: [^\]]*\]/gu, '')
    const article = /^第([一二三四五六七八九十百]+)条/u.exec(plain)?.[0]
    const annex = /^附件\d/u.exec(plain)?.[0]
    if (article) current = articleName(parseArticle(article) ?? 0)
    else if (annex) current = annex
    texts.set(current, `${texts.get(current) ?? ''}${plain.replace(/\s/gu, '')}`)
  }
  return texts
}

/** The longest run of characters that stands in both. */
export function longestCommonRun(one: string, other: string): string {
  let longest = ''
  for (let start = 0; start < one.length; start += 1) {
    while (other.includes(one.slice(start, start + longest.length + 1))) {
      if (start + longest.length + 1 > one.length) break
      longest = one.slice(start, start + longest.length + 1)
    }
  }
  return longest
}
