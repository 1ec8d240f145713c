import type { Path } from '../../facts/locations.ts'
import { articleName, parseArticle } from '../article.ts'
import { isMap } from '../complete.ts'
import { packEntries } from '../entries.ts'
import type { Json, JsonObject } from '../pack.ts'
import type { PackFault } from './fault.ts'

/** The articles, annexes and laws that a pack lists, to which its entries can refer. */
interface PackListing {
  readonly articles: ReadonlySet<number>
  readonly annexes: ReadonlySet<number>
  readonly laws: ReadonlySet<string>
}

/**
 * References of the file that lead nowhere: an article or annex that the pack does not list, a law that it does not
 * know.
 */
export function articleFaults(raw: JsonObject, merged: JsonObject): PackFault[] {
  const listed = listedIn(merged)
  const faults: PackFault[] = []
  const visit = (node: Json, path: Path): void => {
    if (Array.isArray(node)) for (const [index, item] of node.entries()) visit(item, [...path, index])
    else if (isMap(node))
      for (const [key, child] of Object.entries(node)) {
        const place = [...path, key]
        if (key !== 'article' || typeof child !== 'string') visit(child, place)
        else
          for (const message of unresolvedParts(child, listed))
            faults.push({ kind: 'article', path: place, message })
      }
  }
  visit(raw, [])
  return faults
}

function listedIn({ articles, annexes, laws }: JsonObject): PackListing {
  const numbers = (section: Json | undefined): ReadonlySet<number> =>
    new Set(packEntries(section).map(({ data }) => Number(data.number)))
  const names = packEntries(laws).flatMap(({ data: { title, aliases } }) => [
    String(title),
    ...(Array.isArray(aliases) ? aliases.map(String) : []),
  ])
  return { articles: numbers(articles), annexes: numbers(annexes), laws: new Set(names.map(withoutBrackets)) }
}

/** A part of a reference: the law (empty for this text), and the article in it. */
const PART = /^(.*?)(?:第([零〇一二三四五六七八九十百千\d]+)条.*)?$/u
const ANNEX_NAME = /^附件\s*(\d*)/u
const OWN_ARTICLE = /^本(?:细则|规定|办法|条例|意见|方案)$/u

/** The messages on the parts of a reference (joined by 、 or 至) that lead nowhere. */
function unresolvedParts(article: string, { articles, annexes, laws }: PackListing): string[] {
  if (laws.has(withoutBrackets(article))) return []
  // A second article of a law does not repeat its name.
  let law = ''
  return article.split(/、|至(?=第)/u).flatMap((part): string[] => {
    const annex = ANNEX_NAME.exec(part)
    if (annex) return annexes.has(Number(annex[1] || 1)) ? [] : [noAnnex(part)]
    const [, named = '', numeral] = PART.exec(part.trim()) ?? []
    law = named === '' ? law : OWN_ARTICLE.test(named) ? '' : named
    if (law !== '') return laws.has(withoutBrackets(law)) ? [] : [noLaw(law)]
    const number = numeral === undefined ? undefined : parseArticle(numeral)
    if (number === undefined) return [unreadable(part)]
    return articles.has(number) ? [] : [noArticle(number)]
  })
}

/** A title without 《》 and 中华人民共和国, as people shorten it. */
function withoutBrackets(title: string): string {
  return title.replace(/[《》\s]/gu, '').replace(/^中华人民共和国/u, '')
}

const noArticle = (number: number): string =>
  `articles 里没有${articleName(number)}：请核对条号，或者在 articles 补上这一条。`

const noAnnex = (part: string): string => `annexes 里没有“${part}”：请核对，或者在 annexes 补上这个附件。`

const noLaw = (law: string): string =>
  `laws 里没有“${law}”：请核对名称，或者在 laws 登记（title 写全称，aliases 写简称、文号）。`

const unreadable = (part: string): string =>
  `“${part}”不是条文的写法：本规定的写条号，其他法律写“名称＋条号”，附件写“附件”和序号，几处用顿号隔开。`
