import { existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bytesAt } from './bytes.ts'
import { digestBytesOf, keepIn, keptIn } from './kept-parts.ts'

/** The program as it is built, and read where it lies. */
export const PACK = 'program.pack'
/** The same as a package brings it: its digest, then the program packed by brotli. */
export const SMALL_PACK = 'program.pack.br'

/** The first line of the packed program: of each chunk the place, in bytes behind that line, and the length. */
export type Chunks = Readonly<Record<string, readonly [number, number]>>

/** The sources of the chunks of the program. */
export interface ChunkSources {
  of(name: string): Buffer
  /** Keeps for later calls what this call has unpacked. */
  keep(): void
}

/**
 * The sources of the program in a folder. A package brings it small; it is unpacked by the first call, and read from the
 * user's own folder by later ones, each chunk held to its digest. Without such a folder, each call unpacks it for itself.
 * @param own the folder of this user, if there is one to be trusted
 * @param build the digest of the program
 */
export function programSources(folder: string, own: string | undefined, build: string): ChunkSources {
  const built = join(folder, PACK)
  const small = join(folder, SMALL_PACK)
  if (existsSync(built)) return { of: packedInFile(built).of, keep: () => undefined }
  const file = own === undefined ? undefined : join(own, `program.${build.slice(0, 16)}`)
  const kept = file === undefined ? undefined : keptIn(file)
  let brought: ReturnType<typeof unpacked> | undefined
  return {
    of(name) {
      const there = kept?.of(name)
      if (there) return there
      brought ??= unpacked(small)
      return brought.of(name)
    },
    keep() {
      // An update that is under way may have brought another program already.
      if (file === undefined || brought?.build !== build) return
      const { names, of } = brought
      keepIn(file, new Map(names.map((name) => [name, of(name)])))
    },
  }
}

/** Enough for the first line; what stands in it is read in one go. */
const HEAD_LENGTH = 65_536

interface Packed {
  readonly names: readonly string[]
  of(name: string): Buffer
}

/** What stands in a packed program, of which `read` gives a part. */
function packedIn(read: (at: number, length: number) => Buffer): Packed {
  const head = read(0, HEAD_LENGTH)
  const behind = head.indexOf('\n') + 1
  // The boundary to what the build writes.
  const chunks = JSON.parse(head.toString('latin1', 0, behind)) as Chunks
  return {
    names: Object.keys(chunks),
    of: (name) => {
      const [at = 0, length = 0] = chunks[name] ?? []
      return read(behind + at, length)
    },
  }
}

/** It stays open: an update that replaces the file meanwhile changes nothing for this call. */
export function packedInFile(file: string): Packed {
  const opened = openSync(file, 'r')
  return packedIn((at, length) => bytesAt(opened, at, length))
}

/** Bytes of a digest. */
const DIGEST_LENGTH = 32

/**
 * Unpacks the small file. Throws where it is damaged, by a digest: brotli itself does not notice a third of all damages, and
 * would then give a wrong program.
 */
function unpacked(small: string): Packed & { readonly build: string } {
  // Loaded only here: most calls read what an earlier one has unpacked.
  const { brotliDecompressSync } = process.getBuiltinModule('node:zlib')
  const brought = readFileSync(small)
  const bytes = brotliDecompressSync(brought.subarray(DIGEST_LENGTH))
  const digest = digestBytesOf(bytes)
  if (!digest.equals(brought.subarray(0, DIGEST_LENGTH))) throw new Error(`${SMALL_PACK} 与校验值不符`)
  const packed = packedIn((at, length) => bytes.subarray(at, at + length))
  return { ...packed, build: digest.toString('hex') }
}
