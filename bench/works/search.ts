import { ejcIn, spentSideBySide } from '../measure.ts'
import { type Row, spentRatio, type Work } from '../work.ts'

/** What is looked for: words in another order, two characters, digits, what stands in many cases, and what in none. */
const sought = [
  ['不存在的词'],
  ['文字'],
  ['酸废'],
  ['2026-99'],
  ['13900'],
  ['废酸'],
  ['废酸', '许某'],
] as const

/** Promised of so many cases; of fewer, the start of node takes longer than all the rest. */
const MANY = 10_000

/** A search in all cases beside git grep, which folds nothing; the first one, which keeps the texts, is not counted. */
export const search: Work = {
  name: 'search',
  async run({ sizes, repository }) {
    const { folder, cases } = await repository(sizes.large)
    return sought.map((words): Row => {
      const patterns = words.flatMap((word) => ['-e', word])
      const grep = {
        program: 'git',
        args: ['grep', '-F', ...patterns, '--', 'cases'],
        cwd: folder,
        exits: [0, 1],
      }
      const { ours, theirs } = spentSideBySide(
        { theirs: grep, ours: ejcIn(folder, 'search', ...words) },
        sizes.rounds,
      )
      const title = `ejc search ${words.join(' ')}, ${cases} cases`
      return spentRatio(title, ours, theirs, cases < MANY ? undefined : { atMost: 2 }, 'git grep')
    })
  },
}
