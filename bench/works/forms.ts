import { forms } from '../../src/core/forms/index.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { openWorkspace } from '../../src/repository/workspace.ts'
import { signedCase } from '../cases.ts'
import { benchToday } from '../generate.ts'
import { median } from '../measure.ts'
import { milliseconds, type Row, type Work } from '../work.ts'

/** Every form of a case again and again in one process, guards included. */
export const rendering: Work = {
  name: 'rendering',
  async run({ sizes, repository }) {
    const { folder } = await repository(20)
    const workspace = await openWorkspace(folder, benchToday)
    const reading = workspace.readCase(signedCase.id)
    if (!reading.ok) throw new Error('the generated case can not be read')
    const { view } = reading
    const rows: Row[] = []
    for (const form of forms) {
      const subject = form.subjects(view)[0]
      if (subject === undefined) continue
      const paper = preparePaper({ view, form, subject, draft: true }, workspace.repository.readBytes)
      const times: number[] = []
      for (let round = 0; round < sizes.rounds * 4; round += 1) times.push(await timeOf(() => paper.bytes()))
      rows.push(row(form.id, median(times)))
    }
    return rows
  },
}

async function timeOf(make: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await make()
  return performance.now() - start
}

function row(form: string, value: number): Row {
  return {
    title: `rendering in one process: ${form}`,
    ours: milliseconds(value),
    against: '',
    value,
    unit: 'ms',
    budget: { atMost: 25 },
  }
}
