import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { forms } from '../../src/core/forms/index.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { openWorkspace } from '../../src/repository/workspace.ts'
import { signedCase } from '../cases.ts'
import { benchToday } from '../generate.ts'
import { type Call, ejcIn, median } from '../measure.ts'
import { wallAndCpu } from '../wall-and-cpu.ts'
import { type Budget, type Row, ratio, type Work } from '../work.ts'

const packages = ['docxtemplater@3.71.0', 'pizzip@3.3.0', 'easy-template-x@7.2.8']
const form = 'initiation-register'
const HUNDRED = 100

/** How others fill every placeholder of a template, without guards. */
const rivals: Readonly<Record<string, string>> = {
  docxtemplater: `
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
const options = { delimiters: { start: '{{', end: '}}' }, nullGetter: () => '某化工有限公司' }
const fill = async (data) => new Docxtemplater(new PizZip(data), options).render({}).toBuffer()`,
  'easy-template-x': `
import { TemplateHandler } from 'easy-template-x'
const handler = new TemplateHandler({ delimiters: { tagStart: '{{', tagEnd: '}}' } })
const names = await handler.parseTags(data)
const values = Object.fromEntries(names.map(({ name }) => [name, '某化工有限公司']))
const fill = (data) => handler.process(data, values)`,
}

/** Fills a template as often as asked, writes the file, and says how long the filling took, by clock and processor. */
const filler = (fill: string): string => `
import { readFileSync, writeFileSync } from 'node:fs'
const [template, target, times] = process.argv.slice(2)
const data = readFileSync(template)
${fill}
let bytes
const start = [performance.now(), process.cpuUsage()]
for (let time = 0; time < Number(times); time += 1) bytes = await fill(data)
const { user, system } = process.cpuUsage(start[1])
console.log(JSON.stringify({ wall: performance.now() - start[0], cpu: (user + system) / 1000 }))
writeFileSync(target, bytes)
`

/** What something took, in milliseconds. */
interface Taken {
  readonly wall: number
  readonly cpu: number
}

/** One form by a fresh process, and a hundred in one, beside what others take for them; our guards are included. */
export const oneForm: Work = {
  name: 'form',
  async run({ sizes, scratch, repository }) {
    const folder = join(scratch, 'rivals')
    if (!isInstalledIn(folder)) {
      process.stderr.write('skipped: what forms are compared with can not be installed from the registry\n')
      return []
    }
    const cases = (await repository(20)).folder
    const ours = ejcIn(cases, 'render', signedCase.id, form, '--out', join(scratch, 'beside'), '--force')
    const fillHundred = await hundredIn(cases)
    const rows: Row[] = []
    for (const [whom, fill] of Object.entries(rivals)) {
      const script = join(folder, `${whom}.mjs`)
      writeFileSync(script, filler(fill))
      const words = [script, resolve(`templates/${form}.docx`), join(scratch, 'rival.docx')]
      const theirs = (times: number): Call => ({ program: process.execPath, args: [...words, String(times)] })
      const calls = { bare: theirs(1), ours }
      const isHeld = whom === 'docxtemplater'
      const [cold, warm] = isHeld ? [{ atMost: 1.1 }, { atMost: 0.8 }] : []
      rows.push(...wallAndCpu('ejc render, one form, cold', calls, sizes.rounds * 2, cold, whom))
      rows.push(...(await warmRows(fillHundred, theirs(HUNDRED), sizes.rounds, warm, whom)))
    }
    return rows
  },
}

/** Not dependencies of the project: taken from the registry for this one measurement. */
function isInstalledIn(folder: string): boolean {
  mkdirSync(folder, { recursive: true })
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, ...packages]
  return spawnSync('npm', args, { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0
}

/** A hundred of ours and a hundred of theirs in turn, each in a process that goes on. */
async function warmRows(
  ours: () => Promise<Taken>,
  theirs: Call,
  rounds: number,
  budget: Budget,
  whom: string,
): Promise<Row[]> {
  const taken: { ours: Taken; theirs: Taken }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const { stdout } = spawnSync(theirs.program, theirs.args, { encoding: 'utf8' })
    taken.push({ ours: await ours(), theirs: JSON.parse(stdout) })
  }
  const row = (title: string, by: keyof Taken): Row => {
    const [our, their] = [taken.map((each) => each.ours[by]), taken.map((each) => each.theirs[by])]
    return ratio(`${HUNDRED} forms in one process${title}`, median(our), median(their), budget, whom)
  }
  return [row('', 'wall'), row(', CPU', 'cpu')]
}

/** Fills the form a hundred times in this process, guards included. */
async function hundredIn(folder: string): Promise<() => Promise<Taken>> {
  const workspace = await openWorkspace(folder, benchToday)
  const reading = workspace.readCase(signedCase.id)
  const found = forms.find(({ id }) => id === form)
  if (!reading.ok || !found) throw new Error('the generated case can not be read')
  const about = { view: reading.view, form: found, subject: null, draft: true }
  const paper = preparePaper(about, workspace.repository.readBytes)
  return async () => {
    const [start, usage] = [performance.now(), process.cpuUsage()]
    for (let time = 0; time < HUNDRED; time += 1) await paper.bytes()
    const { user, system } = process.cpuUsage(usage)
    return { wall: performance.now() - start, cpu: (user + system) / 1000 }
  }
}
