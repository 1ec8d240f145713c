import { execFileSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstCase } from '../cases.ts'
import { ejcIn, lintIn, sideBySide, time, timeInTurn } from '../measure.ts'
import { ratio, type Work } from '../work.ts'

/** A second run, after no change or a change of one case. */
export const secondRun: Work = {
  name: 'second-run',
  async run({ sizes, repository }) {
    const { folder, cases } = await repository(sizes.large)
    const status = { program: 'git', args: ['status', '--porcelain', '-z'], cwd: folder }
    const lint = lintIn(folder, 'cache')
    const due = ejcIn(folder, 'due')
    const again = sideBySide({ status, lint, due }, sizes.rounds)
    const changed = timeInTurn(
      { unchanged: () => time(lint), changed: () => afterChange(folder, () => time(lint)) },
      sizes.rounds,
    )
    const title = (command: string) => `ejc ${command}, ${cases} cases, second run`
    return [
      ratio(title('lint'), again.lint, again.status, { atMost: 2 }, 'git status'),
      ratio(title('due'), again.due, again.status, { atMost: 2 }, 'git status'),
      ratio(
        `${title('lint')}, one case changed`,
        changed.changed,
        changed.unchanged,
        { atMost: 1.1 },
        'unchanged',
      ),
    ]
  },
}

function afterChange(folder: string, measure: () => number): number {
  const file = `cases/${firstCase.id}/case.yaml`
  appendFileSync(join(folder, file), '# 补充\n')
  try {
    return measure()
  } finally {
    execFileSync('git', ['checkout', '--quiet', '--', file], { cwd: folder })
  }
}
