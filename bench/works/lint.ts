import { type Call, lintIn, node, sideBySide } from '../measure.ts'
import { type Row, ratio, type Work } from '../work.ts'

/** Reads every file of the cases and does nothing with them. */
const reader = `
import { readdirSync, readFileSync } from 'node:fs'
let bytes = 0
for (const id of readdirSync('cases'))
  for (const file of readdirSync('cases/' + id)) bytes += readFileSync('cases/' + id + '/' + file, 'utf8').length
`

/** Another checker for the same files; see `competitors`. */
export interface Competitor {
  readonly name: string
  readonly atLeast: number
  readonly call: (folder: string) => Call
}

/** Other programs can be added here, as calls that check the documents of a repository; none is installed yet. */
const competitors: readonly Competitor[] = []

/** Every rule over every case, without the cache. */
export const lint: Work = {
  name: 'lint',
  async run({ sizes, repository }) {
    const { folder, cases } = await repository(sizes.lint)
    const reading = { ...node(reader), cwd: folder }
    const { ours, read } = sideBySide({ read: reading, ours: lintIn(folder, 'no-cache') }, sizes.rounds)
    const title = `ejc lint, ${cases} cases, no cache`
    const speed: Row = {
      title: `${title}: speed`,
      ours: '',
      against: '',
      value: (cases / ours) * 1000,
      unit: '/s',
      budget: undefined,
    }
    const others = competitors.map(({ name, atLeast, call }) => {
      const times = sideBySide({ theirs: call(folder), ours: lintIn(folder, 'no-cache') }, sizes.rounds)
      return ratio(`${name} over ejc lint`, times.theirs, times.ours, { atLeast }, 'ejc lint')
    })
    return [ratio(title, ours, read, { atMost: 3.5 }, 'reading the files'), speed, ...others]
  },
}
