import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { offerFor } from '../../../../src/cli/commands/completion/answer.ts'
import { scripts } from '../../../../src/cli/commands/completion/scripts.ts'
import { commands } from '../../../../src/cli/commands/index.ts'
import { docx, p } from '../../../documents/sample.ts'
import { createRepository, ejcIn, temporaryFolder } from '../../../support/cli.ts'

const repository = createRepository('example-case', 'example-case-2')
const id = 'NN-2026-0001'

/** The words offered for the last word of a line. */
async function offered(line: string, folder = repository.root): Promise<readonly string[] | 'files'> {
  const words = line.split(' ').slice(1)
  const offer = await offerFor(words.at(-1) ?? '', words.slice(0, -1), folder)
  return offer === 'files' ? offer : offer.map(({ value }) => value)
}

describe('a shell is offered', () => {
  it('every command, with what it does', async () => {
    const offer = await offerFor('', [], repository.root)
    expect(offer).toEqual([
      ...commands.map(({ name, summary }) => ({ value: name, help: summary })),
      { value: 'help', help: '显示命令的帮助' },
    ])
  })

  it.each([
    ['ejc re', commands.map(({ name }) => name).filter((name) => name.startsWith('re'))],
    ['ejc help du', ['due']],
    ['ejc show ', ['NN-2025-0003', id]],
    ['ejc show NN-2026', [id]],
    ['ejc --json show NN-2026', [id]],
    [`ejc due ${id} NN-2025`, ['NN-2025-0003']],
    ['ejc archive ver', ['verify']],
    ['ejc archive NN-2026', [id]],
    ['ejc report m', ['monthly']],
    ['ejc project ', ['list', 'add']],
    ['ejc lint --format s', ['sarif']],
    ['ejc lint --format=s', ['--format=sarif']],
    ['ejc lint --format = s', ['sarif']],
    ['ejc lint --rule agreement/sub', ['agreement/substitute-not-allowed', 'agreement/substitute-obligor']],
    ['ejc list --stage sc', ['screening']],
    ['ejc due --with', ['--within']],
    ['ejc due --today 2026-01-01 --ov', ['--overdue']],
    ['ejc due --overdue --ov', []],
    ['ejc combine --same o1=o2 --sa', ['--same']],
    ['ejc combine --reason 同一排污口 --rea', []],
    [`ejc render ${id} initiation`, ['initiation-register']],
    [`ejc render ${id} consultation-notice `, ['1/o1', '1/o2']],
    [`ejc amend ${id} ser`, ['serve']],
    [`ejc amend ${id} serve `, ['1/o2', '1/o1']],
    ['ejc explain agreement/sum', ['agreement/sum']],
    ['ejc regulation show gua', ['guangxi-2025-draft']],
    ['ejc completion ', ['bash', 'zsh', 'fish', 'powershell']],
    ['ejc archive verify ', 'files'],
    [`ejc evidence add ${id} `, 'files'],
    ['ejc advance --from ', 'files'],
    ['ejc due --within ', []],
    ['ejc nothing ', []],
  ])('%s → %j', async (line, words) => {
    expect(await offered(line)).toEqual(words)
  })

  it('the actions that are possible in the case, and no others', async () => {
    const actions = await offered(`ejc advance ${id} `)
    expect(actions).toContain('notify-leniency')
    expect(actions).not.toContain('screen')
  })

  it('every action for a case that cannot be read', async () => {
    expect(await offered('ejc advance NN-2099-0001 scr')).toEqual(['screen'])
  })

  it('what is in the repository that -C names', async () => {
    expect(await offered(`ejc -C ${repository.root} show NN-2026`, temporaryFolder())).toEqual([id])
  })

  it('nothing, in silence and with exit 0, outside of a repository', () => {
    const call = ejcIn(temporaryFolder(), ['__complete', '=', 'show'])
    expect(call).toMatchObject({ exit: 0, stdout: '', stderr: '' })
  })
})

