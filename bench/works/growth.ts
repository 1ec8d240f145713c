import { lintIn, peakMemory, sideBySide } from '../measure.ts'
import { milliseconds, type Row, type Work } from '../work.ts'

const memoryLimit = { cases: 10_000, mebibytes: 250 }
/** Linear, apart from the noise of measuring. */
const linear = 1.1

/** Whether time and memory grow as the number of cases does. */
export const growth: Work = {
  name: 'growth',
  async run({ sizes, repository }) {
    const rows: Row[] = []
    let before: { readonly cases: number; readonly took: number } | undefined
    for (const size of sizes.growth) {
      const { folder, cases } = await repository(size)
      const call = lintIn(folder, 'no-cache')
      const { took } = sideBySide({ took: call }, 2)
      if (before) rows.push(timeGrowth(before, { cases, took }))
      rows.push(memory(cases, peakMemory(call)))
      before = { cases, took }
    }
    return rows
  },
}

interface Point {
  readonly cases: number
  readonly took: number
}

function timeGrowth(small: Point, large: Point): Row {
  return {
    title: `ejc lint, time a case, ${small.cases} to ${large.cases} cases`,
    ours: milliseconds(large.took / large.cases),
    against: `${milliseconds(small.took / small.cases)} at ${small.cases}`,
    value: large.took / large.cases / (small.took / small.cases),
    unit: '×',
    budget: { atMost: linear },
  }
}

function memory(cases: number, value: number): Row {
  const budget = cases >= memoryLimit.cases ? { atMost: memoryLimit.mebibytes } : undefined
  return { title: `ejc lint, peak memory, ${cases} cases`, ours: '', against: '', value, unit: 'MiB', budget }
}
