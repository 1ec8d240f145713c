import { whereWritten } from '../../cli/commands/explain/matter.ts'
import {
  mattersIn,
  type Resting,
  restingOnArticle,
  restingOnMatter,
} from '../../cli/commands/explain/resting.ts'
import { matters } from '../../cli/shared/law/matters.ts'
import { deadlineRules } from '../../core/deadlines/index.ts'
import { showPeriod } from '../../core/deadlines/period.ts'
import { repositoryDeadlineRules } from '../../core/deadlines/repository.ts'
import { caseRules, housekeepingRules } from '../../core/lint/index.ts'
import { articleName } from '../../core/regulation/article.ts'
import type { Matter } from '../../core/regulation/cite.ts'
import { limitValue } from '../../core/regulation/diff.ts'
import { matterTitles } from '../../core/regulation/matters.ts'
import type { Annex, Article } from '../../core/regulation/pack.ts'
import type { Regulation } from '../../core/regulation/regulation.ts'
import { actions } from '../../core/stages/actions/index.ts'
import { codes, markdownPage, markdownTable } from './markdown.ts'

/** The files that name an article by its number, or a matter. */
interface NamingTests {
  readonly ofArticles: ReadonlyMap<number, readonly string[]>
  readonly ofMatters: ReadonlyMap<Matter, readonly string[]>
}

interface Entry {
  readonly id: string
}

const CARRIED = ['数值', '办理事项', '期限', '规则', '文书']

const allRules = [...caseRules, ...housekeepingRules]

/** For each article its content, what rests on it and the tests that name it; then the same for each matter. */
export function articlesPage(regulation: Regulation, tests: NamingTests): string {
  const unfounded = allRules.filter(({ matter }) => matter === null)
  return markdownPage(
    '条文对照表',
    `${regulation.title}的每一条写了哪些事项，在 ejc 中由什么落实，由哪些测试检验。查看一个事项：\`ejc explain 磋商期限\`；查看一条：\`ejc explain\` 后写第几条。`,
    markdownTable(
      ['条文', '事项', ...CARRIED, '命令', '测试'],
      [
        ...regulation.articles.map((article) => {
          const files = tests.ofArticles.get(article.number) ?? []
          return articleRow(articleName(article.number), article, regulation, { ...tests, files })
        }),
        ...regulation.pack.annexes.map((annex) =>
          articleRow(`附件${annex.number}`, annex, regulation, { ...tests, files: [] }),
        ),
      ],
    ),
    '## 事项\n\n程序只认事项；每一事项写在哪一条，由规范数据给出。',
    markdownTable(
      ['编号', '事项', '写在', ...CARRIED, '测试'],
      [
        ...matters.map((matter) => matterRow(matter, regulation, tests)),
        ['', '不依据条文', '', ...cells({ ...NOTHING, rules: unfounded }), ''],
      ],
    ),
  )
}

function articleRow(
  name: string,
  { title, ejc = '' }: Article | Annex,
  regulation: Regulation,
  { ofMatters, files }: Pick<NamingTests, 'ofMatters'> & { readonly files: readonly string[] },
): string[] {
  const written = mattersIn(name, regulation)
  const naming = new Set([...files, ...written.flatMap((matter) => ofMatters.get(matter) ?? [])])
  return [
    `${name}\n${title}`,
    codes(written),
    ...cells(withNamed(restingOnArticle(name, regulation), ejc, regulation)),
    codes([...new Set(wordsIn(ejc).filter((word) => word.startsWith('ejc ')))]),
    links([...naming].sort()),
  ]
}

function matterRow(matter: Matter, regulation: Regulation, { ofMatters }: NamingTests): string[] {
  return [
    `\`${matter}\``,
    matterTitles[matter],
    whereWritten(matter, regulation),
    ...cells(restingOnMatter(matter, regulation)),
    links(ofMatters.get(matter) ?? []),
  ]
}

function links(files: readonly string[]): string {
  return files.map((file) => `[${file.replace(/^test\//, '')}](../${file})`).join('\n')
}

type Carried = Pick<Resting, 'periods' | 'limits' | 'deadlines' | 'rules' | 'actions' | 'forms'>

const NOTHING: Carried = { periods: [], limits: [], deadlines: [], rules: [], actions: [], forms: [] }

/** The cells under `CARRIED`. */
function cells({ periods, limits, deadlines, rules, actions: done, forms }: Carried): string[] {
  const figures = [
    ...periods.map((period) => `\`${period.id}\` ${showPeriod(period)}`),
    ...limits.map((limit) => `\`${limit.id}\` ${limitValue(limit)}`),
  ]
  return [figures.join('\n'), ...[done, deadlines, rules, forms].map(idsOf)]
}

function idsOf(entries: readonly Entry[]): string {
  return codes(entries.map(({ id }) => id))
}

/** What rests on the matters of an article, and what the pack says ejc does about it. */
function withNamed(resting: Resting, ejc: string, { forms }: Regulation): Carried {
  const words = new Set(wordsIn(ejc))
  const also = <T extends Entry>(here: readonly T[], all: readonly T[]): T[] =>
    all.filter((entry) => words.has(entry.id) || here.some(({ id }) => id === entry.id))
  return {
    ...resting,
    deadlines: also(resting.deadlines, [...deadlineRules, ...repositoryDeadlineRules]),
    rules: also(resting.rules, allRules),
    actions: also(resting.actions, actions),
    forms: also(resting.forms, forms),
  }
}

/** The words in backticks: \`screen\`, \`agreement/sum\`, \`ejc report clues\`. */
function wordsIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
}
