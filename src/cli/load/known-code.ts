import { join } from 'node:path'
import type { Script } from 'node:vm'
import { digestBytesOf, keepIn, keptIn } from './kept-parts.ts'

/** A chunk that a call has loaded. */
export interface Compiled {
  readonly name: string
  readonly script: Script
}

/**
 * The code that V8 compiled for earlier calls of a command: with it a call starts in two thirds of the time. It can be thrown
 * away at any time, and nothing about it stops a call: where it can't be read or kept, code is compiled.
 */
export interface KnownCode {
  /** What is known of a chunk. */
  of(name: string): Buffer | undefined
  /** Whether V8 has refused something of it. */
  isStale: boolean
  /** Keeps what this call has compiled, where it compiled something anew. */
  keep(compiled: readonly Compiled[]): void
}

const nothingKnown: KnownCode = { of: () => undefined, isStale: false, keep: () => undefined }

/**
 * Reads what is known for a command: each has its own file, since code that is not needed takes time to load too.
 * @param folder where this user's programs may keep something, if anywhere
 * @param build the digest of the program
 */
export function knownCode(folder: string | undefined, build: string, command: string): KnownCode {
  if (folder === undefined) return nothingKnown
  const flags = JSON.stringify([process.execArgv, process.env.NODE_OPTIONS ?? ''])
  const parts = [command, build, process.version, process.arch, digestBytesOf(flags).toString('hex')]
  return knownIn(join(folder, parts.map((part) => part.slice(0, 16)).join('-')))
}

/** What is known of the chunks that this call needs; of the others, it is kept as it is. */
function knownIn(file: string): KnownCode {
  const kept = keptIn(file)
  const used = new Map<string, Buffer | undefined>()
  const known: KnownCode = {
    isStale: false,
    of: (name) => {
      const code = kept.of(name)
      used.set(name, code)
      return code
    },
    keep: (compiled) => {
      if (!known.isStale && [...used.values()].every((code) => code !== undefined)) return
      const others = known.isStale ? [] : kept.names.filter((name) => !used.has(name))
      const code = new Map<string, Buffer>()
      for (const { name, script } of compiled) code.set(name, script.createCachedData())
      for (const name of others) {
        const there = kept.of(name)
        if (there) code.set(name, there)
      }
      keepIn(file, code)
    },
  }
  return known
}
