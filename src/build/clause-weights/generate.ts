import { fileURLToPath } from 'node:url'
import { vocabularyOf } from '../../core/drafts/vocabulary.ts'
import { writtenTable } from '../../core/drafts/weights.ts'
import { defaultRegulation, loadLaw } from '../../repository/law.ts'
import { replaceFile } from '../generate/replace.ts'
import { labelledSentences, taughtDrafts } from './examples.ts'
import { learnWeights } from './learn.ts'

const target = fileURLToPath(new URL('../../generated/clause-weights.ts', import.meta.url))

/** Writes the weights learned from all drafts of the corpus, as a text that is parsed only when a draft is read. */
export async function generateClauseWeights(): Promise<void> {
  const regulation = (await loadLaw()).regulation(defaultRegulation)
  if (!regulation) throw new Error(`there is no pack ${defaultRegulation}`)
  const vocabulary = vocabularyOf(regulation.clauses, regulation.pack.drafts)
  const table = learnWeights(labelledSentences(taughtDrafts(), vocabulary), vocabulary)
  replaceFile(
    target,
    `// Learned from test/fixtures/drafts by \`npm run generate\`. Do not edit.
export const clauseWeights = (): string => ${JSON.stringify(writtenTable(table))}
`,
  )
}