/** Runs the script in a shell that has an `ejc` and answers what it offers, one a line. */
function inBash(words: readonly string[]): string[] {
  const folder = join(temporaryFolder(), '案件 库')
  mkdirSync(folder)
  cpSync(join(repository.root, 'ejc.yaml'), join(folder, 'ejc.yaml'))
  cpSync(join(repository.root, 'cases'), join(folder, 'cases'), { recursive: true })
  const driver = [
    `ejc() { '${process.execPath}' '${resolve('bin/ejc.js')}' "$@"; }`,
    'eval "$(ejc completion bash)"',
    'compopt() { echo "compopt $*"; }',
    'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))',
    '_ejc',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is bash.
    'printf "%s\\n" "${COMPREPLY[@]}"',
  ].join('\n')
  const run = spawnSync('bash', ['--norc', '--noprofile', '-c', driver, 'bash', 'ejc', ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (run.stderr !== '') throw new Error(run.stderr)
  return run.stdout.split('\n').filter((line) => line !== '')
}

describe('the script', () => {
  it('for bash completes case ids, without their meaning, in a folder with a blank', () => {
    expect(inBash(['show', 'NN-2026'])).toEqual([id])
    expect(inBash(['advance', id, 'notify-l'])).toEqual(['notify-leniency'])
  })

  it('for bash leaves the names of files to bash', () => {
    expect(inBash(['evidence', 'add', id, ''])).toEqual(['compopt -o default'])
  })

  it.each(['zsh', 'fish', 'pwsh'])('for %s is sound, where that shell is installed', (shell) => {
    const script = scripts[shell === 'pwsh' ? 'powershell' : shell] ?? ''
    expect(script).toContain('ejc __complete "=')
    const check = { zsh: ['-n'], fish: ['--no-execute'], pwsh: ['-NoProfile', '-Command', '-'] }[shell] ?? []
    const run = spawnSync(shell, check, { input: script, encoding: 'utf8' })
    if (run.error) return console.log(`skipped: ${shell} is not installed`)
    expect({ exit: run.status, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' })
  })

  it('for PowerShell is in ASCII, since a profile is read in the encoding of the system', () => {
    expect(scripts.powershell).toMatch(/^[\n\u0020-\u007e]*$/)
  })

  it('for PowerShell registers a completer of native commands, under both names, and says how it is switched on', () => {
    const { powershell = '' } = scripts
    expect(powershell).toMatch(
      /^Register-ArgumentCompleter -Native -CommandName ejc, ejc\.cmd -ScriptBlock \{$/m,
    )
    expect(powershell.split('\n')[0]).toMatch(
      /\$PROFILE: +ejc completion powershell \| Out-String \| Invoke-Expression$/,
    )
    expect(repository.ejc(['completion', '--help']).stdout).toContain('$PROFILE')
  })

  it('for PowerShell reads what ejc says as UTF-8, and leaves the console as it was', () => {
    const [, inside = '', after = ''] = (scripts.powershell ?? '').split(/try \{|\} finally \{/)
    expect(inside).toMatch(
      /OutputEncoding\] *= \[System\.Text\.Encoding\]::UTF8|OutputEncoding = \[System\.Text\.Encoding\]::UTF8/,
    )
    expect(inside.indexOf('UTF8')).toBeLessThan(inside.indexOf('ejc __complete'))
    expect(after).toMatch(/^\s*\[Console\]::OutputEncoding = \$encoding$/m)
  })

  it.each([
    ['NN-2026-0001', true],
    ['1/o2', true],
    ['--format=sarif', true],
    ['第二十条', true],
    ['现场 照片.jpg', false],
    ["o'1", false],
    ['a;b', false],
    ['$(x)', false],
  ])('for PowerShell offers %s in quotes unless it needs none (bare: %s)', (word, bare) => {
    const { powershell = '' } = scripts
    const pattern = /-match '([^']+)'/.exec(powershell)?.[1] ?? ''
    // .NET takes any letter for one of a word.
    expect(new RegExp(pattern.replace('\\w', '\\p{L}\\d_'), 'u').test(word)).toBe(bare)
    expect(powershell).toContain(`"'" + $value.Replace("'", "''") + "'"`)
  })

  it('of a shell that there is none for is refused, with the one that was meant', () => {
    const call = repository.ejc(['completion', 'fisch'])
    expect(call).toMatchObject({ exit: 2, stderr: expect.stringContaining('ejc completion fish') })
  })
})

describe("in a library with papers of the office's own, a shell is offered", () => {
  const office = createRepository('example-case')
  const offeredHere = (line: string) => offered(line, office.root)
  mkdirSync(join(office.root, 'templates'), { recursive: true })
  office.write('templates/现场检查笔录.docx', docx(p('案由：{{案由}}')))
  office.write('templates/催告函.docx', docx(p('致{{当事人名称}}')))
  office.write('templates/坏的.docx', 'no Word file')

  it('these papers beside the forms, with their files, and none of which no paper can be made', async () => {
    expect(await offeredHere(`ejc render ${id} 现`)).toEqual(['现场检查笔录'])
    expect(await offeredHere('ejc template fields 催')).toEqual(['催告函'])
    const offer = await offerFor('', ['render', id], office.root)
    expect(offer).toContainEqual({ value: '催告函', help: 'templates/催告函.docx' })
    const names = offer === 'files' ? [] : offer.map(({ value }) => value)
    expect(names).toContain('agreement')
    expect(names).not.toContain('坏的')
  })

  it('the obligors, where there is a paper for each, and nothing for the case as a whole', async () => {
    expect(await offeredHere(`ejc render ${id} 催告函 `)).toEqual(['o1', 'o2'])
    expect(await offeredHere(`ejc render ${id} 现场检查笔录 `)).toEqual([])
  })
})
