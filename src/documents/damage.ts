import type { DamagedFile } from '../core/lint/paper-files.ts'
import { DamagedError, DocumentError } from './error.ts'
import type { ReadBytes } from './own/shelf.ts'
import { openPackage } from './package.ts'

/**
 * Why a Word file is not as it was saved, in Chinese, whichever part of it has changed; undefined for a sound file, and
 * for one that is no Word file or has a password.
 */
export function damageOf(bytes: Uint8Array): string | undefined {
  try {
    openPackage(bytes, '文书')
    return undefined
  } catch (error) {
    if (error instanceof DamagedError) return error.problems.join('')
    if (error instanceof DocumentError) return undefined
    throw error
  }
}

/**
 * The damaged Word files among the papers of a case.
 * @param files paths inside the case folder, `documents/…` among them
 */
export function damagedIn(id: string, files: readonly string[], readBytes: ReadBytes): DamagedFile[] {
  return files
    .filter((path) => /^documents\/(?:[^/]+\/)*(?!~\$)[^/]+\.docx$/iu.test(path))
    .flatMap((path) => {
      const bytes = readBytes(`cases/${id}/${path}`)
      const why = bytes && damageOf(bytes)
      return why === undefined ? [] : [{ path, why }]
    })
}
