import { readFileSync } from 'node:fs'
import { recordingStep } from '../../cli/commands/template/fields/text.ts'
import { commonGroups, commonLists } from '../../core/forms/common/index.ts'
import type { Regulation } from '../../core/regulation/regulation.ts'
import { defaultRegulation, loadLaw } from '../../repository/law.ts'
import { articlesPage } from './articles.ts'
import { commandsPage } from './commands.ts'
import { deadlinesPage } from './deadlines.ts'
import { betweenMarks, markdownTable } from './markdown.ts'
import { rulesPage, withRuleTable } from './rules.ts'
import { testsOfArticles, testsOfMatters } from './tests.ts'

/** The generated pages by their path; the same text as long as code, packs and tests are the same. */
export async function referencePages(): Promise<ReadonlyMap<string, string>> {
  const regulation = await shippedRegulation()
  const tests = {
    ofArticles: testsOfArticles('test', regulation.articles),
    ofMatters: testsOfMatters('test'),
  }
  return new Map([
    ['docs/articles.md', articlesPage(regulation, tests)],
    ['docs/rules.md', rulesPage(regulation)],
    ['docs/deadlines.md', deadlinesPage(regulation)],
    ['docs/commands.md', await commandsPage()],
    ['docs/own-papers.md', withFields(readFileSync('docs/own-papers.md', 'utf8'))],
    ['README.md', withRuleTable(readFileSync('README.md', 'utf8'), regulation)],
  ])
}

async function shippedRegulation(): Promise<Regulation> {
  const regulation = (await loadLaw()).regulation(defaultRegulation)
  if (!regulation) throw new Error(`no regulation pack ${defaultRegulation}`)
  return regulation
}

/** The page on own papers with the list of the fields that they may print. */
function withFields(page: string): string {
  return betweenMarks(page, 'fields', fieldTables())
}

function fieldTables(): string {
  const groups = commonGroups.map(({ title, fields }) => {
    const rows = fields.map(({ name, says, action }) => [`\`{{${name}}}\``, says, recordingStep(action)])
    return `### ${title}\n\n${markdownTable(['字段', '内容', '记在'], rows)}`
  })
  const lists = commonLists.map(({ name, says, action, fields }) => {
    const rows = fields.map((field) => [`\`{{${name}.${field.name}}}\``, field.says])
    return `### 列表：${name}\n\n${says}。记在：${recordingStep(action)}。\n\n${markdownTable(['字段', '内容'], rows)}`
  })
  return [...groups, ...lists].join('\n\n')
}
