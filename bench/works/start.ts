import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { signedCase } from '../cases.ts'
import { base, type Call, ejc, ejcIn, node, ofBase, sideBySide } from '../measure.ts'
import { wallAndCpu } from '../wall-and-cpu.ts'
import { type Budget, type Row, ratio, type Work } from '../work.ts'

const nothing = node('0')
const few = 20

/** How long the program takes to start. */
export const start: Work = {
  name: 'start',
  run({ sizes }) {
    const { version, help, bare } = sideBySide(
      { bare: nothing, version: ejc('--version'), help: ejc('--help') },
      sizes.startRounds,
    )
    return [
      ratio('ejc --version', version, bare, { atMost: 1.15 }, 'node -e 0'),
      ratio('ejc --help', help, bare, { atMost: 1.15 }, 'node -e 0'),
    ]
  },
}

/** The daily question, in the repository of a small office. */
export const due: Work = {
  name: 'due',
  async run({ sizes, repository }) {
    const { folder } = await repository(few)
    const calls = { bare: nothing, ours: ejcIn(folder, 'due') }
    return wallAndCpu(`ejc due, ${few} cases`, calls, sizes.startRounds, { atMost: 1.6 }, 'node -e 0')
  },
}

/** One case, shown and advanced: against node alone, and against another build where EJC_BASE names one. */
export const oneCase: Work = {
  name: 'one-case',
  async run({ sizes, repository, scratch }) {
    const { folder } = await repository(few)
    const step = ['mark-major', '--dry-run', '--set', 'grounds[]=larger-incident']
    const words = {
      'ejc show': ['show', signedCase.id],
      'ejc advance --dry-run': ['advance', signedCase.id, ...step],
    }
    // Each build keeps its own findings in the library: they would overwrite one another's.
    const other = join(scratch, 'library-of-base')
    if (base !== undefined) cpSync(folder, other, { recursive: true })
    return Object.entries(words).flatMap(([title, call]) => {
      const ours = ejcIn(folder, ...call)
      const against = (bare: Call, budget: Budget, whom: string): Row[] =>
        wallAndCpu(title, { bare, ours }, sizes.startRounds, budget, whom)
      return [
        ...against(nothing, undefined, 'node -e 0'),
        ...(base === undefined ? [] : against(ofBase(ejcIn(other, ...call)), { atMost: 0.6 }, 'EJC_BASE')),
      ]
    })
  },
}
