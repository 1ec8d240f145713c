import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../support/cli.ts'
import { installedProgram } from '../../support/installed.ts'

const installed = installedProgram()
const library = resolve('examples/repository')
const words = (folder: string) => [
  ...[join(folder, 'bin/ejc.js'), '-C', library],
  ...['list', '--today', '2026-11-24'],
]
const environment = (home: string, env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: home,
  XDG_CACHE_HOME: home,
  TZ: 'Asia/Shanghai',
  LANG: 'C.UTF-8',
  ...env,
})

/** Calls the installed program in a process of its own, with this folder for what programs keep. */
function list(home: string, env?: Readonly<Record<string, string>>, folder = installed) {
  const options = { env: environment(home, env), encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, words(folder), options)
  return { status, stdout, stderr }
}

const codeIn = (home: string): string => join(home, 'ejc/code')
const isProgram = (name: string): boolean => name.startsWith('program.')
const programsIn = (home: string): string[] =>
  existsSync(codeIn(home))
    ? readdirSync(codeIn(home))
        .filter(isProgram)
        .map((name) => join(codeIn(home), name))
    : []
const programIn = (home: string): string => programsIn(home)[0] ?? ''
const told = list(temporaryFolder(), { NODE_DISABLE_COMPILE_CACHE: '1' }, resolve('.'))

describe('the program of a package', () => {
  it('is unpacked once where only the user can read it, and says what the built one says', () => {
    expect(told.status).toBe(0)
    expect(told.stdout).toContain('GC-2026-0005')
    const home = temporaryFolder()
    expect(list(home)).toEqual(told)
    expect(programsIn(home)).toHaveLength(1)
    expect(lstatSync(programIn(home)).mode & 0o777).toBe(0o600)
    const { ino } = lstatSync(programIn(home))
    // Nothing but what is kept is left to run.
    const folder = join(temporaryFolder(), 'without')
    cpSync(installed, folder, { recursive: true })
    rmSync(join(folder, 'dist/program.pack.br'))
    expect(list(home, {}, folder)).toEqual(told)
    expect(lstatSync(programIn(home)).ino).toBe(ino)
  })

  it.each<[string, (file: string) => void]>([
    ['missing', (file) => rmSync(file)],
    ['cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, 100_000))],
    ['changed so that brotli does not notice it', changeUnnoticed],
  ])('is to be installed anew where what was brought is %s', (_, spoil) => {
    const folder = join(temporaryFolder(), 'spoilt')
    cpSync(installed, folder, { recursive: true })
    spoil(join(folder, 'dist/program.pack.br'))
    const { status, stdout, stderr } = list(temporaryFolder(), {}, folder)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^ejc 的程序文件缺失或者损坏，请重新安装 ejc。案件库没有改动。（.+）\n$/u)
  })

  it.each<[string, string[]]>([
    ['main.cjs', ['list']],
    ['help.txt', ['--help']],
  ])('is to be installed anew where its %s is missing', (name, call) => {
    const folder = join(temporaryFolder(), 'incomplete')
    cpSync(installed, folder, { recursive: true })
    rmSync(join(folder, 'dist', name))
    const options = { env: environment(temporaryFolder()), encoding: 'utf8' } as const
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin/ejc.js'), ...call], options)
    expect(status).toBe(2)
    expect(stderr).toMatch(new RegExp(`^ejc 的程序文件缺失或者损坏，请重新安装 ejc。.*${name}.*\\n$`, 'u'))
  })

  it('runs, and leaves nothing, where there is no folder to be trusted', () => {
    const home = temporaryFolder()
    expect(list(home, { NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(told)
    expect(readdirSync(home)).toEqual([])
    expect(list(join(home, 'missing'))).toEqual(told)
    mkdirSync(codeIn(home), { recursive: true, mode: 0o700 })
    chmodSync(codeIn(home), 0o777)
    expect(list(home)).toEqual(told)
    expect(readdirSync(codeIn(home))).toEqual([])
  })

  it.each<[string, (file: string) => void]>([
    ['cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, 1_000_000))],
    ['empty', (file) => writeFileSync(file, '')],
    [
      'changed',
      (file) => {
        const bytes = readFileSync(file)
        writeFileSync(file, Buffer.concat([bytes.subarray(0, 65_536), bytes.subarray(65_536).fill(32)]))
      },
    ],
    ['open to others', (file) => chmodSync(file, 0o666)],
  ])('is unpacked anew where what lies there is %s', (_, spoil) => {
    const home = temporaryFolder()
    list(home)
    const whole = readFileSync(programIn(home))
    const { ino } = lstatSync(programIn(home))
    spoil(programIn(home))
    expect(list(home)).toEqual(told)
    expect(lstatSync(programIn(home)).ino).not.toBe(ino)
    expect(lstatSync(programIn(home)).mode & 0o777).toBe(0o600)
    expect(readFileSync(programIn(home)).equals(whole)).toBe(true)
  })

  it('of another version leaves what lies there alone, and is unpacked beside it', () => {
    const home = temporaryFolder()
    list(home)
    renameSync(programIn(home), join(codeIn(home), 'program.0123456789abcdef'))
    expect(list(home)).toEqual(told)
    expect(programsIn(home)).toHaveLength(2)
  })

  it('is not kept under the name of another that an update is just replacing', () => {
    const folder = join(temporaryFolder(), 'half-updated')
    cpSync(installed, folder, { recursive: true })
    const entry = join(folder, 'dist/main.cjs')
    const [, build = ''] = /([0-9a-f]{16})$/.exec(keptName()) ?? []
    writeFileSync(entry, readFileSync(entry, 'utf8').replaceAll(build, '0'.repeat(16)))
    const home = temporaryFolder()
    expect(list(home, {}, folder)).toEqual(told)
    expect(programsIn(home)).toEqual([])
  })

  it('is unpacked whole by several first calls at once', async () => {
    const home = temporaryFolder()
    const calls = Array.from({ length: 4 }, () => {
      const child = spawn(process.execPath, words(installed), { env: environment(home) })
      const outputs: Buffer[] = []
      child.stdout.on('data', (bytes: Buffer) => outputs.push(bytes))
      return new Promise<string>((done) => {
        child.once('close', () => done(Buffer.concat(outputs).toString()))
      })
    })
    expect(await Promise.all(calls)).toEqual(calls.map(() => told.stdout))
    expect(programsIn(home)).toHaveLength(1)
    expect(readdirSync(codeIn(home)).filter((name) => /\.\d+$/.test(name))).toEqual([])
    expect(list(home)).toEqual(told)
  })
})

/** Changes one bit of the program, of which brotli makes another program of the same length. */
function changeUnnoticed(file: string): void {
  const whole = readFileSync(file)
  const lengthOf = (bytes: Buffer): number => brotliDecompressSync(bytes.subarray(32)).length
  const length = lengthOf(whole)
  for (let at = 1000; at < whole.length; at += 1000) {
    const changed = Buffer.from(whole)
    changed[at] = (whole[at] ?? 0) ^ 1
    try {
      if (lengthOf(changed) !== length) continue
      writeFileSync(file, changed)
      return
    } catch {
      // Brotli has noticed it.
    }
  }
  throw new Error('brotli notices every change')
}

/** The name under which this program is kept. */
function keptName(): string {
  const home = temporaryFolder()
  list(home)
  return programIn(home)
}
