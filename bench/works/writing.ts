import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { firstCase, signedCase } from '../cases.ts'
import { benchToday } from '../generate.ts'
import { type Call, ejcIn, node, sideBySide, time, timeInTurn } from '../measure.ts'
import { type Row, ratio, type Work } from '../work.ts'
import { gitsStarted } from './git.ts'

const answers = [
  'damageFound=true',
  'decision=initiate',
  'findings=现场核查发现损害。',
  `checkedOn=${benchToday}`,
]

/** One action, in a repository of one case and in large ones; committed, then taken back. */
export const advance: Work = {
  name: 'advance',
  async run({ sizes, scratch, repository }) {
    const one = await repository(1)
    const rows: Row[] = []
    for (const size of new Set([sizes.large, sizes.growth.at(-1) ?? sizes.large])) {
      const many = await repository(size)
      const tasks = { one: () => screen(one.folder, time), many: () => screen(many.folder, time) }
      const times = timeInTurn(tasks, sizes.rounds)
      const budget = { atMost: size > 10_000 ? 2 : 1.2 }
      rows.push(ratio(`ejc advance, ${many.cases} cases`, times.many, times.one, budget, 'with one case'))
    }
    const value = screen(one.folder, (call) => gitsStarted(call, scratch))
    const count = { ours: '', against: '', unit: '', budget: { atMost: 5 } } as const
    return [...rows, { title: 'ejc advance: gits started', value, ...count }]
  },
}

/** Takes the step of the first case, which makes a file before all others, measures it, and takes it back. */
function screen(folder: string, measure: (call: Call) => number): number {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim()
  const before = git('rev-parse', 'HEAD')
  const sets = answers.flatMap((answer) => ['--set', answer])
  const measured = measure(ejcIn(folder, 'advance', firstCase.id, 'screen', ...sets))
  if (git('rev-parse', 'HEAD~1') !== before) throw new Error('ejc advance made no commit')
  git('reset', '--quiet', '--hard', before)
  return measured
}

/** Imports docx, fills every placeholder of one template, and writes the file. */
const filler = `
import { readFileSync, writeFileSync } from 'node:fs'
import { patchDetector, patchDocument, PatchType, TextRun } from 'docx'
const data = readFileSync(process.argv[1])
const keys = await patchDetector({ data })
const patch = () => ({ type: PatchType.PARAGRAPH, children: [new TextRun('某化工有限公司')] })
const patches = Object.fromEntries(keys.map((key) => [key, patch()]))
writeFileSync(process.argv[2], await patchDocument({ data, outputType: 'nodebuffer', patches }))
`

/** One form by a fresh process, against what docx itself takes for the same template. */
export const render: Work = {
  name: 'render',
  async run({ sizes, scratch, repository }) {
    const { folder } = await repository(20)
    const form = 'initiation-register'
    const alone = node(filler, resolve(`templates/${form}.docx`), join(scratch, 'alone.docx'))
    const ours = ejcIn(folder, 'render', signedCase.id, form, '--out', join(scratch, 'out'), '--force')
    const times = sideBySide({ alone, ours }, sizes.rounds * 2)
    return [ratio('ejc render, one form, cold', times.ours, times.alone, { atMost: 1.2 }, 'docx alone')]
  },
}
