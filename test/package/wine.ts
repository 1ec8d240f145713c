import { spawnSync } from 'node:child_process'
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { releaseFolder } from '../../src/build/package.ts'
import { walkReadme } from '../support/readme.ts'

/**
 * Runs the portable folder for Windows under wine, in a folder with blanks and Chinese in its name, and holds what it
 * prints and writes to what the program of this tree prints and writes here: `npm run portable -- win-x64`, then
 * `npm run portable:wine`. There is no git under wine, so only commands that write no case are called; where
 * `EJC_WINDOWS_GIT` names a folder such as MinGit's, with `cmd/git.exe`, it is laid beside the program and the course of
 * the README is gone through too.
 */
function tryUnderWine(): void {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const name = `ejc-${version}-win-x64`
  const zip = join(releaseFolder, `${name}.zip`)
  const lacking = lackingFor(zip)
  if (lacking !== undefined) {
    process.stdout.write(`${lacking}\n0 passed, 0 failed, 1 skipped\n`)
    return
  }
  const aside = mkdtempSync(join(tmpdir(), 'ejc-wine-'))
  try {
    const begun = performance.now()
    const home = join(aside, '证据 库')
    unpack(zip, home)
    process.stdout.write(`unpacked in ${seconds(begun)} s\n`)
    cpSync('examples/repository', join(home, '案件 库'), { recursive: true })
    const wine = wineIn(join(aside, 'wine'))
    const passed = calls.filter((call) => isTheSame(call, { aside, folder: join(home, name), wine })).length
    const git = process.env.EJC_WINDOWS_GIT
    if (git === undefined) process.stdout.write('README: skipped, EJC_WINDOWS_GIT names no git for Windows\n')
    else walkUnderWine(git, { aside, folder: join(home, name), wine })
    process.stdout.write(`${passed} passed, ${calls.length - passed} failed\n`)
    process.exitCode = passed === calls.length ? 0 : 1
    spawnSync('wineserver', ['-k'], { env: wine })
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

function lackingFor(zip: string): string | undefined {
  if (spawnSync('wine', ['--version']).status !== 0) return '这里没有 wine'
  return existsSync(zip) ? undefined : `没有 ${zip}：先运行 npm run portable -- win-x64`
}

const seconds = (begun: number): string => ((performance.now() - begun) / 1000).toFixed(1)

/** A call; what it prints, and the files in its folder, are to be the same here and there. */
interface Call {
  readonly args: readonly string[]
  /** What it prints is about the system, and holds this. */
  readonly says?: string
  /** The folder it writes to, beside that of the cases. */
  readonly into?: string
}

const day = ['--today', '2026-11-30']
const library = ['-C', '../案件 库']
const calls: readonly Call[] = [
  { args: ['--version'] },
  { args: ['doctor'], says: 'Node.js' },
  { args: ['--version', '--json'], says: '"system": "win32-x64"' },
  { args: [...library, 'list', ...day] },
  { args: [...library, 'show', 'GC-2026-0005', ...day] },
  { args: [...library, 'due', '--all', '--explain', ...day] },
  { args: [...library, 'lint', '--no-cache', ...day] },
  { args: [...library, 'render', '5', '索赔启动登记表', '--out', '../出 文书', ...day], into: '出 文书' },
  {
    args: [...library, 'render', '5', '索赔启动登记表', '--out', 'C:/a?b'],
    says: '“a?b”在 Windows 上不能作文件名',
  },
  { args: [...library, 'render', '5', '索赔启动登记表', '--out', 'Q:/文书'], says: '没有 Q 盘' },
  { args: [...library, 'render', '5', '索赔启动登记表', '--out', '../出', '--pdf'], says: 'Word、WPS' },
  { args: [...library, 'board', '--out', '../看板 页.html', ...day], into: '看板 页.html' },
  { args: [...library, 'report', 'annual', '--year', '2026', ...day] },
  {
    args: [...library, 'report', 'ledger', '--format', 'xlsx', '--out', '../台 账.xlsx', ...day],
    into: '台 账.xlsx',
  },
]

interface Place {
  readonly aside: string
  /** The unpacked portable folder. */
  readonly folder: string
  readonly wine: NodeJS.ProcessEnv
}

/** Goes through the course of the README with this git. Throws where a call prints something else. */
function walkUnderWine(git: string, { aside, folder, wine }: Place): void {
  cpSync(git, join(folder, 'git'), { recursive: true })
  const begun = performance.now()
  const env = {
    ...wine,
    GIT_AUTHOR_NAME: '覃某',
    GIT_AUTHOR_EMAIL: 'qin@example.invalid',
    GIT_COMMITTER_NAME: '覃某',
    GIT_COMMITTER_EMAIL: 'qin@example.invalid',
  }
  const walked = walkReadme(join(folder, '..', '练习 库'), (cwd, args) => {
    const launcher = relative(cwd, join(folder, 'ejc.cmd')).replaceAll('/', '\\')
    const { said } = outcome(aside, cwd, 'wine', ['cmd', '/c', launcher, ...args], env)
    if (args[0] === 'new') process.stdout.write(`README: first case after ${seconds(begun)} s\n`)
    return asHere(said)
  })
  process.stdout.write(`README: ${walked} calls in ${seconds(begun)} s\n`)
}

function isTheSame({ args, says, into }: Call, { aside, folder, wine }: Place): boolean {
  const begun = performance.now()
  const written = join(folder, '..', into ?? '没有')
  const there = outcome(aside, folder, 'wine', ['cmd', '/c', 'ejc.cmd', ...args], wine)
  const took = seconds(begun)
  const thereFiles = filesOf(written)
  rmSync(written, { recursive: true, force: true })
  const here = outcome(aside, folder, process.execPath, [resolve('bin/ejc.js'), ...args], process.env)
  const hereFiles = filesOf(written)
  const same = {
    exit: there.exit === here.exit,
    said: asHere(there.said) === here.said,
    files: thereFiles === hereFiles,
  }
  const isPassed = says
    ? there.said.replace(/\s+/g, '').includes(says.replace(/\s+/g, ''))
    : same.exit && same.said && same.files
  process.stdout.write(`${isPassed ? 'ok  ' : 'FAIL'} ${took} s  ejc ${args.join(' ')}\n`)
  if (!isPassed)
    process.stdout.write(
      `${JSON.stringify(same)}\n--- there (${there.exit})\n${there.said}\n--- here\n${here.said}\n`,
    )
  return isPassed
}

/** Paths are said as the system writes them; for wine, the files here are on a drive Z. */
const asHere = (said: string): string =>
  said.replaceAll('\r\n', '\n').replaceAll('Z:\\', '\\').replaceAll('\\', '/')

function outcome(aside: string, cwd: string, program: string, args: string[], env: NodeJS.ProcessEnv) {
  // Under wine, node can't write to a pipe of Unix, but to a file.
  const file = join(aside, 'said.txt')
  const sink = openSync(file, 'w')
  const { status } = spawnSync(program, args, {
    cwd,
    env: { ...env, COLUMNS: '100' },
    stdio: ['ignore', sink, sink],
  })
  closeSync(sink)
  return { exit: status, said: readFileSync(file, 'utf8') }
}

/** The names and bytes of a file, or of the files of a folder. */
function filesOf(path: string): string {
  if (!existsSync(path)) return ''
  try {
    return readdirSync(path)
      .sort()
      .map((name) => `${name} ${readFileSync(join(path, name)).toString('base64')}`)
      .join('\n')
  } catch {
    return readFileSync(path).toString('base64')
  }
}

function unpack(zip: string, folder: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
}

/** An own Windows, said to be 10: node starts on no older one. */
function wineIn(folder: string): NodeJS.ProcessEnv {
  const env = { ...process.env, WINEPREFIX: folder, WINEDEBUG: '-all', LANG: 'C.UTF-8' }
  const version = ['reg', 'add', String.raw`HKCU\Software\Wine`, '/v', 'Version', '/d', 'win10', '/f']
  spawnSync('wine', version, { env, stdio: 'ignore' })
  return env
}

tryUnderWine()
