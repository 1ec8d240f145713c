import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { forms } from '../../src/core/forms/index.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { openWorkspace } from '../../src/repository/workspace.ts'
import { signedCase } from '../cases.ts'
import { benchToday } from '../generate.ts'
import { ejcIn, sideBySide } from '../measure.ts'
import { ratio, type Work } from '../work.ts'

const docxtemplaterPackages = ['docxtemplater@3.71.0', 'pizzip@3.3.0']
const form = 'initiation-register'
const HUNDRED = 100

/** Fills every placeholder of a template as often as asked, writes the file, and says how long the filling took. */
const filler = `
import { readFileSync, writeFileSync } from 'node:fs'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
const [template, target, times] = process.argv.slice(2)
const data = readFileSync(template)
const options = { delimiters: { start: '{{', end: '}}' }, nullGetter: () => '某化工有限公司' }
const fill = () => new Docxtemplater(new PizZip(data), options).render({}).toBuffer()
let bytes
const start = performance.now()
for (let time = 0; time < Number(times); time += 1) bytes = fill()
const taken = performance.now() - start
writeFileSync(target, bytes)
console.log(taken)
`

/** One form by a fresh process and a hundred in one, beside docxtemplater, which fills without guards. */
export const besideDocxtemplater: Work = {
  name: 'docxtemplater',
  async run({ sizes, scratch, repository }) {
    const folder = join(scratch, 'docxtemplater')
    if (!isInstalledIn(folder)) {
      process.stderr.write('skipped: docxtemplater can not be installed from the registry\n')
      return []
    }
    const script = join(folder, 'fill.mjs')
    writeFileSync(script, filler)
    const args = [script, resolve(`templates/${form}.docx`), join(scratch, 'rival.docx')]
    const cases = (await repository(20)).folder
    const theirs = { program: process.execPath, args: [...args, '1'] }
    const ours = ejcIn(cases, 'render', signedCase.id, form, '--out', join(scratch, 'beside'), '--force')
    const cold = sideBySide({ theirs, ours }, sizes.rounds * 2)
    const { stdout } = spawnSync(process.execPath, [...args, String(HUNDRED)], { encoding: 'utf8' })
    return [
      ratio('ejc render, one form, cold', cold.ours, cold.theirs, undefined, 'docxtemplater'),
      ratio(
        `${HUNDRED} renderings in one process`,
        await hundred(cases),
        Number(stdout),
        undefined,
        'docxtemplater',
      ),
    ]
  },
}

/** Not a dependency of the project: taken from the registry for this one measurement. */
function isInstalledIn(folder: string): boolean {
  mkdirSync(folder, { recursive: true })
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--prefix',
    folder,
    ...docxtemplaterPackages,
  ]
  return spawnSync('npm', args, { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0
}

/** Milliseconds that a hundred renderings of the form take in this process, guards included. */
async function hundred(folder: string): Promise<number> {
  const workspace = await openWorkspace(folder, benchToday)
  const reading = workspace.readCase(signedCase.id)
  const found = forms.find(({ id }) => id === form)
  if (!reading.ok || !found) throw new Error('the generated case can not be read')
  const { view } = reading
  const paper = preparePaper(
    { view, form: found, subject: null, draft: true },
    workspace.repository.readBytes,
  )
  const start = performance.now()
  for (let time = 0; time < HUNDRED; time += 1) await paper.bytes()
  return performance.now() - start
}
