/** `npm run drafts`: how well clauses are recognised in drafts of different wording and layout. */
import { defaultRegulation, loadLaw } from '../../src/repository/law.ts'
import { groups } from './corpus.ts'
import { measureFigures } from './figures-measure.ts'
import { measure, precisionAndRecall } from './measure.ts'

const regulation = (await loadLaw()).regulation(defaultRegulation)
if (!regulation) throw new Error(defaultRegulation)
for (const group of groups) {
  const { drafts, byClause, mistakes } = await measure(group, regulation)
  console.log(
    `\n${group}: ${drafts} drafts\n\n| clause | lacking | precision | recall |\n| --- | --- | --- | --- |`,
  )
  for (const [code, tally] of byClause) {
    const { precision, recall } = precisionAndRecall(tally)
    console.log(
      `| ${code} | ${tally.right + tally.passed} | ${precision.toFixed(3)} | ${recall.toFixed(3)} |`,
    )
  }
  const figures = await measureFigures(group)
  console.log('\n| figures | written | precision | recall |\n| --- | --- | --- | --- |')
  for (const [kind, tally] of figures.byKind) {
    const { precision, recall } = precisionAndRecall(tally)
    console.log(
      `| ${kind} | ${tally.right + tally.passed} | ${precision.toFixed(3)} | ${recall.toFixed(3)} |`,
    )
  }
  if (process.argv.includes('--mistakes'))
    for (const mistake of [...mistakes, ...figures.mistakes]) console.log(mistake)
}
