import { existsSync, statSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { removeFile } from './durable.ts'
import { RepositoryError } from './errors.ts'
import { exitStatusOf, piecewise, plumb, startGit, uncompressed } from './git.ts'
import { gitFailure } from './git-trouble.ts'
import type { CommitState, Identity } from './git-work-tree.ts'
import { commonFolderOf, type GitLocation, needGit } from './gitdir.ts'
import { mayLeaveOut } from './sparse.ts'

/**
 * A commit made without `git commit`, which looks at every file of the index: with 50,000 cases that alone takes
 * seconds. `git fast-import` reads and writes only the folders on the way to the paths. It runs no hooks and signs
 * nothing, so it is used only where there is nothing of that kind.
 */

/** The hooks that `git commit` runs. */
const hooks = ['pre-commit', 'prepare-commit-msg', 'commit-msg', 'post-commit']

/** Larger files are hashed once by `git commit`, and twice here. In bytes. */
const LARGE = 64 * 1024 * 1024

/** An author or committer as a commit names him: `name <address> seconds zone`. */
interface Signatures {
  readonly author: string
  readonly committer: string
}

export interface QuickCommit {
  readonly parent: string
  readonly branch: string
  readonly signatures: Signatures
  /** Whether git takes a file for a program by its permissions; off where the disk has none. */
  readonly seesPrograms: boolean
}

/** What a quick commit needs to know; undefined where only `git commit` does what the user has set up. */
export function quickCommitOf(
  root: string,
  head: CommitState,
  paths: readonly string[],
  identity: Identity | null,
): QuickCommit | undefined {
  const git = needGit(root)
  const { settings, commit: parent, branch } = head
  if (parent === null || branch === null || mayLeaveOut(git)) return undefined
  if (settings.get('commit.gpgsign') !== undefined || hasHooks(git, settings)) return undefined
  if (paths.some((path) => isLarge(join(root, path)))) return undefined
  const signatures = signaturesOf(settings, identity)
  const seesPrograms = process.platform !== 'win32' && settings.get('core.filemode') !== 'false'
  return signatures && { parent, branch, signatures, seesPrograms }
}

function hasHooks(git: GitLocation, settings: CommitState['settings']): boolean {
  if ([...settings.keys()].some((key) => key.startsWith('hook.'))) return true
  const own = settings.get('core.hookspath')
  // Only git knows what it takes `~` and other signs for.
  if (own !== undefined && /^[~%]/.test(own)) return true
  const folder = own === undefined ? join(commonFolderOf(git), 'hooks') : resolve(git.top, own)
  return hooks.some((name) => existsSync(join(folder, name)) || existsSync(join(folder, `${name}.exe`)))
}

function isLarge(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= LARGE
}

/** Who commits, by git's order: environment, then `author.name`, then `user.name`. */
function signaturesOf(settings: CommitState['settings'], identity: Identity | null): Signatures | undefined {
  const signature = (role: 'author' | 'committer'): string | undefined => {
    const environment = `GIT_${role.toUpperCase()}`
    const of = (part: 'name' | 'email'): string =>
      withoutCrud(
        process.env[`${environment}_${part.toUpperCase()}`] ||
          settings.get(`${role}.${part}`) ||
          identity?.[part] ||
          settings.get(`user.${part}`) ||
          '',
      )
    const when = momentOf(process.env[`${environment}_DATE`])
    return of('name') && of('email') && when && `${of('name')} <${of('email')}> ${when}`
  }
  const author = signature('author')
  const committer = signature('committer')
  return author && committer ? { author, committer } : undefined
}

/** A name without what git leaves out of it too. */
const withoutCrud = (name: string): string =>
  name.replace(/[<>\n]/g, '').replace(/^[\p{Cc} .,:;"\\']+|[\p{Cc} .,:;"\\']+$/gu, '')

/** Seconds and zone, as git stores them; undefined where only git can read the date that is given. */
function momentOf(given: string | undefined): string | undefined {
  if (!given) return stored(new Date(), -new Date().getTimezoneOffset())
  const [, seconds, zone] = /^@?(\d{9,11}) ([+-]\d{4})$/.exec(given) ?? []
  if (seconds !== undefined) return `${seconds} ${zone}`
  const iso = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d) ?(?:Z|([+-])(\d\d):?(\d\d))$/.exec(given)
  if (!iso) return undefined
  const [, day, time, sign = '+', hours = '00', minutes = '00'] = iso
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return stored(new Date(Date.parse(`${day}T${time}Z`) - offset * 60_000), offset)
}

/** `offset` is in minutes east of Greenwich. */
function stored(moment: Date, offset: number): string {
  const minutes = Math.abs(offset)
  const zone = [Math.floor(minutes / 60), minutes % 60].map((part) => `${part}`.padStart(2, '0')).join('')
  return `${Math.floor(moment.getTime() / 1000)} ${offset < 0 ? '-' : '+'}${zone}`
}

/**
 * Commits the paths as they lie in the work tree, moves the branch to the commit, which must still stand at the parent,
 * and brings the index in line. Throws `git`; whether the branch has moved, the history tells.
 */
export async function commitQuickly(
  root: string,
  { parent, branch, signatures, seesPrograms }: QuickCommit,
  paths: readonly string[],
  message: string,
): Promise<string> {
  const { top, prefix } = needGit(root)
  const whole = paths.map((path) => posix.join(prefix, path))
  const there = whole.filter((path) => existsSync(join(top, path)))
  const blobs = await blobsOf(top, there)
  const isProgram = (path: string): boolean => seesPrograms && (statSync(join(top, path)).mode & 0o100) !== 0
  const entries: Entry[] = []
  const commit = await fastImport(top, async (send, answer) => {
    for (const path of whole) {
      const hash = blobs.get(path)
      send(`ls ${parent} ${quoted(path)}\n`)
      const mode = modeAfter(await answer(), hash !== undefined && isProgram(path))
      entries.push({ path, mode, hash })
    }
    send(orderFor(`refs/heads/${branch}`, parent, signatures, message, entries))
    return answer()
  })
  await plumb(top, ['update-index', '--add', '-z', '--index-info'], {
    input: entries.map((entry) => indexLine(entry, parent.length)).join(''),
  })
  return commit
}

/** A path from the top of the work tree, as it is committed; without hash it goes. */
interface Entry {
  readonly path: string
  readonly mode: string
  readonly hash: string | undefined
}

/** What fast-import is told, and asked for the commit. */
function orderFor(
  ref: string,
  parent: string,
  { author, committer }: Signatures,
  message: string,
  entries: readonly Entry[],
): string {
  const persons = `author ${author}\ncommitter ${committer}\n`
  const text = `data ${Buffer.byteLength(message)}\n${message}\n`
  const changes = entries.map(({ path, mode, hash }) =>
    hash === undefined ? `D ${quoted(path)}\n` : `M ${mode} ${hash} ${quoted(path)}\n`,
  )
  return `commit ${ref}\nmark :1\n${persons}${text}from ${parent}\n${changes.join('')}get-mark :1\ndone\n`
}

/** A line of `update-index --index-info`; a hash of noughts, of the repository's length, takes a path out. */
function indexLine({ path, mode, hash }: Entry, length: number): string {
  return hash === undefined ? `0 ${'0'.repeat(length)}\t${path}\0` : `${mode} ${hash}\t${path}\0`
}

/** The contents of paths from the top of the work tree, as git stores them: its filters apply. */
async function blobsOf(top: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (!paths.length) return new Map()
  const input = paths.map((path) => `${quoted(path)}\n`).join('')
  const settings = [...piecewise, ...uncompressed].flatMap((setting) => ['-c', setting])
  const { stdout } = await plumb(top, [...settings, 'hash-object', '-w', '--stdin-paths'], { input })
  const hashes = stdout.toString().trim().split('\n')
  if (hashes.length !== paths.length) throw new RepositoryError('git', 'git hash-object 没有逐个答复')
  return new Map(paths.map((path, index) => [path, hashes[index] ?? '']))
}

/** A path as git's line protocols take it, whatever signs it has. */
const quoted = (path: string): string => `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`

/** The mode that a path keeps from the parent, as git told it, or gets when it is new. */
function modeAfter(answer: string, isProgram: boolean): string {
  return /^(100644|100755) /.exec(answer)?.[1] ?? (isProgram ? '100755' : '100644')
}

/** Talks with one `git fast-import`. Throws `git` with its words where it fails; it leaves no crash report behind. */
async function fastImport<T>(
  top: string,
  talk: (send: (text: string) => void, answer: () => Promise<string>) => Promise<T>,
): Promise<T> {
  const child = startGit(top, ['fast-import', '--quiet', '--done', '--date-format=raw'])
  const output: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
  // A git that ends before it has read its whole input reports the reason itself.
  child.stdin.on('error', () => undefined)
  const ended = exitStatusOf(child)
  ended.catch(() => undefined)
  const talking = talk((text) => child.stdin.write(text), linesOf(child.stdout))
  await talking.catch(() => undefined)
  child.stdin.end()
  const exit = await ended
  if (exit === 0) return talking
  removeFile(join(needGit(top).gitDir, `fast_import_crash_${child.pid}`))
  throw gitFailure('git fast-import 失败', Buffer.concat(output).toString().trim() || `退出码 ${exit}`)
}

/** Gives the lines of a stream, one a call. */
function linesOf(stream: NodeJS.ReadableStream): () => Promise<string> {
  const iterator = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let rest = ''
  return async () => {
    for (;;) {
      const end = rest.indexOf('\n')
      if (end >= 0) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 1)
        return line
      }
      const { value, done } = await iterator.next()
      if (done) throw new RepositoryError('git', 'git fast-import 没有答复')
      rest += value.toString()
    }
  }
}
