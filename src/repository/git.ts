import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SimpleGit } from 'simple-git'
import { isMomentary, RepositoryError } from './errors.ts'
import { gitFailure, gitNotFound } from './git-trouble.ts'

/**
 * The one place where git is started. The usual way is `attempt` (or `answerOf`) by simple-git, which refuses unsafe
 * arguments. `plumb` and `startGit` go past it, for what simple-git can't do:
 *
 * - bytes on the input of git, or an index of its own: the merge of `ejc sync`;
 * - an exit code that is an answer, and words that we read and so need in English: fetching and pushing;
 * - the output as it comes, without all of it in memory: the whole history;
 * - a quick question at the start of `due`, `lint` and `list`: simple-git takes 25 ms to load;
 * - settings that simple-git refuses as unsafe: hooks and the merge driver.
 */

// Dates and persons may be set from outside; others (GIT_DIR, GIT_INDEX_FILE of a hook) would name another repository.
const allowedEnvironment = [
  'GIT_AUTHOR_NAME',
  'GIT_AUTHOR_EMAIL',
  'GIT_AUTHOR_DATE',
  'GIT_COMMITTER_NAME',
  'GIT_COMMITTER_EMAIL',
  'GIT_COMMITTER_DATE',
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_NOSYSTEM',
]

/**
 * Overrides the user's settings, so that messages are stored and printed as we write them, and line ends, which
 * .gitattributes settles, stop no commit.
 */
const settled = [
  'i18n.commitEncoding=UTF-8',
  'i18n.logOutputEncoding=UTF-8',
  'log.follow=false',
  'core.safecrlf=false',
]

/** A larger file is read piece by piece: git holds others in memory, up to half a gigabyte. */
export const piecewise = ['core.bigFileThreshold=16m']

/** For such files alone: films and scans are compressed already, and git would take a minute a gigabyte for nothing. */
export const uncompressed = ['pack.compression=0']

/** git in `root`, loaded on first use. What it throws is not yet a `RepositoryError`: `attempt` sees to that. */
export async function gitIn(root: string, config: string[] = []): Promise<SimpleGit> {
  const { GitError, simpleGit } = await import('simple-git')
  return simpleGit({
    baseDir: root,
    config: [...settled, ...config],
    allowEnvironment: allowedEnvironment,
    trimmed: false,
    // Without this, simple-git takes a failure without output, such as that of a silent hook, for success.
    errors: (error, { exitCode, stdOut, stdErr }) => {
      if (error instanceof Error) return Object.assign(error, { exitCode })
      if (exitCode === 0) return error
      const output = Buffer.concat([...stdOut, ...stdErr])
        .toString()
        .trim()
      return Object.assign(new GitError(undefined, output || `（没有输出，退出码 ${exitCode}）`), {
        exitCode,
      })
    },
  })
}

/** What a git command prints. Throws `git` when it fails. */
export async function attempt(root: string, args: string[], config: string[] = []): Promise<string> {
  const git = await gitIn(root, config)
  try {
    return await onceMore(() => git.raw(args))
  } catch (error) {
    throw failureOf(error, args.find((argument) => !argument.startsWith('-')) ?? '')
  }
}

function failureOf(error: unknown, command: string): RepositoryError {
  const why = error instanceof Error ? error.message.trim() : String(error)
  const exit = exitCodeOf(error)
  if (exit === undefined || exit >= 0) return gitFailure(`git ${command} 失败`, why, error)
  return gitNotFound(error)
}

/** The exit code of a git that failed; negative when it could not even be started. */
function exitCodeOf(error: unknown): number | undefined {
  const code = error instanceof Error && 'exitCode' in error ? error.exitCode : undefined
  return typeof code === 'number' ? code : undefined
}

/**
 * What git answers; null for a no (exit code 1). Throws `git` where it fails, for example in a folder of another owner.
 */
export async function answerOf(root: string, args: string[]): Promise<string | null> {
  try {
    return (await attempt(root, args)).trim() || null
  } catch (error) {
    if (error instanceof RepositoryError && exitCodeOf(error.cause) === 1) return null
    throw error
  }
}

/** Ends each commit in what `git log` prints by a format with `%x1e`. */
export const RECORD_END = '\u001e'

/** The paths in what git printed with `-z`. */
export const listedPaths = (output: string): string[] => output.split('\0').filter((path) => path !== '')

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

/** Runs git past simple-git, for the reasons above. Throws `git` with what git said when it fails. */
export async function plumb(root: string, args: readonly string[], how: Plumbing = {}): Promise<Answer> {
  const answer = await onceMore(() => answered(root, args, how))
  if (answer.exit === 0 || how.answers?.includes(answer.exit)) return answer
  const command = args.find((argument) => !argument.startsWith('-')) ?? ''
  throw gitFailure(`git ${command} 失败`, answer.stderr || `退出码 ${answer.exit}`)
}

/**
 * Starts git, and once more after a moment where it could not be started for a reason that passes. Nothing has happened
 * by then: a git that was started is never started again.
 */
export async function onceMore<T>(
  start: () => Promise<T>,
  platform: NodeJS.Platform = process.platform,
  pauseMs = 250,
): Promise<T> {
  try {
    return await start()
  } catch (error) {
    const cause = error instanceof RepositoryError ? error.cause : error
    if (!isMomentary(cause, platform)) throw error
    await sleep(pauseMs)
    return start()
  }
}

async function answered(
  root: string,
  args: readonly string[],
  { input, env = {} }: Plumbing,
): Promise<Answer> {
  const child = startGit(root, args, env)
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
  // A git that ends before it has read its whole input reports the reason itself.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const exit = await exitStatusOf(child)
  return { exit, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString().trim() }
}

/** The output of `plumb` as text. */
export async function printed(root: string, args: readonly string[], how?: Plumbing): Promise<string> {
  return (await plumb(root, args, how)).stdout.toString()
}

/**
 * Starts git without the variables of a calling hook (GIT_DIR, GIT_INDEX_FILE), which would name another repository.
 */
export function startGit(root: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawn('git', ['-c', 'i18n.commitEncoding=UTF-8', '-c', 'core.safecrlf=false', ...args], {
    cwd: root,
    // We read git's messages, and only in English.
    env: { ...ownEnvironment(), LC_ALL: 'C', ...env },
    windowsHide: true,
  })
}

/** How a git that was started ends. Throws `git` when it could not be started at all. */
export function exitStatusOf(child: ReturnType<typeof startGit>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(gitNotFound(cause)))
    child.on('close', (code) => resolve(code ?? -1))
  })
}

/** The variables that name another repository or index: `git rev-parse --local-env-vars`. */
const misleading =
  /^GIT_(ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|CONFIG|CONFIG_PARAMETERS|CONFIG_COUNT|DIR|GRAFT_FILE|IMPLICIT_WORK_TREE|INDEX_FILE|INTERNAL_SUPER_PREFIX|NO_REPLACE_OBJECTS|OBJECT_DIRECTORY|PREFIX|REPLACE_REF_BASE|SHALLOW_FILE|WORK_TREE)$/

/** The environment for a git that we start, without the variables of a calling hook (GIT_DIR, GIT_INDEX_FILE). */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !misleading.test(name)))
}
