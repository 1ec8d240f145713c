import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { digestBytesOf } from '../cli/load/kept-parts.ts'
import { PACK, SMALL_PACK } from '../cli/load/sources.ts'

/**
 * Writes the program beside itself as a package brings it, a third smaller than npm's own zip makes it, where it does not
 * lie there yet. The best that can be had takes half a minute, so `npm run build` does without and removes what is old.
 * The digest of the program stands first: brotli itself does not notice every damage.
 * @param quality from 0 to 11, of which 11 is the smallest
 */
export function writeSmallPack(folder = 'dist', quality: number = constants.BROTLI_MAX_QUALITY): void {
  const file = join(folder, SMALL_PACK)
  if (existsSync(file)) return
  const program = readFileSync(join(folder, PACK))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: program.length,
  }
  writeFileSync(
    `${file}.new`,
    Buffer.concat([digestBytesOf(program), brotliCompressSync(program, { params })]),
  )
  renameSync(`${file}.new`, file)
}

if (process.argv[1]?.endsWith('small-pack.ts')) writeSmallPack()
