import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { firstCase, signedCase } from '../cases.ts'
import { benchToday } from '../generate.ts'
import { ejcIn, node, sideBySide, time, timeInTurn } from '../measure.ts'
import { ratio, type Work } from '../work.ts'

const answers = [
  'damageFound=true',
  'decision=initiate',
  'findings=现场核查发现损害。',
  `checkedOn=${benchToday}`,
]

/** One action, in a repository of one case and in a large one; committed, then taken back. */
export const advance: Work = {
  name: 'advance',
  async run({ sizes, repository }) {
    const one = await repository(1)
    const many = await repository(sizes.large)
    const times = timeInTurn({ one: () => screen(one.folder), many: () => screen(many.folder) }, sizes.rounds)
    return [
      ratio(`ejc advance, ${many.cases} cases`, times.many, times.one, { atMost: 1.3 }, 'with one case'),
    ]
  },
}

function screen(folder: string): number {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim()
  const before = git('rev-parse', 'HEAD')
  const sets = answers.flatMap((answer) => ['--set', answer])
  const taken = time(ejcIn(folder, 'advance', firstCase.id, 'screen', ...sets))
  if (git('rev-parse', 'HEAD~1') !== before) throw new Error('ejc advance made no commit')
  git('reset', '--quiet', '--hard', before)
  return taken
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
