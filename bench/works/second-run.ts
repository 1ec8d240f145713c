import { execFileSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '../../src/core/calendar/dates.ts'
import { firstCase } from '../cases.ts'
import { benchToday } from '../generate.ts'
import {
  type Call,
  ejc,
  ejcIn,
  lintIn,
  type Spent,
  spentBy,
  spentInTurn,
  spentSideBySide,
} from '../measure.ts'
import { type Bench, type Row, spentRatio, type Work } from '../work.ts'

/** A second run: after no change, after a change of one case, and on the next day. */
export const secondRun: Work = {
  name: 'second-run',
  async run(bench) {
    const { folder, cases } = await bench.repository(bench.sizes.large)
    return [
      ...again(bench, folder, cases),
      ...afterOneChange(bench, folder, cases),
      ...overnight(bench, folder, cases),
    ]
  },
}

function again({ sizes }: Bench, folder: string, cases: number): Row[] {
  const calls = {
    status: { program: 'git', args: ['status', '--porcelain', '-z'], cwd: folder },
    lint: lintIn(folder, 'cache'),
    due: ejcIn(folder, 'due'),
    within: ejcIn(folder, 'due', '--within', '7'),
    list: ejcIn(folder, 'list'),
  }
  const { status, lint, due, within, list } = spentSideBySide(calls, sizes.rounds)
  const row = (command: string, spent: Spent, atMost: number) =>
    spentRatio(`ejc ${command}, ${cases} cases, second run`, spent, status, { atMost }, 'git status')
  return [
    row('lint', lint, 2.2),
    row('due', due, 2.2),
    row('due --within 7', within, 2),
    row('list', list, 2.2),
  ]
}

function afterOneChange({ sizes }: Bench, folder: string, cases: number): Row[] {
  const lint = lintIn(folder, 'cache')
  const { changed, unchanged } = spentInTurn(
    { unchanged: () => spentBy(lint), changed: () => afterChange(folder, () => spentBy(lint)) },
    sizes.rounds,
  )
  const title = `ejc lint, ${cases} cases, second run, one case changed`
  return [spentRatio(title, changed, unchanged, { atMost: 1.1 }, 'unchanged')]
}

function afterChange<T>(folder: string, measure: () => T): T {
  const file = `cases/${firstCase.id}/case.yaml`
  appendFileSync(join(folder, file), '# 补充\n')
  try {
    return measure()
  } finally {
    execFileSync('git', ['checkout', '--quiet', '--', file], { cwd: folder })
  }
}

/** The first run of a day, on which only the conclusions that changed overnight are drawn anew. */
function overnight({ sizes }: Bench, folder: string, cases: number): Row[] {
  const row = (...command: readonly string[]): Row => {
    let day = benchToday
    const onDay = (): Call => {
      const call = ejc('-C', folder, '--today', day, '--no-input', ...command)
      return { ...call, exits: [0, 1] }
    }
    const first = () => {
      day = addDays(day, 1)
      return spentBy(onDay())
    }
    spentBy(onDay())
    const spent = spentInTurn({ first, second: () => spentBy(onDay()) }, sizes.rounds)
    const title = `ejc ${command.join(' ')}, ${cases} cases, first run of a day`
    return spentRatio(title, spent.first, spent.second, { atMost: 3 }, 'second run')
  }
  return [row('lint'), row('due')]
}
