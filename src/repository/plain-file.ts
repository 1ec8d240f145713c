import { readFileSync, statSync } from 'node:fs'
import { RepositoryError } from './errors.ts'

/**
 * The bytes of a file that a call names. Its kind is looked at before it is opened, since a pipe or device may never end.
 * Throws RepositoryError `io` for these; what the system refuses is thrown as it comes.
 */
export function readPlainFile(path: string): Uint8Array {
  const state = statSync(path)
  if (!state.isFile() && !state.isDirectory())
    throw new RepositoryError('io', `${path} 不是普通文件（管道或设备），不能读：请写普通文件`, {
      file: path,
    })
  return readFileSync(path)
}
