import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { temporaryFolder } from './folders.ts'

/** Starts the built program as a process of its own, for calls that run at the same time. */
export function startEjc(
  folder: string,
  args: readonly string[],
): Promise<{ readonly exit: number | null; readonly stdout: string; readonly stderr: string }> {
  const env = {
    PATH: process.env.PATH,
    HOME: temporaryFolder(),
    TZ: 'Asia/Shanghai',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: '覃某',
    GIT_AUTHOR_EMAIL: 'qin@example.invalid',
    GIT_COMMITTER_NAME: '覃某',
    GIT_COMMITTER_EMAIL: 'qin@example.invalid',
  }
  const child = spawn(process.execPath, [resolve('bin/ejc.js'), ...args], { cwd: folder, env })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (part: Buffer) => (said.stdout += part.toString()))
  child.stderr.on('data', (part: Buffer) => (said.stderr += part.toString()))
  return new Promise((done) => {
    child.on('close', (exit) => done({ exit, ...said }))
  })
}
