import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { matters } from '../../cli/shared/law/matters.ts'
import { articleName } from '../../core/regulation/article.ts'
import type { Matter } from '../../core/regulation/cite.ts'
import type { Article } from '../../core/regulation/pack.ts'

/** Tests, and the cases in YAML that a lawyer reads; the data on which both start is no test. */
const TEST = /\.test\.ts$|\.ya?ml$/
const DATA = /^fixtures[\\/]/
/** How the name of another text ends, before its article of the same number. */
const OTHER_TEXT = '典法号'
const SPEAKS_OF_MATTERS = /\b(?:matters?|cite|citation|articleOf)\b/
const ID = /[a-z]+(?:-[a-z]+)*/g

/** The files below `folder` that name each article, by its number; paths with forward slashes, sorted. */
export function testsOfArticles(
  folder: string,
  articles: readonly Article[],
): ReadonlyMap<number, readonly string[]> {
  const texts = testsIn(folder)
  return new Map(
    articles.map(({ number }) => {
      const pattern = new RegExp(`(?<![${OTHER_TEXT}])${articleName(number)}`, 'u')
      return [number, texts.filter(([, text]) => pattern.test(text)).map(([file]) => file)]
    }),
  )
}

/**
 * The files below `folder` that name each matter, likewise: by its id in a line that speaks of matters or citations,
 * since many an id is that of a deadline, a form or a code too.
 */
export function testsOfMatters(folder: string): ReadonlyMap<Matter, readonly string[]> {
  const named = testsIn(folder).map(([file, text]) => {
    const lines = text.split('\n').filter((line) => SPEAKS_OF_MATTERS.test(line))
    return [file, new Set(lines.flatMap((line) => line.match(ID) ?? []))] as const
  })
  return new Map(
    matters.map((matter) => [matter, named.filter(([, ids]) => ids.has(matter)).map(([file]) => file)]),
  )
}

function testsIn(folder: string): (readonly [file: string, text: string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => TEST.test(file) && !DATA.test(file))
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .sort()
    .map((file) => [file, readFileSync(file, 'utf8')] as const)
}
