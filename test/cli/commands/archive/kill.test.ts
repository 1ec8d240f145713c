import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { HOST_MARK } from '../../../../src/repository/aside.ts'
import { createRepository, temporaryFolder } from '../../../support/cli.ts'

const id = 'NN-2026-0001'
const day = ['--today', '2026-11-24']
const bin = resolve(process.env.EJC_BIN ?? 'bin/ejc.js')

/** A process that there is not: no system counts so far. */
const ENDED = 2 ** 30

/** The name of a folder of a process of this host. */
const scratchOf = (pid: number) => `ejc-scratch-${HOST_MARK}-${pid}-x`

/** A program in the place of LibreOffice. */
function officeThat(script: string): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'soffice'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'soffice'), 0o755)
  return folder
}

/** Waits until something is so, ten seconds at most. */
async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < 200 && !isSo(); waited++) await wait(50)
  expect(isSo()).toBe(true)
}

/** Kills a process with all that it has started, at once. */
async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done))
  process.kill(-(child.pid ?? 0), 'SIGKILL')
  await ended
}

describe.skipIf(process.platform === 'win32')('an archive whose making is killed', () => {
  const repository = createRepository('example-case')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  repository.ejc(['render', id, '1', ...day])
  const scratch = join(temporaryFolder(), 'tmp')
  mkdirSync(scratch)
  const target = join(temporaryFolder(), '工作卷')
  const call = ['archive', id, '--working', '--out', target, ...day]
  const left = () => readdirSync(scratch, { recursive: true, encoding: 'utf8' })

  it('leaves papers among the temporary files, which the next run removes', async () => {
    const env = { ...process.env, TMPDIR: scratch, PATH: `${officeThat('sleep 60')}:${process.env.PATH}` }
    const options = { cwd: repository.root, env, stdio: 'ignore', detached: true } as const
    const child = spawn(process.execPath, [bin, ...call], options)
    await until(() => left().some((name) => name.endsWith('.docx')))
    await kill(child)
    expect(left().some((name) => name.endsWith('.docx'))).toBe(true)
    expect(existsSync(target)).toBe(false)

    const again = { TMPDIR: scratch, PATH: `${officeThat('exit 1')}:${process.env.PATH}` }
    const made = repository.ejc(call, { env: again })
    expect(made.exit, made.stderr).toBe(0)
    expect(left()).toEqual([])
    expect(readdirSync(dirname(target))).toEqual(['工作卷'])
    expect(repository.ejc(['archive', 'verify', target]).exit).toBe(0)
  })

  it('is cleaned after also where the next run converts nothing', async () => {
    mkdirSync(join(scratch, scratchOf(ENDED)))
    const out = join(temporaryFolder(), 'volume')
    const dry = ['archive', id, '--working', '--no-pdf', '--dry-run', '--out', out, ...day]
    expect(repository.ejc(dry, { env: { TMPDIR: scratch } }).exit).toBe(0)
    expect(left()).toEqual([])
  })

  it('leaves the folders of programs that run, and what is not of ejc', () => {
    const running = scratchOf(process.pid)
    for (const name of [running, 'ejc-scratch-elsewhere-1-x', 'other']) mkdirSync(join(scratch, name))
    const dry = ['archive', id, '--working', '--no-pdf', '--dry-run', ...day]
    expect(repository.ejc(dry, { env: { TMPDIR: scratch } }).exit).toBe(0)
    expect(left().sort()).toEqual([running, 'ejc-scratch-elsewhere-1-x', 'other'].sort())
  })
})
