import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleName } from '../../core/regulation/article.ts'
import type { Article } from '../../core/regulation/pack.ts'

/** Tests, and the cases in YAML that a lawyer reads; the data that both start from is no test. */
const TEST = /\.test\.ts$|\.ya?ml$/
const DATA = /^fixtures[\\/]/
/** Another text's article of the same number: 民法典第…条, 环法规〔2025〕6号第…条. */
const OTHER_TEXT = '典法号'

/** The files below `folder` that name each article, by its number; paths with forward slashes, sorted. */
export function testsOfArticles(
  folder: string,
  articles: readonly Article[],
): ReadonlyMap<number, readonly string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => TEST.test(file) && !DATA.test(file))
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .sort()
  const texts = files.map((file) => [file, readFileSync(file, 'utf8')] as const)
  return new Map(articles.map(({ number }) => [number, filesNaming(articleName(number), texts)]))
}

function filesNaming(name: string, texts: readonly (readonly [string, string])[]): string[] {
  const pattern = new RegExp(`(?<![${OTHER_TEXT}])${name}`, 'u')
  return texts.filter(([, text]) => pattern.test(text)).map(([file]) => file)
}
