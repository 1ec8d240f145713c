import { writeFiles } from '../../documents/deliver.ts'
import { bytesIfThere } from '../../repository/durable.ts'
import { RefusedError } from './exit.ts'

/**
 * Writes a file made from the facts and returns its path. Throws RefusedError when another file lies there, unless
 * forced.
 */
export function deliverFile(path: string, bytes: Uint8Array, force: boolean): string {
  const existing = bytesIfThere(path)
  if (existing && Buffer.compare(existing, bytes) === 0) return path
  if (existing && !force)
    throw new RefusedError(`${path} 已经存在，没有覆盖。如确要覆盖，请加 --force；或用 --out 写到别处。`)
  writeFiles(new Map([[path, bytes]]))
  return path
}
