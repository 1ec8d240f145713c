/** `npm run drafts`: how well clauses are recognised in drafts of different wording and layout. */
import { defaultRegulation, loadLaw } from '../../src/repository/law.ts'
import { fresh, groups } from './corpus.ts'
import { measureFigures } from './figures-measure.ts'
import { leaveOneAuthorOut, measure, precisionAndRecall, type Reading, readingOf } from './measure.ts'

const [withMistakes, withSample] = ['--mistakes', '--sample'].map((flag) => process.argv.includes(flag))
const only = process.argv.slice(2).find((word) => !word.startsWith('--'))

const loaded = (await loadLaw()).regulation(defaultRegulation)
if (!loaded) throw new Error(defaultRegulation)
const regulation = loaded

async function print(reading: Reading): Promise<void> {
  const { drafts, byClause, complete, accused, said, mistakes } = await measure(
    reading,
    regulation,
    withSample,
  )
  console.log(
    `\n${reading.title}: ${drafts} drafts\n\n| clause | lacking | precision | recall |\n| --- | --- | --- | --- |`,
  )
  for (const [code, tally] of byClause) {
    const { precision, recall } = precisionAndRecall(tally)
    console.log(
      `| ${code} | ${tally.right + tally.passed} | ${precision.toFixed(3)} | ${recall.toFixed(3)} |`,
    )
  }
  const whole = { right: 0, wrong: 0, passed: 0 }
  for (const tally of byClause.values())
    for (const key of ['right', 'wrong', 'passed'] as const) whole[key] += tally[key]
  const { precision, recall } = precisionAndRecall(whole)
  console.log(`| all | ${whole.right + whole.passed} | ${precision.toFixed(3)} | ${recall.toFixed(3)} |`)
  console.log(
    `\n${complete} drafts lack nothing; of ${accused} it is said as an error that they lack something. Of ${whole.right} right reports ${said} are errors, the others hints.`,
  )
  if (withMistakes) for (const mistake of mistakes) console.log(mistake)
}

for (const group of [...groups, fresh] as const) {
  if (only !== undefined && only !== group) continue
  await print(readingOf(group, regulation))
  const figures = await measureFigures(group)
  console.log('\n| figures | written | precision | recall |\n| --- | --- | --- | --- |')
  for (const [kind, tally] of figures.byKind) {
    const { precision, recall } = precisionAndRecall(tally)
    console.log(
      `| ${kind} | ${tally.right + tally.passed} | ${precision.toFixed(3)} | ${recall.toFixed(3)} |`,
    )
  }
  if (withMistakes) for (const mistake of figures.mistakes) console.log(mistake)
}
if (only === undefined || only === 'authors') await print(leaveOneAuthorOut(regulation))
