import { ejc, ejcIn, node, sideBySide } from '../measure.ts'
import { ratio, type Work } from '../work.ts'

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
    const { ours, bare } = sideBySide({ bare: nothing, ours: ejcIn(folder, 'due') }, sizes.startRounds)
    return [ratio(`ejc due, ${few} cases`, ours, bare, { atMost: 1.5 }, 'node -e 0')]
  },
}
