import { readFileSync } from 'node:fs'
import type { Regulation } from '../../core/regulation/regulation.ts'
import { defaultRegulation, loadLaw } from '../../repository/law.ts'
import { articlesPage } from './articles.ts'
import { commandsPage } from './commands.ts'
import { deadlinesPage } from './deadlines.ts'
import { withFields } from './own-papers.ts'
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
