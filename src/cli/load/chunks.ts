import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import type { Compiled, KnownCode } from './known-code.ts'

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

/**
 * Opens the packed program.
 * @param place the file that each chunk takes itself to stand in
 * @param sourceOf the source of a chunk
 */
export function openProgram(
  place: string,
  sourceOf: (name: string) => Buffer,
  known: KnownCode,
): PackedProgram {
  const url = pathToFileURL(place).href
  const require = createRequire(url)
  const loaded = new Map<string, Exports>()
  const compiled: Compiled[] = []
  const later = async (name: string): Promise<Exports> => need(name)
  function need(name: string): Exports {
    const there = loaded.get(name)
    if (there) return there
    const exports: Exports = {}
    loaded.set(name, exports)
    const cachedData = known.of(name)
    const source = sourceOf(name).toString()
    const script = new Script(source, { filename: `ejc/${name}`, ...(cachedData && { cachedData }) })
    if (script.cachedDataRejected) known.isStale = true
    compiled.push({ name, script })
    const run = script.runInThisContext() as Chunk
    run(exports, need, later, require, url)
    return exports
  }
  return { need, compiled }
}
