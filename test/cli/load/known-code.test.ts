import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, temporaryFolder } from '../../support/cli.ts'

const repository = createRepository('example-case')

/** Calls the program in a process of its own, with this folder for what programs keep. */
function call(home: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const own = { XDG_CACHE_HOME: home, NODE_DISABLE_COMPILE_CACHE: '', ...env }
  const { exit, stdout } = repository.ejc([...words, '--today', '2026-11-24'], { process: true, env: own })
  return { exit, stdout }
}

const words = ['show', 'NN-2026-0001']
const show = (home: string, env?: Readonly<Record<string, string>>) => call(home, words, env)
const codeIn = (home: string): string => join(home, 'ejc/code')
const kept = (home: string): string[] => (existsSync(codeIn(home)) ? readdirSync(codeIn(home)) : [])
const fileIn = (home: string): string => join(codeIn(home), kept(home)[0] ?? '')
const plain = repository.ejc([...words, '--today', '2026-11-24'], { process: true })
const asPlain = { exit: plain.exit, stdout: plain.stdout }

describe('compiled code', () => {
  it('is kept for each command where only the user can read it, and calls say the same with and without it', () => {
    const home = temporaryFolder()
    expect(show(home)).toEqual(asPlain)
    expect(kept(home)).toEqual([expect.stringMatching(/^show-/)])
    expect([codeIn(home), fileIn(home)].map((path) => lstatSync(path).mode & 0o777)).toEqual([0o700, 0o600])
    const { ino } = lstatSync(fileIn(home))
    expect(show(home)).toEqual(asPlain)
    expect(lstatSync(fileIn(home)).ino).toBe(ino)
    call(home, ['list'])
    expect(kept(home)).toContainEqual(expect.stringMatching(/^list-/))
  })

  it('is another for other flags of V8', () => {
    const home = temporaryFolder()
    show(home)
    expect(show(home, { NODE_OPTIONS: '--max-old-space-size=512' }).exit).toBe(0)
    expect(kept(home)).toHaveLength(2)
  })

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut off in the list', (bytes) => bytes.subarray(0, 100)],
    ['cut off in the code', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['no list', (bytes) => Buffer.from(bytes.map((byte) => byte ^ 0xff))],
    ['full of wrong places', (bytes) => withList(bytes, (text) => text.replaceAll(/\[\d+/g, '[9e15'))],
    [
      'changed in its code',
      (bytes) => Buffer.concat([bytes.subarray(0, 65_536), bytes.subarray(65_536).fill(7)]),
    ],
  ])('is made anew where it is %s', (_, spoil) => {
    const home = temporaryFolder()
    show(home)
    const { length } = readFileSync(fileIn(home))
    const { ino } = lstatSync(fileIn(home))
    writeFileSync(fileIn(home), spoil(readFileSync(fileIn(home))))
    expect(show(home)).toEqual(asPlain)
    expect(readFileSync(fileIn(home)).length).toBeGreaterThan(length * 0.9)
    expect(lstatSync(fileIn(home)).ino).not.toBe(ino)
  })

  it.each<[string, (home: string) => void]>([
    ['the folder', (home) => chmodSync(codeIn(home), 0o777)],
    ['the folder above', (home) => chmodSync(join(home, 'ejc'), 0o777)],
    ['the folder of all programs', (home) => chmodSync(home, 0o777)],
  ])('is neither read nor kept where others can write %s', (_, open) => {
    const home = temporaryFolder()
    mkdirSync(codeIn(home), { recursive: true, mode: 0o700 })
    open(home)
    expect(show(home)).toEqual(asPlain)
    expect(kept(home)).toEqual([])
  })

  it('is not read where others can write the file, or through a link', () => {
    const home = temporaryFolder()
    show(home)
    const { ino } = lstatSync(fileIn(home))
    chmodSync(fileIn(home), 0o666)
    expect(show(home)).toEqual(asPlain)
    expect(lstatSync(fileIn(home)).ino).not.toBe(ino)
    const other = temporaryFolder()
    mkdirSync(codeIn(other), { recursive: true, mode: 0o700 })
    symlinkSync(fileIn(home), join(codeIn(other), kept(home)[0] ?? ''))
    expect(show(other)).toEqual(asPlain)
    expect(lstatSync(fileIn(other)).isSymbolicLink()).toBe(false)
  })

  it('never stops the program: no folder, a file or a link in its place, no home, a call that is mistaken', () => {
    const home = temporaryFolder()
    expect(show(join(home, 'missing'))).toEqual(asPlain)
    expect(existsSync(join(home, 'missing'))).toBe(false)
    writeFileSync(join(home, 'file'), '')
    expect(show(join(home, 'file'))).toEqual(asPlain)
    mkdirSync(join(home, 'linked'))
    symlinkSync(temporaryFolder(), join(home, 'linked/ejc'))
    expect(show(join(home, 'linked'))).toEqual(asPlain)
    expect(show('relative', { HOME: join(home, 'no-home') })).toEqual(asPlain)
    expect(call(home, ['sohw']).exit).toBe(2)
    expect(kept(home)).toEqual([])
  })

  it('gives way to newer code above 32 MB', () => {
    const home = temporaryFolder()
    mkdirSync(codeIn(home), { recursive: true, mode: 0o700 })
    writeFileSync(join(codeIn(home), 'old'), Buffer.alloc(32_000_000))
    expect(show(home)).toEqual(asPlain)
    expect(kept(home)).toEqual([expect.stringMatching(/^show-/)])
  })
})

/** The same bytes with another list, which stands before all else, filled up with blanks. */
function withList(bytes: Buffer, change: (text: string) => string): Buffer {
  const list = change(bytes.toString('latin1', 0, 65_536).trimEnd())
  return Buffer.concat([Buffer.from(list.padEnd(65_536)), bytes.subarray(65_536)])
}
