import { fileURLToPath } from 'node:url'
import { vocabularyOf } from '../../core/drafts/vocabulary.ts'
import { defaultRegulation, loadLaw } from '../../repository/law.ts'
import { replaceFile } from '../generate/replace.ts'
import { examplesIn, taughtDrafts } from './examples.ts'
import { learnEvidence } from './learn.ts'

const target = fileURLToPath(new URL('../../generated/clause-evidence.ts', import.meta.url))

/** Writes what all drafts of the corpus tell, as a text that is parsed only when a draft is read. */
export async function generateEvidence(): Promise<void> {
  const regulation = (await loadLaw()).regulation(defaultRegulation)
  if (!regulation) throw new Error(`there is no pack ${defaultRegulation}`)
  const vocabulary = vocabularyOf(regulation.clauses, regulation.pack.drafts)
  const table = learnEvidence(
    taughtDrafts().flatMap((draft) => examplesIn(draft, vocabulary)),
    vocabulary,
  )
  replaceFile(
    target,
    `// Learned from test/fixtures/drafts by \`npm run generate\`. Do not edit.
export const clauseEvidence = ${JSON.stringify(JSON.stringify(table))}
`,
  )
}
