import { deadlineRules } from '../../core/deadlines/index.ts'
import { repositoryDeadlineRules } from '../../core/deadlines/repository.ts'
import { caseRules, housekeepingRules } from '../../core/lint/index.ts'
import { articleName, parseArticle } from '../../core/regulation/article.ts'
import type { Annex, Article } from '../../core/regulation/pack.ts'
import type { Regulation } from '../../core/regulation/regulation.ts'
import { actions } from '../../core/stages/actions/index.ts'
import { codes, page, table } from './markdown.ts'

interface Entry {
  readonly id: string
  readonly article: string | null
}

const CARRIERS: readonly (readonly Entry[])[] = [
  actions,
  [...deadlineRules, ...repositoryDeadlineRules],
  [...caseRules, ...housekeepingRules],
]
const HEADS = ['条文', '命令', '办理事项', '期限', '规则', '文书', '测试']

/** Article by article: what carries it, and the tests that name it. */
export function articlesPage(regulation: Regulation, tests: ReadonlyMap<number, readonly string[]>): string {
  const { annexes } = regulation.pack
  return page(
    '条文对照表',
    `${regulation.title}的每一条在 ejc 中由什么落实，由哪些测试检验。查看一条：\`ejc explain 第二十条\`。`,
    table(
      HEADS,
      regulation.articles.map((article) =>
        row(articleName(article.number), article, regulation, tests.get(article.number) ?? []),
      ),
    ),
    '## 附件',
    table(
      HEADS.slice(0, -1),
      annexes.map((annex) => row(`附件${annex.number}`, annex, regulation, []).slice(0, -1)),
    ),
    '## 其他依据\n\n国家法律的规定，和不属于任何一条的。',
    table(['依据', ...HEADS.slice(2, -2)], elsewhere(regulation)),
  )
}

/** What serves another text than this one, by the source that it names; housekeeping serves none. */
function elsewhere(regulation: Regulation): string[][] {
  const here: readonly (readonly [name: string, ejc: string])[] = [
    ...regulation.articles.map(({ number, ejc }) => [articleName(number), ejc] as const),
    ...regulation.pack.annexes.map(({ number, ejc }) => [`附件${number}`, ejc] as const),
  ]
  const outside = CARRIERS.map((entries) => {
    const placed = new Set(here.flatMap(([name, ejc]) => idsFor(name, ejc, entries)))
    return entries.filter(({ id }) => !placed.has(id))
  })
  const sources = [...new Set(outside.flat().map(({ article }) => article))]
  const of = (source: string | null) => (entries: readonly Entry[]) =>
    codes(entries.filter(({ article }) => article === source).map(({ id }) => id))
  return sources.map((source) => [source ?? '（无）', ...outside.map(of(source))])
}

function row(
  name: string,
  { title, ejc }: Article | Annex,
  regulation: Regulation,
  tests: readonly string[],
): string[] {
  const carried = [...CARRIERS, regulation.forms].map((entries) => codes(idsFor(name, ejc, entries)))
  return [
    `${name}\n${title}`,
    codes([...new Set(named(ejc).filter((word) => word.startsWith('ejc ')))]),
    ...carried,
    tests.map((file) => `[${file.replace(/^test\//, '')}](../${file})`).join('\n'),
  ]
}

/** What names the article itself, and what the pack says of it. */
function idsFor(name: string, ejc: string, entries: readonly Entry[]): string[] {
  const words = new Set(named(ejc))
  return entries.filter(({ id, article }) => words.has(id) || isOf(article, name)).map(({ id }) => id)
}

function isOf(article: string | null, name: string): boolean {
  if (article === null) return false
  const number = parseArticle(name)
  return number === undefined ? article === name : parseArticle(article) === number
}

/** The words in backticks: \`screen\`, \`agreement/sum\`, \`ejc report clues\`. */
function named(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
}
