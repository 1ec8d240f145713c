import { openSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import { bytesAt } from './bytes.ts'
import type { Compiled, KnownCode } from './known-code.ts'

/** The first line of the packed program: of each chunk the place, in bytes behind that line, and the length. */
export type Chunks = Readonly<Record<string, readonly [number, number]>>

type Exports = Record<string, unknown>

/** What a chunk is, as `src/build/pack.ts` writes it. */
type Chunk = (
  exports: Exports,
  need: (name: string) => Exports,
  later: (name: string) => Promise<Exports>,
  require: NodeJS.Require,
  url: string,
) => void

/** The packed program, of which chunks are loaded as they are needed. */
export interface PackedProgram {
  need(name: string): Exports
  /** The scripts that are loaded until now. */
  readonly compiled: readonly Compiled[]
}

/** Enough for the first line; what stands in it is read in one go. */
const HEAD_LENGTH = 65_536

/** Opens the packed program. It stays open: an update that replaces the file meanwhile changes nothing for this call. */
export function openProgram(file: string, known: KnownCode): PackedProgram {
  const opened = openSync(file, 'r')
  const head = bytesAt(opened, 0, HEAD_LENGTH)
  const length = head.indexOf('\n') + 1
  // The boundary to what the build writes.
  const chunks = JSON.parse(head.toString('latin1', 0, length)) as Chunks
  const url = pathToFileURL(file).href
  const require = createRequire(url)
  const loaded = new Map<string, Exports>()
  const compiled: Compiled[] = []
  const later = async (name: string): Promise<Exports> => need(name)
  function need(name: string): Exports {
    const there = loaded.get(name)
    if (there) return there
    const exports: Exports = {}
    loaded.set(name, exports)
    const [at = 0, bytes = 0] = chunks[name] ?? []
    const cachedData = known.of(name)
    const source = bytesAt(opened, length + at, bytes).toString()
    const script = new Script(source, { filename: `ejc/${name}`, ...(cachedData && { cachedData }) })
    if (script.cachedDataRejected) known.isStale = true
    compiled.push({ name, script })
    const run = script.runInThisContext() as Chunk
    run(exports, need, later, require, url)
    return exports
  }
  return { need, compiled }
}
