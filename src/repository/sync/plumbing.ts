import { spawn } from 'node:child_process'
import { ownEnvironment } from '../git-environment.ts'
import { gitFailure, noGit } from '../git-trouble.ts'

export interface Plumbing {
  /** What git reads on its input. */
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** Exit codes that are answers and no failures, beside 0. */
  readonly answers?: readonly number[]
}

export interface Answer {
  readonly exit: number
  readonly stdout: Buffer
  readonly stderr: string
}

/**
 * Runs git with bytes on its input or an index of its own, which the usual way (`git.ts`) has not. Throws `git` with what
 * git said when it fails.
 */
export async function plumb(
  root: string,
  args: readonly string[],
  { input, env = {}, answers = [] }: Plumbing = {},
): Promise<Answer> {
  const child = startGit(root, args, env)
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
  // A git that ends before it has read everything says why itself.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const exit = await exitOf(child)
  const answer = { exit, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString().trim() }
  if (exit === 0 || answers.includes(exit)) return answer
  const command = args.find((argument) => !argument.startsWith('-')) ?? ''
  throw gitFailure(`git ${command} 失败`, answer.stderr || `退出码 ${exit}`)
}

/** The same, for what git prints. */
export async function printed(root: string, args: readonly string[], how?: Plumbing): Promise<string> {
  return (await plumb(root, args, how)).stdout.toString()
}

/** Starts git without what a calling hook tells its own (GIT_DIR, GIT_INDEX_FILE): it would lead astray. */
export function startGit(root: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawn('git', ['-c', 'i18n.commitEncoding=UTF-8', ...args], {
    cwd: root,
    // What git says is understood in English alone.
    env: { ...ownEnvironment(), LC_ALL: 'C', ...env },
    windowsHide: true,
  })
}

/** How a git that was started ends. Throws `git` when it could not be started at all. */
export function exitOf(child: ReturnType<typeof startGit>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(noGit(cause)))
    child.on('close', (code) => resolve(code ?? -1))
  })
}
