import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { moveInto, retryWhileHeld, writeWhole } from '../../src/repository/durable.ts'
import { failedFile, systemErrorReason } from '../../src/repository/errors.ts'
import { commitTransaction } from '../../src/repository/transaction.ts'
import { git, removeTemporary, temporaryFolder } from './temporary.ts'

/** A folder on another file system than the temporary folder, where there is one. */
const another = ['/dev/shm', '/var/tmp', '/tmp'].find(
  (place) => existsSync(place) && statSync(place).dev !== statSync(tmpdir()).dev,
)

let [folder, elsewhere] = ['', '']
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejc-durable-'))
  elsewhere = another === undefined ? folder : mkdtempSync(join(another, 'ejc-durable-'))
})
afterEach(() => {
  for (const each of [folder, elsewhere]) rmSync(each, { recursive: true, force: true })
  removeTemporary()
})

function failure(code: string, more: object = {}): Error {
  return Object.assign(new Error(`${code}: operation not permitted`), { code, syscall: 'rename', ...more })
}

/** A step that fails so often and then succeeds. */
function failing(code: string, times: number): { step: () => string; attempts: () => number } {
  let attempts = 0
  const step = (): string => {
    if (attempts++ < times) throw failure(code)
    return 'done'
  }
  return { step, attempts: () => attempts }
}

describe('a file that another program has open', () => {
  const waits: number[] = []
  const on = (platform: NodeJS.Platform) => ({ platform, wait: (ms: number) => void waits.push(ms) })
  beforeEach(() => void waits.splice(0))

  test.each(['EBUSY', 'EPERM', 'EACCES'])('is waited for on Windows (%s)', (code) => {
    expect(retryWhileHeld(failing(code, 3).step, on('win32'))).toBe('done')
    expect(waits).toHaveLength(3)
  })

  test('is given up after some time, less than two seconds', () => {
    const held = failing('EBUSY', Number.POSITIVE_INFINITY)
    expect(() => retryWhileHeld(held.step, on('win32'))).toThrow('EBUSY')
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(2000)
  })

  test.each([
    ['linux', 'EACCES'],
    ['darwin', 'EPERM'],
    ['win32', 'ENOSPC'],
  ] as const)('on %s %s is no such thing, and is told at once', (platform, code) => {
    const refused = failing(code, 1)
    expect(() => retryWhileHeld(refused.step, on(platform))).toThrow(code)
    expect(refused.attempts()).toBe(1)
  })

  test('is told as what it is, with the name of the file that was to be written', () => {
    expect(systemErrorReason(failure('EPERM'), 'win32')).toMatch(/Word、WPS.*请关闭后再试/)
    expect(systemErrorReason(failure('EBUSY'), 'darwin')).toMatch(/Word、WPS.*请关闭后再试/)
    expect(systemErrorReason(failure('EPERM'), 'linux')).toBe('没有访问权限')
    expect(failedFile(failure('EPERM', { path: 'a.ejc-tmp', dest: 'a.docx' }))).toBe('a.docx')
  })
})

describe('a file is written whole', () => {
  test('with its folders, over an old one, and nothing else is left', () => {
    const file = join(folder, '文书', '协议.docx')
    for (const text of ['旧', '新']) writeWhole(file, text)
    expect(readFileSync(file, 'utf8')).toBe('新')
    expect(readdirSync(join(folder, '文书'))).toEqual(['协议.docx'])
  })

  test('or not at all: what can not be put in place leaves nothing beside', () => {
    writeFileSync(join(folder, 'a'), '旧')
    expect(() => writeWhole(join(folder, 'a', 'b'), '新')).toThrow()
    rmSync(join(folder, 'a'))
    writeWhole(join(folder, 'a', 'kept'), '在')
    expect(() => writeWhole(join(folder, 'a'), '新')).toThrow()
    expect(readdirSync(folder)).toEqual(['a'])
  })

  test('under the longest name that there can be', () => {
    const name = `${'甲'.repeat(83)}.pdf`
    writeWhole(join(folder, name), '新')
    expect(readdirSync(folder)).toEqual([name])
  })
})

describe.skipIf(another === undefined)('a move to another file system', () => {
  test('puts the whole file in place, its mode with it, and leaves nothing at either end', () => {
    const [source, target] = [join(elsewhere, 'new-0'), join(folder, '材料', 'pre-commit')]
    writeFileSync(source, '新', { mode: 0o755 })
    moveInto(source, target)
    expect(readFileSync(target, 'utf8')).toBe('新')
    expect(statSync(target).mode & 0o111).toBe(0o111)
    expect([readdirSync(elsewhere), readdirSync(join(folder, '材料'))]).toEqual([[], ['pre-commit']])
  })

  test('that fails leaves both as they were', () => {
    const [source, target] = [join(elsewhere, 'new-0'), join(folder, 'a')]
    writeFileSync(source, '新')
    writeWhole(join(target, 'kept'), '在')
    expect(() => moveInto(source, target)).toThrow()
    expect(readFileSync(source, 'utf8')).toBe('新')
    expect(readdirSync(folder)).toEqual(['a'])
  })

  test('never touches a file beside, and writes over what a killed move left', () => {
    const [source, target] = [join(elsewhere, 'new-0'), join(folder, 'a.yaml')]
    writeFileSync(`${target}.ejc-tmp`, '别人的')
    writeFileSync(source, '新')
    moveInto(source, target)
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'a.yaml.ejc-tmp'])
    expect(readFileSync(`${target}.ejc-tmp`, 'utf8')).toBe('别人的')
  })

  test('a repository whose git folder lies on another disk is written to as any other', async () => {
    const root = temporaryFolder()
    git(
      root,
      'init',
      '--quiet',
      '--initial-branch=main',
      `--separate-git-dir=${join(elsewhere, 'office.git')}`,
    )
    const files = new Map([['cases/NN-2026-0001/case.yaml', Buffer.from('id: NN-2026-0001\n')]])
    const request = { action: 'new', caseId: 'NN-2026-0001', subject: null, message: '登记', files }
    const identity = { name: '覃某', email: 'qin@example.invalid' }
    await commitTransaction(root, request, { commit: true, identity })
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect(git(root, 'show', 'HEAD:cases/NN-2026-0001/case.yaml')).toBe('id: NN-2026-0001\n')
  })
})
