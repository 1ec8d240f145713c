import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type Call, ejcIn, node, type Used, usedBy } from '../measure.ts'
import { milliseconds, type Row, type Work } from '../work.ts'
import { reader } from './peers.ts'

/** The most memory that a command over all cases may hold: up to so many cases, so many MiB. */
const limits = [
  { cases: 10_000, mebibytes: 250 },
  { cases: 50_000, mebibytes: 400 },
] as const

/** The page of so many cases is no larger. */
const pageLimit = { cases: 5_000, megabytes: 5 }

/** The board and the report of a year: memory, and the size of the page. */
export const board: Work = {
  name: 'board',
  async run({ sizes, scratch, repository }) {
    const largest = Math.max(sizes.large, ...sizes.growth)
    const rows: Row[] = []
    for (const size of new Set([sizes.large, largest])) {
      const { folder, cases } = await repository(size)
      const read = usedBy({ ...node(reader), cwd: folder })
      const used = (...args: string[]) => usedBy({ ...ejcIn(folder, ...args), cwd: folder } satisfies Call)
      const page = join(scratch, `board-${cases}.html`)
      rows.push(
        memory(
          `ejc board --no-cache, ${cases} cases`,
          cases,
          used('board', '--no-cache', '--out', page),
          read,
        ),
        memory(`ejc report annual, ${cases} cases`, cases, used('report', 'annual'), read),
        memory(
          `ejc report ledger --format csv, ${cases} cases`,
          cases,
          used(...ledger(scratch, cases)),
          read,
        ),
        weight(cases, statSync(page).size / 1e6),
      )
    }
    return rows
  },
}

function ledger(scratch: string, cases: number): string[] {
  return ['report', 'ledger', '--format', 'csv', '--out', join(scratch, `ledger-${cases}.csv`)]
}

function memory(title: string, cases: number, used: Used, read: Used): Row {
  const limit = limits.find((each) => cases <= each.cases)
  return {
    title: `${title}, peak memory`,
    ours: `CPU ${milliseconds(used.cpu)}`,
    against: `CPU ${milliseconds(read.cpu)}, ${Math.round(read.peak)} MiB reading the files`,
    value: used.peak,
    unit: 'MiB',
    budget: limit && { atMost: limit.mebibytes },
  }
}

function weight(cases: number, megabytes: number): Row {
  const { cases: of, megabytes: atMost } = pageLimit
  return {
    title: `page of ejc board, ${cases} cases, of ${of}`,
    ours: `${megabytes.toFixed(1)} MB in all`,
    against: '',
    value: (megabytes / cases) * of,
    unit: 'MB',
    // What the page shows at first weighs the same however many cases there are.
    budget: cases < of ? undefined : { atMost },
  }
}
