import { exitStatusOf, startGit } from '../git.ts'
import { objectHeader } from '../git-history.ts'
import { gitFailure } from '../git-trouble.ts'
import { needGit } from '../gitdir.ts'

/** Reads files of commits, one request after the other, by one git that stays open until `close`. */
export interface OpenObjects {
  /** The bytes of files (relative to the repository) in a commit, in their order; null for one that was not there. */
  read(commit: string, paths: readonly string[]): Promise<(Buffer | null)[]>
  close(): Promise<void>
}

const NEWLINE = 0x0a

/** Starts git. What it throws when it can't be started or ends too early is thrown by `read`. */
export function openObjects(root: string): OpenObjects {
  const { prefix } = needGit(root)
  const child = startGit(root, ['cat-file', '--batch'])
  const ended = exitStatusOf(child).catch(() => undefined)
  child.stdin.on('error', () => undefined)
  child.stderr.resume()
  const output = child.stdout[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const readMore = async (): Promise<void> => {
    held = Buffer.concat([held, await nextOf(output)])
  }
  const take = async (length: number): Promise<Buffer> => {
    while (held.length < length) await readMore()
    const taken = held.subarray(0, length)
    held = held.subarray(length)
    return taken
  }
  const takeLine = async (): Promise<string> => {
    while (!held.includes(NEWLINE)) await readMore()
    return (await take(held.indexOf(NEWLINE) + 1)).toString().trimEnd()
  }
  return {
    async read(commit, paths) {
      const names = paths.map((path) => `${commit}:${prefix === '' ? path : `${prefix}/${path}`}\n`)
      child.stdin.write(names.join(''))
      const found: (Buffer | null)[] = []
      for (const _ of paths) {
        const header = objectHeader(await takeLine())
        const bytes = header && (await take(header.size + 1)).subarray(0, header.size)
        found.push(bytes && header.type === 'blob' ? bytes : null)
      }
      return found
    },
    async close() {
      child.stdin.end()
      child.stdout.destroy()
      await ended
    },
  }
}

async function nextOf(output: AsyncIterator<Buffer>): Promise<Buffer> {
  const { value, done } = await output.next()
  if (done) throw gitFailure('git cat-file 失败', '没有读完就结束了')
  return value
}
